// Finds expertises to which two validities apply, and favourable ones to which none does.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The validities of one regime, period by period.
struct ValidityCheck {
    private var found: [Key: Found] = [:]
    private var known: [String: [Key: [RuleOutcomes.Sample]]] = [:]
    /// Why some may clash or be lacking where it was not seen, by index.
    private(set) var reasons: [Int: Set<Doubt.Reason>] = [:]

    /// Validities, by index: two that clash, or all those that do not apply.
    private struct Key: Hashable {
        let rules: [Int]
        let kind: CompletenessFinding.Kind
    }

    private struct Found {
        var periods = DatedPeriods()
        let samples: [RuleOutcomes.Sample]
    }

    /// The most regions of one finding in which a dossier is looked for.
    private static let mostSamples = 6
    /// The most regions that are looked at for all of them in one period: each has been by itself.
    private static let mostRegions = 300

    /// Looks at the validities in force throughout a piece of time.
    mutating func look(
        at rules: [RuleInForce], in piece: TimePiece, _ search: inout RegimeSearch
    ) throws {
        let validities = rules.filter { $0.rule.kind == .validite }
        guard !validities.isEmpty else { return lackAll(in: piece, search.versions[0]) }
        let mark = validities.map(\.mark).joined(separator: "\u{1}")
        let samples = try known[mark] ?? samples(of: validities, in: piece, &search)
        known[mark] = samples
        for (key, samples) in samples {
            found[key, default: Found(samples: samples)].periods.add(piece.period)
        }
    }

    /// Notes a piece of time in which no validity of the regime is in force, if it has any.
    private mutating func lackAll(in piece: TimePiece, _ version: RegimeMeaning) {
        let indices = version.rules.indices.filter { version.rules[$0].rule.kind == .validite }
        guard !indices.isEmpty else { return }
        let day = piece.days.lowerBound
        let start = Dossier(
            numero: RegimeSearch.numero, deposeLe: day,
            facts: FactRecord(["numero": .text(RegimeSearch.numero)]))
        let sample = RuleOutcomes.Sample(
            region: Region(placements: [], dossier: start, results: [], gaps: []),
            occasion: Occasion(piece: piece, filed: day, decided: day))
        let key = Key(rules: Array(indices), kind: .noValidity)
        found[key, default: Found(samples: [sample])].periods.add(piece.period)
    }

    private mutating func samples(
        of validities: [RuleInForce], in piece: TimePiece, _ search: inout RegimeSearch
    ) throws -> [Key: [RuleOutcomes.Sample]] {
        let indices = validities.map(\.index)
        let readsDecision = validities.contains { $0.outcomes.reasons.contains(.days) }
        let lacking = Key(rules: indices, kind: .noValidity)
        var samples: [Key: [RuleOutcomes.Sample]] = [:]
        let isWhole = try search.explore(
            indices.map { search.target($0) }, in: piece, readsDecision: readsDecision,
            atMost: ValidityCheck.mostRegions
        ) { region, occasion in
            let sample = RuleOutcomes.Sample(region: region, occasion: occasion)
            for key in region.results.clashes.map({ Key(rules: $0, kind: .clash) })
                + (region.results.lackValidity ? [lacking] : [])
            where samples[key, default: []].count < ValidityCheck.mostSamples {
                samples[key, default: []].append(sample)
            }
            return true
        }
        if !isWhole {
            for index in indices { reasons[index, default: []].insert(.partial) }
        }
        return samples
    }

    // MARK: - Findings

    /// What a dossier shows, clashes first.
    func findings(
        _ search: inout RegimeSearch, _ policy: Policy, _ judge: inout Evaluator
    ) throws -> [CompletenessFinding] {
        let rank: [CompletenessFinding.Kind] = [.clash, .noValidity]
        let keys = rank.flatMap { kind in
            found.keys.filter { $0.kind == kind }
                .sorted { $0.rules.lexicographicallyPrecedes($1.rules) }
        }
        var findings: [CompletenessFinding] = []
        for key in keys {
            guard let entry = found[key] else { continue }
            let rules = key.rules.map { search.versions[0].rules[$0].rule }
            let ids = rules.map(\.id.value)
            var witness: Witness?
            for sample in entry.samples where witness == nil {
                witness = try search.witness(of: sample, key.rules, policy, &judge) { verdict in
                    key.kind == .clash
                        ? ids.allSatisfy { verdict.fails($0) } : verdict.lacksValidity
                }
            }
            // Criteria may refuse all that no validity applies to: without a dossier, nothing is told.
            guard witness != nil || key.kind == .clash else { continue }
            findings.append(
                CompletenessFinding(
                    kind: key.kind, regime: search.versions[0].regime.id, name: ids[0],
                    others: Array(ids.dropFirst()), titre: rules[0].titre,
                    periods: entry.periods.periods, isExact: witness != nil, witness: witness))
        }
        return findings
    }
}

extension [ProbedResult] {
    /// Pairs of validities that apply to one expertise, by index.
    fileprivate var clashes: [[Int]] {
        let applying = filter { $0.result.outcome == .satisfaite }
        return applying.enumerated().flatMap { position, first in
            applying[(position + 1)...].filter { second in
                first.rule != second.rule
                    && (first.expertise == nil || second.expertise == nil
                        || first.expertise == second.expertise)
            }.map { [first.rule, $0.rule].sorted() }
        }
    }

    /// Whether an expertise is there to which none applies, and none may.
    fileprivate var lackValidity: Bool {
        let shared = filter { $0.expertise == nil }
        guard shared.allSatisfy({ $0.result.outcome == .sansObjet }),
            !shared.contains(where: { $0.result.sujet == RuleScope.expertise.list })
        else { return false }
        let own = Dictionary(grouping: filter { $0.expertise != nil }) { $0.expertise }
        return own.isEmpty
            || own.values.contains { $0.allSatisfy { $0.result.outcome == .sansObjet } }
    }
}

extension Verdict {
    /// Whether a rule failed.
    fileprivate func fails(_ rule: String) -> Bool {
        results(of: rule).contains { $0.outcome == .enErreur }
    }

    /// Whether a favourable expertise has no validity, none being open.
    fileprivate var lacksValidity: Bool {
        let isSettled = !allRules.contains { $0.kind == .validite && $0.outcome == .indeterminee }
        return isSettled
            && expertises.contains { $0.avis == .favorable && $0.validite == nil }
    }
}
