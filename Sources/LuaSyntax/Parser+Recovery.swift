// Where parsing goes on after a faulty statement.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Parser {
    /// Goes on after a faulty statement to where the next one of the same block surely starts.
    ///
    /// The margin tells: a token that opens its line at the same column or further left. Throws
    /// when the block that the statement stands in cannot be continued.
    @inline(never)
    mutating func resynchronize(from start: Int, isOutermost: Bool) throws(SyntaxFailure) {
        guard isOutermost || isFirstOnLine(start) else { throw SyntaxFailure() }
        let margin = isOutermost ? lineMargin(of: start) : column(of: start)
        if index == start { advance() }
        var depth = openBrackets(from: start)
        while current != .endOfText {
            if isFirstOnLine(index) {
                let column = column(of: index)
                if column < margin && !isOutermost {
                    if current.closesBlock { return }
                    throw SyntaxFailure()
                }
                let isSure = current.startsOnlyStatement || depth <= 0
                let starts = current.startsStatement || current == .function
                if column <= margin && isSure && starts { return }
            }
            depth += bracketChange(at: index)
            advance()
        }
    }

    /// Remembers the first block whose `end`, the next token, stands further left than its line.
    mutating func noteMargins(opener: Int) {
        guard suspect == nil, current == .end, isFirstOnLine(index),
            column(of: index) < lineMargin(of: opener)
        else { return }
        suspect = (opener, index)
    }

    /// Whether no token stands before it on its line.
    func isFirstOnLine(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let gap = text.tokens[index - 1].range.upperBound..<text.tokens[index].range.lowerBound
        return source.bytes[gap].contains(where: \.isLineEnd)
    }

    private func column(of index: Int) -> Int {
        source.position(at: text.tokens[index].range.lowerBound).column
    }

    /// The column of the first token on the line of another.
    private func lineMargin(of index: Int) -> Int {
        var first = index
        while !isFirstOnLine(first) { first -= 1 }
        return column(of: first)
    }

    private func openBrackets(from start: Int) -> Int {
        (start..<index).reduce(0) { $0 + bracketChange(at: $1) }
    }

    private func bracketChange(at index: Int) -> Int {
        switch text.lexemes[index] {
        case .openParenthesis, .openBrace, .openBracket: 1
        case .closeParenthesis, .closeBrace, .closeBracket: -1
        default: 0
        }
    }
}
