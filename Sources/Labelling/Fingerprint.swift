// The digest by which a verdict names what it was given on.
// SPDX-License-Identifier: MIT

import Crypto

/// SHA-256, as verdicts write it.
package enum Fingerprint {
    private static let prefix = Array("sha256:".utf8)
    private static let digits = Array("0123456789abcdef".utf8)

    /// `sha256:` and the hexadecimal digest of bytes.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        of(Array(bytes)[...])
    }

    /// `sha256:` and the hexadecimal digest of bytes that stand in a larger text.
    package static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var text = prefix
        text.reserveCapacity(prefix.count + 2 * SHA256.byteCount)
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
