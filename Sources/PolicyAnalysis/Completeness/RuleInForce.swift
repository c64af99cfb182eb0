// A rule throughout a stretch of time, and a dossier that shows what it does.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A rule in force with what it gives by itself.
struct RuleInForce {
    /// What is written.
    let rule: Rule
    /// What it runs on.
    let scope: RuleScope
    /// Its index in the regime.
    let index: Int
    /// A text that is the same where it gives the same.
    let mark: String
    /// What it gives.
    let outcomes: RuleOutcomes

    /// Takes a rule of a regime.
    init(_ program: RuleProgram, _ index: Int, mark: String, outcomes: RuleOutcomes) {
        rule = program.rule
        scope = program.scope
        self.index = index
        self.mark = mark
        self.outcomes = outcomes
    }

    /// Its identifier.
    var id: String { rule.id.value }

    /// Whether some fact, or the decision day, bears on both.
    func sharesFact(with other: RuleInForce) -> Bool {
        !outcomes.facts.isDisjoint(with: other.outcomes.facts)
            || outcomes.reasons.contains(.days) && other.outcomes.reasons.contains(.days)
    }
}

extension RegimeSearch {
    /// A dossier of a region, favourable otherwise as far as one is found.
    ///
    /// - Parameters:
    ///   - sample: the region.
    ///   - rules: the rules that are left as they are, by index.
    ///   - policy: the policy.
    ///   - judge: its evaluation.
    ///   - shows: whether a verdict shows what is looked for.
    /// - Returns: the dossier with its verdict; nil when the ordinary evaluation does not show it.
    /// - Throws: `EvaluationError` where the machine fails.
    mutating func witness(
        of sample: RuleOutcomes.Sample, _ rules: [Int], _ policy: Policy,
        _ judge: inout Evaluator, where shows: (Verdict) -> Bool
    ) throws -> Witness? {
        let draft = try completed(
            sample.region.dossier, sample.region.placements, at: sample.occasion, version: 0,
            sparing: Set(rules),
            readsDecision: rules.contains { versions[0].readsDecisionDay($0) })
        let witness = Witness(
            draft.dossier.json(in: policy.schema), le: draft.decided, placing: draft.placed,
            schema: policy.schema, by: &judge)
        return witness.flatMap { shows($0.verdict) ? $0 : nil }
    }
}
