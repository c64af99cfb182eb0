// Groups that take several lines.
// SPDX-License-Identifier: MIT

extension LayoutWriter {
    /// Operands on lines of their own, each after its operator.
    mutating func write(tall chain: Piece.Chain, before trail: Trail) {
        let start = nextColumn
        let outer = base
        write(chain.first, before: Trail())
        for (number, link) in chain.links.enumerated() {
            switch chain.hang {
            case .under: base = start
            case .aligned: base = max(outer, start - link.mark.extent.width - 1)
            case .indented: base = outer + LayoutWriter.step
            }
            spacing = .line(indent: base, mayBeBlank: false)
            write(link.mark, before: Trail())
            spacing = .space
            let isLast = number + 1 == chain.links.count
            write(link.operand, before: isLast ? trail : Trail())
        }
        base = outer
    }

    /// Arguments on lines of their own.
    mutating func write(tall list: Piece.List) {
        let outer = open(list.opener)
        for item in list.items {
            spacing = .line(indent: base, mayBeBlank: false)
            write(item.piece, before: item.mark == nil ? Trail() : .comma)
            if let mark = item.mark { write(mark, before: Trail()) }
        }
        close(before: list.closer, outer: outer, mayBeBlank: !list.items.isEmpty)
        write(token: list.closer)
    }

    /// Blocks, each statement on its own line.
    mutating func write(tall compound: Piece.Compound, _ trail: Trail) {
        let outer = base
        for (number, clause) in compound.clauses.enumerated() {
            if number > 0 {
                let isEmpty = compound.clauses[number - 1].statements.isEmpty
                close(before: clause.first, outer: outer, mayBeBlank: !isEmpty)
            }
            write(clause.opening, before: Trail())
            base = outer + LayoutWriter.step
            write(statements: clause.statements)
        }
        let isEmpty = compound.clauses.last?.statements.isEmpty ?? true
        close(before: compound.closing.first, outer: outer, mayBeBlank: !isEmpty)
        write(compound.closing.piece, before: trail)
    }

    /// A table with its fields on several lines; those alone on theirs have their `=` aligned.
    mutating func write(tall table: Piece.Table) {
        let outer = open(table.opener)
        let lines = table.lines(room: LayoutWriter.limit - base)
        let margin = lines.filter { $0.count == 1 }.compactMap(\.first?.keyWidth).max() ?? 0
        for (number, line) in lines.enumerated() {
            spacing = .line(indent: base, mayBeBlank: number > 0)
            for field in line {
                if line.count == 1 {
                    write(field, margin: margin)
                } else {
                    write(field.whole, before: .comma)
                }
                if let mark = field.mark { write(mark, before: Trail()) } else { putComma() }
                spacing = .space
            }
        }
        close(before: table.closer, outer: outer, mayBeBlank: !lines.isEmpty)
        write(token: table.closer)
    }

    private mutating func write(_ field: Piece.Field, margin: Int) {
        guard let key = field.key, let width = field.keyWidth else {
            if let row = field.row { return write(flat: row, .comma) }
            return write(field.whole, before: .comma)
        }
        write(key.name, before: Trail())
        spacing = .columns(margin - width + 1)
        write(key.assign, before: Trail())
        spacing = .space
        write(field.value, before: .comma)
    }

    /// Writes an opening bracket and goes further in; the result is for `close`.
    private mutating func open(_ opener: Int) -> Int {
        write(token: opener)
        defer { base += LayoutWriter.step }
        return base
    }

    /// Writes the comments before what closes a group, as the last things in it, and comes back.
    private mutating func close(before closer: Int, outer: Int, mayBeBlank: Bool) {
        spacing = .line(indent: base, mayBeBlank: mayBeBlank)
        settle(before: closer, isToken: false)
        settled = closer
        base = outer
        spacing = .line(indent: outer, mayBeBlank: false)
    }
}

extension Piece.Field {
    /// The columns of its name or key; nil when it has none on one line.
    fileprivate var keyWidth: Int? {
        key.flatMap { $0.name.extent.endsLine ? nil : $0.name.extent.width }
    }

    /// The table that it is when it has no name and can stay on one line: a row of a larger one,
    /// which reads better on a long line than on several short ones.
    fileprivate var row: Piece? {
        guard key == nil, case .table(let table) = value.kind, !table.isTall else { return nil }
        return table.flat
    }
}

extension Piece.Table {
    /// The fields on their lines: as they are in the text where these fit.
    fileprivate func lines(room: Int) -> [[Piece.Field]] {
        if !isSplit && !isSequence { return fields.map { [$0] } }
        var lines: [[Piece.Field]] = []
        for field in fields {
            if field.startsLine || lines.isEmpty {
                lines.append([field])
            } else {
                lines[lines.count - 1].append(field)
            }
        }
        return lines.flatMap { Piece.Table.cut($0, room: room) }
    }

    private static func cut(_ line: [Piece.Field], room: Int) -> [[Piece.Field]] {
        if line.count == 1 { return [line] }
        if line.contains(where: \.whole.extent.endsLine) { return line.map { [$0] } }
        if line.allSatisfy({ $0.key == nil && $0.row == nil }) { return fill(line, room: room) }
        let before = line.dropLast().reduce(0) { $0 + $1.whole.extent.width + 2 }
        let last = line[line.count - 1]
        let end = last.key == nil ? last.whole.extent.width : last.whole.extent.widthBeforeText
        return before + end + 1 <= room ? [line] : line.map { [$0] }
    }

    /// As many fields a line as fit.
    private static func fill(_ fields: [Piece.Field], room: Int) -> [[Piece.Field]] {
        var lines: [[Piece.Field]] = []
        var width = room
        for field in fields {
            let next = field.whole.extent.width + 1
            if width + 1 + next > room {
                lines.append([field])
                width = next
            } else {
                lines[lines.count - 1].append(field)
                width += 1 + next
            }
        }
        return lines
    }
}
