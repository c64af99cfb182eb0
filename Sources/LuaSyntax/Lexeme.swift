// Which word or mark a token is, and how tightly it binds as an operator.
// SPDX-License-Identifier: MIT

/// The identity of a token; its raw value is the spelling of keywords and symbols.
enum Lexeme: String, Hashable, Sendable {
    case and, `break`, `do`, `else`, elseif, end, `false`, `for`, function, goto, `if`, `in`
    case local, `nil`, not, or, `repeat`, `return`, then, `true`, until, `while`

    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case doubleSlash = "//"
    case percent = "%"
    case caret = "^"
    case hash = "#"
    case ampersand = "&"
    case tilde = "~"
    case pipe = "|"
    case shiftLeft = "<<"
    case shiftRight = ">>"
    case equal = "=="
    case notEqual = "~="
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case assign = "="
    case openParenthesis = "("
    case closeParenthesis = ")"
    case openBrace = "{"
    case closeBrace = "}"
    case openBracket = "["
    case closeBracket = "]"
    case doubleColon = "::"
    case semicolon = ";"
    case colon = ":"
    case comma = ","
    case dot = "."
    case concat = ".."
    case dots = "..."

    case name = "<name>"
    case number = "<number>"
    case string = "<string>"
    /// A character that Lua does not know.
    case unknown = "<unknown>"
    case endOfText = "<eof>"

    /// The keywords, each with its spelling packed: few enough to look at one after the other.
    static let keywords = [
        Lexeme.and, .break, .do, .else, .elseif, .end, .false, .for, .function, .goto, .if, .in,
        .local, .nil, .not, .or, .repeat, .return, .then, .true, .until, .while,
    ].map { (spelling: packed($0.rawValue.utf8), lexeme: $0) }

    /// A word of eight bytes at most as one number, so that no text is made of each name.
    static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What the lists of tokens say of it.
    var kind: Token.Kind {
        switch self {
        case .name: .name
        case .number: .number
        case .string: .string
        case .endOfText: .end
        case .and, .break, .do, .else, .elseif, .end, .false, .for, .function, .goto, .if, .in,
            .local, .nil, .not, .or, .repeat, .return, .then, .true, .until, .while:
            .keyword
        default: .symbol
        }
    }

    /// The operator that it is before one operand.
    var unaryOperator: UnaryOperator? {
        switch self {
        case .minus: .negate
        case .not: .not
        case .hash: .length
        case .tilde: .bitNot
        default: nil
        }
    }

    /// The operator that it is between two operands.
    var binaryOperator: BinaryOperator? {
        switch self {
        case .plus: .add
        case .minus: .subtract
        case .star: .multiply
        case .slash: .divide
        case .doubleSlash: .floorDivide
        case .percent: .modulo
        case .caret: .power
        case .concat: .concatenate
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .and: .and
        case .or: .or
        case .ampersand: .bitAnd
        case .pipe: .bitOr
        case .tilde: .bitXor
        case .shiftLeft: .shiftLeft
        case .shiftRight: .shiftRight
        default: nil
        }
    }

    /// Whether it ends the block before it, `until` included.
    var closesBlock: Bool {
        switch self {
        case .else, .elseif, .end, .until, .endOfText: true
        default: false
        }
    }

    /// Whether a statement can start with it.
    var startsStatement: Bool { self == .name || self == .openParenthesis || startsOnlyStatement }

    /// Whether it stands only at the start of a statement, `function` left out.
    var startsOnlyStatement: Bool {
        switch self {
        case .break, .do, .for, .goto, .if, .local, .repeat, .return, .while, .doubleColon: true
        default: false
        }
    }

    /// Whether an expression can start with it.
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .nil, .true, .false, .dots, .function, .openBrace,
            .openParenthesis:
            true
        default: unaryOperator != nil
        }
    }
}

extension Lexeme {
    /// The symbol of one character.
    init?(_ symbol: Unicode.Scalar) {
        switch symbol {
        case "+": self = .plus
        case "-": self = .minus
        case "*": self = .star
        case "/": self = .slash
        case "%": self = .percent
        case "^": self = .caret
        case "#": self = .hash
        case "&": self = .ampersand
        case "~": self = .tilde
        case "|": self = .pipe
        case "<": self = .less
        case ">": self = .greater
        case "=": self = .assign
        case "(": self = .openParenthesis
        case ")": self = .closeParenthesis
        case "{": self = .openBrace
        case "}": self = .closeBrace
        case "[": self = .openBracket
        case "]": self = .closeBracket
        case ";": self = .semicolon
        case ":": self = .colon
        case ",": self = .comma
        case ".": self = .dot
        default: return nil
        }
    }

    /// The symbol of two characters.
    init?(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
        switch (first, second) {
        case (".", "."): self = .concat
        case ("/", "/"): self = .doubleSlash
        case ("<", "<"): self = .shiftLeft
        case (">", ">"): self = .shiftRight
        case ("=", "="): self = .equal
        case ("~", "="): self = .notEqual
        case ("<", "="): self = .lessOrEqual
        case (">", "="): self = .greaterOrEqual
        case (":", ":"): self = .doubleColon
        default: return nil
        }
    }
}

extension UnaryOperator {
    /// How tightly all of them bind.
    static let priority = 12
}

extension BinaryOperator {
    /// How tightly it binds on its left; more is tighter.
    ///
    /// Source: the Lua 5.4 manual, section 3.4.8, and `lparser.c`.
    var leftPriority: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
        case .bitOr: 4
        case .bitXor: 5
        case .bitAnd: 6
        case .shiftLeft, .shiftRight: 7
        case .concatenate: 9
        case .add, .subtract: 10
        case .multiply, .divide, .floorDivide, .modulo: 11
        case .power: 14
        }
    }

    /// How tightly it binds on its right: less than on its left when it associates to the right.
    var rightPriority: Int {
        switch self {
        case .concatenate, .power: leftPriority - 1
        default: leftPriority
        }
    }
}
