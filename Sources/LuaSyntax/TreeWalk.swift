// Walks over the parts of a tree, for checkers.
// SPDX-License-Identifier: MIT

extension Expression {
    /// The expressions directly inside it, in the order of the text; not those of a function.
    public var children: [Expression] {
        var children: [Expression] = []
        forEachChild { children.append($0) }
        return children
    }

    /// Calls `visit` with the expressions directly inside it, in the order of the text; not with
    /// those of a function.
    public func forEachChild(_ visit: (Expression) -> Void) {
        switch kind {
        case .nilLiteral, .boolean, .number, .string, .varargs, .function, .name: break
        case .field(let base, _): visit(base)
        case .index(let base, let key):
            visit(base)
            visit(key)
        case .call(let callee, let arguments):
            visit(callee)
            for argument in arguments { visit(argument) }
        case .methodCall(let receiver, _, let arguments):
            visit(receiver)
            for argument in arguments { visit(argument) }
        case .unary(_, let operand, _): visit(operand)
        case .binary(_, let left, let right, _):
            visit(left)
            visit(right)
        case .table(let fields):
            for field in fields {
                if case .computed(let key) = field.key { visit(key) }
                visit(field.value)
            }
        case .parenthesized(let inner): visit(inner)
        }
    }

    /// Calls `visit` with the expression and all inside it, functions included, outer ones first.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        visit(self)
        if case .function(let body) = kind {
            body.block.forEachExpression(visit)
        } else {
            forEachChild { $0.forEachExpression(visit) }
        }
    }
}

extension Statement {
    /// The expressions directly inside it, in the order of the text; not those of its blocks.
    public var expressions: [Expression] {
        switch kind {
        case .assignment(let targets, let values): targets + values
        case .local(_, let values): values
        case .call(let call): [call]
        case .whileLoop(let condition, _), .repeatLoop(_, let condition): [condition]
        case .conditional(let clauses, _): clauses.map(\.condition)
        case .numericFor(_, let start, let limit, let step, _):
            [start, limit] + [step].compactMap(\.self)
        case .genericFor(_, let values, _): values
        case .returnValues(let values): values
        case .doBlock, .function, .localFunction, .breakLoop, .goto, .label: []
        }
    }

    /// The blocks directly inside it, a function's body included, in the order of the text.
    public var blocks: [Block] {
        switch kind {
        case .doBlock(let body), .whileLoop(_, let body), .repeatLoop(let body, _),
            .numericFor(_, _, _, _, let body), .genericFor(_, _, let body):
            [body]
        case .conditional(let clauses, let otherwise):
            clauses.map(\.body) + [otherwise].compactMap(\.self)
        case .function(_, _, let body), .localFunction(_, let body): [body.block]
        case .assignment, .local, .call, .returnValues, .breakLoop, .goto, .label: []
        }
    }
}

extension Block {
    /// Calls `visit` with every statement, blocks of statements and functions included, outer first.
    ///
    /// The blocks of functions that stand in expressions are visited too.
    public func forEachStatement(_ visit: (Statement) -> Void) {
        for statement in statements {
            visit(statement)
            for expression in statement.expressions {
                expression.forEachFunction { $0.block.forEachStatement(visit) }
            }
            for block in statement.blocks { block.forEachStatement(visit) }
        }
    }

    /// Calls `visit` with every expression of every statement, functions included, outer first.
    public func forEachExpression(_ visit: (Expression) -> Void) {
        for statement in statements {
            for expression in statement.expressions { expression.forEachExpression(visit) }
            for block in statement.blocks { block.forEachExpression(visit) }
        }
    }
}

extension Expression {
    /// Calls `visit` with the functions inside it that no other function of it holds.
    fileprivate func forEachFunction(_ visit: (FunctionBody) -> Void) {
        if case .function(let body) = kind {
            visit(body)
        } else {
            forEachChild { $0.forEachFunction(visit) }
        }
    }
}
