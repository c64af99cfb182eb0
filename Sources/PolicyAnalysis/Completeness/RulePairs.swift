// Finds criteria that others mask, and rules that always agree.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The pairs of rules of one regime, compared period by period.
struct RulePairs {
    private var found: [Key: Found] = [:]
    private var known: [String: Comparison] = [:]
    /// Why some rules were not compared with all others, by index.
    private(set) var reasons: [Int: Set<Doubt.Reason>] = [:]

    /// A relation of two rules, by index: what is told is told of `rule`.
    private struct Key: Hashable {
        let rule: Int
        let other: Int
        let kind: CompletenessFinding.Kind
    }

    /// When a relation holds.
    private struct Found {
        var periods = DatedPeriods()
        var isExact = true
        let sample: RuleOutcomes.Sample?
    }

    /// What looking at two rules together brought.
    private struct Comparison {
        var relations: PairRelations
        var isExact = true
        var isWhole = true
        /// A region in which both fail; of rules that are no criteria, in which both hold.
        var sample: RuleOutcomes.Sample?
    }

    /// The most regions that one attempt to tell two rules apart takes.
    private static let mostForAttempt = 40

    /// Compares the rules in force throughout a piece of time.
    ///
    /// - Returns: the criteria that another one masks, by index.
    mutating func compare(
        _ rules: [RuleInForce], in piece: TimePiece, _ search: inout RegimeSearch
    ) throws -> Set<Int> {
        var masked: Set<Int> = []
        for (position, first) in rules.enumerated() {
            for second in rules[(position + 1)...] {
                let possible = PairRelations.possible(first, second)
                guard !possible.isEmpty else { continue }
                let mark = "\(first.mark)\u{1}\(second.mark)"
                let comparison =
                    try known[mark]
                    ?? compare(first, second, possible, in: piece, &search)
                known[mark] = comparison
                if comparison.isWhole {
                    note(comparison, first, second, piece.period)
                    if comparison.relations.contains(.firstMasks) { masked.insert(second.index) }
                    if comparison.relations.contains(.secondMasks) { masked.insert(first.index) }
                } else {
                    reasons[second.index, default: []].insert(.partial)
                }
            }
        }
        return masked
    }

    private func compare(
        _ first: RuleInForce, _ second: RuleInForce, _ possible: PairRelations,
        in piece: TimePiece, _ search: inout RegimeSearch
    ) throws -> Comparison {
        let numbers = (first.index, second.index)
        let targets = [search.target(first.index), search.target(second.index)]
        var comparison = Comparison(relations: possible)
        // Regions in which one of them decides tell most pairs apart at once.
        let attempts: [(PairRelations, [RuleOutcomes.Sample])] = [
            (.firstMasks, second.failing), (.secondMasks, first.failing),
            (.agree, first.telling + second.telling),
        ]
        for (relation, samples) in attempts {
            for sample in samples where comparison.relations.contains(relation) {
                try search.explore(
                    targets, from: sample.region.dossier, at: sample.occasion,
                    atMost: RulePairs.mostForAttempt
                ) { region in
                    comparison.relations = comparison.relations.upheld(
                        by: region.results, numbers.0, numbers.1)
                    return comparison.relations.contains(relation)
                }
            }
        }
        guard !comparison.relations.isEmpty else { return comparison }
        let readsDecision =
            first.outcomes.reasons.contains(.days) || second.outcomes.reasons.contains(.days)
        comparison.isExact = !readsDecision
        let shown: Outcome = first.rule.kind == .critere ? .nonSatisfaite : .satisfaite
        // A missing fact that one of them asks for and the other does not tells them apart as well;
        // the dossier that is shown lacks none.
        for absences in [Explorer.Absences.thatSettle, .all]
        where comparison.isWhole && !comparison.relations.isEmpty {
            let isWhole = try search.explore(
                targets, in: piece, readsDecision: readsDecision, absences: absences
            ) { region, occasion in
                comparison.relations = comparison.relations.upheld(
                    by: region.results, numbers.0, numbers.1)
                comparison.isExact = comparison.isExact && region.isExact
                if comparison.sample == nil,
                    [first.index, second.index].allSatisfy({ region.results.have(shown, of: $0) })
                {
                    comparison.sample = RuleOutcomes.Sample(region: region, occasion: occasion)
                }
                return !comparison.relations.isEmpty
            }
            comparison.isWhole = isWhole || comparison.relations.isEmpty
        }
        return comparison
    }

    private mutating func note(
        _ comparison: Comparison, _ first: RuleInForce, _ second: RuleInForce, _ period: Period
    ) {
        let relations = comparison.relations
        if relations.contains(.agree) { add(.agree, first, second, comparison, period) }
        // Of two that mask each other, one may go; that they agree has said so.
        if relations.contains(.firstMasks), !relations.isSuperset(of: [.agree, .secondMasks]) {
            add(.masked, second, first, comparison, period)
        } else if relations.contains(.secondMasks), !relations.contains(.firstMasks) {
            add(.masked, first, second, comparison, period)
        }
    }

    private mutating func add(
        _ kind: CompletenessFinding.Kind, _ rule: RuleInForce, _ other: RuleInForce,
        _ comparison: Comparison, _ period: Period
    ) {
        let key = Key(rule: rule.index, other: other.index, kind: kind)
        var entry = found[key] ?? Found(sample: comparison.sample)
        entry.periods.add(period)
        entry.isExact = entry.isExact && comparison.isExact
        found[key] = entry
    }

    // MARK: - Findings

    /// What was found, criteria that are masked first, each with a dossier.
    func findings(
        _ search: inout RegimeSearch, _ policy: Policy, _ judge: inout Evaluator
    ) throws -> [CompletenessFinding] {
        var findings: [CompletenessFinding] = []
        for kind in [CompletenessFinding.Kind.masked, .agree] {
            let keys = found.keys.filter { $0.kind == kind && !isImplied($0) }
                .sorted { ($0.rule, $0.other) < ($1.rule, $1.other) }
            for key in keys {
                guard let entry = found[key] else { continue }
                let (rule, other) = (
                    search.versions[0].rules[key.rule].rule,
                    search.versions[0].rules[key.other].rule
                )
                let shown: Outcome = rule.kind == .critere ? .nonSatisfaite : .satisfaite
                let witness = try entry.sample.flatMap { sample in
                    try search.witness(of: sample, [key.rule, key.other], policy, &judge) {
                        verdict in
                        [rule, other].allSatisfy { rule in
                            verdict.results(of: rule.id.value).contains { $0.outcome == shown }
                        }
                    }
                }
                findings.append(
                    CompletenessFinding(
                        kind: kind, regime: search.versions[0].regime.id, name: rule.id.value,
                        others: [other.id.value], titre: rule.titre,
                        periods: entry.periods.periods,
                        isExact: entry.isExact && witness != nil, witness: witness))
            }
        }
        return findings
    }

    /// Whether two rules agree because each agrees with one before them, at the same time.
    private func isImplied(_ key: Key) -> Bool {
        guard key.kind == .agree, let entry = found[key] else { return false }
        return (0..<key.rule).contains { before in
            [key.rule, key.other].allSatisfy { rule in
                let link = found[Key(rule: before, other: rule, kind: .agree)]
                return link?.periods.periods == entry.periods.periods
            }
        }
    }
}

extension RuleInForce {
    /// Some regions in which it fails.
    fileprivate var failing: [RuleOutcomes.Sample] { outcomes.regions[.nonSatisfaite] ?? [] }

    /// Some regions of each outcome, failures first.
    fileprivate var telling: [RuleOutcomes.Sample] {
        [Outcome.nonSatisfaite, .satisfaite, .sansObjet].flatMap { outcomes.regions[$0] ?? [] }
    }
}

extension [ProbedResult] {
    /// Whether a rule comes to an outcome on some subject.
    fileprivate func have(_ outcome: Outcome, of rule: Int) -> Bool {
        contains { $0.rule == rule && $0.result.outcome == outcome }
    }
}
