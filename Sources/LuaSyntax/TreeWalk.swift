// Walks over the parts of a tree, for checkers.
// SPDX-License-Identifier: MIT

extension Expression {
    /// The expressions directly inside it, in the order of the text; not those of a function.
    public var children: [Expression] {
        switch kind {
        case .nilLiteral, .boolean, .number, .string, .varargs, .function, .name: []
        case .field(let base, _): [base]
        case .index(let base, let key): [base, key]
        case .call(let callee, let arguments): [callee] + arguments
        case .methodCall(let receiver, _, let arguments): [receiver] + arguments
        case .unary(_, let operand, _): [operand]
        case .binary(_, let left, let right, _): [left, right]
        case .table(let fields): fields.flatMap(\.expressions)
        case .parenthesized(let inner): [inner]
        }
    }

    /// Calls `visit` with the expression and all inside it, functions included, outer ones first.
    public func forEachExpression<Failure: Error>(
        _ visit: (Expression) throws(Failure) -> Void
    ) throws(Failure) {
        try visit(self)
        if case .function(let body) = kind {
            try body.block.forEachExpression(visit)
        } else {
            for child in children { try child.forEachExpression(visit) }
        }
    }
}

extension TableField {
    /// Its computed key, if any, and its value.
    var expressions: [Expression] {
        if case .computed(let key) = key { [key, value] } else { [value] }
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
    public func forEachStatement<Failure: Error>(
        _ visit: (Statement) throws(Failure) -> Void
    ) throws(Failure) {
        for statement in statements {
            try visit(statement)
            for expression in statement.expressions {
                try expression.forEachFunction { (body) throws(Failure) in
                    try body.block.forEachStatement(visit)
                }
            }
            for block in statement.blocks { try block.forEachStatement(visit) }
        }
    }

    /// Calls `visit` with every expression of every statement, functions included, outer first.
    public func forEachExpression<Failure: Error>(
        _ visit: (Expression) throws(Failure) -> Void
    ) throws(Failure) {
        for statement in statements {
            for expression in statement.expressions { try expression.forEachExpression(visit) }
            for block in statement.blocks { try block.forEachExpression(visit) }
        }
    }
}

extension Expression {
    /// Calls `visit` with the functions inside it that no other function of it holds.
    fileprivate func forEachFunction<Failure: Error>(
        _ visit: (FunctionBody) throws(Failure) -> Void
    ) throws(Failure) {
        if case .function(let body) = kind {
            try visit(body)
        } else {
            for child in children { try child.forEachFunction(visit) }
        }
    }
}
