// Names and listed texts, kept so that they compare with a dossier's bytes by words.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A text of JSON with its closing quote, of which no byte needs an escape.
struct FlatName: Hashable, Sendable {
    /// The first eight bytes, the first one lowest; what lies past the end is zero.
    let head: UInt64
    /// The bits of `head` that count.
    let mask: UInt64
    /// The bytes, the closing quote included.
    let length: Int
    /// Where the words after the first one start in `FlatSchema.words`.
    let rest: Int

    /// Keeps a text; words after the first one are added to `words`.
    init(_ text: String, words: inout [UInt64]) {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\"")]
        length = bytes.count
        head = FlatName.word(bytes[...])
        mask = FlatName.mask(ofBytes: bytes.count)
        rest = words.count
        var offset = 8
        while offset < bytes.count {
            words.append(FlatName.word(bytes[offset...]))
            offset += 8
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The bits of as many bytes as a word has at most.
    static func mask(ofBytes count: Int) -> UInt64 {
        count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
    }

    /// Whether a text is written in JSON as it is read: no escape, nothing to normalise, not blank.
    static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.isStableInFormC && !scalar.isControl && scalar != "\"" && scalar != "\\"
        } && !text.isBlank && text.utf8.count <= DossierReader.longestText
    }
}
