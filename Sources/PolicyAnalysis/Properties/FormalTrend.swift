// How the days that a validity gives follow a parameter, by the form of what it reckons alone.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine

/// What is known of an expression as a parameter grows, on every dossier and every day.
enum FormalTrend {
    case constant, rising, falling

    fileprivate var turned: FormalTrend {
        switch self {
        case .constant: .constant
        case .rising: .falling
        case .falling: .rising
        }
    }

    /// What comes of two that are added; nil where they pull apart.
    fileprivate func added(to other: FormalTrend) -> FormalTrend? {
        switch (self, other) {
        case (.constant, let one), (let one, .constant): one
        case (.rising, .rising): .rising
        case (.falling, .falling): .falling
        default: nil
        }
    }

    /// Whether it is as a property wants it.
    fileprivate func follows(_ trend: Trend) -> Bool {
        switch (self, trend) {
        case (.constant, _), (.rising, .rising), (.falling, .falling): true
        default: false
        }
    }
}

extension RegimeMeaning {
    /// Whether a part of the labels of a validity surely follows a parameter that grows.
    ///
    /// Cells cannot tell: a label begins on the decision day and ends on a day made of it. That the
    /// same validity applies, and that sums of the parameter's years, months or days follow it, holds of
    /// every day. A rule that fails for one of the values is no part of a property.
    ///
    /// - Parameters:
    ///   - rule: the validity, by index.
    ///   - watched: a result about labels.
    ///   - trend: how it must follow.
    ///   - parameter: what grows from one version to the next.
    /// - Returns: whether it does; false where the form does not tell.
    func follows(
        _ rule: Int, _ watched: WatchedResult, _ trend: Trend, of parameter: String
    ) -> Bool {
        let written = rules[rule].rule
        let form = FormalReading(meaning: self, rule: rule, parameter: parameter)
        guard written.field("si").map({ form.ignores($0.expression) }) ?? true,
            let debut = written.field("debut"), let fin = written.field("fin")
        else { return false }
        switch watched {
        case .validityRules: return true
        case .firstDays: return form.trend(of: debut.expression)?.follows(trend) ?? false
        case .lastDays: return form.trend(of: fin.expression)?.follows(trend) ?? false
        default: return false
        }
    }
}

/// Reads expressions of one rule.
private struct FormalReading {
    let meaning: RegimeMeaning
    let rule: Int
    let parameter: String

    /// Functions that make a length of time of a number, none shorter for more.
    private static let lengths: Set<String> = ["ans", "mois", "jours"]

    /// Whether an expression gives the same whatever the parameter is.
    ///
    /// The parameter is not in it, nor in a calcul that it names; nothing else of a policy may read one.
    func ignores(_ expression: Expression) -> Bool {
        let chunk = meaning.regime.files[meaning.rules[rule].rule.file].chunk
        let inside = chunk.tokens.filter {
            expression.range.lowerBound <= $0.range.lowerBound
                && $0.range.upperBound <= expression.range.upperBound
        }
        return inside.allSatisfy { token in
            let word = chunk.source.text(in: token.range)
            switch token.kind {
            // A text may be a key by which a name is found.
            case .string: return !word.contains(parameter)
            case .name where word == "debut":
                guard let debut = meaning.rules[rule].rule.field("debut")?.expression else {
                    return false
                }
                return debut.range == expression.range || ignores(debut)
            case .name:
                let calcul = meaning.calcul(named: word)
                return word != parameter && word != "_ENV"
                    && !(calcul.map { meaning.mayRead($0, parameter) } ?? false)
            default: return true
            }
        }
    }

    /// How a sum follows; nil where its form does not tell.
    func trend(of expression: Expression) -> FormalTrend? {
        if ignores(expression) { return .constant }
        switch expression.kind {
        case .parenthesized(let inner): return trend(of: inner)
        case .name(let name) where name.text == parameter && isGlobal(name.text): return .rising
        case .name(let name) where name.text == "debut":
            return meaning.rules[rule].rule.field("debut").flatMap { trend(of: $0.expression) }
        case .binary(.add, let left, let right, _):
            guard let one = trend(of: left), let other = trend(of: right) else { return nil }
            return one.added(to: other)
        case .binary(.subtract, let left, let right, _):
            guard let one = trend(of: left), let other = trend(of: right) else { return nil }
            return one.added(to: other.turned)
        case .call(let function, let arguments):
            guard case .name(let name) = function.kind, isGlobal(name.text),
                FormalReading.lengths.contains(name.text), arguments.count == 1
            else { return nil }
            return trend(of: arguments[0])
        default: return nil
        }
    }

    private func isGlobal(_ name: String) -> Bool { !meaning.locals(around: rule).contains(name) }
}
