// The bytes between values: blanks, comments, and what can stand nowhere.
// SPDX-License-Identifier: MIT

extension JSONParser {
    static func isBlank(_ byte: UInt8) -> Bool { JSONReader.isBlank(byte) }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    /// Whether the byte in hand starts a value or a key, even one written wrongly.
    func startsItem(_ byte: UInt8) -> Bool {
        JSONParser.isLetter(byte) || startsNumber(byte) || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
            || wrongQuote(at: offset) != nil
    }

    /// Whether the file holds these bytes at an offset.
    func holds(_ text: String, at offset: Int) -> Bool {
        bytes[min(offset, bytes.count)...].starts(with: text.utf8)
    }

    /// The scalar at an offset and its length; U+FFFD for a byte that is not UTF-8.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        var iterator = bytes[offset...].prefix(4).makeIterator()
        var decoder = Unicode.UTF8.ForwardParser()
        guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else {
            return ("\u{FFFD}", 1)
        }
        return (Unicode.UTF8.decode(encoded), encoded.count)
    }

    /// Skips blanks, and comments with a report each.
    mutating func skipBlanks() {
        while offset < bytes.count {
            if JSONParser.isBlank(bytes[offset]) {
                offset += 1
            } else if let end = commentEnd() {
                report(.comment(at: offset..<end, in: source))
                offset = end
            } else {
                return
            }
        }
    }

    /// The end of the comment in hand; nil when there is none.
    private func commentEnd() -> Int? {
        if holds("/*", at: offset) {
            var end = offset + 2
            while end < bytes.count, !holds("*/", at: end) { end += 1 }
            return min(end + 2, bytes.count)
        }
        guard holds("//", at: offset) || holds("#", at: offset) else { return nil }
        return lineEnd(from: offset)
    }

    /// The offset of the end of the line that holds an offset, its line feed left out.
    func lineEnd(from offset: Int) -> Int {
        bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    }

    /// The characters, one at least, up to where reading can go on.
    func unexpectedRun() -> SourceRange {
        var end = offset + scalar(at: offset).length
        while end < bytes.count {
            let byte = bytes[end]
            let isStructure = "{}[],:\"'".utf8.contains(byte)
            if isStructure || JSONParser.isBlank(byte) || JSONParser.isLetter(byte)
                || JSONParser.isDigit(byte) || wrongQuote(at: end) != nil
            {
                break
            }
            end += scalar(at: end).length
        }
        return offset..<end
    }
}
