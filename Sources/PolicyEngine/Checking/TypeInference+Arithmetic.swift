// Sums of numbers, days and durations; other arithmetic; texts put together.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// The type of a chain of `+` and `-`.
    func inferSum(_ whole: Expression, _ context: Context) -> PolicyType {
        var terms: [(sign: BinaryOperator, term: Expression, range: SourceRange)] = []
        var first = whole
        while case .binary(let sign, let left, let right, let range) = first.kind,
            sign == .add || sign == .subtract
        {
            terms.append((sign, right, range))
            first = left
        }
        var sum = Operand(type: infer(first, context).known, expression: first)
        for (sign, term, range) in terms.reversed() {
            let next = Operand(type: infer(term, context).known, expression: term)
            let type = self.sum(sum, sign, next, at: range, context)
            sum = Operand(type: type, expression: first)
        }
        return sum.type
    }

    private func sum(
        _ left: Operand, _ sign: BinaryOperator, _ right: Operand, at range: SourceRange,
        _ context: Context
    ) -> PolicyType {
        switch (left.type, right.type) {
        case (.day, .duration(let kind)):
            checkRounding(kind, at: range, context)
            return .day
        case (.duration(let kind), .day) where sign == .add:
            checkRounding(kind, at: range, context)
            return .day
        case (.day, .day) where sign == .subtract: return .duration(.days)
        case (.duration(let one), .duration(let other)) where one == other: return left.type
        case (.number, .number): return number(left.type, right.type)
        case (.day, .any) where sign == .add, (.any, .day) where sign == .add: return .day
        case (.any, _), (_, .any), (.nothing, _), (_, .nothing): return .any
        case (.day, .number):
            let count = text(right.expression, context)
            report(.numberAddedToDay(sign.rawValue, number: count), at: range, context)
            return .day
        case (.number, .day) where sign == .add:
            let count = text(left.expression, context)
            report(.numberAddedToDay(sign.rawValue, number: count), at: range, context)
            return .day
        default:
            return wrongOperands(sign, left.type, right.type, at: range, context)
        }
    }

    private func checkRounding(
        _ kind: PolicyType.DurationKind, at range: SourceRange, _ context: Context
    ) {
        guard kind == .months, let rule = context.rule, !rule.isRounded else { return }
        report(.roundingMissing(rule: rule.id), at: range, context)
    }

    private func number(_ left: PolicyType, _ right: PolicyType) -> PolicyType {
        let types = [left, right]
        if types.contains(.number(.float)) { return .number(.float) }
        return types == [.number(.integer), .number(.integer)] ? left : .number(.either)
    }

    /// The type of any other arithmetic.
    func product(
        _ sign: BinaryOperator, _ left: PolicyType, _ right: PolicyType, at range: SourceRange,
        _ context: Context
    ) -> PolicyType {
        for type in [left, right] where !type.isUnknown && type.family != .number {
            return wrongOperands(sign, left, right, at: range, context)
        }
        switch sign {
        case .divide, .power: return .number(.float)
        case .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight: return .number(.integer)
        default: return number(left, right)
        }
    }

    private func wrongOperands(
        _ sign: BinaryOperator, _ left: PolicyType, _ right: PolicyType, at range: SourceRange,
        _ context: Context
    ) -> PolicyType {
        let families = Set([left.family, right.family])
        var help: String?
        if families.contains(.text) {
            help = "un texte se change en nombre par « tonumber »"
        } else if families == [.months, .days] {
            help = "les durées en mois et en jours s’ajoutent l’une après l’autre à un jour"
        } else if families.contains(.days) || families.contains(.months) {
            help = "le calcul se fait dans la durée : « jours(2 * n) »"
        }
        report(.wrongOperands(sign.rawValue, left, right, help: help), at: range, context)
        return .any
    }

    /// The type of a chain of `..`.
    func inferConcatenation(_ whole: Expression, _ context: Context) -> PolicyType {
        for operand in whole.operands(of: .concatenate) {
            let type = infer(operand, context)
            guard let family = type.family, family != .text, family != .number else { continue }
            let finding = PolicyFinding.wrongType(
                "ce que « .. » relie", expected: "un texte ou un nombre", found: type,
                help: "dans un motif, écrivez « {\(text(operand, context))} »")
            report(finding, at: operand.range, context)
        }
        return .text(.free)
    }
}
