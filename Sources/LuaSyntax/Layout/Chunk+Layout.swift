// The canonical layout of a Lua text.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Chunk {
    /// The same text in the canonical layout: the same tokens and comments, other space.
    ///
    /// What lies on several lines stays so; what lies on one does where it fits. Texts, numbers
    /// and comments stay as they are written. Only the marks between the fields of tables change:
    /// always commas, one after the last field of a table on several lines. Line ends become LF,
    /// blank lines are single, a BOM is dropped, a first line that starts with `#` stays. Laid out
    /// again, the text is the same.
    ///
    ///     let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: "f{a=1}"))
    ///     String(decoding: chunk.laidOut(), as: UTF8.self)  // "f { a = 1 }\n"
    public func laidOut() -> [UInt8] {
        let gaps = Gap.gaps(of: self)
        var builder = PieceBuilder(source: source, tokens: tokens, gaps: gaps)
        let statements = builder.statements(of: block)
        var writer = LayoutWriter(source: source, tokens: tokens, gaps: gaps)
        return writer.file(statements, preamble: preamble)
    }

    /// The first line that `lua5.4` skips because it starts with `#`, if there is one.
    private var preamble: [UInt8] {
        guard let first = tokens.first?.trivia.first, first.range.lowerBound == 0 else { return [] }
        var bytes = source.bytes[first.range]
        if bytes.starts(with: SourceText.byteOrderMark) { bytes = bytes.dropFirst(3) }
        return bytes.first == UInt8(ascii: "#") ? bytes.trimmingSpaceAtEnd() : []
    }
}

extension ArraySlice<UInt8> {
    /// The bytes without the white space at their end.
    func trimmingSpaceAtEnd() -> [UInt8] {
        Array(prefix(upTo: lastIndex { !$0.isSpace }.map { $0 + 1 } ?? startIndex))
    }
}
