// The part of a line that is shown around a fault.
// SPDX-License-Identifier: MIT

/// A line cut to a width around a fault, with where the carets go below it.
struct ExcerptWindow {
    /// The line's visible part: tabs expanded, controls made visible, e-mails hidden.
    private(set) var text = ""
    /// Columns before the first caret.
    private(set) var caretColumn = 0
    /// The number of carets, at least 1.
    private(set) var caretWidth = 1

    /// Cuts the line of a location to a number of columns.
    init(_ location: Diagnostic.Location, columns: Int) {
        let (line, shift) = ExcerptWindow.neighbourhood(of: location)
        let cells = ExcerptWindow.cells(of: line.withoutAddresses)
        let first = location.start.column - 1 - shift
        let isOneLine = location.start.line == location.end.line
        let last = isOneLine ? max(first, location.end.column - 1 - shift) : Int.max
        let start = ExcerptWindow.width(cells) { $0.scalar < first }
        let end = ExcerptWindow.width(cells) { $0.scalar < last }
        let total = ExcerptWindow.width(cells) { _ in true }
        if max(total, start + 1) <= columns {
            text = cells.map(\.text).joined()
            caretColumn = start
            caretWidth = max(1, end - start)
        } else {
            cut(cells, start: start, end: end, total: total, columns: columns)
        }
    }

    /// Shows the fault's start at a third of the window, with "…" where text is left out.
    private mutating func cut(
        _ cells: [Cell], start: Int, end: Int, total: Int, columns: Int
    ) {
        let length = min(max(1, end - start), columns - 2)
        let before = min(columns / 3, columns - 2 - length)
        let left = max(0, min(start - before, total - columns + 1))
        let hasLeft = left > 0
        let hasRight = total - left > columns - (hasLeft ? 1 : 0)
        let limit = left + columns - (hasLeft ? 1 : 0) - (hasRight ? 1 : 0)
        var column = 0
        var shownFrom: Int?
        var shown = ""
        for cell in cells {
            if column >= left, column + cell.width <= limit {
                if shownFrom == nil { shownFrom = column }
                shown += cell.text
            }
            column += cell.width
        }
        let origin = (shownFrom ?? left) - (hasLeft ? 1 : 0)
        text = (hasLeft ? "…" : "") + shown + (hasRight ? "…" : "")
        caretColumn = max(0, start - origin)
        caretWidth = max(1, min(end, limit) - start)
    }

    /// The excerpt with "…" for what is left out before it, and how many scalars it is short of.
    private static func neighbourhood(
        of location: Diagnostic.Location
    ) -> (text: String, shift: Int) {
        let skipped = location.excerptColumn - 1
        return skipped > 0 ? ("…" + location.excerpt, skipped - 1) : (location.excerpt, 0)
    }

    /// One character as it is shown.
    private struct Cell {
        let text: String
        let width: Int
        /// The number of Unicode scalars before it in the line.
        let scalar: Int
    }

    private static func cells(of line: String) -> [Cell] {
        var cells: [Cell] = []
        var (column, scalar) = (0, 0)
        for character in line {
            let text: String
            if character == "\t" {
                text = String(repeating: " ", count: 4 - column % 4)
            } else {
                text = String(character).withVisibleControls
            }
            let width = text.displayWidth
            cells.append(Cell(text: text, width: width, scalar: scalar))
            column += width
            scalar += character.unicodeScalars.count
        }
        return cells
    }

    private static func width(_ cells: [Cell], where isCounted: (Cell) -> Bool) -> Int {
        cells.reduce(0) { isCounted($1) ? $0 + $1.width : $0 }
    }
}
