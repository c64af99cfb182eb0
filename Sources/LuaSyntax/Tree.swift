// The tree of a Lua 5.4 text: every node with its range in bytes.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// A whole Lua text: its tokens with their comments, and the tree over them.
public struct Chunk: Sendable {
    /// The text that was parsed.
    public let source: SourceText
    /// All tokens in order, the last one `.end`; their trivia holds comments and blank space.
    public let tokens: [Token]
    /// The statements.
    public let block: Block
}

/// A name where it stands.
public struct Name: Hashable, Sendable {
    /// The identifier.
    public let text: String
    /// Its place.
    public let range: SourceRange
}

/// Statements in order; a `return` is the last of them.
public struct Block: Sendable {
    /// The statements, empty `;` left out.
    public let statements: [Statement]
    /// From the first statement to the last; empty at the block's place when there is none.
    public let range: SourceRange
}

/// One statement.
public struct Statement: Sendable {
    /// What it is.
    public let kind: Kind
    /// From its first token to its last.
    public let range: SourceRange

    /// The statements of Lua 5.4.
    public indirect enum Kind: Sendable {
        /// `targets = values`
        case assignment(targets: [Expression], values: [Expression])
        /// `local names = values`
        case local(names: [LocalName], values: [Expression])
        /// A call that stands alone.
        case call(Expression)
        /// `do … end`
        case doBlock(Block)
        /// `while condition do … end`
        case whileLoop(condition: Expression, body: Block)
        /// `repeat … until condition`; the condition sees the body's locals.
        case repeatLoop(body: Block, condition: Expression)
        /// `if … elseif … else … end`: at least one clause.
        case conditional(clauses: [Clause], otherwise: Block?)
        /// `for variable = start, limit, step do … end`
        case numericFor(
            variable: Name, start: Expression, limit: Expression, step: Expression?,
            body: Block)
        /// `for names in values do … end`
        case genericFor(names: [Name], values: [Expression], body: Block)
        /// `function a.b.c:m(…) … end`: the path has at least one name.
        case function(path: [Name], method: Name?, body: FunctionBody)
        /// `local function name(…) … end`
        case localFunction(name: Name, body: FunctionBody)
        /// `return values`
        case returnValues([Expression])
        /// `break`
        case breakLoop
        /// `goto label`
        case goto(Name)
        /// `::label::`
        case label(Name)
    }

    /// One `if` or `elseif` with its block.
    public struct Clause: Sendable {
        /// What is tested.
        public let condition: Expression
        /// What runs when it holds.
        public let body: Block
    }

    /// A declared local with its attribute (`const`, `close`), if any.
    public struct LocalName: Sendable {
        /// The name.
        public let name: Name
        /// The attribute between `<` and `>`.
        public let attribute: Name?
    }
}

/// One expression.
public struct Expression: Sendable {
    /// What it is.
    public let kind: Kind
    /// From its first token to its last.
    public let range: SourceRange

    /// The expressions of Lua 5.4.
    public indirect enum Kind: Sendable {
        case nilLiteral
        case boolean(Bool)
        case number(NumberLiteral)
        case string(StringLiteral)
        /// `...`
        case varargs
        case function(FunctionBody)
        case name(Name)
        /// `base.field`
        case field(Expression, Name)
        /// `base[key]`
        case index(Expression, key: Expression)
        /// `callee(arguments)`, `callee "text"` and `callee {…}`
        case call(Expression, arguments: [Expression])
        /// `receiver:method(arguments)`
        case methodCall(Expression, method: Name, arguments: [Expression])
        case unary(UnaryOperator, Expression, operatorRange: SourceRange)
        case binary(BinaryOperator, Expression, Expression, operatorRange: SourceRange)
        case table([TableField])
        /// `(expression)`: cuts a list of values to one.
        case parenthesized(Expression)
    }
}

/// A function's parameters and block.
public struct FunctionBody: Sendable {
    /// The named parameters, `self` of a method left out.
    public let parameters: [Name]
    /// The place of a final `...`, if any.
    public let varargs: SourceRange?
    /// The statements.
    public let block: Block
    /// From `function` (or the opening parenthesis of a named one) to `end`.
    public let range: SourceRange
}

/// One field of a table constructor.
public struct TableField: Sendable {
    /// How its key is given.
    public let key: Key
    /// Its value.
    public let value: Expression
    /// From its first token to its last, separator left out.
    public let range: SourceRange

    /// The three forms of a field.
    public enum Key: Sendable {
        /// `value`
        case positional
        /// `name = value`
        case named(Name)
        /// `[key] = value`
        case computed(Expression)
    }
}

/// A numeral with the value that Lua gives it.
public struct NumberLiteral: Hashable, Sendable {
    /// The two kinds of Lua numbers.
    public enum Value: Hashable, Sendable {
        case integer(Int64)
        case float(Double)
    }

    /// Its value; a decimal integer too large for 64 bits is a float, a hexadecimal one wraps.
    public let value: Value
    /// The text as written.
    public let text: String
}

/// A string literal with its bytes.
public struct StringLiteral: Hashable, Sendable {
    /// The bytes that the literal denotes, escapes resolved.
    public let bytes: [UInt8]
    /// For each byte of `bytes` the offset in the source where it comes from, then one more: the
    /// offset just after the last.
    public let offsets: LiteralOffsets
    /// Whether it is written `[[…]]` or `[=[…]=]`.
    public let isLong: Bool

    /// The text; wrong UTF-8 shows as U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The operators with one operand.
public enum UnaryOperator: String, Sendable, CaseIterable {
    case negate = "-"
    case not = "not"
    case length = "#"
    case bitNot = "~"
}

/// The operators with two operands.
public enum BinaryOperator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "^"
    case concatenate = ".."
    case equal = "=="
    case notEqual = "~="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "and"
    case or = "or"
    case bitAnd = "&"
    case bitOr = "|"
    case bitXor = "~"
    case shiftLeft = "<<"
    case shiftRight = ">>"
}
