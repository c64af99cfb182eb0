// Cuts a Lua text into tokens, with the space and comments before each.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The tokens of a text, with what the parser needs to know of each.
struct LexedText {
    /// All tokens, the last one `.end`.
    var tokens: [Token] = []
    /// The identity of each token.
    var lexemes: [Lexeme] = []
    /// The values of the numerals, by index of their token.
    var numbers: [Int: NumberLiteral] = [:]
    /// The values of the strings, by index of their token.
    var strings: [Int: StringLiteral] = [:]
    /// The faults found.
    var diagnostics: [Diagnostic] = []
    /// Offsets of the faults after which the tokens are probably not those that were meant.
    var damage: [Int] = []
}

/// Reads tokens from bytes; faults are kept and reading goes on.
struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    /// Where reading stops.
    let limit: Int
    /// The next byte to read.
    var position: Int
    var result = LexedText()

    /// Prepares to read a range of a source.
    init(_ source: SourceText, range: SourceRange) {
        self.source = source
        bytes = source.bytes
        let range = range.clamped(to: 0..<bytes.count)
        limit = range.upperBound
        position = range.lowerBound
    }

    /// About how many bytes a token of a policy takes with the space before it.
    private static let bytesPerToken = 6

    /// All tokens of a file; a BOM and a first line that starts with `#` count as space.
    static func lex(_ source: SourceText) -> LexedText {
        var lexer = Lexer(source, range: 0..<source.bytes.count)
        return lexer.run(after: lexer.skipPreamble())
    }

    /// All tokens of a part of a file.
    static func lex(_ source: SourceText, range: SourceRange) -> LexedText {
        var lexer = Lexer(source, range: range)
        return lexer.run(after: [])
    }

    /// The byte at a distance from the next one; nothing past the end.
    func peek(_ distance: Int = 0) -> UInt8? {
        let index = position + distance
        return index < limit ? bytes[index] : nil
    }

    /// Whether no more faults are kept.
    var isFull: Bool { result.diagnostics.count >= LuaParser.faultLimit }

    /// Keeps a fault, up to the limit.
    mutating func report(_ diagnostic: Diagnostic) {
        if !isFull { result.diagnostics.append(diagnostic) }
    }

    /// The place of a range; not looked for past the limit, since a line may be very long.
    func location(_ range: SourceRange) -> Diagnostic.Location {
        isFull ? .init(file: source.path) : .init(range, in: source)
    }

    private mutating func run(after preamble: [Trivia]) -> LexedText {
        var trivia = preamble
        result.tokens.reserveCapacity((limit - position) / Lexer.bytesPerToken)
        result.lexemes.reserveCapacity((limit - position) / Lexer.bytesPerToken)
        while true {
            readTrivia(into: &trivia)
            let start = position
            let lexeme = readLexeme()
            let range = start..<position
            result.tokens.append(Token(kind: lexeme.kind, range: range, trivia: trivia))
            result.lexemes.append(lexeme)
            if lexeme == .endOfText { return result }
            trivia = []
        }
    }

    /// Skips what `luaL_loadfilex` skips before it compiles.
    private mutating func skipPreamble() -> [Trivia] {
        if bytes.starts(with: SourceText.byteOrderMark) { position = 3 }
        if peek() == UInt8(ascii: "#") {
            while let byte = peek(), byte != UInt8(ascii: "\n") { position += 1 }
        }
        return position == 0 ? [] : [Trivia(kind: .space, range: 0..<position)]
    }

    private mutating func readLexeme() -> Lexeme {
        guard let byte = peek() else { return .endOfText }
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"):
            return readName()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return readNumber()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return readString(quote: byte)
        case UInt8(ascii: "["):
            return readOpenBracket()
        case UInt8(ascii: "."):
            return peek(1)?.isDigit == true ? readNumber() : readSymbol(byte)
        default:
            return readSymbol(byte)
        }
    }

    private mutating func readSymbol(_ byte: UInt8) -> Lexeme {
        if let next = peek(1), let lexeme = Lexeme(Unicode.Scalar(byte), Unicode.Scalar(next)) {
            let isDots = lexeme == .concat && peek(2) == byte
            position += isDots ? 3 : 2
            return isDots ? .dots : lexeme
        }
        if let meant = repairMirrored() { return meant }
        guard let lexeme = Lexeme(Unicode.Scalar(byte)) else { return readForeign() }
        if let word = repairDoubled(lexeme) { return word }
        position += 1
        return lexeme
    }
}

extension Lexer {
    /// Reads white space and comments up to the next token.
    private mutating func readTrivia(into trivia: inout [Trivia]) {
        while true {
            let start = position
            guard let kind = readOneTrivia() else { return }
            trivia.append(Trivia(kind: kind, range: start..<position))
        }
    }

    private mutating func readOneTrivia() -> Trivia.Kind? {
        if skipSpace() { return .space }
        guard peek() == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") else { return nil }
        let start = position
        position += 2
        if peek() == UInt8(ascii: "["), let level = longBracketLevel() {
            if readLongText(level: level) == nil {
                result.damage.append(start)
                report(.unfinishedComment(level: level, at: location(start..<start + level + 4)))
            }
            return .blockComment
        }
        while let byte = peek(), !byte.isLineEnd { position += 1 }
        return .lineComment
    }

    private mutating func skipSpace() -> Bool {
        let start = position
        while let byte = peek() {
            if byte.isSpace {
                position += 1
            } else if byte < 0x80 || !skipForeignSpace() {
                break
            }
        }
        return position > start
    }
}

extension UInt8 {
    /// `0` to `9`.
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// A letter or `_`, in ASCII as in Lua's C locale.
    var isNameStart: Bool {
        let lower = self | 0x20
        return self == UInt8(ascii: "_")
            || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
    }

    /// What C's `isspace` takes.
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

    /// LF or CR.
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
