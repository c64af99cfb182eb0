// The encoding of policy files: UTF-8, without the byte zero, read as it is shown.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Checks the bytes of a policy file.
package enum PolicyEncoding {
    /// Whether a file is valid UTF-8 without NUL and without turned text; what it is instead, or its
    /// first fault, is reported.
    package static func check(_ findings: FileFindings) -> Bool {
        let source = findings.source
        if source.isOfficeDocument {
            findings.report(.officeDocument())
        } else if let encoding = source.foreignEncoding {
            findings.report(.foreignEncoding(encoding))
        } else if let offset = source.bytes.firstIndex(of: 0) {
            findings.report(.nulByte(), at: offset..<offset + 1)
        } else if let offset = source.firstWrongByte {
            findings.report(
                .wrongByte(source.wrongByteName(at: offset)), at: offset..<offset + 1)
        } else if let offset = firstTurn(in: source.bytes) {
            findings.report(.turnedText(), at: offset..<offset + 3)
        } else {
            return true
        }
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
}
