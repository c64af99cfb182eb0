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
        let node: Node
        let end: Int
        switch schema.fields[index].kind {
        case .record: return record(index, number, in: text, at: place, into: &nodes)
        case .list: return list(index, number, in: text, at: place, into: &nodes)
        case .text:
            guard let found = self.text(index, number, in: text, at: place) else { return nil }
            (node, end) = found
        case .closed, .country, .identifier:
            guard let found = code(index, number, in: text, at: place) else { return nil }
            (node, end) = found
        case .day:
            guard let found = day(index, number, in: text, at: place) else { return nil }
            (node, end) = found
        case .integer, .decimal:
            guard let found = self.number(index, number, in: text, at: place) else { return nil }
            (node, end) = found
        case .boolean:
            guard let found = boolean(number, in: text, at: place) else { return nil }
            (node, end) = found
        case .foreign: return nil
        }
        if schema.fields[index].isKept { nodes.append(node) }
        return end
    }

    /// Reads a record at its brace.
    private mutating func record(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at start: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        guard text[start] == UInt8(ascii: "{") else { return nil }
        let first = schema.fields[index].first
        let count = schema.fields[index].count
        let opening = nodes.count
        let isKept = schema.fields[index].isKept
        if isKept {
            let record = Int64(schema.fields[index].reference)
            nodes.append(Node(kind: .record, field: number, end: 0, value: record))
        }
        var seen: UInt64 = 0
        var hasValue = false
        var next = 0
        var (siren, siret) = (0, 0)
        var place = text.afterBlanks(start + 1)
        if text[place] != UInt8(ascii: "}") {
            while true {
                guard text[place] == UInt8(ascii: "\""),
                    let offset = offset(
                        ofNameIn: text, at: place + 1, first: first, count: count, from: next)
                else { return nil }
                let bit: UInt64 = 1 &<< UInt64(offset)
                guard seen & bit == 0 else { return nil }
                seen |= bit
                next = offset + 1
                let field = first + offset
                place = text.afterBlanks(place + 1 + schema.fields[field].name.length)
                guard text[place] == UInt8(ascii: ":") else { return nil }
                place = text.afterBlanks(place + 1)
                if text[place] == UInt8(ascii: "n") {
                    guard text.word(at: place) & 0xFFFF_FFFF == 0x6C6C_756E,  // null
                        !schema.fields[field].isRequired, schema.fields[field].kind != .foreign
                    else { return nil }
                    place = text.afterBlanks(place + 4)
                } else {
                    if schema.fields[field].role == .siren { siren = place + 1 }
                    if schema.fields[field].role == .siret { siret = place + 1 }
                    guard
                        let end = value(
                            field, Int32(truncatingIfNeeded: offset), in: text, at: place,
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
        let required = schema.fields[index].required
        guard seen & required == required,
            siren == 0 || siret == 0 || FlatDossier.agree(siren, siret, in: text)
        else { return nil }
        if isKept { nodes[opening].end = Int32(truncatingIfNeeded: nodes.count) }
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
        let isKept = schema.fields[index].isKept
        if isKept { nodes.append(Node(kind: .list, field: number, end: 0, value: 0)) }
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
        if isKept {
            nodes[opening].end = Int32(truncatingIfNeeded: nodes.count)
            nodes[opening].value = count
        }
        return place + 1
    }
}
