// The pieces of statements and blocks.
// SPDX-License-Identifier: MIT

extension PieceBuilder {
    /// The statements of a block, each with the semicolons after it.
    mutating func statements(of block: Block) -> [Piece] {
        leaveGapOut()
        var pieces: [Piece] = isSemicolon ? [.row([take()] + semicolons())] : []
        for part in block.statements {
            leaveGapOut()
            pieces.append(.row([statement(part)] + semicolons()))
        }
        return pieces
    }

    /// A function, its parameters and statements, after an opening that stands before them.
    mutating func function(_ body: FunctionBody, from first: Int, _ opening: [Piece]) -> Piece {
        let count = body.parameters.count + (body.varargs == nil ? 0 : 1)
        let parameters = list(Array(0..<count)) { builder, _ in builder.take() }
        return compound([clause(from: first, opening + [parameters], body.block)]) { $0.take() }
    }

    private mutating func semicolons() -> [Piece] {
        var marks: [Piece] = []
        while isSemicolon { marks.append(takeMark(as: UInt8(ascii: ";"))) }
        return marks
    }

    private mutating func statement(_ statement: Statement) -> Piece {
        switch statement.kind {
        case .assignment(let targets, let values):
            return .row([sequence(targets) { $0.expression($1) }] + assigned(values))
        case .local(let names, let values):
            return .row([take(), .space, sequence(names) { $0.localName($1) }] + assigned(values))
        case .call(let call): return expression(call)
        case .returnValues(let values):
            return .row([take()] + (values.isEmpty ? [] : [.space, expressions(values)]))
        case .breakLoop: return take()
        case .goto: return .row([take(), .space, take()])
        case .label: return .row(take(3))
        case .function(let path, let method, let body):
            let count = 2 * path.count - 1 + (method == nil ? 0 : 2)
            return function(body, from: index, [take(), .space] + take(count))
        case .localFunction(_, let body):
            return function(body, from: index, [take(), .space, take(), .space, take()])
        case .doBlock, .whileLoop, .repeatLoop, .conditional, .numericFor, .genericFor:
            return compound(statement)
        }
    }

    private mutating func localName(_ local: Statement.LocalName) -> Piece {
        .row([take()] + (local.attribute == nil ? [] : [.space] + take(3)))
    }

    private mutating func assigned(_ values: [Expression]) -> [Piece] {
        values.isEmpty ? [] : [.space, take(), .space, expressions(values)]
    }
}

// MARK: - Blocks

extension PieceBuilder {
    private mutating func compound(_ statement: Statement) -> Piece {
        let first = index
        switch statement.kind {
        case .doBlock(let body):
            return compound([clause(from: first, [take()], body)]) { $0.take() }
        case .whileLoop(let condition, let body):
            return compound([clause(from: first, opening(condition), body)]) { $0.take() }
        case .repeatLoop(let body, let condition):
            return compound([clause(from: first, [take()], body)]) { $0.until(condition) }
        case .conditional(let clauses, let otherwise):
            return conditional(clauses, otherwise)
        case .numericFor(_, let start, let limit, let step, let body):
            let name = [take(), .space, take(), .space]
            return loop(from: first, name, [start, limit] + (step.map { [$0] } ?? []), body)
        case .genericFor(let names, let values, let body):
            let names = [take(), .space, sequence(names) { builder, _ in builder.take() }, .space]
            return loop(from: first, names, values, body)
        default: return take()
        }
    }

    private mutating func loop(
        from first: Int, _ variables: [Piece], _ values: [Expression], _ body: Block
    ) -> Piece {
        let head = variables + [take(), .space, expressions(values), .space, take()]
        return compound([clause(from: first, head, body)]) { $0.take() }
    }

    private mutating func conditional(
        _ clauses: [Statement.Clause], _ otherwise: Block?
    ) -> Piece {
        var parts: [Piece.Clause] = []
        for part in clauses {
            leaveGapOut()
            parts.append(clause(from: index, opening(part.condition), part.body))
        }
        if let otherwise {
            leaveGapOut()
            parts.append(clause(from: index, [take()], otherwise))
        }
        return compound(parts) { $0.take() }
    }

    /// A keyword, a condition, and the keyword after it.
    private mutating func opening(_ condition: Expression) -> [Piece] {
        [take(), .space, expression(condition, hang: .indented), .space, take()]
    }

    private mutating func until(_ condition: Expression) -> Piece {
        .row([take(), .space, expression(condition, hang: .indented)])
    }

    private mutating func clause(
        from first: Int, _ opening: [Piece], _ body: Block
    ) -> Piece.Clause {
        Piece.Clause(first: first, opening: .row(opening), statements: statements(of: body))
    }

    /// Blocks and what closes them; they may stay on one line when they hold one statement.
    private mutating func compound(
        _ clauses: [Piece.Clause], _ close: (inout PieceBuilder) -> Piece
    ) -> Piece {
        let closer = index
        leaveGapOut()
        let closing = close(&self)
        let only = clauses[0]
        let inner = only.statements.flatMap { [$0, .space] }
        let flat = Piece.row([only.opening, .space] + inner + [closing])
        let isTall =
            clauses.count > 1 || only.statements.count > 1 || flat.extent.endsLine
            || hasLineEnd(before: only.first + 1..<index)
        let compound = Piece.Compound(
            clauses: clauses, closing: (closer, closing), isTall: isTall, flat: flat)
        return .group(.compound(compound), flat: flat, isTall: isTall, opening: only.opening)
    }
}
