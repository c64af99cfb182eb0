// Texts and keys of JSON, with the faults that people make in them.
// SPDX-License-Identifier: MIT

extension JSONParser {
    /// The value in hand that is neither array nor object; nil when it starts none.
    mutating func scalar(_ byte: UInt8) -> JSONNode.Value? {
        if byte == UInt8(ascii: "\"") { return string().map { .string($0) } ?? .invalid }
        if let quote = wrongQuote(at: offset) {
            return wronglyQuoted(quote, isName: false).map { .string($0) } ?? .invalid
        }
        if startsNumber(byte) { return number() }
        return JSONParser.isLetter(byte) ? word() : nil
    }

    /// The key in hand, its name nil when it is broken; nil when none starts here.
    mutating func keyText(_ byte: UInt8) -> (name: String?, range: SourceRange)? {
        let start = offset
        if byte == UInt8(ascii: "\"") {
            let name = string()
            return (name, start..<offset)
        }
        if let quote = wrongQuote(at: offset) {
            let name = wronglyQuoted(quote, isName: true)
            return (name, start..<offset)
        }
        guard JSONParser.isLetter(byte) || JSONParser.isDigit(byte) else { return nil }
        while offset < bytes.count, isInBareKey(at: offset) {
            offset += scalar(at: offset).length
        }
        report(.bareKey(at: start..<offset, in: source))
        return (source.text(in: start..<offset), start..<offset)
    }

    private func isInBareKey(at offset: Int) -> Bool {
        let scalar = scalar(at: offset).scalar
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "_" || scalar == "-"
    }
}

// MARK: - Texts in straight double quotes

extension JSONParser {
    /// Reads a text at its opening quote; nil when a fault in it was reported.
    mutating func string() -> String? {
        let start = offset
        var decoded: [UInt8] = []
        var isGood = true
        var hasNewline = false
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            switch bytes[offset] {
            case UInt8(ascii: "\\"):
                if !escape(into: &decoded) { isGood = false }
            case 0x0A, 0x0D:
                if endsBeforeNewline() { return endUnterminated(start) }
                if !hasNewline { report(.newlineInText(at: offset, in: source)) }
                hasNewline = true
                isGood = false
                offset += 1
            case 0..<0x20:
                let run = controlRun()
                if isSound { report(.control(at: run, in: source)) }
                isGood = false
                offset = run.upperBound
            default:
                decoded.append(bytes[offset])
                offset += 1
            }
        }
        guard offset < bytes.count else { return endUnterminated(start) }
        offset += 1
        if isGlued() { return endAfterInnerQuotes() }
        return isGood ? text(decoded) : nil
    }

    /// The control in hand with those like it that follow, as a broken disk leaves zeros; a tab
    /// stands alone, for each has its own remedy.
    private func controlRun() -> SourceRange {
        let byte = bytes[offset]
        guard byte != 0x09 else { return offset..<offset + 1 }
        return offset..<(bytes[offset...].firstIndex { $0 != byte } ?? bytes.count)
    }

    private func text(_ decoded: [UInt8]) -> String? {
        hasWrongBytes
            ? String(validating: decoded, as: UTF8.self) : String(decoding: decoded, as: UTF8.self)
    }

    /// Whether what follows a line break looks like the rest of the file, not of the text.
    private func endsBeforeNewline() -> Bool {
        guard let next = bytes[offset...].first(where: { !JSONParser.isBlank($0) })
        else { return true }
        return "\"{}[]".utf8.contains(next)
    }

    /// Takes a text to end with its line; commas and closing brackets there are not of the text.
    private mutating func endUnterminated(_ start: Int) -> String? {
        let line = bytes[start + 1..<lineEnd(from: start)]
        let holdsBrackets = line.contains { "{[".utf8.contains($0) }
        let structure = holdsBrackets ? "," : ",]}"
        let tail = line.reversed().prefix { JSONParser.isBlank($0) || structure.utf8.contains($0) }
        offset = max(line.endIndex - tail.count, start + 1)
        report(.unterminated(at: start..<offset, in: source))
        return nil
    }

    /// Whether the text just closed touches something that cannot follow a text.
    private func isGlued() -> Bool {
        guard offset < bytes.count else { return false }
        return !JSONParser.isBlank(bytes[offset]) && !",:]}{[\"=;#/".utf8.contains(bytes[offset])
    }

    /// Reports a quote inside a text, and goes on after the quote that may close the text.
    private mutating func endAfterInnerQuotes() -> String? {
        report(.innerQuote(at: offset - 1..<offset, in: source))
        let end = lineEnd(from: offset)
        while offset < end {
            offset += 1
            guard bytes[offset - 1] == UInt8(ascii: "\"") else { continue }
            let next = bytes[offset..<end].first { !JSONParser.isBlank($0) }
            if next.map({ ",:]}".utf8.contains($0) }) ?? true { return nil }
        }
        return nil
    }

    /// Reads an escape at its backslash; false when it is wrong.
    private mutating func escape(into decoded: inout [UInt8]) -> Bool {
        let start = offset
        guard offset + 1 < bytes.count else {
            offset += 1
            return false
        }
        if bytes[offset + 1] == UInt8(ascii: "u") { return unicodeEscape(into: &decoded) }
        if let byte = JSONParser.escapes[bytes[offset + 1]] {
            decoded.append(byte)
            offset += 2
            return true
        }
        let isLineEnd = bytes[offset + 1] == 0x0A || bytes[offset + 1] == 0x0D
        offset += 1 + (isLineEnd ? 0 : scalar(at: offset + 1).length)
        if isSound { report(.wrongEscape(at: start..<offset, in: source)) }
        return false
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    /// Reads `\uXXXX`, or two of them for a scalar beyond U+FFFF.
    private mutating func unicodeEscape(into decoded: inout [UInt8]) -> Bool {
        let start = offset
        guard let unit = codeUnit(at: offset) else {
            let digits = bytes[(offset + 2)...].prefix(4).prefix { JSONParser.hexValue($0) != nil }
            offset += 2 + digits.count
            if isSound { report(.wrongEscape(at: start..<offset, in: source)) }
            return false
        }
        offset += 6
        var value = UInt32(unit)
        if (0xD800..<0xDC00).contains(unit), let low = codeUnit(at: offset),
            (0xDC00..<0xE000).contains(low)
        {
            offset += 6
            value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else {
            if isSound { report(.loneSurrogate(at: start..<offset, in: source)) }
            return false
        }
        decoded.append(contentsOf: String(scalar).utf8)
        return true
    }

    /// The number of the `\uXXXX` at an offset; nil when there is none.
    private func codeUnit(at offset: Int) -> UInt16? {
        guard holds("\\u", at: offset), offset + 6 <= bytes.count else { return nil }
        return bytes[offset + 2..<offset + 6].reduce(0) { value, byte in
            guard let value, let digit = JSONParser.hexValue(byte) else { return nil }
            return value << 4 | UInt16(digit)
        }
    }

    private static func hexValue(_ byte: UInt8) -> Int? {
        Character(Unicode.Scalar(byte)).hexDigitValue
    }
}

// MARK: - Texts in other quotes

extension JSONParser {
    /// Quotes that are not JSON's, and what may close each.
    struct WrongQuote {
        let opening: String
        let closing: [String]
    }

    private static let wrongQuotes = [
        WrongQuote(opening: "'", closing: ["'"]),
        WrongQuote(opening: "`", closing: ["`"]),
        WrongQuote(opening: "“", closing: ["”", "“", "\""]),
        WrongQuote(opening: "”", closing: ["”", "“", "\""]),
        WrongQuote(opening: "„", closing: ["”", "“", "\""]),
        WrongQuote(opening: "«", closing: ["»"]),
        WrongQuote(opening: "‘", closing: ["’", "‘"]),
        WrongQuote(opening: "’", closing: ["’", "‘"]),
    ]

    /// The wrong quote that opens a text at an offset.
    func wrongQuote(at offset: Int) -> WrongQuote? {
        let byte = bytes[offset]
        guard byte >= 0x80 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") else {
            return nil
        }
        return JSONParser.wrongQuotes.first { holds($0.opening, at: offset) }
    }

    /// Reads a text in wrong quotes, which must close on its line; nil when it does not.
    mutating func wronglyQuoted(_ quote: WrongQuote, isName: Bool) -> String? {
        let start = offset
        let end = lineEnd(from: start)
        var close = start + quote.opening.utf8.count
        while close < end {
            if let closing = quote.closing.first(where: { holds($0, at: close) }) {
                let inner = start + quote.opening.utf8.count..<close
                offset = close + closing.utf8.count
                let text = source.text(in: inner).trimmingSpaces
                let range = start..<offset
                let shown =
                    isName ? source.hidingFault(unlessName: text, at: range) : source.hidingFault
                report(.wrongQuotes(around: text, at: range, in: shown))
                return hasWrongBytes || text.utf8.contains(UInt8(ascii: "\\")) ? nil : text
            }
            close += 1
        }
        return endUnterminated(start)
    }
}

extension String {
    /// The text without the spaces that French guillemets hold.
    fileprivate var trimmingSpaces: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let scalars = unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(scalars[...last])
    }
}
