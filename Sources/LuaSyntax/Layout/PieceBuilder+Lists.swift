// The pieces of tables, arguments and parameters.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PieceBuilder {
    /// A table.
    mutating func table(_ list: [TableField]) -> Piece {
        let opener = index
        let opening = take()
        var fields: [Piece.Field] = []
        var marks: [Int] = []
        var markStartsLine = false
        for part in list {
            fields.append(field(part, startsLine: startsLine || markStartsLine))
            guard byte != UInt8(ascii: "}") else { break }
            markStartsLine = startsLine
            marks.append(index)
            fields[fields.count - 1].mark = takeMark()
        }
        let isSplit =
            fields.contains(where: \.startsLine) || (marks.count == list.count && markStartsLine)
            || closesOnNewLine(isEmpty: list.isEmpty)
        let isTall = isSplit || fields.contains { $0.whole.extent.endsLine }
        let closer = index
        let flat = flatTable(
            opening, fields, lastMark: marks.count == list.count ? marks.last : nil)
        if list.isEmpty && !isTall { return flat }
        let table = Piece.Table(
            opener: opener, fields: fields, closer: closer, isSplit: isSplit, isTall: isTall,
            flat: flat)
        return .group(.table(table), flat: flat, isTall: isTall, opening: opening)
    }

    /// Parts between parentheses.
    mutating func list<Part>(
        _ parts: [Part], canHug: Bool = false, _ build: (inout PieceBuilder, Part) -> Piece
    ) -> Piece {
        let opener = index
        let opening = take()
        var items: [Piece.Item] = []
        var isTall = false
        for (number, part) in parts.enumerated() {
            isTall = isTall || startsLine
            leaveGapOut()
            let piece = build(&self, part)
            let isLast = number + 1 == parts.count
            isTall = isTall || (!isLast && startsLine)
            items.append(Piece.Item(piece: piece, mark: isLast ? nil : takeMark()))
        }
        let closer = index
        isTall = isTall || closesOnNewLine(isEmpty: parts.isEmpty)
        leaveGapOut()
        let row = [opening] + items.flatMap(\.pieces)
        let flat = Piece.row(row + [take()])
        if parts.isEmpty && !isTall { return flat }
        let list = Piece.List(
            opener: opener, items: items, closer: closer, isTall: isTall, flat: flat,
            hug: canHug ? PieceBuilder.firstLine(of: row) : nil)
        return .group(.list(list), flat: flat, isTall: isTall, opening: opening)
    }

    /// Whether a line ends before the next token, which closes a bracket.
    ///
    /// Nothing takes several lines for blank space alone.
    private func closesOnNewLine(isEmpty: Bool) -> Bool {
        isEmpty ? gaps[index].isHard : startsLine
    }

    private mutating func field(_ field: TableField, startsLine: Bool) -> Piece.Field {
        leaveGapOut()
        let name: Piece?
        switch field.key {
        case .positional: name = nil
        case .named: name = take()
        case .computed(let key): name = bracketed(key)
        }
        guard let name else {
            let value = expression(field.value)
            return Piece.Field(key: nil, value: value, startsLine: startsLine, whole: value)
        }
        let assign = take()
        let value = expression(field.value, hang: .aligned)
        let whole = Piece.row([name, .space, assign, .space, value])
        return Piece.Field(
            key: (name, assign), value: value, startsLine: startsLine, whole: whole)
    }

    /// A table on one line, without the mark after its last field; takes its closing brace.
    private mutating func flatTable(
        _ opening: Piece, _ fields: [Piece.Field], lastMark: Int?
    ) -> Piece {
        var row = [opening]
        if !fields.isEmpty || !gaps[index].remarks.isEmpty { row.append(.space) }
        for (number, field) in fields.enumerated() {
            row.append(field.whole)
            if let mark = field.mark, number + 1 < fields.count { row += [mark, .space] }
        }
        if let lastMark { row.append(Piece(kind: .dropped(lastMark), extent: Extent())) }
        if !fields.isEmpty { row.append(.space) }
        leaveGapOut()
        return .row(row + [take()])
    }

    /// The columns of a list's first line when its last part takes several.
    private static func firstLine(of row: [Piece]) -> Int? {
        let before = row.dropLast().reduce(Extent()) { $0.followed(by: $1.extent) }
        guard let last = row.last, !before.endsLine else { return nil }
        return before.width + last.extent.lead
    }
}
