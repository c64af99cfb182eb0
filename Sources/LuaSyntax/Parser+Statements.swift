// The statements of Lua 5.4, rule by rule as in the manual's grammar.
// SPDX-License-Identifier: MIT

import Diagnostics

extension Parser {
    /// Statements up to a token that closes their block; faulty ones are left out.
    mutating func block(isOutermost: Bool = false) throws(SyntaxFailure) -> Block {
        var statements: [Statement] = []
        let place = previousEnd
        while !current.closesBlock {
            let start = index
            let (level, height) = (level, height)
            if isOutermost {
                outermostStart = currentRange.lowerBound
                outermostFailed = false
            }
            do throws(SyntaxFailure) {
                guard let statement = try statement() else { continue }
                statements.append(statement)
                guard case .returnValues = statement.kind else { continue }
                _ = skip(.semicolon)
                if !current.closesBlock { throw fail(.endOfBlock) }
            } catch {
                (self.level, self.height) = (level, height)
                try resynchronize(from: start, isOutermost: isOutermost)
            }
        }
        let start = statements.first?.range.lowerBound ?? place
        let end = statements.last?.range.upperBound ?? place
        return Block(statements: statements, range: start..<end)
    }

    /// One statement; nothing for an empty one.
    private mutating func statement() throws(SyntaxFailure) -> Statement? {
        if skip(.semicolon) { return nil }
        let start = currentRange.lowerBound
        let outer = try enter()
        let kind = try statementKind()
        leave(outer)
        return Statement(kind: kind, range: start..<previousEnd)
    }

    private mutating func statementKind() throws(SyntaxFailure) -> Statement.Kind {
        switch current {
        case .if: return try conditional()
        case .while: return try whileLoop()
        case .do: return try doBlock()
        case .for: return try forLoop()
        case .repeat: return try repeatLoop()
        case .function: return try function()
        case .local: return try local()
        case .doubleColon: return try label()
        case .return: return try returnValues()
        case .break:
            advance()
            return .breakLoop
        case .goto:
            advance()
            return .goto(try name())
        case .name, .openParenthesis: return try callOrAssignment()
        default: throw fail(.statement)
        }
    }

    private mutating func conditional() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        var clauses: [Statement.Clause] = []
        repeat {
            advance()
            let condition = try expression()
            try expect(.then)
            clauses.append(Statement.Clause(condition: condition, body: try block()))
        } while current == .elseif
        let otherwise = skip(.else) ? try block() : nil
        try close(.end, openedAt: opener)
        return .conditional(clauses: clauses, otherwise: otherwise)
    }

    private mutating func whileLoop() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        advance()
        let condition = try expression()
        try expect(.do)
        let body = try block()
        try close(.end, openedAt: opener)
        return .whileLoop(condition: condition, body: body)
    }

    private mutating func doBlock() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        advance()
        let body = try block()
        try close(.end, openedAt: opener)
        return .doBlock(body)
    }

    private mutating func repeatLoop() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        advance()
        let body = try block()
        try close(.until, openedAt: opener)
        return .repeatLoop(body: body, condition: try expression())
    }

    private mutating func forLoop() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        advance()
        let first = try name()
        switch current {
        case .assign: return try numericFor(first, openedAt: opener)
        case .comma, .in: return try genericFor(first, openedAt: opener)
        default: throw fail(.forHeader)
        }
    }

    private mutating func numericFor(
        _ variable: Name, openedAt opener: Int
    ) throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let start = try expression()
        try expect(.comma)
        let limit = try expression()
        let step = skip(.comma) ? try expression() : nil
        let body = try loopBody(openedAt: opener)
        return .numericFor(variable: variable, start: start, limit: limit, step: step, body: body)
    }

    private mutating func genericFor(
        _ first: Name, openedAt opener: Int
    ) throws(SyntaxFailure) -> Statement.Kind {
        var names = [first]
        while skip(.comma) { names.append(try name()) }
        try expect(.in)
        let values = try expressions()
        return .genericFor(names: names, values: values, body: try loopBody(openedAt: opener))
    }

    private mutating func loopBody(openedAt opener: Int) throws(SyntaxFailure) -> Block {
        try expect(.do)
        let body = try block()
        try close(.end, openedAt: opener)
        return body
    }

    private mutating func function() throws(SyntaxFailure) -> Statement.Kind {
        let opener = index
        advance()
        var path = [try name()]
        while skip(.dot) { path.append(try name()) }
        let method = skip(.colon) ? try name() : nil
        let body = try functionBody(from: currentRange.lowerBound, openedAt: opener)
        return .function(path: path, method: method, body: body)
    }

    private mutating func local() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let opener = index
        if skip(.function) {
            let name = try name()
            let body = try functionBody(from: currentRange.lowerBound, openedAt: opener)
            return .localFunction(name: name, body: body)
        }
        var names: [Statement.LocalName] = []
        repeat { names.append(try localName()) } while skip(.comma)
        let values = skip(.assign) ? try expressions() : []
        return .local(names: names, values: values)
    }

    private mutating func localName() throws(SyntaxFailure) -> Statement.LocalName {
        let name = try name()
        guard skip(.less) else { return Statement.LocalName(name: name, attribute: nil) }
        let attribute = try self.name()
        try expect(.greater)
        return Statement.LocalName(name: name, attribute: attribute)
    }

    private mutating func label() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let name = try name()
        try expect(.doubleColon)
        return .label(name)
    }

    private mutating func returnValues() throws(SyntaxFailure) -> Statement.Kind {
        advance()
        let isEmpty = current.closesBlock || current == .semicolon
        return .returnValues(isEmpty ? [] : try expressions())
    }

    private mutating func callOrAssignment() throws(SyntaxFailure) -> Statement.Kind {
        let start = index
        let first = try suffixedExpression()
        guard current == .assign || current == .comma else {
            if first.isCall { return .call(first) }
            throw fail(.callOrAssignment(start: start))
        }
        if !first.isAssignable { throw fail(.callOrAssignment(start: start)) }
        var targets = [first]
        while skip(.comma) {
            let start = index
            let target = try suffixedExpression()
            if !target.isAssignable { throw fail(.callOrAssignment(start: start)) }
            targets.append(target)
        }
        try expect(.assign)
        return .assignment(targets: targets, values: try expressions())
    }
}

extension Expression {
    /// A call of a function or a method, which can stand as a statement.
    var isCall: Bool {
        switch kind {
        case .call, .methodCall: true
        default: false
        }
    }

    /// A variable or a field.
    var isAssignable: Bool {
        switch kind {
        case .name, .field, .index: true
        default: false
        }
    }
}
