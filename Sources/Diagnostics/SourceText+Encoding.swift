// In what a file is written: UTF-8, or something that only looks like text elsewhere.
// SPDX-License-Identifier: MIT

extension SourceText {
    /// The name of a Unicode encoding that is not UTF-8; nil for UTF-8 and for what has no sign.
    package var foreignEncoding: String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        // Without a mark: such files start with ASCII characters, which other encodings pad.
        let nulls = bytes.prefix(4).map { $0 == 0 }
        switch nulls {
        case [false, true, true, true], [true, true, true, false]: return "UTF-32"
        case [false, true, false, true], [true, false, true, false]: return "UTF-16"
        case [false, true], [true, false]: return "UTF-16"
        default: return nil
        }
    }

    /// Whether it is an archive, as office documents are, or a PDF.
    package var isOfficeDocument: Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: "%PDF".utf8)
            || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// The offset of the first byte that is not UTF-8.
    package var firstWrongByte: Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }

    /// A byte that is not UTF-8 for a French reader: `octet 0xE9 (« é » en Windows-1252)`.
    package func wrongByteName(at offset: Int) -> String {
        let byte = bytes[offset]
        let number = "0x" + String(byte, radix: 16, uppercase: true)
        let likely = byte.inWindows1252.map { " (\(String($0).quotedToken) en Windows-1252)" }
        return "octet \(number)\(likely ?? "")"
    }
}

extension UInt8 {
    /// The character that Windows-1252 has for it, for those of French.
    fileprivate var inWindows1252: Character? {
        let others: [UInt8: Character] = [
            0x80: "€", 0x85: "…", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”",
            0x96: "–", 0x97: "—", 0x9C: "œ",
        ]
        return self > 0xA0 ? Character(Unicode.Scalar(self)) : others[self]
    }
}
