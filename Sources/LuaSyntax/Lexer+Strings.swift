// Strings of Lua: quoted with escapes, and between long brackets.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Lexer {
    /// A string's bytes while they are read, each with its place in the source.
    struct StringBytes {
        var bytes: [UInt8] = []
        var offsets = LiteralOffsets(0..<0)

        /// Adds one byte that comes from an offset.
        mutating func append(_ byte: UInt8, from offset: Int) {
            bytes.append(byte)
            offsets.append(offset)
        }

        /// The literal, given where its closing delimiter stands.
        consuming func literal(end: Int, isLong: Bool) -> StringLiteral {
            offsets.append(end)
            return StringLiteral(bytes: bytes, offsets: offsets, isLong: isLong)
        }
    }

    /// Reads a string between quotes.
    mutating func readString(quote: UInt8) -> Lexeme {
        let start = position
        position += 1
        let plain = position
        while let byte = peek(), byte != quote, byte != UInt8(ascii: "\\"), !byte.isLineEnd {
            position += 1
        }
        var value = StringBytes(
            bytes: Array(bytes[plain..<position]), offsets: LiteralOffsets(plain..<position))
        while let byte = peek(), byte != quote, !byte.isLineEnd {
            if byte == UInt8(ascii: "\\") {
                readEscape(into: &value)
            } else {
                value.append(byte, from: position)
                position += 1
            }
        }
        keep(value.literal(end: position, isLong: false))
        if peek() == quote {
            position += 1
        } else {
            result.damage.append(start)
            report(.unfinishedString(quote: quote, at: location(start..<position)))
        }
        return .string
    }

    /// Reads `[`, or a whole string between long brackets.
    mutating func readOpenBracket() -> Lexeme {
        let start = position
        guard let level = longBracketLevel() else {
            if peek(1) == UInt8(ascii: "=") {
                position += 1
                while peek() == UInt8(ascii: "=") { position += 1 }
                result.damage.append(start)
                report(.malformedLongBracket(at: location(start..<position)))
            } else {
                position += 1
            }
            return .openBracket
        }
        if let literal = readLongText(level: level) {
            keep(literal)
        } else {
            keep(StringBytes().literal(end: position, isLong: true))
            result.damage.append(start)
            report(.unfinishedLongString(level: level, at: location(start..<start + level + 2)))
        }
        return .string
    }

    /// The number of `=` of the long bracket that opens at the next byte, if one does.
    func longBracketLevel() -> Int? {
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    /// Reads from an opening long bracket to its closing one; nothing when the text ends before.
    mutating func readLongText(level: Int) -> StringLiteral? {
        var value = StringBytes()
        position += level + 2
        if peek()?.isLineEnd == true { skipLineEnd() }
        while let byte = peek() {
            if byte == UInt8(ascii: "]"), closesLongBracket(level: level) {
                let literal = value.literal(end: position, isLong: true)
                position += level + 2
                return literal
            }
            if byte.isLineEnd {
                value.append(UInt8(ascii: "\n"), from: position)
                skipLineEnd()
            } else {
                value.append(byte, from: position)
                position += 1
            }
        }
        return nil
    }

    private func closesLongBracket(level: Int) -> Bool {
        for distance in 0..<level where peek(1 + distance) != UInt8(ascii: "=") { return false }
        return peek(1 + level) == UInt8(ascii: "]")
    }

    /// Skips one end of line: LF, CR, CRLF or LFCR.
    private mutating func skipLineEnd() {
        let first = peek()
        position += 1
        if let second = peek(), second.isLineEnd, second != first { position += 1 }
    }

    private mutating func keep(_ literal: StringLiteral) {
        result.strings[result.tokens.count] = literal
    }
}

// MARK: - Escapes

extension Lexer {
    private static let simpleEscapes: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
        UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "\""): 0x22,
        UInt8(ascii: "'"): 0x27,
    ]

    /// Reads an escape from its backslash on; a wrong one is reported and read as nothing.
    private mutating func readEscape(into value: inout StringBytes) {
        let start = position
        position += 1
        guard let byte = peek() else { return }
        if let simple = Lexer.simpleEscapes[byte] {
            position += 1
            value.append(simple, from: start)
        } else if byte.isLineEnd {
            skipLineEnd()
            value.append(UInt8(ascii: "\n"), from: start)
        } else if byte == UInt8(ascii: "z") {
            position += 1
            while let space = peek(), space.isSpace { position += 1 }
        } else if byte == UInt8(ascii: "x") {
            readHexEscape(from: start, into: &value)
        } else if byte == UInt8(ascii: "u") {
            readUnicodeEscape(from: start, into: &value)
        } else if byte.isDigit {
            readDecimalEscape(from: start, into: &value)
        } else {
            position += scalar(at: position).length
            report(.unknownEscape(text(from: start), at: location(start..<position)))
        }
    }

    private mutating func readHexEscape(from start: Int, into value: inout StringBytes) {
        position += 1
        guard let high = peek()?.hexValue, let low = peek(1)?.hexValue else {
            if peek()?.hexValue != nil { position += 1 }
            return report(.malformedHexEscape(text(from: start), at: location(start..<position)))
        }
        position += 2
        value.append(high << 4 | low, from: start)
    }

    private mutating func readDecimalEscape(from start: Int, into value: inout StringBytes) {
        var number = 0
        for _ in 0..<3 {
            guard let digit = peek(), digit.isDigit else { break }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
            position += 1
        }
        guard let byte = UInt8(exactly: number) else {
            return report(.decimalEscapeTooLarge(text(from: start), at: location(start..<position)))
        }
        value.append(byte, from: start)
    }

    private mutating func readUnicodeEscape(from start: Int, into value: inout StringBytes) {
        position += 1
        guard peek() == UInt8(ascii: "{"), peek(1)?.hexValue != nil else {
            return report(.malformedUnicodeEscape(at: location(start..<position)))
        }
        position += 1
        var number: UInt64 = 0
        while let digit = peek()?.hexValue {
            number = min(number << 4 | UInt64(digit), 1 << 40)
            position += 1
        }
        guard peek() == UInt8(ascii: "}") else {
            return report(.malformedUnicodeEscape(at: location(start..<position)))
        }
        position += 1
        guard number < 1 << 31 else {
            return report(.unicodeEscapeTooLarge(at: location(start..<position)))
        }
        for byte in Lexer.encode(number) { value.append(byte, from: start) }
    }

    /// The UTF-8 bytes of a number under 2^31, up to six as in the first UTF-8 (RFC 2279).
    static func encode(_ number: UInt64) -> [UInt8] {
        guard number >= 0x80 else { return [UInt8(number)] }
        var rest = number
        var firstByteMaximum: UInt64 = 0x3F
        var tail: [UInt8] = []
        repeat {
            tail.append(UInt8(0x80 | (rest & 0x3F)))
            rest >>= 6
            firstByteMaximum >>= 1
        } while rest > firstByteMaximum
        let first = UInt8(truncatingIfNeeded: (~firstByteMaximum << 1) | rest)
        return [first] + tail.reversed()
    }

    private func text(from start: Int) -> String { source.text(in: start..<position) }
}
