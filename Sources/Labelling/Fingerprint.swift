// The digest by which a verdict names what it was given on.
// SPDX-License-Identifier: MIT

import Crypto

/// SHA-256, as verdicts write it.
package enum Fingerprint {
    /// `sha256:` and the hexadecimal digest of bytes.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = SHA256.hash(data: Array(bytes)).flatMap { byte in
            [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
        }
        return "sha256:" + String(decoding: text, as: UTF8.self)
    }
}
