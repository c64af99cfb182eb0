// The encoding of policy files: UTF-8, without the byte zero, read as it is shown.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Checks the bytes of a policy file.
package enum PolicyEncoding {
    /// Whether a file is valid UTF-8 without NUL and without turned text; its first fault is reported.
    package static func check(_ findings: FileFindings) -> Bool {
        let bytes = findings.source.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            findings.report(.utf16(), at: 0..<0)
            return false
        }
        if let offset = bytes.firstIndex(of: 0) {
            findings.report(.nulByte(), at: offset..<offset + 1)
            return false
        }
        if let offset = firstWrongByte(in: bytes) {
            findings.report(.wrongByte(bytes[offset]), at: offset..<offset + 1)
            return false
        }
        guard let offset = firstTurn(in: bytes) else { return true }
        findings.report(.turnedText(), at: offset..<offset + 3)
        return false
    }

    /// Where the first sign stands that turns the direction of what follows on a screen: with one,
    /// an officer does not read what the engine reads.
    ///
    /// Of valid UTF-8; the signs are U+202A to U+202E and U+2066 to U+2069.
    private static func firstTurn(in bytes: [UInt8]) -> Int? {
        bytes.indices.first { offset in
            guard bytes[offset] == 0xE2 else { return false }
            switch (bytes[offset + 1], bytes[offset + 2]) {
            case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
            default: return false
            }
        }
    }

    private static func firstWrongByte(in bytes: [UInt8]) -> Int? {
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        return min(offset, bytes.count - 1)
    }
}
