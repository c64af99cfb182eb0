// Makes the pieces of a text from its tree, taking its tokens one by one.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Walks a tree in the order of the text; each token is taken once.
struct PieceBuilder {
    let source: SourceText
    let tokens: [Token]
    let gaps: [Gap]
    /// The next token.
    var index = 0

    /// For each token, how many of the gaps before it hold a line end.
    private let lineEnds: [Int]
    /// The token whose comments count for nothing in its size.
    private var unmeasured = -1

    /// Prepares to walk a text.
    init(source: SourceText, tokens: [Token], gaps: [Gap]) {
        self.source = source
        self.tokens = tokens
        self.gaps = gaps
        var count = 0
        lineEnds =
            gaps.map { gap in
                defer { count += gap.hasLineEnd ? 1 : 0 }
                return count
            } + [count]
    }

    /// The first byte of the next token; zero at the end.
    var byte: UInt8 {
        let start = tokens[index].range.lowerBound
        return start < source.bytes.count ? source.bytes[start] : 0
    }

    /// Whether the next token is a `;`.
    var isSemicolon: Bool { tokens[index].kind == .symbol && byte == UInt8(ascii: ";") }

    /// Whether a line ends just before the next token.
    var startsLine: Bool { gaps[index].hasLineEnd }

    /// Whether a line ends before one of these tokens.
    func hasLineEnd(before range: Range<Int>) -> Bool {
        lineEnds[range.upperBound] > lineEnds[range.lowerBound]
    }

    /// Leaves the comments before the next token out of its size: it may start a line of its own,
    /// and they go before that line or at the end of the one above.
    mutating func leaveGapOut() { unmeasured = index }

    /// The next token, with its comments.
    mutating func take() -> Piece {
        defer { index += 1 }
        let token = tokens[index]
        let lines = source.bytes[token.range].cutAtLineEnds
        let width = lines[0].columns
        let extent: Extent =
            token.kind == .string
            ? .text(width: width, endsLine: lines.count > 1)
            : .token(width: width, isClosing: token.isClosing(in: source))
        return Piece(kind: .token(index), extent: gapExtent.followed(by: extent))
    }

    /// The next token, a mark after which a line may end, written as the given byte.
    mutating func takeMark(as byte: UInt8 = UInt8(ascii: ",")) -> Piece {
        defer { index += 1 }
        let extent = Extent.token(width: 1, isClosing: true).followed(by: gapExtent)
        return Piece(kind: .mark(index, byte: byte), extent: extent)
    }

    /// Several tokens without a space.
    mutating func take(_ count: Int) -> [Piece] { (0..<count).map { _ in take() } }

    /// Parts with commas between them.
    mutating func sequence<Part>(
        _ parts: [Part], _ build: (inout PieceBuilder, Part) -> Piece
    ) -> Piece {
        var pieces: [Piece] = []
        for (number, part) in parts.enumerated() {
            if number > 0 { pieces += [takeMark(), .space] }
            pieces.append(build(&self, part))
        }
        return .row(pieces)
    }

    private var gapExtent: Extent {
        let gap = gaps[index]
        if unmeasured == index { return Extent() }
        if gap.isHard { return .lineEnd }
        return gap.remarks.reduce(Extent()) { sum, remark in
            let width = source.bytes[remark.range].columns + 1
            return sum.followed(by: .token(width: width, isClosing: false))
        }
    }
}

extension Token {
    /// Whether it closes a bracket or ends a part of a list.
    func isClosing(in source: SourceText) -> Bool {
        kind == .symbol && range.count == 1
            && ")]},;".utf8.contains(source.bytes[range.lowerBound])
    }
}

extension ArraySlice<UInt8> {
    /// The columns that the bytes take as text.
    var columns: Int {
        if allSatisfy({ (0x20...0x7E).contains($0) }) { return count }
        return String(decoding: self, as: UTF8.self).displayWidth
    }
}
