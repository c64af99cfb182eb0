// What a fault of grammar is reported as.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Parser {
    /// What the grammar asks for where another token stands.
    enum Expectation {
        case token(Lexeme)
        /// A token that closes what the token at an index opened.
        case closer(Lexeme, opener: Int)
        case name
        case value
        case arguments
        case statement
        /// A call or an assignment that starts at a token, instead of another expression.
        case callOrAssignment(start: Int)
        case forHeader
        case parameter
        case endOfExpression
        /// The end of a block, after its `return`.
        case endOfBlock
    }

    /// Records that the next token is not what is expected; the caller throws the result.
    ///
    /// Never inlined: its locals would make the frames of the recursive rules several times larger.
    @inline(never)
    mutating func fail(_ expectation: Expectation) -> SyntaxFailure {
        let (diagnostic, doubt) = diagnose(expectation)
        record(diagnostic, doubt: doubt)
        outermostFailed = true
        failures += 1
        if failures >= LuaParser.faultLimit { index = text.tokens.count - 1 }
        return SyntaxFailure()
    }

    /// Which earlier faults may have caused one.
    enum Doubt {
        case none
        /// A bracket or a block that does not end, after a fault in the same outermost statement.
        case afterFaultInStatement
        /// An end too many, after any fault.
        case afterAnyFault
    }

    /// Keeps a fault unless an earlier one probably caused it.
    mutating func record(_ diagnostic: Diagnostic, doubt: Doubt) {
        let reached = currentRange.upperBound
        if text.damage.contains(where: { $0 >= outermostStart && $0 <= reached }) { return }
        switch doubt {
        case .none: break
        case .afterFaultInStatement: if outermostFailed { return }
        case .afterAnyFault: if failures > 0 { return }
        }
        diagnostics.append(diagnostic)
    }

    /// The fault of a token that closes nothing.
    private func unexpectedCloser() -> Diagnostic {
        .unexpectedCloser(spelling(at: index), at: Diagnostic.Location(currentRange, in: source))
    }

    private func diagnose(_ expectation: Expectation) -> (Diagnostic, Doubt) {
        if let hint = hint(for: expectation) { return (hint, .none) }
        let found = found()
        let place = place()
        switch expectation {
        case .token(let lexeme):
            return (.expectedToken(lexeme.rawValue, found: found, at: place), .none)
        case .closer(let lexeme, let opener):
            return diagnoseCloser(lexeme, opener: opener)
        case .name:
            return (.expectedName(found: found, at: place), .none)
        case .value:
            return (.expectedValue(found: found, at: place), .none)
        case .arguments:
            return (.expectedArguments(found: found, at: place), .none)
        case .statement:
            if isCloser(current) { return (unexpectedCloser(), .afterAnyFault) }
            return (.expectedStatement(found: found, at: place), .none)
        case .callOrAssignment(let start):
            let range = text.tokens[start].range.lowerBound..<previousEnd
            let location = Diagnostic.Location(range, in: source)
            if current == .assign || current == .comma {
                return (.unassignable(source.text(in: range), at: location), .none)
            }
            return (.incompleteStatement(source.text(in: range), at: location), .none)
        case .forHeader:
            return (.expectedForHeader(found: found, at: place), .none)
        case .parameter:
            return (.expectedParameter(found: found, at: place), .none)
        case .endOfExpression:
            return (.expectedEndOfExpression(found: found, at: place), .none)
        case .endOfBlock:
            return (.afterReturn(at: Diagnostic.Location(currentRange, in: source)), .none)
        }
    }

    private func diagnoseCloser(
        _ lexeme: Lexeme, opener: Int
    ) -> (Diagnostic, Doubt) {
        if lexeme == .closeBrace && current.startsExpression && isIndented(index) {
            let point = Diagnostic.Location(previousEnd..<previousEnd, in: source)
            return (.missingComma(before: found(), at: point), .none)
        }
        let opening = Opening(
            spelling: spelling(at: opener),
            line: source.line(at: text.tokens[opener].range.lowerBound))
        var diagnostic = Diagnostic.expectedCloser(
            lexeme.rawValue, of: opening, found: found(), at: place(),
            isWord: lexeme.kind == .keyword)
        if let suspect, suspect.opener > opener {
            let lines = [suspect.opener, suspect.closer].map {
                source.line(at: text.tokens[$0].range.lowerBound)
            }
            diagnostic.notes = [
                .suspectedOpening(spelling(at: suspect.opener), line: lines[0], closedAt: lines[1])
            ]
        }
        return (diagnostic, .afterFaultInStatement)
    }

    private func isCloser(_ lexeme: Lexeme) -> Bool {
        switch lexeme {
        case .closeParenthesis, .closeBrace, .closeBracket: true
        default: lexeme.closesBlock
        }
    }

    /// Whether a token stands elsewhere than at the very start of a line.
    func isIndented(_ index: Int) -> Bool {
        source.position(at: text.tokens[index].range.lowerBound).column > 1
    }

    /// How the next token is named in a message.
    private func found() -> FoundToken {
        switch current {
        case .endOfText: .end
        case .string: .string
        default: .token(spelling(at: index))
        }
    }

    /// The spelling of a token, cut when it is long.
    private func spelling(at index: Int) -> String {
        let spelling = source.text(in: text.tokens[index].range)
        return spelling.count > 40 ? spelling.prefix(39) + "…" : spelling
    }

    /// The next token, or the end of the one before when the next stands on a later line.
    private func place() -> Diagnostic.Location {
        let isFar =
            index > 0 && (current == .endOfText || isFirstOnLine(index))
        let range = isFar ? previousEnd..<previousEnd : currentRange
        return Diagnostic.Location(range, in: source)
    }
}

// MARK: - Usual mistakes

extension Parser {
    private func hint(for expectation: Expectation) -> Diagnostic? {
        let here = Diagnostic.Location(currentRange, in: source)
        if let hint = spacedNumber() { return hint }
        if case .callOrAssignment(let start) = expectation {
            if let hint = frenchWord(at: start, among: Parser.openingWords) { return hint }
            if start > 0, let hint = frenchWord(at: start - 1, among: Parser.prefixWords) {
                return hint
            }
            if let hint = compoundAssignment() { return hint }
        } else if following != .assign,
            let hint = frenchWord(at: index, among: Parser.joiningWords)
        {
            return hint
        }
        if index > 0, let hint = frenchWord(at: index - 1, among: Parser.prefixWords) {
            return hint
        }
        if let hint = keywordAsName(expectation) { return hint }
        switch expectation {
        case .statement where current == .doubleSlash || current == .slash:
            return .foreignComment(spelling(at: index), at: here)
        case .statement where isFirstOnLine(index): return nil
        case .statement where current == .assign && isFirstOnLine(index - 1):
            return missingBeforeLine()
        // The name before starts the next line: this one is not closed.
        case .closer where current == .assign && isFirstOnLine(index - 1): return nil
        case .closer(.closeBrace, opener: _) where current == .assign && !hasAssignBefore:
            return .bareKey(at: here)
        case .token(.then), .token(.do), .closer, .statement, .endOfBlock, .endOfExpression:
            return current == .assign ? .singleEqual(at: here) : nil
        case .token, .name, .value, .arguments, .callOrAssignment, .forHeader, .parameter:
            return nil
        }
    }

    /// `10 000`: a number cut in groups of three digits, of which the next token is the second.
    private func spacedNumber() -> Diagnostic? {
        guard index > 0, text.lexemes[index - 1] == .number else { return nil }
        var last = index - 1
        while text.lexemes[last + 1] == .number, !isFirstOnLine(last + 1),
            spelling(at: last + 1).utf8.count == 3,
            spelling(at: last + 1).utf8.allSatisfy(\.isDigit)
        {
            last += 1
        }
        let range = text.tokens[index - 1].range.lowerBound..<text.tokens[last].range.upperBound
        let digits = (index - 1...last).map { spelling(at: $0) }.joined()
        guard last >= index, spelling(at: index - 1).utf8.allSatisfy(\.isDigit) else { return nil }
        return .spacedNumber(
            source.text(in: range), meant: digits, at: Diagnostic.Location(range, in: source))
    }

    /// Whether the field of a table that is being read has a `=` already: the next one compares.
    private var hasAssignBefore: Bool {
        var place = index - 1
        while place >= 0, ![Lexeme.comma, .semicolon, .openBrace].contains(text.lexemes[place]) {
            if text.lexemes[place] == .assign { return true }
            place -= 1
        }
        return false
    }

    /// The next line was read as the end of this one: `x =`, then `y = 1`.
    private func missingBeforeLine() -> Diagnostic? {
        guard index >= 2, text.lexemes[index - 1] == .name else { return nil }
        let end = text.tokens[index - 2].range.upperBound
        let point = Diagnostic.Location(end..<end, in: source)
        let found = FoundToken.token(spelling(at: index - 1))
        let isNameMissing = text.lexemes[index - 2] == .dot || text.lexemes[index - 2] == .goto
        return isNameMissing
            ? .expectedName(found: found, at: point) : .expectedValue(found: found, at: point)
    }

    private func frenchWord(at index: Int, among words: [String: Lexeme]) -> Diagnostic? {
        guard text.lexemes[index] == .name else { return nil }
        let range = text.tokens[index].range
        let word = source.text(in: range)
        guard let meant = words[word] else { return nil }
        let location = Diagnostic.Location(range, in: source)
        return .frenchWord(word, meant: meant.rawValue, at: location)
    }

    private func keywordAsName(_ expectation: Expectation) -> Diagnostic? {
        guard current.kind == .keyword else { return nil }
        let isKey: Bool
        switch expectation {
        case .name, .parameter: isKey = false
        case .value where following == .assign: isKey = true
        default: return nil
        }
        if isFirstOnLine(index) && !isKey { return nil }
        let here = Diagnostic.Location(currentRange, in: source)
        return .reservedWord(current.rawValue, isKey: isKey, at: here)
    }

    /// `+=` and its like.
    private func compoundAssignment() -> Diagnostic? {
        guard current.binaryOperator != nil || current == .concat, following == .assign else {
            return nil
        }
        let next = text.tokens[index + 1].range
        guard currentRange.upperBound == next.lowerBound else { return nil }
        let range = currentRange.lowerBound..<next.upperBound
        return .compoundAssignment(
            source.text(in: range), operation: current.rawValue,
            at: Diagnostic.Location(range, in: source))
    }

    private static let joiningWords: [String: Lexeme] = [
        "et": .and, "ou": .or, "alors": .then, "sinon": .else, "sinonsi": .elseif, "fin": .end,
        "faire": .do, "dans": .in, "non": .not, "si": .if,
    ]

    private static let openingWords: [String: Lexeme] = [
        "et": .and, "ou": .or, "si": .if, "sinon": .else, "sinonsi": .elseif, "fin": .end,
        "tantque": .while, "pour": .for, "fonction": .function, "retourne": .return,
        "retourner": .return, "non": .not, "alors": .then,
    ]

    private static let prefixWords: [String: Lexeme] = ["non": .not, "si": .if]
}
