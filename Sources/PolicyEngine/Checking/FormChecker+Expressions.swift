// The forms of expressions that policies do not use.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension FormChecker {
    /// Checks an expression by itself, its parts left out.
    func checkForm(_ expression: Expression) {
        switch expression.kind {
        case .name(let name):
            checkName(name)
            if PolicyVocabulary.constructs.contains(name.text) {
                report(.nestedConstruct(name.text), at: name.range)
            }
            if name.text == PolicyVocabulary.require {
                report(.misplacedRequire(), at: name.range)
            }
        case .varargs: report(.varargs(), at: expression.range)
        case .number(let literal): checkNumber(literal, at: expression.range)
        case .field(_, let name): checkName(name)
        case .index(_, let key) where key.bare.isCondition:
            report(.logicAsIndex(), at: key.range)
        case .call(_, let arguments): checkComma(arguments)
        case .methodCall(let receiver, let method, let arguments):
            let rest = arguments.isEmpty ? "" : ", …"
            report(.methodCall(method.text, on: text(receiver), rest: rest), at: method.range)
            checkComma(arguments)
        case .unary(.bitNot, let operand, let range): checkBits("~", [operand], at: range)
        case .binary(let sign, let left, let right, let range):
            checkBinary(sign, left, right, in: expression.range, at: range)
        case .table(let fields):
            checkComma(fields)
            for field in fields {
                guard case .computed(let key) = field.key, key.bare.isCondition else { continue }
                report(.logicAsIndex(), at: key.range)
            }
        default: break
        }
    }

    /// Checks that a name is not one that the engine or Lua keeps for itself.
    func checkName(_ name: Name) {
        if name.text == "_ENV" {
            report(.environment(), at: name.range)
        } else if name.text.hasPrefix("__") {
            report(.reservedName(name.text), at: name.range)
        }
    }

    private func checkBinary(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in whole: SourceRange,
        at range: SourceRange
    ) {
        switch sign {
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            checkDenied(sign, left, right, in: whole)
        case .equal, .notEqual:
            checkDenied(sign, left, right, in: whole)
            for (one, other) in [(left, right), (right, left)]
            where other.bare.isNil && !one.mayGiveNothing {
                report(.comparedWithNil(text(one), isEqual: sign == .equal), at: whole)
                break
            }
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight:
            checkBits(sign.rawValue, [left, right], at: range)
        default: break
        }
    }

    /// `not a == b` compares `not a`, which is hardly what is meant.
    private func checkDenied(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, in whole: SourceRange
    ) {
        guard let denied = left.denied(comparedWith: right) else { return }
        report(.deniedComparison(text(denied), sign.rawValue, text(right)), at: whole)
    }

    private func checkBits(_ sign: String, _ operands: [Expression], at range: SourceRange) {
        if operands.contains(where: { $0.bare.isChoice }) { report(.logicInBits(sign), at: range) }
    }
}

extension Expression {
    fileprivate var isNil: Bool { if case .nilLiteral = kind { true } else { false } }

    /// What a bare `not` before a comparison denies: `a` of `not a == b`.
    func denied(comparedWith right: Expression) -> Expression? {
        guard case .unary(.not, let denied, _) = kind, !right.bare.isCondition else { return nil }
        return denied
    }

    /// Whether it is an `and` or an `or`.
    fileprivate var isChoice: Bool {
        switch kind {
        case .binary(.and, _, _, _), .binary(.or, _, _, _): true
        default: false
        }
    }

    /// Whether it is a comparison or a logical expression.
    fileprivate var isCondition: Bool {
        switch kind {
        case .unary(.not, _, _): true
        case .binary(let sign, _, _, _):
            switch sign {
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
                true
            default: false
            }
        default: false
        }
    }
}
