// Reads a Lua 5.4 text into a tree, and reports what Lua would refuse.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// The parser of Lua 5.4.
///
/// It takes and refuses the same texts as stock Lua 5.4.4, the compiler's limits on sizes aside:
///
///     let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: "return 1"))
///     chunk.block.statements.count  // 1
public enum LuaParser {
    /// Reads a whole file; a BOM and a first line that starts with `#` are skipped.
    ///
    /// - Throws: `DiagnosticsError`, sorted by position, 100 faults at most.
    public static func parse(_ source: SourceText) throws(DiagnosticsError) -> Chunk {
        let text = Lexer.lex(source)
        var parser = Parser(source, text)
        if let range = parser.binarySignature {
            throw DiagnosticsError([.binaryChunk(at: .init(range, in: source))])
        }
        let block = parser.chunk()
        try parser.finish()
        try ScopeChecker.check(block, in: source)
        return Chunk(source: source, tokens: text.tokens, block: block)
    }

    /// Reads one expression that fills a part of a file, such as a placeholder in a string.
    ///
    /// The bytes of `range` are read as they stand; the ranges of the tree are those of the file.
    ///
    /// - Throws: `DiagnosticsError`, sorted by position, 100 faults at most.
    public static func parseExpression(
        in source: SourceText, range: SourceRange
    ) throws(DiagnosticsError) -> Expression {
        var parser = Parser(source, Lexer.lex(source, range: range))
        let expression = parser.wholeExpression()
        try parser.finish()
        guard let expression else { throw DiagnosticsError(parser.diagnostics) }
        try ScopeChecker.check(expression, in: source)
        return expression
    }

    /// The most faults reported for one text.
    static let faultLimit = 100
}

/// Thrown from a fault, once it is recorded, up to where parsing goes on.
struct SyntaxFailure: Error {}

/// A reader of tokens that knows how deep it is and what it has found wrong.
struct Parser {
    let source: SourceText
    let text: LexedText
    /// The next token.
    var index = 0
    var diagnostics: [Diagnostic]

    /// How deep the grammar's rules are nested, counted as stock Lua does.
    var level = 0
    /// The height of the tree read since `level` last grew, or more.
    var height = 0

    /// Where the current statement of the file itself starts.
    var outermostStart = 0
    /// Whether that statement has a fault already.
    var outermostFailed = false
    /// How many faults of grammar were found, those not recorded included.
    var failures = 0
    /// The first block closed by an `end` further left than its own line: perhaps not its own end.
    var suspect: (opener: Int, closer: Int)?

    /// Stock Lua's `LUAI_MAXCCALLS` is 200, some of them taken before its parser starts.
    static let levelLimit = 190
    /// Long chains such as `a + b + …` make high trees, which would exhaust the stack.
    static let heightLimit = 500

    init(_ source: SourceText, _ text: LexedText) {
        self.source = source
        self.text = text
        diagnostics = text.diagnostics
    }

    /// The byte that starts a compiled chunk, if the text is one.
    var binarySignature: SourceRange? {
        guard text.lexemes.first == .unknown else { return nil }
        let start = text.tokens[0].range.lowerBound
        return source.bytes[start] == 0x1B ? start..<start + 1 : nil
    }

    /// All statements up to the end of the text.
    mutating func chunk() -> Block {
        while true {
            if let block = try? block(isOutermost: true), current == .endOfText { return block }
            _ = fail(.statement)
            advance()
        }
    }

    /// One expression up to the end of the text; nothing, and a fault recorded, when it is wrong.
    mutating func wholeExpression() -> Expression? {
        do throws(SyntaxFailure) {
            let result = try expression()
            guard current == .endOfText else { throw fail(.endOfExpression) }
            return result
        } catch {
            return nil
        }
    }

    /// Throws what was found wrong, the first hundred.
    func finish() throws(DiagnosticsError) {
        if diagnostics.isEmpty { return }
        throw DiagnosticsError(Array(causes().prefix(LuaParser.faultLimit)))
    }

    /// The faults in order, without those that another one explains: the letters of a text that
    /// opens wrongly on their line, a name that starts as a number.
    private func causes() -> [Diagnostic] {
        var openedLine = 0
        var numbers: Set<SourcePosition> = []
        for fault in diagnostics where fault.code == LuaCode.number.rawValue {
            numbers.insert(fault.location.start)
        }
        return diagnostics.sorted().filter { fault in
            let start = fault.location.start
            switch LuaCode(rawValue: fault.code) {
            case .typographicQuotes where fault.fix == nil, .longBracket, .foreignComment:
                openedLine = start.line
            case .nonASCIIName: return start.line != openedLine
            case .expectedName: return !numbers.contains(start)
            default: break
            }
            return true
        }
    }
}

// MARK: - Tokens

extension Parser {
    /// What the next token is.
    var current: Lexeme { text.lexemes[index] }

    /// The bytes of the next token.
    var currentRange: SourceRange { text.tokens[index].range }

    /// What the token after the next one is.
    var following: Lexeme { text.lexemes[min(index + 1, text.lexemes.count - 1)] }

    /// Where the token before the next one ends; the start of the text before the first.
    var previousEnd: Int {
        index > 0 ? text.tokens[index - 1].range.upperBound : currentRange.lowerBound
    }

    /// Goes past the next token; the end of the text stays.
    mutating func advance() {
        if index < text.tokens.count - 1 { index += 1 }
    }

    /// Goes past the next token if it is the one given.
    mutating func skip(_ lexeme: Lexeme) -> Bool {
        guard current == lexeme else { return false }
        advance()
        return true
    }

    /// Goes past a token that must be there.
    mutating func expect(_ lexeme: Lexeme) throws(SyntaxFailure) {
        if !skip(lexeme) { throw fail(.token(lexeme)) }
    }

    /// Goes past the token that closes what another opened.
    mutating func close(_ lexeme: Lexeme, openedAt opener: Int) throws(SyntaxFailure) {
        if lexeme == .end { noteMargins(opener: opener) }
        if !skip(lexeme) { throw fail(.closer(lexeme, opener: opener)) }
    }

    /// Reads a name that must be there.
    mutating func name() throws(SyntaxFailure) -> Name {
        guard current == .name else { throw fail(.name) }
        let range = currentRange
        advance()
        return Name(text: source.text(in: range), range: range)
    }
}

// MARK: - Depth

extension Parser {
    /// Goes one rule deeper; the result is for `leave`.
    mutating func enter() throws(SyntaxFailure) -> Int {
        level += 1
        if level > Parser.levelLimit { throw abandon(Diagnostic.nestedTooDeep) }
        let outer = height
        height = 0
        return outer
    }

    /// Comes back from a rule.
    mutating func leave(_ outer: Int) {
        level -= 1
        height = max(outer, height + 1)
    }

    /// Counts one more link of a chain, which lifts what stands before it.
    mutating func lift() throws(SyntaxFailure) {
        height += 1
        if height > Parser.heightLimit { throw abandon(Diagnostic.chainTooLong) }
    }

    /// Records a fault and gives up the rest of the text.
    private mutating func abandon(
        _ fault: (Diagnostic.Location) -> Diagnostic
    ) -> SyntaxFailure {
        record(fault(Diagnostic.Location(currentRange, in: source)), doubt: .none)
        outermostFailed = true
        failures += 1
        index = text.tokens.count - 1
        return SyntaxFailure()
    }
}
