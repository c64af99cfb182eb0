// What stands between two tokens, as the layout sees it: comments and line ends.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The comments and line ends before a token.
struct Gap {
    /// A comment with the line ends before it.
    struct Remark {
        /// The comment's bytes.
        let range: SourceRange
        /// Whether it runs to the end of its line.
        let isLine: Bool
        /// Whether it holds a line end.
        let isTall: Bool
        /// The line ends between what stands before and the comment.
        var lineEnds: Int
    }

    /// The comments, in order.
    var remarks: [Remark] = []
    /// The line ends after the last comment; all of them when there is none.
    var lineEnds = 0

    /// Whether a line ends in it, a comment's own line ends included.
    var hasLineEnd: Bool {
        lineEnds > 0 || remarks.contains { $0.lineEnds > 0 || $0.isLine || $0.isTall }
    }

    /// Whether its comments make a line end there in any layout.
    var isHard: Bool { !remarks.isEmpty && hasLineEnd }

    /// This gap and the next one, once the mark between them is written before both.
    func joined(to next: Gap) -> Gap {
        var following = next
        if following.remarks.isEmpty {
            following.lineEnds = max(lineEnds, following.lineEnds)
        } else {
            following.remarks[0].lineEnds = max(lineEnds, following.remarks[0].lineEnds)
        }
        following.remarks = remarks + following.remarks
        return following
    }

    /// The gap before each token of a text.
    static func gaps(of chunk: Chunk) -> [Gap] {
        chunk.tokens.map { token in
            var gap = Gap()
            for trivia in token.trivia {
                let bytes = chunk.source.bytes[trivia.range]
                guard trivia.kind != .space else {
                    gap.lineEnds += bytes.lineEnds
                    continue
                }
                gap.remarks.append(
                    Remark(
                        range: trivia.range, isLine: trivia.kind == .lineComment,
                        isTall: bytes.lineEnds > 0, lineEnds: gap.lineEnds))
                gap.lineEnds = 0
            }
            return gap
        }
    }
}

extension ArraySlice<UInt8> {
    /// The number of line ends as Lua counts them: LF, CR, CRLF and LFCR are one each.
    var lineEnds: Int { cutAtLineEnds.count - 1 }

    /// The lines, without their ends; one at least.
    var cutAtLineEnds: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            guard self[index].isLineEnd else {
                index += 1
                continue
            }
            lines.append(self[start..<index])
            let first = self[index]
            index += 1
            if index < endIndex, self[index].isLineEnd, self[index] != first { index += 1 }
            start = index
        }
        return lines + [self[start..<endIndex]]
    }
}
