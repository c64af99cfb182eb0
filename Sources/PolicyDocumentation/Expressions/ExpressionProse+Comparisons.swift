// Comparisons, in verbs that agree with nothing.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

extension ExpressionProse {
    /// A comparison; nil when the operator is none.
    func comparison(
        _ operation: BinaryOperator, _ left: Expression, _ right: Expression, isNegated: Bool
    ) -> Prose? {
        guard let relation = Relation(operation) else { return nil }
        if let words = presence(left, relation, right, isNegated: isNegated) { return words }
        // « 1 <= nombre(x) » speaks of x, not of 1.
        if literal(left) != nil, literal(right) == nil {
            return comparison(right, relation.mirrored, left, isNegated: isNegated)
        }
        return comparison(left, relation, right, isNegated: isNegated)
    }

    /// `string.match(x, form) ~= nil`: whether a text has a passage of a form.
    private func presence(
        _ left: Expression, _ relation: Relation, _ right: Expression, isNegated: Bool
    ) -> Prose? {
        guard case .nilLiteral = right.unwrapped.kind,
            case .call(let callee, let arguments) = left.kind,
            ["string.find", "string.match"].contains(callee.lua), arguments.count == 2
        else { return nil }
        let isAbsent = (relation == .equal) != isNegated
        let verb = isAbsent ? "ne contient aucun passage" : "contient un passage"
        return "\(noun(arguments[0]).prose) \(verb) de la forme \(code: arguments[1].lua)"
    }

    /// Whether a value belongs to a list, a table or a list of facts.
    func membership(_ member: Expression, _ list: Expression, _ isNegated: Bool) -> Prose {
        let owner = noun(list)
        if owner.table != nil {
            let subject = noun(member).prose
            return "\(subject) \(isNegated ? "ne figure pas" : "figure") \(owner.afterA)"
        }
        if let values = values(of: list) {
            return membership(noun(member), among: values, isNegated)
        }
        let value = noun(member, as: owner.elementType).prose
        return "\(owner.prose) \(isNegated ? "ne comprend pas" : "comprend") \(value)"
    }

    private func membership(
        _ subject: NounPhrase, among values: [Constant], _ isNegated: Bool
    ) -> Prose {
        if values.isEmpty {
            return isNegated ? "c’est toujours le cas" : "ce n’est jamais le cas"
        }
        if values.count == 1 {
            let verb = isNegated ? "n’est pas" : "est"
            return "\(subject.prose) \(verb) \(quoted(values[0], as: subject.type))"
        }
        let isClosed = if case .closed? = subject.type { true } else { false }
        let words = values.map {
            isClosed || subject.type == .country
                ? $0.french(as: subject.type) : quoted($0, as: subject.type)
        }
        let ordered = subject.type == .country ? French.ordered(words) : words
        let list = ordered.dropLast().joined(separator: ", ") + " ou " + ordered[ordered.count - 1]
        let verb = isNegated ? "n’est aucune de ces valeurs :" : "est l’une de ces valeurs :"
        return "\(subject.prose) \(verb) \(list)"
    }

    /// The elements of a list that is written out.
    private func values(of list: Expression) -> [Constant]? {
        if case .list(let elements)? = literal(list) { elements } else { nil }
    }

    private func comparison(
        _ left: Expression, _ relation: Relation, _ right: Expression, isNegated: Bool
    ) -> Prose {
        let untyped = noun(left)
        let subject = untyped.type == nil ? noun(left, as: noun(right).type) : untyped
        return comparison(subject, relation, right, isNegated: isNegated)
    }

    /// A comparison whose subject has a name already.
    func comparison(
        _ subject: NounPhrase, _ relation: Relation, _ right: Expression, isNegated: Bool
    ) -> Prose {
        if case .nilLiteral = right.unwrapped.kind {
            let isAbsent = (relation == .equal) != isNegated
            return "\(subject.prose) \(isAbsent ? "manque" : "ne manque pas")"
        }
        let isDay = subject.type == .day || noun(right, as: subject.type).type == .day
        let verb: String
        switch relation {
        case .equal: verb = equality(literal(right), isEqual: !isNegated)
        case .different: verb = equality(literal(right), isEqual: isNegated)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            let kept = isNegated ? relation.contrary : relation
            verb = isDay ? kept.words.day : kept.words.number
        }
        return "\(subject.prose) \(verb) \(object(right, of: subject))"
    }

    /// What a subject is compared with.
    func object(_ expression: Expression, of subject: NounPhrase) -> Prose {
        if subject.isYear, case .integer(let year)? = literal(expression) {
            return Prose(String(year))
        }
        return noun(expression, as: subject.type).prose
    }

    /// « est » for words, « vaut » for numbers and Booleans, « coïncide avec » between two facts.
    private func equality(_ value: Constant?, isEqual: Bool) -> String {
        switch value {
        case .text, .day: return isEqual ? "est" : "n’est pas"
        case .integer, .decimal, .boolean: return isEqual ? "vaut" : "ne vaut pas"
        case .list, nil: return isEqual ? "coïncide avec" : "ne coïncide pas avec"
        }
    }
}

/// How two values compare.
enum Relation {
    case equal, different, less, lessOrEqual, greater, greaterOrEqual

    init?(_ operation: BinaryOperator) {
        switch operation {
        case .equal: self = .equal
        case .notEqual: self = .different
        case .less: self = .less
        case .lessOrEqual: self = .lessOrEqual
        case .greater: self = .greater
        case .greaterOrEqual: self = .greaterOrEqual
        default: return nil
        }
    }

    /// The same with the operands the other way round.
    var mirrored: Relation {
        switch self {
        case .equal: .equal
        case .different: .different
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }

    /// What holds when it does not.
    var contrary: Relation {
        switch self {
        case .equal: .different
        case .different: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }

    /// The verbs of an order, for numbers and for days.
    var words: (number: String, day: String) {
        switch self {
        case .less: ("n’atteint pas", "vient avant")
        case .lessOrEqual: ("ne dépasse pas", "ne vient pas après")
        case .greater: ("dépasse", "vient après")
        case .greaterOrEqual: ("vaut au moins", "ne vient pas avant")
        case .equal: ("vaut", "est")
        case .different: ("ne vaut pas", "n’est pas")
        }
    }
}
