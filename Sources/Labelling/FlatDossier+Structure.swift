// Records and lists of a dossier, read into one run of nodes.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads a record of the schema at its brace; tells where it ends.
    mutating func record(_ number: Int, field: Int32, isKept: Bool, at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "{") else { return nil }
        let record = schema.records[number]
        let opening = nodes.count
        if isKept {
            nodes.append(Node(kind: .record, field: field, end: 0, value: Int64(number)))
        }
        var seen: UInt64 = 0
        var hasValue = false
        var next = 0
        var siren = 0..<0
        var siret = 0..<0
        var place = afterBlanks(start + 1)
        if bytes[place] != UInt8(ascii: "}") {
            while true {
                guard bytes[place] == UInt8(ascii: "\""),
                    let index = self.field(of: record, from: next, at: place + 1),
                    seen & 1 << UInt64(index) == 0
                else { return nil }
                seen |= 1 << UInt64(index)
                next = index + 1
                let field = schema.fields[record.first + index]
                place = afterBlanks(place + 1 + field.name.length)
                guard bytes[place] == UInt8(ascii: ":") else { return nil }
                place = afterBlanks(place + 1)
                if bytes[place] == UInt8(ascii: "n") {
                    guard isNull(at: place), !field.isRequired, field.kind != .foreign
                    else { return nil }
                    place += 4
                } else {
                    guard let end = value(field, Int32(truncatingIfNeeded: index), at: place)
                    else { return nil }
                    if field.role == .siren { siren = place + 1..<end - 1 }
                    if field.role == .siret { siret = place + 1..<end - 1 }
                    hasValue = true
                    place = end
                }
                place = afterBlanks(place)
                if bytes[place] == UInt8(ascii: "}") { break }
                guard bytes[place] == UInt8(ascii: ",") else { return nil }
                place = afterBlanks(place + 1)
            }
            // An element whose facts are all null is none.
            if !hasValue, field < 0 { return nil }
        }
        guard seen & record.required == record.required, agree(siren, siret) else { return nil }
        if isKept { nodes[opening].end = Int32(truncatingIfNeeded: nodes.count) }
        return place + 1
    }

    /// The place in its record of the field whose key stands after a quote, looked for from the
    /// one that the schema has next.
    private func field(of record: FlatSchema.Record, from next: Int, at place: Int) -> Int? {
        let head = word(at: place)
        for index in next..<max(next, record.count)
        where holds(schema.fields[record.first + index].name, head, at: place) {
            return index
        }
        for index in 0..<min(next, record.count)
        where holds(schema.fields[record.first + index].name, head, at: place) {
            return index
        }
        return nil
    }

    /// Reads a list at its bracket, whose elements all look like one field; tells where it ends.
    mutating func list(
        of element: FlatSchema.Field, field: Int32, isKept: Bool, at start: Int
    ) -> Int? {
        guard bytes[start] == UInt8(ascii: "[") else { return nil }
        let opening = nodes.count
        if isKept { nodes.append(Node(kind: .list, field: field, end: 0, value: 0)) }
        var place = afterBlanks(start + 1)
        var count: Int64 = 0
        if bytes[place] != UInt8(ascii: "]") {
            while true {
                guard let end = value(element, -1, at: place) else { return nil }
                count += 1
                place = afterBlanks(end)
                if bytes[place] == UInt8(ascii: "]") { break }
                guard bytes[place] == UInt8(ascii: ",") else { return nil }
                place = afterBlanks(place + 1)
            }
        }
        if isKept {
            nodes[opening].end = Int32(truncatingIfNeeded: nodes.count)
            nodes[opening].value = count
        }
        return place + 1
    }

    /// Whether an establishment, where there is one, belongs to the body named beside it.
    private func agree(_ siren: Range<Int>, _ siret: Range<Int>) -> Bool {
        siren.isEmpty || siret.isEmpty
            || word(at: siren.lowerBound) == word(at: siret.lowerBound)
                && bytes[siren.lowerBound + 8] == bytes[siret.lowerBound + 8]
    }

    private func isNull(at place: Int) -> Bool {
        bytes[place + 1] == UInt8(ascii: "u") && bytes[place + 2] == UInt8(ascii: "l")
            && bytes[place + 3] == UInt8(ascii: "l")
    }
}
