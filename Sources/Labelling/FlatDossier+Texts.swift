// Free texts of a dossier, and the escapes in them.
// SPDX-License-Identifier: MIT

extension FlatDossier {
    /// Reads any text that stays as it is in form C; tells where it ends.
    mutating func text(_ field: FlatSchema.Field, _ number: Int32, at place: Int) -> Int? {
        guard bytes[place] == UInt8(ascii: "\""), let end = plainEnd(from: place + 1) else {
            return nil
        }
        guard bytes[end] == UInt8(ascii: "\"") else {
            return escapedText(field, number, at: place + 1, firstEscape: end)
        }
        let text = place + 1..<end
        guard text.count <= DossierReader.longestText,
            !field.isRequired || FlatDossier.isReadable(bytes.span.extracting(text))
        else { return nil }
        if field.role == .numero { numero = text }
        keep(.text, Int64(text.lowerBound), length: text.count, of: field, number)
        return end + 1
    }

    /// Where the next quote or backslash stands; nil when a character before it may be refused or
    /// normalised.
    func plainEnd(from start: Int) -> Int? {
        var place = start
        while true {
            place = asciiEnd(from: place)
            switch bytes[place] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return place
            case 0xC2...0xCB:
                let value = UInt32(bytes[place] & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F)
                guard bytes[place + 1] & 0xC0 == 0x80, FlatDossier.isPlain(value) else {
                    return nil
                }
                place += 2
            case 0xE2:
                let value =
                    0x2000 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
                guard bytes[place + 1] & 0xC0 == 0x80, bytes[place + 2] & 0xC0 == 0x80,
                    FlatDossier.isPlain(value)
                else { return nil }
                place += 3
            default: return nil
            }
        }
    }

    /// The first byte that is a quote, a backslash, a control or no ASCII.
    private func asciiEnd(from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        var place = start
        while true {
            let word = word(at: place)
            let quotes = word ^ 0x2222_2222_2222_2222
            let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
            // Borrows reach only bytes after one that is found, and the first one is what counts.
            let found =
                (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
                | (word &- 0x2020_2020_2020_2020) | word | ((word & ~high) &+ ones)
            if found & high != 0 { return place + (found & high).trailingZeroBitCount / 8 }
            place += 8
        }
    }

    /// Whether a text may hold a character beyond ASCII and stay as it is.
    private static func isPlain(_ value: UInt32) -> Bool {
        value >= 0xA0 && Unicode.Scalar.isStableInFormC(value)
    }

    /// Whether a text is surely more than white space.
    private static func isReadable(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            // All that is white beyond ASCII starts with one of these, as do some letters and signs.
            if byte > 0x20, byte != 0xC2, byte != 0xE2, byte & 0xC0 != 0x80 { return true }
        }
        return false
    }
}

// MARK: - Escapes

extension FlatDossier {
    /// Reads a text from its first escape on, into `decoded`.
    private mutating func escapedText(
        _ field: FlatSchema.Field, _ number: Int32, at start: Int, firstEscape: Int
    ) -> Int? {
        let first = decoded.count
        var runStart = start
        var place = firstEscape
        while bytes[place] != UInt8(ascii: "\"") {
            decoded.append(contentsOf: bytes[runStart..<place])
            guard let escapeEnd = decodeEscape(at: place), let end = plainEnd(from: escapeEnd)
            else { return nil }
            runStart = escapeEnd
            place = end
        }
        decoded.append(contentsOf: bytes[runStart..<place])
        let text = first..<decoded.count
        guard text.count <= DossierReader.longestText,
            !field.isRequired || FlatDossier.isReadable(decoded.span.extracting(text))
        else { return nil }
        let offset = decodedStart + first
        if field.role == .numero { numero = offset..<offset + text.count }
        keep(.text, Int64(offset), length: text.count, of: field, number)
        return place + 1
    }

    /// Decodes the escape at a backslash; tells where it ends.
    private mutating func decodeEscape(at place: Int) -> Int? {
        switch bytes[place + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            decoded.append(bytes[place + 1])
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"): return decodeUnit(at: place + 2)
        default: return nil
        }
        return place + 2
    }

    /// Decodes four hexadecimal digits; tells where they end.
    private mutating func decodeUnit(at place: Int) -> Int? {
        var value: UInt32 = 0
        for index in place..<place + 4 {
            guard let digit = FlatDossier.hexDigit(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        switch value {
        case 0x20..<0x7F, 0x09, 0x0A, 0x0D: decoded.append(UInt8(value))
        case _ where !FlatDossier.isPlain(value): return nil
        case 0x80..<0x800:
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
