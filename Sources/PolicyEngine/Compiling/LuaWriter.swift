// Writes Lua text so that every piece stays on the line where its original stands.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// A growing Lua text that keeps the lines of the text that it comes from.
struct LuaWriter {
    private var bytes: [UInt8] = []
    /// The line on which the next piece starts, from 1.
    private(set) var line = 1

    /// What was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds a piece; line ends in it count.
    mutating func write(_ piece: String) {
        bytes += piece.utf8
        for byte in piece.utf8 where byte == 0x0A { line += 1 }
    }

    /// Adds line ends until `target`; a line already passed is left alone.
    mutating func move(toLine target: Int) {
        while line < target { write("\n") }
    }

    /// A Lua literal, without line ends, that denotes the given bytes.
    static func quoted(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        let isText = String(validating: bytes, as: UTF8.self) != nil
        var literal: [UInt8] = [UInt8(ascii: "\"")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                literal += [UInt8(ascii: "\\"), byte]
            case _ where byte < 0x20 || byte == 0x7F || byte >= 0x80 && !isText:
                let digits = String(byte)
                let padding = String(repeating: "0", count: 3 - digits.count)
                literal += Array("\\\(padding)\(digits)".utf8)
            default:
                literal.append(byte)
            }
        }
        literal.append(UInt8(ascii: "\""))
        return String(decoding: literal, as: UTF8.self)
    }

    /// A Lua literal that denotes a text.
    static func quoted(_ text: String) -> String { quoted(text.utf8) }
}
