// What a rule's result counts for, whatever the way in which it was reached.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// What one result brings to a verdict.
public enum Bearing: Hashable, Sendable {
    /// The opinion that a criterion leads to; favourable as well where it does not apply.
    case avis(Avis)
    /// The points that a priority rule gives; two numbers where they are not settled.
    case points(Double, Double)
    /// The days of a label; nil where the validity does not apply.
    case label(debut: Day, fin: Day)
    /// A validity that does not apply.
    case noLabel
    /// Whether a flag is raised.
    case flag(Bool)
    /// A calcul's value; nil for none.
    case value(ShownValue?)
    /// An unknown decided.
    case unsettled
    /// The rule failed.
    case failed
    /// The rule ran on nothing: it is not there.
    case nothing
}

extension Bearing {
    /// What a result of a run counts for.
    init(_ probed: ProbedResult) {
        self.init(probed.result, period: probed.period.map { ($0.debut, $0.fin) })
    }

    /// What a result counts for.
    init(_ result: RuleResult, period: (debut: Day, fin: Day)?) {
        let isSettled = result.outcome != .indeterminee
        switch result.kind {
        case _ where result.outcome == .enErreur: self = .failed
        case .critere: self = .avis(Avis(ledToBy: .critere, result.effect, result.outcome))
        case .priorite:
            let points = result.points ?? 0...0
            self =
                isSettled || result.points != nil
                ? .points(points.lowerBound, points.upperBound) : .unsettled
        case _ where !isSettled: self = .unsettled
        case .validite: self = period.map { .label(debut: $0.debut, fin: $0.fin) } ?? .noLabel
        case .signalement: self = .flag(result.outcome == .satisfaite)
        case .calcul: self = .value(result.outcome == .satisfaite ? result.valeur : nil)
        }
    }

    /// What a rule of a kind counts for when it has nothing to say.
    static func neutral(_ kind: RuleKind) -> Bearing {
        switch kind {
        case .critere: .avis(.favorable)
        case .priorite: .points(0, 0)
        case .validite: .noLabel
        case .signalement: .flag(false)
        case .calcul: .value(nil)
        }
    }

    /// Whether a verdict would be the same without it.
    var isNeutral: Bool {
        self == .nothing || RuleKind.allCases.contains { Bearing.neutral($0) == self }
    }

    /// How bad it is for an opinion, from 0.
    var severity: Int {
        switch self {
        case .avis(let avis): avis.severity
        case .failed: Avis.enErreur.severity
        default: 0
        }
    }
}
