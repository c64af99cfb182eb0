// Conditions: `and`, `or`, and what `or` is mistaken for.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// Reports an expression that stands as a condition and cannot be one.
    func requireCondition(
        _ type: PolicyType, of expression: Expression, _ context: Context
    ) {
        if case .maybe = type { return }
        require(
            type, .boolean, what: "une condition", at: context.place(expression.range))
    }

    /// Reports a call that gives something or nothing where a rule needs true or false.
    func requireTruth(_ type: PolicyType, of expression: Expression, _ context: Context) {
        guard case .rule = context.frame.kind, case .maybe(let given) = type,
            expression.mayGiveNothing
        else { return }
        report(
            .presenceWanted(given, text(expression, context)), at: expression.range, context)
    }

    /// The type of a chain of `and`.
    func inferAnd(_ whole: Expression, _ context: Context) -> PolicyType {
        for operand in whole.operands(of: .and) {
            let type = infer(operand, context)
            requireCondition(type, of: operand, context)
            requireTruth(type, of: operand, context)
        }
        return .boolean
    }

    /// The type of a chain of `or`.
    func inferOr(_ whole: Expression, _ context: Context) -> PolicyType {
        let operands = whole.operands(of: .or)
        let types = operands.map { inferChoice($0, context) }
        let isCondition = types.allSatisfy { $0.isUnknown || $0.family == .boolean }
        if isCondition { return context.frame.isFile ? joined(types) : .boolean }
        if !isPlainDefault(types, context) {
            reportMisusedOr(operands, types, in: whole, context)
        }
        return joined(types)
    }

    /// The type of an operand of `or`: that of its last part where it is a chain of `and`.
    private func inferChoice(_ operand: Expression, _ context: Context) -> PolicyType {
        guard case .binary(.and, _, _, _) = operand.bare.kind else {
            return infer(operand, context)
        }
        let parts = operand.bare.operands(of: .and)
        for part in parts.dropLast() {
            requireCondition(infer(part, context), of: part, context)
        }
        return parts.last.map { infer($0, context) } ?? .any
    }

    /// Whether it is Lua's own way to read a table of the file, which runs without unknowns.
    private func isPlainDefault(_ types: [PolicyType], _ context: Context) -> Bool {
        guard context.frame.isFile else { return false }
        return types.dropLast().allSatisfy { type in
            if case .maybe = type { true } else { type.isUnknown }
        }
    }

    private func reportMisusedOr(
        _ operands: [Expression], _ types: [PolicyType], in whole: Expression,
        _ context: Context
    ) {
        if let (subject, values) = alternatives(operands, context) {
            return report(.orOfTexts(subject, values), at: whole.range, context)
        }
        for (index, operand) in operands.dropLast().enumerated() {
            let next = text(operands[index + 1], context)
            if case .binary(.and, _, _, _) = operand.bare.kind {
                let parts = operand.bare.operands(of: .and).map { text($0, context) }
                let condition = parts.dropLast().joined(separator: " and ")
                let finding = PolicyFinding.andOr(condition, parts.last ?? "", next)
                return report(finding, at: whole.range, context)
            }
            if types[index].family != .boolean {
                let finding = PolicyFinding.orAsDefault(text(operand, context), next)
                return report(finding, at: whole.range, context)
            }
        }
        if let last = operands.last, let type = types.last {
            requireCondition(type, of: last, context)
        }
    }

    /// `a == "x" or "y"`: what is compared, and the texts.
    private func alternatives(
        _ operands: [Expression], _ context: Context
    ) -> (subject: String, values: [String])? {
        guard case .binary(.equal, let subject, let first, _) = operands[0].kind else { return nil }
        let values = [first] + operands.dropFirst()
        let areTexts = values.allSatisfy { value in
            if case .string = value.kind { true } else { false }
        }
        return areTexts ? (text(subject, context), values.map { text($0, context) }) : nil
    }

    private func joined(_ types: [PolicyType]) -> PolicyType {
        let known = types.map(\.known)
        return known.dropFirst().reduce(known.first ?? .any) { $0.joined(with: $1) }
    }
}
