// Free texts of a dossier, and the escapes in them.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads any text that stays as it is in form C; tells where it ends.
    mutating func text(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at place: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        let start = place + 1
        guard text[place] == UInt8(ascii: "\""), let end = text.plainEnd(from: start) else {
            return nil
        }
        guard text[end] == UInt8(ascii: "\"") else {
            return escapedText(index, number, in: text, at: start, firstEscape: end, into: &nodes)
        }
        guard end - start <= DossierReader.longestText,
            !schema.fields[index].isRequired || text.extracting(start..<end).isReadable
        else { return nil }
        keep(index, number, start..<end, in: &nodes)
        return end + 1
    }

    /// Adds the node of a text that stands, or will stand, at a range of `bytes`.
    @inline(__always)
    private mutating func keep(
        _ index: Int, _ number: Int32, _ range: Range<Int>, in nodes: inout OutputSpan<Node>
    ) {
        if schema.fields[index].role == .numero { numero = range }
        longestText = max(longestText, range.count)
        keep(
            index, number, .text, Int64(range.lowerBound), length: range.count, in: &nodes)
    }

    /// Reads a text with escapes into `decoded`; tells where it ends.
    private mutating func escapedText(
        _ index: Int, _ number: Int32, in text: Span<UInt8>, at start: Int, firstEscape: Int,
        into nodes: inout OutputSpan<Node>
    ) -> Int? {
        let first = decoded.count
        var runStart = start
        var place = firstEscape
        while true {
            decoded.append(contentsOf: bytes[runStart..<place])
            if text[place] == UInt8(ascii: "\"") { break }
            guard let escapeEnd = decodeEscape(in: text, at: place),
                let end = text.plainEnd(from: escapeEnd)
            else { return nil }
            (runStart, place) = (escapeEnd, end)
        }
        guard decoded.count - first <= DossierReader.longestText,
            !schema.fields[index].isRequired
                || decoded.span.extracting(first..<decoded.count).isReadable
        else { return nil }
        keep(index, number, decodedStart + first..<decodedStart + decoded.count, in: &nodes)
        return place + 1
    }

    /// Decodes the escape at a backslash; tells where it ends.
    private mutating func decodeEscape(in text: Span<UInt8>, at place: Int) -> Int? {
        let letter = text[place + 1]
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(letter)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"): return decodeUnit(in: text, at: place + 2)
        default: return nil
        }
        return place + 2
    }

    /// Decodes four hexadecimal digits; tells where they end.
    private mutating func decodeUnit(in text: Span<UInt8>, at place: Int) -> Int? {
        var value: UInt32 = 0
        for index in place..<place + 4 {
            guard let digit = FlatDossier.hexDigit(text[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20..<0x7F: decoded.append(UInt8(value))
        case _ where !Unicode.Scalar.isPlain(value): return nil
        case ..<0x800:
            decoded.append(0xC0 | UInt8(value >> 6))
            decoded.append(0x80 | UInt8(value & 0x3F))
        default:
            decoded.append(0xE0 | UInt8(value >> 12))
            decoded.append(0x80 | UInt8(value >> 6 & 0x3F))
            decoded.append(0x80 | UInt8(value & 0x3F))
        }
        return place + 4
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
