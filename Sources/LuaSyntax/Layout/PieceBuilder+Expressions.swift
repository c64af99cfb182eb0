// The pieces of expressions.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PieceBuilder {
    /// One expression.
    mutating func expression(_ expression: Expression, hang: Piece.Hang = .under) -> Piece {
        switch expression.kind {
        case .nilLiteral, .boolean, .number, .string, .varargs, .name: return take()
        case .function(let body): return function(body, from: index, [take()])
        case .table(let fields): return table(fields)
        case .parenthesized(let inner): return .row([take(), self.expression(inner), take()])
        case .unary(let operation, let operand, _): return unary(operation, operand)
        case .binary: return chain(expression, hang: hang)
        case .field(let base, _): return .row([self.expression(base)] + take(2))
        case .index(let base, let key): return .row([self.expression(base), bracketed(key)])
        case .call(let callee, let arguments):
            return .row([self.expression(callee)] + self.arguments(arguments))
        case .methodCall(let receiver, _, let arguments):
            return .row([self.expression(receiver)] + take(2) + self.arguments(arguments))
        }
    }

    /// Expressions with commas between them, in a statement.
    mutating func expressions(_ list: [Expression]) -> Piece {
        sequence(list) { $0.expression($1, hang: .indented) }
    }

    /// A key between brackets; a long string stands apart from them, since `[[` is another token.
    mutating func bracketed(_ key: Expression) -> Piece {
        let opener = take()
        let space: [Piece] = byte == UInt8(ascii: "[") ? [.space] : []
        return .row([opener] + space + [expression(key)] + space + [take()])
    }

    private mutating func unary(_ operation: UnaryOperator, _ operand: Expression) -> Piece {
        let mark = take()
        let isComment = operation == .negate && byte == UInt8(ascii: "-")
        let space: [Piece] = operation == .not || isComment ? [.space] : []
        return .row([mark] + space + [expression(operand)])
    }

    private mutating func chain(_ whole: Expression, hang: Piece.Hang) -> Piece {
        let operands = whole.operands
        let first = expression(operands[0])
        var isTall = false
        let links = operands.dropFirst().map { operand in
            isTall = isTall || startsLine
            leaveGapOut()
            let mark = take()
            isTall = isTall || startsLine
            return (mark: mark, operand: expression(operand))
        }
        let flat = Piece.row([first] + links.flatMap { [.space, $0.mark, .space, $0.operand] })
        let chain = Piece.Chain(first: first, links: links, hang: hang, isTall: isTall, flat: flat)
        return .group(.chain(chain), flat: flat, isTall: isTall, opening: first)
    }

    private mutating func arguments(_ list: [Expression]) -> [Piece] {
        guard byte == UInt8(ascii: "(") else { return [.space, expression(list[0])] }
        return [self.list(list, canHug: list.last?.canBeHugged ?? false) { $0.expression($1) }]
    }
}

extension Expression {
    /// What the operators of one rank in it stand between; the expression itself when it is none.
    fileprivate var operands: [Expression] {
        guard case .binary(let operation, _, _, _) = kind else { return [self] }
        let isRightward = operation.rightPriority < operation.leftPriority
        var (result, rest): ([Expression], Expression) = ([], self)
        while case .binary(let other, let left, let right, _) = rest.kind,
            other.leftPriority == operation.leftPriority
        {
            result.append(isRightward ? left : right)
            rest = isRightward ? right : left
        }
        result.append(rest)
        return isRightward ? result : result.reversed()
    }

    /// Whether it may take several lines as the last argument without moving the others.
    fileprivate var canBeHugged: Bool {
        switch kind {
        case .table(let fields): !fields.isEmpty
        case .function: true
        default: false
        }
    }
}
