// Prints a text back from its tokens: the same bytes as were read.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Chunk {
    /// The bytes of the text, comments and blank space included.
    public func printed() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count)
        for token in tokens {
            for trivia in token.trivia { bytes += source.bytes[trivia.range] }
            bytes += source.bytes[token.range]
        }
        return bytes
    }
}
