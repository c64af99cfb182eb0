// The comments that describe a statement.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension Chunk {
    /// The comment lines just above a statement, as one paragraph.
    func comment(above statement: Statement) -> String? {
        guard
            let token = tokens.first(where: { $0.range.lowerBound == statement.range.lowerBound })
        else { return nil }
        var lines: [String] = []
        var isAttached = true
        for trivia in token.trivia.reversed() where isAttached {
            let text = String(decoding: source.bytes[trivia.range], as: UTF8.self)
            switch trivia.kind {
            case .lineComment: lines.append(text.withoutDashes)
            case .blockComment: isAttached = false
            case .space: isAttached = text.count(where: \.isNewline) <= 1
            }
        }
        return lines.isEmpty ? nil : lines.reversed().joined(separator: " ")
    }
}

extension String {
    /// A comment line without its dashes.
    fileprivate var withoutDashes: String {
        String(drop { $0 == "-" }.drop { $0 == " " })
    }
}
