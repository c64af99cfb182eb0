// Single values of a dossier: numbers, days, codes and what closed lists hold.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads `true` or `false`; tells where it ends.
    func boolean(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        let word = text.word(at: place)
        let isTrue = word & 0xFFFF_FFFF == 0x6575_7274  // true
        guard isTrue || word & 0xFF_FFFF_FFFF == 0x65_736C_6166 else { return nil }  // false
        keep(index, number, isTrue ? .true : .false, 0, in: &nodes)
        return place + (isTrue ? 4 : 5)
    }

    /// Reads a number within its bounds; tells where it ends.
    func number(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        guard let (whole, wholeEnd) = text.wholeNumber(at: place) else { return nil }
        var value = Double(whole)
        var end = wholeEnd
        let isDecimal = schema.fields[index].kind == .decimal
        if isDecimal, text[end] == UInt8(ascii: ".") {
            guard let decimal = FlatDossier.decimal(whole, in: text, from: place, point: end)
            else { return nil }
            (value, end) = decimal
        }
        guard schema.fields[index].minimum <= value, value <= schema.fields[index].maximum else {
            return nil
        }
        let bits = isDecimal ? Int64(bitPattern: value.bitPattern) : whole
        keep(index, number, isDecimal ? .decimal : .integer, bits, in: &nodes)
        return end
    }

    /// A number with decimals, of 15 digits at most and without an exponent: one division rounds
    /// it as it must be (Clinger, 1990).
    private static func decimal(
        _ whole: Int64, in text: Span<UInt8>, from start: Int, point: Int
    ) -> (Double, Int)? {
        guard let (decimals, end) = text.digits(from: point + 1), end - start <= 16 else {
            return nil
        }
        var scale: Int64 = 1
        for _ in point + 1..<end { scale *= 10 }
        let value = Double(Int64(whole.magnitude) * scale + decimals) / Double(scale)
        return (text[start] == UInt8(ascii: "-") ? -value : value, end)
    }
}

// MARK: - Texts of a few forms

extension FlatDossier {
    /// Reads a text that must be one of some; tells where it ends.
    func code(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        let start = place + 1
        guard text[place] == UInt8(ascii: "\""),
            let length = codeLength(index, in: text, at: start),
            text[start + length] == UInt8(ascii: "\"")
        else { return nil }
        keep(index, number, .text, Int64(start), length: length, in: &nodes)
        return start + length + 1
    }

    /// The length of the code at a place, its quote not counted and maybe not there.
    @inline(__always)
    private func codeLength(_ index: Int, in text: Span<UInt8>, at place: Int) -> Int? {
        switch schema.fields[index].kind {
        case .country:
            let letters = Country.index(of: text[place], text[place + 1])
            return letters.map { schema.countries[$0] } == true ? 2 : nil
        case .identifier(let kind):
            return kind.admits(text.extracting(place..<place + kind.length)) ? kind.length : nil
        default:
            let word = text.word(at: place)
            let first = schema.fields[index].first
            for choice in first..<first + schema.fields[index].count
            where schema.choices[choice].stands(in: text, at: place, word, schema.words.span) {
                return schema.choices[choice].length - 1
            }
            return nil
        }
    }

    /// Reads a day; tells where it ends.
    mutating func day(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        guard text[place] == UInt8(ascii: "\"") else { return nil }
        let start = place + 1
        var end = start + Day.isoLength
        var day = Day(iso: text.extracting(start..<end))
        if schema.fields[index].acceptsDateTime, text[end] != UInt8(ascii: "\"") {
            guard let textEnd = text.plainEnd(from: start) else { return nil }
            end = textEnd
            day = Day(parisDateTime: String(decoding: bytes[start..<end], as: UTF8.self))
        }
        guard let day, text[end] == UInt8(ascii: "\"") else { return nil }
        if schema.fields[index].role == .deposeLe { deposeLe = day }
        keep(index, number, .day, Int64(day.ordinal), in: &nodes)
        return end + 1
    }
}
