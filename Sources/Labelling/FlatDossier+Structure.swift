// Records and lists of a dossier, read into one run of nodes.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads what a field may hold; tells where it ends.
    ///
    /// Here and below, `index` is the place of the field in the flat schema, and `number` the one
    /// in its record's schema, or -1.
    mutating func value(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        switch schema.fields[index].kind {
        case .record: record(index, number, in: text, at: place, into: &nodes)
        case .list: list(index, number, in: text, at: place, into: &nodes)
        case .text: self.text(index, number, in: text, at: place, into: &nodes)
        case .closed, .country, .identifier:
            code(index, number, in: text, at: place, into: &nodes)
        case .day: day(index, number, in: text, at: place, into: &nodes)
        case .integer, .decimal:
            self.number(index, number, in: text, at: place, into: &nodes)
        case .boolean: boolean(index, number, in: text, at: place, into: &nodes)
        case .foreign: nil
        }
    }

    /// Adds the node of a single value of a field, unless it is only checked.
    @inline(__always)
    func keep(
        _ index: Int, _ number: Int32, _ kind: Kind, _ value: Int64, length: Int = 0,
        in nodes: inout OutputSpan<Node>
    ) {
        guard schema.fields[index].isKept else { return }
        let length = Int32(truncatingIfNeeded: length)
        nodes.append(Node(kind: kind, field: number, end: length, value: value))
    }

    /// Reads a record at its brace.
    private mutating func record(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at start: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        guard text[start] == UInt8(ascii: "{") else { return nil }
        let record = schema.fields[index]
        let first = record.first
        let opening = nodes.count
        keep(index, number, .record, Int64(record.reference), in: &nodes)
        var seen: UInt64 = 0
        var hasValue = false
        var next = 0
        var (siren, siret) = (0, 0)
        var place = text.afterBlanks(start + 1)
        if text[place] != UInt8(ascii: "}") {
            while true {
                guard text[place] == UInt8(ascii: "\""),
                    let offset = offset(
                        ofNameIn: text, at: place + 1, first: first, count: record.count, from: next
                    )
                else { return nil }
                let bit: UInt64 = 1 &<< UInt64(offset)
                guard seen & bit == 0 else { return nil }
                seen |= bit
                next = offset + 1
                let field = schema.fields[first + offset]
                place = text.afterBlanks(place + 1 + field.name.length)
                guard text[place] == UInt8(ascii: ":") else { return nil }
                place = text.afterBlanks(place + 1)
                if text[place] == UInt8(ascii: "n") {
                    guard text.word(at: place) & 0xFFFF_FFFF == 0x6C6C_756E,  // null
                        !field.isRequired, field.kind != .foreign
                    else { return nil }
                    place = text.afterBlanks(place + 4)
                } else {
                    if field.role == .siren { siren = place + 1 }
                    if field.role == .siret { siret = place + 1 }
                    guard
                        let end = value(
                            first + offset, Int32(truncatingIfNeeded: offset), in: text, at: place,
                            into: &nodes)
                    else { return nil }
                    hasValue = true
                    place = text.afterBlanks(end)
                }
                if text[place] == UInt8(ascii: "}") { break }
                guard text[place] == UInt8(ascii: ",") else { return nil }
                place = text.afterBlanks(place + 1)
            }
            // An element whose facts are all null is none.
            if !hasValue, number < 0 { return nil }
        }
        guard seen & record.required == record.required,
            siren == 0 || siret == 0 || FlatDossier.agree(siren, siret, in: text)
        else { return nil }
        if record.isKept { nodes[opening].end = Int32(truncatingIfNeeded: nodes.count) }
        return place + 1
    }

    /// The place in its record of the field whose name stands at a place, looked for from the one
    /// that the schema has next.
    @inline(__always)
    private func offset(
        ofNameIn text: Span<UInt8>, at place: Int, first: Int, count: Int, from next: Int
    ) -> Int? {
        let word = text.word(at: place)
        var offset = next
        for _ in 0..<count {
            if offset == count { offset = 0 }
            if schema.fields[first + offset].name.stands(
                in: text, at: place, word, schema.words.span)
            {
                return offset
            }
            offset += 1
        }
        return nil
    }

    /// Whether an establishment belongs to the body named beside it: nine digits of each.
    private static func agree(_ siren: Int, _ siret: Int, in text: Span<UInt8>) -> Bool {
        text.word(at: siren) == text.word(at: siret) && text[siren + 8] == text[siret + 8]
    }

    /// Reads a list at its bracket.
    private mutating func list(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at start: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        guard text[start] == UInt8(ascii: "[") else { return nil }
        let opening = nodes.count
        keep(index, number, .list, 0, in: &nodes)
        let element = schema.fields[index].reference
        var place = text.afterBlanks(start + 1)
        var count: Int64 = 0
        if text[place] != UInt8(ascii: "]") {
            while true {
                guard let end = value(element, -1, in: text, at: place, into: &nodes) else {
                    return nil
                }
                count += 1
                place = text.afterBlanks(end)
                if text[place] == UInt8(ascii: "]") { break }
                guard text[place] == UInt8(ascii: ",") else { return nil }
                place = text.afterBlanks(place + 1)
            }
        }
        if schema.fields[index].isKept {
            nodes[opening].end = Int32(truncatingIfNeeded: nodes.count)
            nodes[opening].value = count
        }
        return place + 1
    }
}
