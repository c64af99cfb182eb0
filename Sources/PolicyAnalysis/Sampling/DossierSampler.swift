// Dossiers that lead a rule through everything that it tells apart.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// Makes dossiers for the rules of one regime, each judged by the ordinary evaluation.
public struct DossierSampler: ~Copyable {
    private let policy: Policy
    private let regime: Regime
    private var search: RegimeSearch
    private var judge: Evaluator

    /// How many regions may be looked at in all.
    private static let budget = 50_000

    /// Loads a regime of a policy.
    ///
    /// - Throws: a diagnostic where a file of it fails.
    public init(_ policy: Policy, regime: Regime) throws(DiagnosticsError) {
        let search = try RegimeSearch(
            [policy], regime: regime.id, budget: DossierSampler.budget)
        let judge = try Evaluator(policy)
        self.policy = policy
        self.regime = regime
        self.search = search
        self.judge = judge
    }

    /// The identifiers of the rules that may read a parameter or a table, in the order of the regime.
    public func rules(reading name: String) -> [String] {
        let version = search.versions[0]
        return version.rules.indices.filter { version.mayRead($0, name) }
            .map { version.rules[$0].rule.id.value }
    }

    /// Dossiers of the regions of a rule, on both sides of each threshold and on it.
    ///
    /// What no rule tells apart is left out, so that they are short; facts may be missing.
    ///
    /// - Parameters:
    ///   - id: the rule's identifier; none are made for one that is not there.
    ///   - most: the most dossiers to make.
    /// - Returns: the dossiers with their verdicts, region by region.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    public mutating func dossiers(
        for id: String, atMost most: Int
    ) throws(EvaluationError) -> [Witness] {
        guard let rule = search.versions[0].index(of: id) else { return [] }
        let readsDecision = search.versions[0].readsDecisionDay(rule)
        var regions: [(region: Region, occasion: Occasion)] = []
        var known: Set<String> = []
        for piece in search.pieces {
            guard let mark = search.versions[0].mark(of: rule, on: piece.days.lowerBound),
                known.insert(mark).inserted
            else { continue }
            _ = try search.explore(
                [search.target(rule)], in: piece, readsDecision: readsDecision, absences: .all
            ) { region, occasion in
                regions.append((region, occasion))
                return regions.count < most
            }
        }
        var witnesses: [Witness] = []
        for (region, occasion) in regions {
            for dossier in region.variants where witnesses.count < most {
                let draft = search.draft(
                    dossier, region.placements, at: occasion, readsDecision: readsDecision)
                let witness = Witness(
                    draft.dossier.json(in: policy.schema), le: draft.decided,
                    schema: policy.schema, by: &judge)
                if let witness { witnesses.append(witness) }
            }
        }
        return witnesses
    }
}

extension Region {
    /// Its dossier, then others of it: each placed fact at the ends of its cell, one at a time.
    fileprivate var variants: [Dossier] {
        [dossier]
            + placements.flatMap { placement in
                placement.cell.neighbours(of: dossier[placement.path]).map { fact in
                    dossier.setting(placement.path, to: fact)
                }
            }
    }
}

extension Cell {
    /// Other values of the cell: its ends and the values beside them, each of a list's choices.
    func neighbours(of fact: Fact?) -> [Fact] {
        switch (extent, fact) {
        case (.values(let values), let fact): values.filter { $0 != fact }
        case (.numbers(let low, let high), .integer(let value)?):
            Cell.ends(low, high).filter { $0 != value }.map { .integer($0) }
        case (.numbers(let low, let high), .day(let day)?):
            Cell.ends(low, high).compactMap { Day(ordinal: Int($0)) }.filter { $0 != day }
                .map { .day($0) }
        case (.counts(_, let most), .list(let elements)?):
            elements.last.flatMap { last in
                elements.count < most ?? .max ? [.list(elements + [last])] : nil
            } ?? []
        default: []
        }
    }

    private static func ends(_ low: Int64?, _ high: Int64?) -> [Int64] {
        [low, low.map { $0 + 1 }, high.map { $0 - 1 }, high].compactMap(\.self)
            .filter { $0 >= low ?? .min && $0 <= high ?? .max }.withoutRepeats
    }
}
