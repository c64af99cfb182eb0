// Names, and the characters that a word processor or another language leaves in a text.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Lexer {
    /// Reads a name or a keyword; a name with letters out of ASCII is reported and kept as a name.
    mutating func readName() -> Lexeme {
        let start = position
        while let byte = peek(), byte.isNameStart || byte.isDigit { position += 1 }
        if let byte = peek(), byte >= 0x80, Lexer.isNamePart(scalar(at: position).value) {
            return readForeignName(from: start)
        }
        guard (2...8).contains(position - start), bytes[start] >= UInt8(ascii: "a") else {
            return .name
        }
        let word = Lexeme.packed(bytes[start..<position])
        return Lexeme.keywords.first { $0.spelling == word }?.lexeme ?? .name
    }

    /// The scalar at an offset, U+FFFD when the bytes are wrong, and how many bytes it takes.
    func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
        let slice = bytes[offset..<min(offset + 4, limit)]
        let text = String(decoding: slice, as: UTF8.self).unicodeScalars
        guard let first = text.first else { return ("\u{FFFD}", 0) }
        let isWrong = first == "\u{FFFD}" && !slice.starts(with: "\u{FFFD}".utf8)
        return (first, isWrong ? 1 : first.utf8.count)
    }

    /// Reads a character that is no part of Lua, and repairs it where what was meant is plain.
    mutating func readForeign() -> Lexeme {
        let start = position
        let (scalar, length) = scalar(at: position)
        if !isFull, let closing = Lexer.typographicQuotes[scalar] {
            return readTypographic(closing)
        }
        if scalar.properties.isAlphabetic { return readForeignName(from: start) }
        position += length
        if scalar == "!" {
            if peek() == UInt8(ascii: "=") { position += 1 }
            let meant: Lexeme = position - start == 2 ? .notEqual : .not
            report(
                .foreignOperator(
                    source.text(in: start..<position), meant: meant.rawValue,
                    at: location(start..<position)))
            return meant
        }
        let meant = Lexer.lookalikes[scalar]
        report(.unknownCharacter(scalar, meant: meant?.rawValue, at: location(start..<position)))
        if meant == nil { result.damage.append(start) }
        return meant ?? .unknown
    }

    /// Reads `&&` and `||`, which no Lua text holds, as the words that they mean.
    mutating func repairDoubled(_ lexeme: Lexeme) -> Lexeme? {
        guard lexeme == .ampersand || lexeme == .pipe, peek(1) == peek() else { return nil }
        let meant: Lexeme = lexeme == .ampersand ? .and : .or
        let range = position..<position + 2
        position += 2
        report(
            .foreignOperator(
                source.text(in: range), meant: meant.rawValue, at: location(range)))
        return meant
    }

    /// Reads `=>`, `=<` and `<>`, which no Lua text holds, as the comparisons that they mean.
    mutating func repairMirrored() -> Lexeme? {
        guard let byte = peek(), let next = peek(1),
            let meant = Lexer.mirrored(Unicode.Scalar(byte), Unicode.Scalar(next))
        else { return nil }
        let range = position..<position + 2
        position += 2
        report(
            .foreignOperator(
                source.text(in: range), meant: meant.rawValue, at: location(range)))
        return meant
    }

    private static func mirrored(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Lexeme? {
        switch (first, second) {
        case ("=", ">"): .greaterOrEqual
        case ("=", "<"): .lessOrEqual
        case ("<", ">"): .notEqual
        default: nil
        }
    }

    /// Skips one space that is no space for Lua, and reports it.
    mutating func skipForeignSpace() -> Bool {
        let (scalar, length) = scalar(at: position)
        guard Lexer.foreignSpaces.contains(scalar) else { return false }
        let range = position..<position + length
        report(.foreignSpace(scalar, at: location(range)))
        position += length
        return true
    }

    private static let typographicQuotes: [Unicode.Scalar: [Unicode.Scalar]] = [
        "“": ["”", "“"], "”": ["”", "“"], "„": ["“", "”"], "«": ["»"], "»": ["«"],
        "‘": ["’", "‘"], "’": ["’", "‘"], "‚": ["‘", "’"],
    ]

    private static let lookalikes: [Unicode.Scalar: Lexeme] = [
        "–": .minus, "—": .minus, "−": .minus, "×": .star, "÷": .slash, "≠": .notEqual,
        "≤": .lessOrEqual, "≥": .greaterOrEqual, "…": .concat,
    ]

    private static let foreignSpaces: Set<Unicode.Scalar> = [
        "\u{A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\u{200B}", "\u{2028}", "\u{2029}",
        "\u{3000}", "\u{FEFF}",
    ]

    /// Reads a text between typographic quotes as a string when its end stands on the same line.
    private mutating func readTypographic(_ closing: [Unicode.Scalar]) -> Lexeme {
        let start = position
        position += scalar(at: position).length
        let opening = source.text(in: start..<position)
        var value = StringBytes()
        while let byte = peek(), !byte.isLineEnd {
            let (next, length) = scalar(at: position)
            if closing.contains(next) {
                result.strings[result.tokens.count] = value.literal(end: position, isLong: false)
                position += length
                let content = String(decoding: value.bytes, as: UTF8.self)
                report(
                    .typographicQuotes(
                        opening, content: content, at: location(start..<position)))
                return .string
            }
            for offset in position..<position + length { value.append(bytes[offset], from: offset) }
            position += length
        }
        position = start + opening.utf8.count
        result.damage.append(start)
        report(.typographicQuotes(opening, content: nil, at: location(start..<position)))
        return .unknown
    }

    private mutating func readForeignName(from start: Int) -> Lexeme {
        while let byte = peek() {
            let (scalar, length) = scalar(at: position)
            guard byte.isNameStart || byte.isDigit || (byte >= 0x80 && Lexer.isNamePart(scalar))
            else { break }
            position += length
        }
        let range = start..<position
        let name = source.text(in: range)
        report(.nonASCIIName(name, meant: Lexer.unaccented(name), at: location(range)))
        return .name
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    /// The name in ASCII; nothing when a letter has no plain form.
    static func unaccented(_ name: String) -> String? {
        var result = ""
        for scalar in name.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let plain = plainLetters[scalar] {
                result += plain
            } else if scalar.properties.generalCategory != .nonspacingMark {
                return nil
            }
        }
        return result
    }

    private static let plainLetters: [Unicode.Scalar: String] = {
        let groups = [
            "a": "àâäáãå", "c": "ç", "e": "éèêë", "i": "îïíì", "n": "ñ", "o": "ôöóòõ",
            "u": "ùûüú", "y": "ÿý", "oe": "œ", "ae": "æ", "A": "ÀÂÄÁÃÅ", "C": "Ç", "E": "ÉÈÊË",
            "I": "ÎÏÍÌ", "N": "Ñ", "O": "ÔÖÓÒÕ", "U": "ÙÛÜÚ", "Y": "ŸÝ", "OE": "Œ", "AE": "Æ",
        ]
        var letters: [Unicode.Scalar: String] = [:]
        for (plain, accented) in groups {
            for scalar in accented.unicodeScalars { letters[scalar] = plain }
        }
        return letters
    }()
}
