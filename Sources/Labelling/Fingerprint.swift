// The digest by which a verdict names what it was given on.
// SPDX-License-Identifier: MIT

import Crypto

/// SHA-256, as verdicts write it.
package enum Fingerprint {
    /// `sha256:` and the hexadecimal digest of bytes.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        let digits = SHA256.hash(data: Array(bytes)).flatMap { byte in
            [byte >> 4, byte & 0xF].map { String($0, radix: 16) }
        }
        return "sha256:" + digits.joined()
    }
}
