// Numerals of Lua, and the values that Lua gives them.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Lexer {
    /// Reads a numeral as greedily as Lua does, then judges it.
    mutating func readNumber() -> Lexeme {
        let start = position
        let isHex = peek() == UInt8(ascii: "0") && peek(1).map { $0 | 0x20 } == UInt8(ascii: "x")
        let exponentMark = UInt8(ascii: isHex ? "p" : "e")
        position += isHex ? 2 : 1
        while let byte = peek() {
            if byte | 0x20 == exponentMark {
                position += 1
                if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { position += 1 }
            } else if byte.hexValue != nil || byte == UInt8(ascii: ".") {
                position += 1
            } else {
                break
            }
        }
        let touchesName = peek()?.isNameStart == true
        if touchesName { skipNameBytes() }
        let text = source.text(in: start..<position)
        let value = touchesName ? nil : Lexer.value(ofNumeral: bytes[start..<position])
        if value == nil { report(.malformedNumber(text, at: location(start..<position))) }
        result.numbers[result.tokens.count] = NumberLiteral(value: value ?? .integer(0), text: text)
        return .number
    }

    private mutating func skipNameBytes() {
        while let byte = peek(), byte.isNameStart || byte.isDigit { position += 1 }
    }

    /// The value of a numeral; nothing when it is not well formed.
    static func value(ofNumeral bytes: ArraySlice<UInt8>) -> NumberLiteral.Value? {
        let isHex = bytes.count > 1 && bytes[bytes.startIndex + 1] | 0x20 == UInt8(ascii: "x")
        guard let parts = NumeralParts(isHex ? bytes.dropFirst(2) : bytes, isHex: isHex) else {
            return nil
        }
        if parts.fraction == nil && parts.exponent == nil {
            if isHex { return .integer(wrappedInteger(hexDigits: parts.whole)) }
            if let integer = Int64(String(decoding: parts.whole, as: UTF8.self)) {
                return .integer(integer)
            }
        }
        return Double(parts.normalized(isHex: isHex)).map { .float($0) }
    }

    private static func wrappedInteger(hexDigits: ArraySlice<UInt8>) -> Int64 {
        let value = hexDigits.reduce(UInt64(0)) { value, digit in
            value << 4 | UInt64(digit.hexValue ?? 0)
        }
        return Int64(bitPattern: value)
    }
}

/// A numeral cut at its point and its exponent mark.
private struct NumeralParts {
    let whole: ArraySlice<UInt8>
    let fraction: ArraySlice<UInt8>?
    /// Sign and digits.
    let exponent: ArraySlice<UInt8>?

    /// Cuts a numeral without its `0x`; nothing when a part is malformed or no digit is left.
    init?(_ bytes: ArraySlice<UInt8>, isHex: Bool) {
        let mark = UInt8(ascii: isHex ? "p" : "e")
        let halves = bytes.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 | 0x20 == mark })
        let mantissa = halves[0].split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let isDigit = { (byte: UInt8) in isHex ? byte.hexValue != nil : byte.isDigit }
        guard mantissa.allSatisfy({ $0.allSatisfy(isDigit) }),
            mantissa.contains(where: { !$0.isEmpty })
        else { return nil }
        whole = mantissa[0]
        fraction = mantissa.count > 1 ? mantissa[1] : nil
        exponent = halves.count > 1 ? halves[1] : nil
        if let exponent {
            let isSigned =
                exponent.first == UInt8(ascii: "+") || exponent.first == UInt8(ascii: "-")
            let digits = exponent.dropFirst(isSigned ? 1 : 0)
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        }
    }

    /// The numeral with a digit on both sides of its point and an exponent, as Swift reads it.
    func normalized(isHex: Bool) -> String {
        let whole = String(decoding: whole, as: UTF8.self)
        let fraction = String(decoding: fraction ?? [], as: UTF8.self)
        let exponent = exponent.map { String(decoding: $0, as: UTF8.self) } ?? "0"
        return (isHex ? "0x" : "") + "0\(whole).\(fraction)0" + (isHex ? "p" : "e") + exponent
    }
}
