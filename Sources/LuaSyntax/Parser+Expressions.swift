// The expressions of Lua 5.4: operators by precedence, calls, tables and functions.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Parser {
    /// One expression.
    mutating func expression() throws(SyntaxFailure) -> Expression {
        try expression(tighterThan: 0)
    }

    /// Expressions with commas between them, one at least.
    mutating func expressions() throws(SyntaxFailure) -> [Expression] {
        var list = [try expression()]
        while skip(.comma) { list.append(try expression()) }
        return list
    }

    /// An operand and the operators after it that bind tighter than a priority.
    private mutating func expression(
        tighterThan priority: Int
    ) throws(SyntaxFailure) -> Expression {
        let outer = try enter()
        var left = try operand()
        while let operation = current.binaryOperator, operation.leftPriority > priority {
            left = try binary(operation, after: left)
        }
        leave(outer)
        return left
    }

    private mutating func binary(
        _ operation: BinaryOperator, after left: Expression
    ) throws(SyntaxFailure) -> Expression {
        let operatorRange = currentRange
        advance()
        let right = try expression(tighterThan: operation.rightPriority)
        try lift()
        return Expression(
            kind: .binary(operation, left, right, operatorRange: operatorRange),
            range: left.range.lowerBound..<right.range.upperBound)
    }

    private mutating func operand() throws(SyntaxFailure) -> Expression {
        guard let operation = current.unaryOperator else { return try simpleExpression() }
        let operatorRange = currentRange
        advance()
        let operand = try expression(tighterThan: UnaryOperator.priority)
        return Expression(
            kind: .unary(operation, operand, operatorRange: operatorRange),
            range: operatorRange.lowerBound..<operand.range.upperBound)
    }

    private mutating func simpleExpression() throws(SyntaxFailure) -> Expression {
        let range = currentRange
        if let literal = literal() {
            advance()
            return Expression(kind: literal, range: range)
        }
        switch current {
        case .openBrace: return try table()
        case .function:
            let opener = index
            advance()
            let body = try functionBody(from: range.lowerBound, openedAt: opener)
            return Expression(kind: .function(body), range: body.range)
        default: return try suffixedExpression()
        }
    }

    private func literal() -> Expression.Kind? {
        switch current {
        case .nil: .nilLiteral
        case .true: .boolean(true)
        case .false: .boolean(false)
        case .dots: .varargs
        case .number: text.numbers[index].map { .number($0) }
        case .string: text.strings[index].map { .string($0) }
        default: nil
        }
    }

    /// A name or a parenthesis with the fields, keys and calls after it.
    mutating func suffixedExpression() throws(SyntaxFailure) -> Expression {
        var base = try primaryExpression()
        while let kind = try suffix(of: base) {
            try lift()
            base = Expression(kind: kind, range: base.range.lowerBound..<previousEnd)
        }
        return base
    }

    private mutating func primaryExpression() throws(SyntaxFailure) -> Expression {
        if current == .name {
            let name = try name()
            return Expression(kind: .name(name), range: name.range)
        }
        let opener = index
        guard skip(.openParenthesis) else { throw fail(.value) }
        let inner = try expression()
        try close(.closeParenthesis, openedAt: opener)
        let range = text.tokens[opener].range.lowerBound..<previousEnd
        return Expression(kind: .parenthesized(inner), range: range)
    }

    private mutating func suffix(
        of base: Expression
    ) throws(SyntaxFailure) -> Expression.Kind? {
        switch current {
        case .dot:
            advance()
            return .field(base, try name())
        case .openBracket:
            return .index(base, key: try key())
        case .colon:
            advance()
            let method = try name()
            return .methodCall(base, method: method, arguments: try arguments())
        case .openParenthesis, .openBrace, .string:
            return .call(base, arguments: try arguments())
        default: return nil
        }
    }

    private mutating func key() throws(SyntaxFailure) -> Expression {
        let opener = index
        advance()
        let key = try expression()
        try close(.closeBracket, openedAt: opener)
        return key
    }

    private mutating func arguments() throws(SyntaxFailure) -> [Expression] {
        let opener = index
        switch current {
        case .string: return [try simpleExpression()]
        case .openBrace: return [try table()]
        case .openParenthesis:
            advance()
            let list = current == .closeParenthesis ? [] : try expressions()
            try close(.closeParenthesis, openedAt: opener)
            return list
        default: throw fail(.arguments)
        }
    }
}

// MARK: - Tables and functions

extension Parser {
    private mutating func table() throws(SyntaxFailure) -> Expression {
        let opener = index
        advance()
        var fields: [TableField] = []
        while current != .closeBrace {
            fields.append(try field())
            if !skip(.comma) && !skip(.semicolon) { break }
        }
        try close(.closeBrace, openedAt: opener)
        let range = text.tokens[opener].range.lowerBound..<previousEnd
        return Expression(kind: .table(fields), range: range)
    }

    private mutating func field() throws(SyntaxFailure) -> TableField {
        let start = currentRange.lowerBound
        let key = try fieldKey()
        let value = try expression()
        return TableField(key: key, value: value, range: start..<value.range.upperBound)
    }

    private mutating func fieldKey() throws(SyntaxFailure) -> TableField.Key {
        let key: TableField.Key
        if current == .name && following == .assign {
            key = .named(try name())
        } else if current == .openBracket {
            key = .computed(try self.key())
        } else {
            return .positional
        }
        try expect(.assign)
        return key
    }

    /// Parameters and statements, from the opening parenthesis to `end`.
    mutating func functionBody(
        from start: Int, openedAt opener: Int
    ) throws(SyntaxFailure) -> FunctionBody {
        let parenthesis = index
        try expect(.openParenthesis)
        var parameters: [Name] = []
        var varargs: SourceRange?
        if current != .closeParenthesis {
            repeat {
                if current == .dots {
                    varargs = currentRange
                    advance()
                } else {
                    guard current == .name else { throw fail(.parameter) }
                    parameters.append(try name())
                }
            } while varargs == nil && skip(.comma)
        }
        try close(.closeParenthesis, openedAt: parenthesis)
        let block = try block()
        try close(.end, openedAt: opener)
        return FunctionBody(
            parameters: parameters, varargs: varargs, block: block, range: start..<previousEnd)
    }
}
