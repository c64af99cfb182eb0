// Single values of a dossier: numbers, days, codes and what closed lists hold.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads what a field may hold; tells where it ends.
    mutating func value(_ field: FlatSchema.Field, _ number: Int32, at place: Int) -> Int? {
        switch field.kind {
        case .text: return text(field, number, at: place)
        case .closed, .country, .identifier: return code(field, number, at: place)
        case .day: return day(field, number, at: place)
        case .integer: return integer(field, number, at: place)
        case .boolean: return boolean(field, number, at: place)
        case .decimal: return decimal(field, number, at: place)
        case .record:
            return record(field.reference, field: number, isKept: field.isKept, at: place)
        case .list:
            return list(
                of: schema.fields[field.reference], field: number, isKept: field.isKept,
                at: place)
        case .foreign: return nil
        }
    }

    /// Adds a node for a fact of a field, unless it is only checked.
    mutating func keep(
        _ kind: Kind, _ value: Int64, length: Int = 0, of field: FlatSchema.Field, _ number: Int32
    ) {
        guard field.isKept else { return }
        let length = Int32(truncatingIfNeeded: length)
        nodes.append(Node(kind: kind, field: number, end: length, value: value))
    }

    private mutating func boolean(
        _ field: FlatSchema.Field, _ number: Int32, at place: Int
    ) -> Int? {
        let word = word(at: place)
        if word & 0xFFFF_FFFF == 0x6575_7274 {  // true
            keep(.true, 0, of: field, number)
            return place + 4
        }
        guard word & 0xFF_FFFF_FFFF == 0x65_736C_6166 else { return nil }  // false
        keep(.false, 0, of: field, number)
        return place + 5
    }
}

// MARK: - Numbers

extension FlatDossier {
    private mutating func integer(
        _ field: FlatSchema.Field, _ number: Int32, at place: Int
    ) -> Int? {
        guard let (value, end) = wholeNumber(at: place), isInside(Double(value), field) else {
            return nil
        }
        keep(.integer, value, of: field, number)
        return end
    }

    /// Reads a number with at most 15 digits, no exponent, and so no rounding but one.
    private mutating func decimal(
        _ field: FlatSchema.Field, _ number: Int32, at place: Int
    ) -> Int? {
        guard let (whole, start) = wholeNumber(at: place) else { return nil }
        var value = Double(whole)
        var end = start
        if bytes[start] == UInt8(ascii: ".") {
            let isNegative = bytes[place] == UInt8(ascii: "-")
            var digits = whole.magnitude
            var scale = 1.0
            end += 1
            while end - place <= 16, let digit = digit(at: end) {
                digits = digits * 10 + UInt64(digit)
                scale *= 10
                end += 1
            }
            guard end > start + 1, end - place <= 16 else { return nil }
            value = (isNegative ? -1 : 1) * (Double(digits) / scale)
        }
        guard isInside(value, field) else { return nil }
        keep(.decimal, Int64(bitPattern: value.bitPattern), of: field, number)
        return end
    }

    private func isInside(_ value: Double, _ field: FlatSchema.Field) -> Bool {
        field.minimum <= value && value <= field.maximum
    }

    private func digit(at place: Int) -> UInt8? {
        let digit = bytes[place] &- 0x30
        return digit < 10 ? digit : nil
    }

    /// Reads at most 18 digits, and a minus before them.
    private func wholeNumber(at place: Int) -> (value: Int64, end: Int)? {
        let isNegative = bytes[place] == UInt8(ascii: "-")
        let start = isNegative ? place + 1 : place
        var end = start
        var value: Int64 = 0
        while let digit = digit(at: end) {
            guard end - start < 18 else { return nil }
            value = value &* 10 &+ Int64(digit)
            end += 1
        }
        guard end > start, bytes[start] != UInt8(ascii: "0") || end == start + 1 else {
            return nil
        }
        return (isNegative ? -value : value, end)
    }
}

// MARK: - Texts of a few forms

extension FlatDossier {
    /// Reads a text that must be one of some.
    private mutating func code(
        _ field: FlatSchema.Field, _ number: Int32, at place: Int
    ) -> Int? {
        guard bytes[place] == UInt8(ascii: "\""),
            let length = codeLength(field, at: place + 1),
            bytes[place + 1 + length] == UInt8(ascii: "\"")
        else { return nil }
        keep(.text, Int64(place + 1), length: length, of: field, number)
        return place + length + 2
    }

    /// The length of the code at a place; its quote has not been looked for.
    private func codeLength(_ field: FlatSchema.Field, at place: Int) -> Int? {
        switch field.kind {
        case .country:
            let index = Country.index(of: bytes[place], bytes[place + 1])
            return index.map { schema.countries[$0] } == true ? 2 : nil
        case .identifier(let kind):
            let code = bytes.span.extracting(place..<place + kind.length)
            return kind.admits(code) ? kind.length : nil
        default:
            let head = word(at: place)
            for index in field.reference..<field.reference + field.count
            where holds(schema.choices[index], head, at: place) {
                return schema.choices[index].length - 1
            }
            return nil
        }
    }

    private mutating func day(_ field: FlatSchema.Field, _ number: Int32, at place: Int) -> Int? {
        guard bytes[place] == UInt8(ascii: "\"") else { return nil }
        let start = place + 1
        var end = start + Day.isoLength
        var day = Day(iso: bytes.span.extracting(start..<end))
        if field.acceptsDateTime, bytes[end] != UInt8(ascii: "\"") {
            guard let textEnd = plainEnd(from: start) else { return nil }
            end = textEnd
            day = Day(parisDateTime: String(decoding: bytes[start..<end], as: UTF8.self))
        }
        guard let day, bytes[end] == UInt8(ascii: "\"") else { return nil }
        if field.role == .deposeLe { deposeLe = day }
        keep(.day, Int64(day.ordinal), of: field, number)
        return end + 1
    }
}
