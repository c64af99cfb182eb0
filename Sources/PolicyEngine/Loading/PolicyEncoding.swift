// The encoding of policy files: UTF-8, without the byte zero.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Checks the bytes of a policy file.
package enum PolicyEncoding {
    /// Whether a file is valid UTF-8 without NUL; what it is instead, or its first wrong byte, is
    /// reported.
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
        } else {
            return true
        }
        return false
    }
}
