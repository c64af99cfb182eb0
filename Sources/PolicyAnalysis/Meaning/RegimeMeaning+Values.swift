// Whether the numbers, days and values that a rule gives are the same throughout a region.
// SPDX-License-Identifier: MIT

import LuaSyntax
import PolicyEngine

extension RegimeMeaning {
    /// Whether a rule may give numbers, days or a value that are made of facts.
    ///
    /// Regions tell apart what conditions ask of facts. What is made of a fact differs from one
    /// value to the next within a region, and one dossier shows but one.
    func givesMoreThanRegionsTell(_ rule: Int) -> Bool {
        rules[rule].rule.fields.contains { field in
            RegimeMeaning.valueFields.contains(field.name.text)
                && !isSettled(field.expression, in: rule, depth: 0)
        }
    }

    /// How far calculs that read others are followed.
    private static let mostCalculs = 16

    /// Whether conditions alone make an expression differ from dossier to dossier.
    private func isSettled(_ expression: Expression, in rule: Int, depth: Int) -> Bool {
        func isSettled(_ part: Expression) -> Bool { self.isSettled(part, in: rule, depth: depth) }
        switch expression.kind {
        case .nilLiteral, .boolean, .number, .string: return true
        case .parenthesized(let inner): return isSettled(inner)
        case .name(let name): return self.isSettled(named: name.text, in: rule, depth: depth)
        case .field(let base, let name):
            // That the decision day is read is a doubt of its own.
            if case .name(let root) = base.kind, root.text == "decision", name.text == "date" {
                return !locals(around: rule).contains(root.text)
            }
            return isRow(base, in: rule)
        case .index: return false
        case .unary(let sign, let operand, _): return sign == .not || isSettled(operand)
        case .binary(let sign, let left, let right, _):
            switch sign {
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: return true
            default: return isSettled(left) && isSettled(right)
            }
        case .call(let function, let arguments):
            guard case .name(let name) = function.kind, Builtin.named(name.text) != nil,
                !locals(around: rule).contains(name.text)
            else { return false }
            let values = name.text == "si_sinon" ? Array(arguments.dropFirst()) : arguments
            return values.allSatisfy(isSettled)
        case .varargs, .function, .methodCall, .table: return false
        }
    }

    private func isSettled(named name: String, in rule: Int, depth: Int) -> Bool {
        guard !locals(around: rule).contains(name) else { return false }
        if rules[rule].parameters.contains(name) { return true }
        // The first day of a label, which is looked at by itself.
        if name == "debut", rules[rule].rule.kind == .validite { return true }
        guard depth < RegimeMeaning.mostCalculs, let calcul = calcul(named: name),
            let value = rules[calcul].rule.field("valeur")
        else { return false }
        return isSettled(value.expression, in: calcul, depth: depth + 1)
    }

    /// Whether an expression is a row of a keyed table: its key is placed row by row.
    private func isRow(_ expression: Expression, in rule: Int) -> Bool {
        guard case .index(let base, _) = expression.kind, case .name(let name) = base.kind,
            !locals(around: rule).contains(name.text)
        else { return false }
        return regime.declarations.tables.contains { $0.name.value == name.text && $0.key != nil }
    }
}
