// The encoding of policy files: UTF-8, without the byte zero.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Checks the bytes of a policy file.
package enum PolicyEncoding {
    /// Whether a file is valid UTF-8 without NUL; its first wrong byte is reported.
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
        guard let offset = firstWrongByte(in: bytes) else { return true }
        findings.report(.wrongByte(bytes[offset]), at: offset..<offset + 1)
        return false
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
