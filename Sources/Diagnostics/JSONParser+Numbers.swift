// Numbers and bare words of JSON.
// SPDX-License-Identifier: MIT

extension JSONParser {
    /// Whether a byte starts a number, even one that JSON does not take.
    func startsNumber(_ byte: UInt8) -> Bool {
        JSONParser.isDigit(byte) || "+-.".utf8.contains(byte)
    }

    /// Reads a number.
    mutating func number() -> JSONNode.Value {
        let start = offset
        while offset < bytes.count, isInNumber(at: offset) { offset += 1 }
        let range = start..<offset
        guard let isInteger = JSONParser.grammar(of: bytes[range]) else {
            report(.wrongNumber(at: range, in: source))
            return .invalid
        }
        let text = source.text(in: range)
        if isInteger, let value = Int64(text) { return .integer(value) }
        if !isInteger, let value = Double(text), value.isFinite { return .number(value) }
        report(.numberTooLarge(at: range, in: source))
        return .invalid
    }

    private func isInNumber(at offset: Int) -> Bool {
        let byte = bytes[offset]
        if JSONParser.isDigit(byte) || JSONParser.isLetter(byte) { return true }
        if byte == UInt8(ascii: "/") {
            return offset + 1 < bytes.count && JSONParser.isDigit(bytes[offset + 1])
        }
        return "+-.".utf8.contains(byte)
    }

    /// Whether a number that follows JSON's grammar is whole; nil when it does not follow it.
    static func grammar(of text: some Sequence<UInt8>) -> Bool? {
        var rest = Array(text)[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let whole = rest.prefix { isDigit($0) }
        guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else {
            return nil
        }
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty { return true }
        if rest.first == UInt8(ascii: ".") {
            let decimals = rest.dropFirst().prefix { isDigit($0) }
            guard !decimals.isEmpty else { return nil }
            rest = rest.dropFirst(1 + decimals.count)
        }
        if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
            rest.removeFirst()
            if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() }
            guard !rest.isEmpty else { return nil }
            rest = rest.drop { isDigit($0) }
        }
        return rest.isEmpty ? false : nil
    }

    /// Reads `true`, `false` or `null`, or a text that lacks its quotes.
    mutating func word() -> JSONNode.Value {
        let start = offset
        while offset < bytes.count, isInWord(at: offset) { offset += scalar(at: offset).length }
        switch source.text(in: start..<offset) {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default: break
        }
        if Diagnostic.meaning(ofWord: source.text(in: start..<offset)) == nil { extendBareText() }
        report(.unknownWord(at: start..<offset, in: source))
        return .invalid
    }

    private func isInWord(at offset: Int) -> Bool {
        let scalar = scalar(at: offset).scalar
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "_"
    }

    /// Takes all that stands before a comma, a bracket or the end of the line.
    private mutating func extendBareText() {
        while offset < bytes.count, !",]}\"\n\r".utf8.contains(bytes[offset]) { offset += 1 }
        while JSONParser.isBlank(bytes[offset - 1]) { offset -= 1 }
    }
}
