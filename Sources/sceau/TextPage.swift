// A page of text, wrapped to a width with hanging indents.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Lines of at most 100 columns, built from top to bottom.
///
/// ```swift
/// var page = TextPage(.plain)
/// page.item("•", "une phrase", indent: 2)
/// ```
struct TextPage {
    /// The widest line, in columns.
    static let width = 100

    private let palette: Palette
    private var lines: [String] = []

    /// Starts an empty page.
    init(_ palette: Palette) { self.palette = palette }

    /// The page; ends with an end of line unless it is empty.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Adds an empty line, unless the page is empty or ends with one.
    mutating func space() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Adds a heading after an empty line.
    mutating func heading(_ text: String) {
        space()
        item("", Stretch(text, .title))
    }

    /// Adds a text beside a marker, its next lines indented under the first.
    ///
    /// The text starts at the column, counted from the indent; without one, a space after the marker.
    mutating func item(
        _ marker: Stretch, _ text: Stretch, indent: Int = 0, column: Int? = nil
    ) {
        item([marker], text, indent: indent, column: column)
    }

    /// Adds a text beside several markers that stand one after the other.
    mutating func item(
        _ markers: [Stretch], _ text: Stretch, indent: Int = 0, column: Int? = nil
    ) {
        let shown = markers.map { Stretch($0.text.withVisibleControls, $0.ink) }
        let width = shown.map(\.text.displayWidth).reduce(0, +)
        let start = column ?? (width == 0 ? 0 : width + 1)
        let body = (text.isCode ? text.text : text.text.typeset).withVisibleControls
            .wrapped(toColumns: max(20, TextPage.width - indent - start))
        for (number, line) in body.enumerated() {
            let head = number == 0 ? shown.map { palette.paint($0.text, $0.ink) }.joined() : ""
            let gap = String.spaces(line.isEmpty ? 0 : start - (number == 0 ? width : 0))
            let margin = String.spaces(head.isEmpty && line.isEmpty ? 0 : indent)
            lines.append(margin + head + gap + palette.paint(line, text.ink))
        }
    }

    /// Adds a text; an arrow at its start hangs out to the left of the lines that follow.
    mutating func note(_ text: Stretch, indent: Int) {
        guard text.text.hasPrefix("→ ") else { return item("", text, indent: indent) }
        item(Stretch("→", text.ink), Stretch(text.withoutArrow, text.ink), indent: indent)
    }

    /// Adds an expression as it is written, its own indents kept.
    mutating func code(_ label: Stretch, _ text: String, indent: Int, column: Int) {
        for (number, line) in text.split(whereSeparator: \.isNewline).enumerated() {
            let written = line.drop { $0 == " " }
            let depth = min(20, line.count - written.count)
            item(
                number == 0 ? label : "", Stretch(code: String(written)), indent: indent,
                column: column + depth)
        }
    }

    /// Adds a text to copy on one line, however wide.
    mutating func unbroken(_ text: String, indent: Int) {
        lines.append(String.spaces(indent) + text.withVisibleControls)
    }

    /// Adds a full line across the page.
    mutating func rule() {
        item("", Stretch(String(repeating: "─", count: TextPage.width), .faint))
    }
}

extension String {
    /// The text cut at spaces into lines of a width at most; a longer word is cut where it must.
    ///
    /// No-break spaces keep what they join. There is always one line at least.
    func wrapped(toColumns width: Int) -> [String] {
        if isLine(ofColumns: width) { return [self] }
        var lines: [String] = []
        var current = ""
        var used = 0
        for word in words.flatMap({ $0.pieces(ofColumns: width) }) {
            let columns = word.displayWidth
            if current.isEmpty {
                current = word
                used = columns
            } else if used + 1 + columns <= width {
                current += " " + word
                used += 1 + columns
            } else {
                lines.append(current)
                current = word
                used = columns
            }
        }
        return lines + [current]
    }

    /// Whether the text is a line of that width as it stands; short texts mostly are.
    private func isLine(ofColumns width: Int) -> Bool {
        guard isPlain, unicodeScalars.count <= width else { return false }
        let space = UInt8(ascii: " ")
        var last = space
        for byte in utf8 {
            if byte == space, last == space { return false }
            last = byte
        }
        return last != space
    }

    /// The stretches between spaces; in a text that is not plain, a mark may stand on a space,
    /// which then parts nothing.
    private var words: [String] {
        isPlain
            ? utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            : split(separator: " ").map(String.init)
    }

    /// The text padded with spaces to a width in columns.
    func padded(toColumns width: Int) -> String {
        self + String.spaces(width - displayWidth)
    }

    /// That many spaces; none for a negative number.
    static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: Swift.max(0, count))
    }

    /// The text cut to a width in columns, with an ellipsis where it was.
    func shortened(toColumns width: Int) -> String {
        guard displayWidth > width else { return self }
        return (pieces(ofColumns: width - 1).first ?? "") + "…"
    }

    private func pieces(ofColumns width: Int) -> [String] {
        guard displayWidth > width else { return [self] }
        var pieces = [""]
        var used = 0
        for character in self {
            let columns = String(character).displayWidth
            if used + columns > width {
                pieces.append("")
                used = 0
            }
            pieces[pieces.count - 1].append(character)
            used += columns
        }
        return pieces
    }
}
