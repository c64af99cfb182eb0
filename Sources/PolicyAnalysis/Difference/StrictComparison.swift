// Looks for one dossier on which two versions of a policy give different results.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// A search that ends with the first dossier that tells two versions apart.
struct StrictComparison: ~Copyable {
    /// Why there may be such a dossier although none was found.
    private(set) var reasons: Set<Doubt.Reason> = []
    private let before: Policy
    private let after: Policy
    private var judges: PolicyPair
    private var budget: Int

    /// How many regions of a rule are tried for a dossier.
    private static let mostTried = 4

    /// Loads both versions.
    ///
    /// - Throws: a diagnostic where a file fails.
    init(_ before: Policy, _ after: Policy, budget: Int) throws(DiagnosticsError) {
        judges = try PolicyPair(before, after)
        self.before = before
        self.after = after
        self.budget = budget
    }

    /// A dossier with two verdicts; nil when none was found.
    mutating func witness() throws -> WitnessPair? {
        for change in try judges.regimeChanges() {
            if let witness = change.witness { return witness }
            reasons.insert(.unconfirmed)
        }
        for id in before.regimes.map(\.id) where after.regime(id: id) != nil {
            var search = try RegimeSearch([before, after], regime: id, budget: budget)
            defer { budget = search.budget }
            for pair in RulePair.all(of: search.versions) {
                if let witness = try witness(pair, &search) { return witness }
            }
            if let witness = try levelWitness(&search) { return witness }
        }
        return nil
    }

    // MARK: - Rules

    private mutating func witness(
        _ pair: RulePair, _ search: inout RegimeSearch
    ) throws -> WitnessPair? {
        var known: Set<String> = []
        for piece in search.pieces {
            let meanings = pair.meanings(search.versions, on: piece.days.lowerBound)
            let texts = pair.texts(search.versions, on: piece.days.lowerBound)
            guard meanings.before != meanings.after || texts.before != texts.after else { continue }
            let mark = [
                pair.mark(search.versions, on: piece.days.lowerBound), texts.before, texts.after,
            ].joined(separator: "\u{1}")
            guard known.insert(mark).inserted else { continue }
            // What only missing facts tell apart is looked for last: there is more of it.
            for absences in [Explorer.Absences.thatSettle, .all] {
                if let witness = try witness(pair, in: piece, absences, &search) { return witness }
            }
        }
        return nil
    }

    private mutating func witness(
        _ pair: RulePair, in piece: TimePiece, _ absences: Explorer.Absences,
        _ search: inout RegimeSearch
    ) throws -> WitnessPair? {
        let readsDecision = pair.reads(search.versions).decision
        let before = pair.before.map { search.number($0, in: 0) }
        let after = pair.after.map { search.number($0, in: 1) }
        let own = [before, after].compactMap(\.self)
        var found: [(region: Region, occasion: Occasion)] = []
        let day = piece.days.lowerBound
        var isSampled =
            pair.mayDifferWithinRegions(search.versions, on: day)
            || !pair.textsTellAll(search.versions, on: day)
        var others = OtherValues(pair, search.versions, on: day)
        let isWhole = try search.explore(
            own.map { search.target($0) }, in: piece, readsDecision: readsDecision,
            absences: absences
        ) { region, occasion in
            isSampled = isSampled || !region.isExact
            if region.results.marks(of: before) != region.results.marks(of: after) {
                found.append((region, occasion))
            } else {
                others.add(region, occasion)
            }
            return found.count < StrictComparison.mostTried
        }
        if found.isEmpty {
            let other = try others.first(&search, own) {
                $0.marks(of: before) != $0.marks(of: after)
            }
            if let other { found.append(other) }
        }
        var best: WitnessPair?
        for (region, occasion) in found where best?.weight != WitnessPair.mostWeight {
            let draft = try search.completed(
                region.dossier, region.placements, at: occasion, version: 0, sparing: Set(own),
                readsDecision: readsDecision)
            guard let witness = judges.judge(draft), witness.tells(pair.rule.id) else { continue }
            if witness.weight > best?.weight ?? -1 { best = witness }
        }
        if let best { return best }
        if !found.isEmpty { reasons.insert(.unconfirmed) }
        if isSampled { reasons.insert(.sampled) }
        if readsDecision { reasons.insert(.days) }
        if !isWhole { reasons.insert(.partial) }
        return nil
    }

    // MARK: - Levels

    /// A dossier whose total of points has another level.
    private mutating func levelWitness(_ search: inout RegimeSearch) throws -> WitnessPair? {
        let changes = LevelChange.between(search.versions[0].regime, search.versions[1].regime)
        guard !changes.isEmpty else { return nil }
        for piece in search.pieces {
            let (totals, doubts) = try search.totals(in: piece)
            guard totals.contains(where: { total in changes.contains { $0.holds(total) } }) else {
                reasons.formUnion(doubts)
                continue
            }
            if let witness = try levelWitness(changes, in: piece, &search) { return witness }
            reasons.insert(.unconfirmed)
        }
        return nil
    }

    private mutating func levelWitness(
        _ changes: [LevelChange], in piece: TimePiece, _ search: inout RegimeSearch
    ) throws -> WitnessPair? {
        let rules = search.priorityRules(on: piece.days.lowerBound)
        var found: [(region: Region, occasion: Occasion)] = []
        _ = try search.explore(rules.map { search.target($0) }, in: piece, readsDecision: true) {
            region, occasion in
            if changes.contains(where: { $0.holds(region.results.leastPoints) }) {
                found.append((region, occasion))
            }
            return found.count < StrictComparison.mostTried
        }
        for (region, occasion) in found {
            let draft = try search.completed(
                region.dossier, region.placements, at: occasion, version: 0, sparing: Set(rules),
                readsDecision: true)
            if let witness = judges.judge(draft), witness.changesLevel { return witness }
        }
        return nil
    }
}

extension RegimeSearch {
    /// The priority rules of the first version that are in force, by number.
    fileprivate func priorityRules(on day: Day) -> [Int] {
        let version = versions[0]
        return version.rules.indices.filter { rule in
            version.rules[rule].rule.kind == .priorite && version.meaning(of: rule, on: day) != nil
        }
    }

    /// The totals that the priority rules can come to in a piece of time, each rule by itself, with
    /// why there may be others.
    fileprivate mutating func totals(
        in piece: TimePiece
    ) throws -> (totals: Set<Double>, doubts: Set<Doubt.Reason>) {
        var totals = PointTotals()
        var doubts: Set<Doubt.Reason> = []
        for rule in priorityRules(on: piece.days.lowerBound) {
            let outcomes = try RuleOutcomes(of: rule, in: piece, &self)
            totals.add(outcomes.points)
            doubts.formUnion(outcomes.reasons)
        }
        if !totals.isWhole { doubts.insert(.partial) }
        return (totals.values, doubts)
    }
}

extension LevelChange {
    /// Whether a total has another level.
    fileprivate func holds(_ total: Double) -> Bool {
        from <= total && total < below ?? .infinity
    }
}

extension WitnessPair {
    /// Whether a total of points has a level of another name.
    fileprivate var changesLevel: Bool {
        let (old, new) = (before.verdict.priorite, after.verdict.priorite)
        return old.niveau != new.niveau || old.niveauMax != new.niveauMax
    }

    /// Whether a rule gives something else under the two versions.
    fileprivate func tells(_ rule: String) -> Bool {
        before.marks(of: rule) != after.marks(of: rule)
    }
}

extension [ProbedResult] {
    /// The sum of each priority rule's best subject, as far as it is settled.
    fileprivate var leastPoints: Double {
        Set(map(\.rule)).sorted().reduce(0) { sum, rule in
            sum + (filter { $0.rule == rule }.compactMap(\.result.points?.lowerBound).max() ?? 0)
        }
    }
}
