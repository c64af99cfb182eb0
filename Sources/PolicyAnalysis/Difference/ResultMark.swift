// Everything that one result says, but for what was read on the way to it.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What two results must share to be the same.
struct ResultMark: Hashable {
    private let outcome: Outcome
    private let effect: Effect?
    private let isProvisional: Bool
    private let points: ClosedRange<Double>?
    private let valeur: ShownValue?
    private let motif: String?
    private let manquants: [String]
    private let hypotheses: [String]
    private let period: [Day]

    init(_ result: RuleResult, period: (debut: Day, fin: Day)?) {
        outcome = result.outcome
        effect = result.effect
        isProvisional = result.isProvisional
        points = result.points
        valeur = result.valeur
        motif = result.motif
        manquants = result.manquants
        hypotheses = result.hypotheses.map { "\($0.name) \($0.value.french)" }
        self.period = period.map { [$0.debut, $0.fin] } ?? []
    }
}

extension [ProbedResult] {
    /// A numbered rule's results by subject; none for no rule.
    func marks(of rule: Int?) -> [String: ResultMark] {
        Dictionary(
            filter { $0.rule == rule }.map { probed in
                (
                    probed.result.sujet,
                    ResultMark(
                        probed.result, period: probed.period.map { ($0.debut, $0.fin) })
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Witness {
    /// A rule's results in the verdict, by subject.
    func marks(of rule: String) -> [String: ResultMark] {
        Dictionary(
            verdict.results(of: rule).map { result in
                (result.sujet, ResultMark(result, period: verdict.period(of: result)))
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Verdict {
    /// The days of the label that a validity's result gives to its expertise, or to some where it is
    /// on the whole dossier; nil for none.
    func period(of result: RuleResult) -> (debut: Day, fin: Day)? {
        let concerned = expertises.filter { "expertises[\($0.number)]" == result.sujet }
        return (concerned.isEmpty ? expertises : concerned).compactMap(\.validite)
            .first { $0.regle == result.id }.map { ($0.debut, $0.fin) }
    }
}
