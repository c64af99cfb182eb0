// Conditions: and, or, not, and the functions that answer yes or no.
// SPDX-License-Identifier: MIT

import Labelling
package import LuaSyntax
import PolicyEngine

extension ExpressionProse {
    /// The condition that an expression sets; negated, its contrary.
    ///
    /// « not » goes down to the statements: in Kleene's logic too, the contrary of « and » is the
    /// « or » of the contraries.
    package func condition(_ expression: Expression, isNegated: Bool = false) -> Condition {
        switch expression.kind {
        case .parenthesized(let inner): return condition(inner, isNegated: isNegated)
        case .unary(.not, let operand, _): return condition(operand, isNegated: !isNegated)
        case .binary(.and, let left, let right, _):
            let (first, second) = both(left, right, isNegated)
            return isNegated ? .any(first, second) : .all(first, second)
        case .binary(.or, let left, let right, _):
            let (first, second) = both(left, right, isNegated)
            return isNegated ? .all(first, second) : .any(first, second)
        case .boolean(let value): return .statement(constant(value != isNegated))
        case .call(let callee, let arguments):
            return answer(callee, arguments, isNegated)
                ?? .statement(statement(expression, isNegated: isNegated))
        default: return .statement(statement(expression, isNegated: isNegated))
        }
    }

    /// The condition of a call that is more than one statement.
    private func answer(
        _ callee: Expression, _ arguments: [Expression], _ isNegated: Bool
    ) -> Condition? {
        switch (callee.lua, arguments.count) {
        case ("existe", 2): return some(arguments[0], arguments[1], isNegated)
        case ("tous", 2): return every(arguments[0], arguments[1], isNegated)
        default:
            return formula(of: callee.lua, arguments).map { prose, value in
                prose.condition(value, isNegated: isNegated)
            }
        }
    }

    /// The condition that an expression sets, as a value: « le fait que … ».
    func truth(of expression: Expression) -> NounPhrase {
        let answersYes: Bool
        switch expression.kind {
        case .call(let callee, _): answersYes = ExpressionProse.predicates.contains(callee.lua)
        case .unary, .binary: answersYes = true
        default: answersYes = false
        }
        guard answersYes else { return code(expression) }
        return NounPhrase(condition(expression).inline.after("le fait que"), .boolean)
    }

    /// The functions that answer yes or no.
    static let predicates: Set<String> = [
        "parmi", "entre", "existe", "tous", "connu", "renseigne", "contient", "commence_par",
    ]

    private func both(
        _ left: Expression, _ right: Expression, _ isNegated: Bool
    ) -> (Condition, Condition) {
        (condition(left, isNegated: isNegated), condition(right, isNegated: isNegated))
    }

    private func constant(_ holds: Bool) -> Prose {
        holds ? "c’est toujours le cas" : "ce n’est jamais le cas"
    }

    private func statement(_ expression: Expression, isNegated: Bool) -> Prose {
        switch expression.kind {
        case .binary(let operation, let left, let right, _):
            if let words = comparison(operation, left, right, isNegated: isNegated) {
                return words
            }
        case .call(let callee, let arguments):
            if let words = predicate(callee, arguments, isNegated) { return words }
        case .name(let name) where bindings[name.text] == nil:
            if let value = locals.literals[name.text]?.constant, case .boolean(let holds) = value {
                return constant(holds != isNegated)
            }
        default: break
        }
        return "\(noun(expression).prose) vaut \(isNegated ? "non" : "oui")"
    }

    private func predicate(
        _ callee: Expression, _ arguments: [Expression], _ isNegated: Bool
    ) -> Prose? {
        switch (callee.lua, arguments.count) {
        case ("parmi", 2): membership(arguments[0], arguments[1], isNegated)
        case ("entre", 3): between(arguments, isNegated)
        case ("connu", 1): known(arguments[0], isNegated)
        case ("renseigne", 1): filled(arguments[0], isNegated)
        case ("contient", 2):
            verb("contient", "ne contient pas", arguments, isNegated)
        case ("commence_par", 2):
            verb("commence par", "ne commence pas par", arguments, isNegated)
        case ("si_sinon", 3): choice(arguments, isNegated)
        default: helper(callee, arguments, isNegated)
        }
    }

    private func verb(
        _ positive: String, _ negative: String, _ arguments: [Expression], _ isNegated: Bool
    ) -> Prose {
        let (left, right) = (noun(arguments[0]), noun(arguments[1]))
        return "\(left.prose) \(isNegated ? negative : positive) \(right.prose)"
    }

    private func between(_ arguments: [Expression], _ isNegated: Bool) -> Prose {
        let subject = noun(arguments[0])
        let bounds = arguments.dropFirst().map { object($0, of: subject) }
        let verb = isNegated ? "ne se situe pas entre" : "se situe entre"
        return "\(subject.prose) \(verb) \(bounds[0]) et \(bounds[1]), bornes comprises"
    }

    private func known(_ argument: Expression, _ isNegated: Bool) -> Prose {
        let noun = noun(argument)
        guard noun.isFact else {
            return isNegated ? "on ne connaît pas \(noun.prose)" : "on connaît \(noun.prose)"
        }
        return "\(noun.prose) \(isNegated ? "ne figure pas" : "figure") au dossier"
    }

    private func filled(_ argument: Expression, _ isNegated: Bool) -> Prose {
        let noun = noun(argument)
        guard noun.isFact else {
            return isNegated
                ? "on ne connaît pas \(noun.prose), ou ce n’est rien"
                : "on connaît \(noun.prose), et ce n’est pas rien"
        }
        return isNegated
            ? "\(noun.prose) manque au dossier ou est vide"
            : "\(noun.prose) figure au dossier et n’est pas vide"
    }

    private func choice(_ arguments: [Expression], _ isNegated: Bool) -> Prose {
        let test = condition(arguments[0]).inline
        let (yes, no) = both(arguments[1], arguments[2], isNegated)
        return "si \(test), \(yes.inline) ; sinon, \(no.inline)"
    }

    /// A function of the file that answers yes or no.
    private func helper(
        _ callee: Expression, _ arguments: [Expression], _ isNegated: Bool
    ) -> Prose? {
        guard case .name(let name) = callee.kind, locals.definition(name.text) != nil else {
            return nil
        }
        let values = Prose.joined(arguments.map { noun($0).operand }, ", ", last: " et ")
        let subject: Prose = "la fonction \(code: name.text) répond \(isNegated ? "non" : "oui")"
        return arguments.isEmpty ? subject : "\(subject) pour \(values)"
    }
}
