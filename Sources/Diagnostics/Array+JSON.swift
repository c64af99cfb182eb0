// JSON written straight into bytes.
// SPDX-License-Identifier: MIT

extension [UInt8] {
    /// Appends a text as a JSON string, in its quotes.
    package mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        appendEscaped(text)
        append(UInt8(ascii: "\""))
    }

    /// Appends a text in UTF-8 as a JSON string, in its quotes.
    package mutating func appendJSON(_ text: ArraySlice<UInt8>) {
        append(UInt8(ascii: "\""))
        let start = count
        append(contentsOf: text)
        if needsEscapes(from: start) { escape(from: start) }
        append(UInt8(ascii: "\""))
    }

    /// Appends what stands between the quotes of a JSON string.
    ///
    /// The text in UTF-8 as it is; only `"`, `\` and control characters are escaped.
    package mutating func appendEscaped(_ text: String) {
        let start = count
        append(contentsOf: text.utf8)
        if needsEscapes(from: start) { escape(from: start) }
    }

    /// Appends `true` or `false`.
    package mutating func appendJSON(_ flag: Bool) {
        append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Appends an integer in decimal digits.
    package mutating func appendJSON(_ number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        appendDigits(of: number.magnitude)
    }

    /// Appends the shortest form that reads back as the same number; `null` where JSON has none.
    package mutating func appendJSON(_ number: Double) {
        append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    }

    private mutating func appendDigits(of number: UInt64) {
        if number >= 10 { appendDigits(of: number / 10) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Whether a quote, a backslash or a control character stands in the bytes from a place on.
    private func needsEscapes(from start: Int) -> Bool {
        let blocks = start + (count - start) / 32 * 32
        if blocks > start, holdsEscapes(start..<blocks) { return true }
        // From the last byte of the blocks on, which may begin a control.
        let rest = Swift.max(start, blocks - 1)
        let marks = JSONMarks.ofBytes.span
        let bytes = span
        var found: UInt8 = 0
        for index in rest..<bytes.count { found |= marks[Int(bytes[index])] }
        return found != 0 && holdsEscapes(rest..<count)
    }

    /// Whether one of them stands in a range.
    private func holdsEscapes(_ range: Range<Int>) -> Bool {
        var found: UInt8 = 0
        var previous: UInt8 = 0
        // One expression without branches: the compiler then looks at 32 bytes at once.
        for byte in self[range] {
            found |=
                (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
                | (byte == 0x7F ? 1 : 0)
            // The controls from U+0080 to U+009F take two bytes.
            found |= (previous == 0xC2 ? 1 : 0) & (byte < 0xA0 ? 1 : 0)
            previous = byte
        }
        return found != 0
    }

    private mutating func escape(from start: Int) {
        let text = Array(self[start...])
        removeSubrange(start...)
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case 0x22, 0x5C: append(contentsOf: [0x5C, byte])
            case 0x0A: append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0D: append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0x09: append(contentsOf: [0x5C, UInt8(ascii: "t")])
            case 0x00..<0x20, 0x7F: appendCode(byte)
            case 0xC2 where text[index + 1] < 0xA0: continue
            case 0x80..<0xA0 where text[index - 1] == 0xC2: appendCode(byte)
            default: append(byte)
            }
        }
    }

    /// Appends `\u00` and two hexadecimal digits.
    private mutating func appendCode(_ byte: UInt8) {
        append(contentsOf: "\\u00".utf8)
        for digit in [byte >> 4, byte & 0xF] {
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

/// The bytes that cannot stand in a JSON string, or may begin what cannot.
private enum JSONMarks {
    /// By byte, 0 for those that are written as they are whatever follows.
    static let ofBytes: [UInt8] = (0...0xFF).map { byte in
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 ? 1 : 0
    }
}
