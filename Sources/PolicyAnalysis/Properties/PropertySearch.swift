// Looks for dossiers on which a result does not follow what varies.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The rules of one regime on dossiers, or under versions, that differ in one thing.
struct PropertySearch: ~Copyable {
    var search: RegimeSearch
    private let policy: Policy
    private let regime: String
    private let budget: Int
    private var reasons: [Int: [Doubt.Reason: Set<FactPath>]] = [:]
    /// How many regions the rule at hand may leave; 0 while nothing is set apart.
    private var reserve = 0
    private var isByForm = false
    private var isRefuted = false
    /// The rules of the regime.
    let meaning: RegimeMeaning

    /// A region in which a rule does not follow.
    private struct Sample {
        let rules: [Int]
        let region: Region
        let occasion: Occasion
        let first: Int
        let second: Int
    }

    /// The most regions that are looked at for one part of a result in one period.
    private static let mostForOne = 6_000
    /// The most dossiers that are judged for one part.
    private static let mostSuspects = 6

    /// Loads a regime of one policy, or of each version that is compared.
    ///
    /// - Throws: a diagnostic where a file of it fails.
    init(_ versions: [Policy], regime: String, budget: Int) throws {
        let search = try RegimeSearch(versions, regime: regime, budget: budget)
        meaning = search.versions[0]
        policy = versions[0]
        self.search = search
        self.regime = regime
        self.budget = budget
    }

    /// What came of all that was compared.
    var proof: PropertyProof {
        let explored = budget - search.budget
        guard !isRefuted else { return PropertyProof(outcome: .refuted, explored: explored) }
        let doubts = reasons.sorted { $0.key < $1.key }.flatMap { index, reasons in
            reasons.sorted { $0.key.rawValue < $1.key.rawValue }.map { reason, facts in
                Doubt(
                    rule: RuleReference(meaning.rules[index].rule, in: regime), reason: reason,
                    facts: facts.sorted { $0.description < $1.description })
            }
        }
        return PropertyProof(
            outcome: doubts.isEmpty ? .proved : .open, doubts: doubts, explored: explored,
            isByForm: isByForm)
    }

    /// Lets what follows look at so many regions at most, until it is told otherwise.
    mutating func allow(_ most: Int) { reserve = max(0, search.budget - most) }

    /// Compares what rules give, until a dossier is found that contradicts.
    ///
    /// - Parameters:
    ///   - comparisons: what must follow, and how.
    ///   - variation: what varies.
    ///   - isConcerned: whether a rule counts, by index.
    ///   - confirms: judges a dossier; true when it contradicts the property.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func compare(
        _ comparisons: [Comparison], over variation: Variation,
        where isConcerned: (Int) -> Bool = { _ in true },
        confirms: (PropertySuspect) throws -> Bool
    ) throws {
        guard variation.count > 1 else { return }
        for part in comparisons.flatMap({ $0.parts(of: meaning.rules) }) where !isRefuted {
            guard part.rules.contains(where: { meaning.mayRead($0, variation.name) }),
                part.rules.contains(where: isConcerned)
            else { continue }
            if variation.isRising, part.isOfValidities(in: meaning),
                part.rules.allSatisfy({ rule in
                    let (watched, trend) = (part.comparison.watched, part.comparison.trend)
                    return meaning.follows(rule, watched, trend, of: variation.name)
                })
            {
                isByForm = true
                continue
            }
            let suspects = try suspects(part, variation)
            for suspect in suspects where !isRefuted {
                isRefuted = try judge(suspect, variation, confirms)
            }
            if !suspects.isEmpty { note([.unconfirmed], on: part.rules, about: variation.facts) }
        }
    }

    /// Notes what keeps rules from being proved to follow, and the facts that do, where any is known.
    mutating func note(
        _ found: Set<Doubt.Reason>, on rules: [Int], about facts: Set<FactPath> = []
    ) {
        guard let rule = rules.first else { return }
        for reason in found { reasons[rule, default: [:]][reason, default: []].formUnion(facts) }
    }

    // MARK: - Regions

    /// The pieces of time in which rules are in force, but for those in which they mean the same.
    func pieces(of rules: [Int]) -> [TimePiece] {
        var known: Set<String> = []
        return search.pieces.filter { piece in
            let marks = rules.compactMap { meaning.mark(of: $0, on: piece.days.lowerBound) }
            return !marks.isEmpty && known.insert(marks.joined(separator: "\u{1}")).inserted
        }
    }

    private mutating func suspects(
        _ part: Comparison.Part, _ variation: Variation
    ) throws -> [Sample] {
        var suspects: [Sample] = []
        for piece in pieces(of: part.rules) {
            let rules = part.rules.filter {
                meaning.meaning(of: $0, on: piece.days.lowerBound) != nil
            }
            suspects += try self.suspects(rules, part.comparison, variation, in: piece)
        }
        return suspects
    }

    private mutating func suspects(
        _ rules: [Int], _ comparison: Comparison, _ variation: Variation, in piece: TimePiece
    ) throws -> [Sample] {
        let (programs, total) = (meaning.rules, variation.count)
        let count = programs.count
        let targets = (0..<total).flatMap { variant in
            rules.map { rule in
                Target(
                    rule: variant * count + rule,
                    sujet: programs[rule].scope.list ?? "dossier")
            }
        }
        let meaning = self.meaning
        let readsDecision = rules.contains { meaning.readsDecisionDay($0) }
        var reasons: Set<Doubt.Reason> = readsDecision ? [.days] : []
        if rules.contains(where: { variation.isBeyondRegions($0, in: meaning) }) {
            reasons.insert(.sampled)
        }
        var found: [Sample] = []
        var unsure: Set<FactPath> = []
        search.explorer.variants = variation.variants
        let isWhole = try search.explore(
            targets, in: piece, readsDecision: readsDecision,
            absences: .all, atMost: most(for: reasons), from: variation.start,
            where: variation.isOpen
        ) { region, occasion in
            for placement in region.placements where !placement.cell.isExact {
                unsure.insert(placement.path)
            }
            let groups = Dictionary(grouping: region.results) { $0.rule / count }
            let measures = (0..<total).map { comparison.measures(of: groups[$0] ?? []) }
            for second in 1..<total {
                for first in 0..<(comparison.isFromFirst ? 1 : second)
                where !comparison.allows(measures[first], measures[second]) {
                    found.append(
                        Sample(
                            rules: rules, region: region, occasion: occasion, first: first,
                            second: second))
                }
            }
            return found.count < 64
        }
        search.explorer.variants = []
        if !isWhole { reasons.insert(.partial) }
        note(reasons, on: rules)
        if !unsure.isEmpty { note([.sampled], on: rules, about: unsure) }
        return Array(
            found.sorted { $0.region.placements.count < $1.region.placements.count }
                .prefix(PropertySearch.mostSuspects))
    }

    /// Where nothing can be proved, a short look for a dossier that contradicts is enough.
    func most(for reasons: Set<Doubt.Reason>) -> Int {
        let most = reasons.isEmpty ? PropertySearch.mostForOne : RegimeSearch.mostForOne
        return max(0, min(most, search.budget - reserve))
    }

    // MARK: - Witnesses

    /// Lays a region over a dossier to which nothing else is opposed, and has it judged.
    private mutating func judge(
        _ sample: Sample, _ variation: Variation, _ confirms: (PropertySuspect) throws -> Bool
    ) throws -> Bool {
        guard let rule = sample.rules.first else { return false }
        let variants = variation.variants
        let make: (Int, Dossier) -> Dossier = { index, dossier in
            variants.isEmpty ? dossier : variants[index](dossier)
        }
        let reads = sample.rules.contains { meaning.readsDecisionDay($0) }
        for readsDecision in Set([reads, true]).sorted(by: { !$0 && $1 }) {
            let start =
                variation.holdsParts
                ? make(sample.second, sample.region.dossier) : sample.region.dossier
            let draft = try search.completed(
                start, sample.region.placements, at: sample.occasion, version: 0,
                sparing: Set(sample.rules), readsDecision: readsDecision)
            let suspect = PropertySuspect(
                before: make(sample.first, draft.dossier).json(in: policy.schema),
                after: make(sample.second, draft.dossier).json(in: policy.schema),
                decisionDay: draft.decided, first: sample.first, second: sample.second,
                rule: RuleReference(meaning.rules[rule].rule, in: regime))
            if try confirms(suspect) { return true }
        }
        return false
    }
}
