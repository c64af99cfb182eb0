// Names and listed texts, kept so that they compare with a dossier's bytes by words.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A text of JSON with its closing quote, of which no byte needs an escape.
struct FlatName: Sendable {
    /// The first eight bytes, the first one lowest; what lies past the end is zero.
    private let head: UInt64
    /// The bits of `head` that count.
    private let mask: UInt64
    /// The last eight bytes, where there are more than eight.
    private let tail: UInt64
    /// Where the words between them start in the list given.
    private let middle: Int
    /// The bytes, the closing quote included.
    let length: Int

    /// Keeps a text; the words between its first and its last eight bytes are added to `words`.
    init(_ text: String, words: inout [UInt64]) {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\"")]
        length = bytes.count
        head = FlatName.word(bytes[...])
        mask = bytes.count < 8 ? (1 << UInt64(bytes.count * 8)) - 1 : .max
        tail = FlatName.word(bytes.suffix(8))
        middle = words.count
        var offset = 8
        while offset + 8 < bytes.count {
            words.append(FlatName.word(bytes[offset...]))
            offset += 8
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether it stands at a place of a text, where the word `first` does.
    @inline(__always)
    func stands(in text: Span<UInt8>, at place: Int, _ first: UInt64, _ words: Span<UInt64>)
        -> Bool
    {
        guard (first ^ head) & mask == 0 else { return false }
        if length <= 8 { return true }
        var offset = 8
        var index = middle
        while offset + 8 < length {
            guard text.word(at: place + offset) == words[index] else { return false }
            offset += 8
            index += 1
        }
        return text.word(at: place + length - 8) == tail
    }

    /// Whether a text is written in JSON as it is read: no escape, nothing to normalise, not blank.
    static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.isStableInFormC && !scalar.isControl && scalar != "\"" && scalar != "\\"
        } && !text.isBlank && text.utf8.count <= DossierReader.longestText
    }
}
