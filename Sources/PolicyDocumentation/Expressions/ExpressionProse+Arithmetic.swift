// Sums, durations and the other operators that give a value.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

extension ExpressionProse {
    /// What an operator with one operand gives.
    func unary(
        _ operation: UnaryOperator, _ operand: Expression, _ whole: Expression
    ) -> NounPhrase {
        switch operation {
        case .not: truth(of: whole)
        case .negate: NounPhrase("l’opposé \(noun(operand).afterDe)", .decimal)
        case .length: NounPhrase("la longueur \(noun(operand).afterDe)", .integer)
        case .bitNot: NounPhrase("l’inverse binaire \(noun(operand).afterDe)", .integer)
        }
    }

    /// What an operator with two operands gives; nil for those that give a condition.
    func binary(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression
    ) -> NounPhrase? {
        let (first, second) = (noun(left), noun(right))
        switch operation {
        case .add, .subtract: return sum(operation, first, second)
        case .multiply:
            return NounPhrase("\(first.operand) multiplié par \(second.operand)", .decimal)
        case .divide: return NounPhrase("\(first.operand) divisé par \(second.operand)", .decimal)
        case .power:
            return NounPhrase("\(first.operand) à la puissance \(second.operand)", .decimal)
        case .floorDivide:
            return NounPhrase(
                "le quotient entier \(first.afterDe) par \(second.prose)", .integer)
        case .modulo:
            return NounPhrase(
                "le reste de la division \(first.afterDe) par \(second.prose)", .integer)
        case .concatenate:
            return NounPhrase("\(first.prose) suivi \(second.afterDe)", .text)
        case .bitAnd: return bits("le « et » binaire", first, second)
        case .bitOr: return bits("le « ou » binaire", first, second)
        case .bitXor: return bits("le « ou exclusif » binaire", first, second)
        case .shiftLeft: return shift("gauche", first, second)
        case .shiftRight: return shift("droite", first, second)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or:
            return nil
        }
    }

    /// « le jour de la décision, plus 3 ans, moins 1 jour »; two days make a number of days.
    private func sum(
        _ operation: BinaryOperator, _ left: NounPhrase, _ right: NounPhrase
    ) -> NounPhrase {
        if operation == .subtract, left.type == .day, right.type == .day {
            return NounPhrase("le nombre de jours \(right.afterDe) \(left.afterA)")
        }
        let word = operation == .add ? "plus" : "moins"
        let isDay = left.type == .day || (operation == .add && right.type == .day)
        return NounPhrase(
            "\(left.operand)\(isDay ? "," : "") \(word) \(right.operand)",
            isDay ? .day : left.type ?? right.type)
    }

    private func bits(_ words: String, _ left: NounPhrase, _ right: NounPhrase) -> NounPhrase {
        NounPhrase("\(words) \(left.afterDe) et \(right.afterDe)", .integer)
    }

    private func shift(_ side: String, _ left: NounPhrase, _ right: NounPhrase) -> NounPhrase {
        NounPhrase("le décalage \(left.afterDe) vers la \(side), bits : \(right.prose)", .integer)
    }

    /// `ans(3)`, `mois(6)`, `jours(15)`: « 3 ans », « « Durée du label » (3 ans) », « x, en mois ».
    func duration(_ unit: String, _ argument: Expression) -> NounPhrase {
        let singular = unit == "mois" ? unit : String(unit.dropLast())
        if case .integer(let number)? = literal(argument) {
            return NounPhrase(Prose(French.count(Int(number), singular, unit)))
        }
        let amount = noun(argument).prose
        let saysUnit = amount.plain.hasSuffix(" \(unit))")
        return NounPhrase(saysUnit ? amount : "\(amount), en \(unit == "ans" ? "années" : unit)")
    }
}

extension Expression {
    /// Whether it is an operation whose operands a reader could regroup.
    var isArithmetic: Bool {
        guard case .binary(let operation, _, _, _) = kind else { return false }
        switch operation {
        case .and, .or, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return false
        case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power, .concatenate,
            .bitAnd, .bitOr, .bitXor, .shiftLeft, .shiftRight:
            return true
        }
    }
}
