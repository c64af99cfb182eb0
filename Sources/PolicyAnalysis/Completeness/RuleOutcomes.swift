// What one rule gives over every dossier of a stretch of time.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The outcomes of a rule, with a region of each.
struct RuleOutcomes {
    /// A region in which a rule came to an outcome.
    struct Sample {
        let region: Region
        let occasion: Occasion
    }

    /// Where each outcome was first met.
    private(set) var samples: [Outcome: Sample] = [:]
    /// Some of the regions in which each outcome was met, the first ones.
    private(set) var regions: [Outcome: [Sample]] = [:]
    /// The outcomes on subjects that are there: a list that is empty is none.
    private(set) var onSubjects: Set<Outcome> = []
    /// The facts on which it turns, without the list that it runs on and records that hold others.
    private(set) var facts: Set<FactPath> = []
    /// The points that it can give to a dossier; 0 alone for other kinds.
    private(set) var points: Set<Double> = [0]
    /// Why it may have others.
    private(set) var reasons: Set<Doubt.Reason> = []

    /// The most regions of one outcome that are kept.
    private static let mostRegions = 4

    /// Looks at every dossier of a piece of time.
    init(
        of rule: Int, in piece: TimePiece, _ search: inout RegimeSearch
    ) throws(EvaluationError) {
        let readsDecision = search.versions[0].readsDecisionDay(rule)
        if readsDecision { reasons.insert(.days) }
        var samples: [Outcome: Sample] = [:]
        var regions: [Outcome: [Sample]] = [:]
        var onSubjects: Set<Outcome> = []
        var facts: Set<FactPath> = []
        let list = search.versions[0].rules[rule].scope.list
        var points: Set<Double> = [0]
        var isSampled = false
        let isWhole = try search.explore(
            [search.target(rule)], in: piece, readsDecision: readsDecision
        ) { region, occasion in
            isSampled = isSampled || !region.isExact
            for result in region.results where samples[result.result.outcome] == nil {
                samples[result.result.outcome] = Sample(region: region, occasion: occasion)
            }
            facts.formUnion(region.placements.filter { $0.cell.extent != .present }.map(\.path))
            for result in region.results where result.result.sujet != list {
                let outcome = result.result.outcome
                onSubjects.insert(outcome)
                guard regions[outcome, default: []].count < RuleOutcomes.mostRegions else {
                    continue
                }
                regions[outcome, default: []].append(Sample(region: region, occasion: occasion))
            }
            points.formUnion(
                region.results.compactMap(\.result.points).flatMap {
                    [$0.lowerBound, $0.upperBound]
                })
            return true
        }
        let kind = search.versions[0].rules[rule].rule.kind
        if isSampled || kind == .priorite && search.versions[0].givesMoreThanRegionsTell(rule) {
            reasons.insert(.sampled)
        }
        if !isWhole { reasons.insert(.partial) }
        self.samples = samples
        self.regions = regions
        self.onSubjects = onSubjects
        self.facts = facts.filter { $0.description != list }
        self.points = points
    }

    /// Whether an outcome was met.
    func have(_ outcome: Outcome) -> Bool { samples[outcome] != nil }

    /// What is wrong with a rule that has these outcomes alone.
    func faults(of kind: RuleKind) -> [CompletenessFinding.Kind] {
        var faults: [CompletenessFinding.Kind] = have(.enErreur) ? [.fails] : []
        switch kind {
        // A rule that fails wherever it applies is told of once.
        case _ where !faults.isEmpty && !have(.satisfaite) && !have(.nonSatisfaite): break
        case .critere where !have(.satisfaite) && !have(.nonSatisfaite):
            faults.append(.neverApplies)
        case .critere where !have(.satisfaite): faults.append(.neverHolds)
        case .critere where !have(.nonSatisfaite): faults.append(.neverFails)
        case .critere: break
        case .priorite, .validite, .signalement, .calcul:
            if !have(.satisfaite) { faults.append(.neverApplies) }
        }
        return faults
    }
}

/// The totals that rules can come to, each rule by itself.
struct PointTotals {
    /// The totals.
    private(set) var values: Set<Double> = [0]
    /// Whether these are all of them.
    private(set) var isWhole = true

    /// The totals to which no more rules are added one by one.
    private static let most = 4096
    /// The most sums that are made for one rule: many come to the same total.
    private static let mostSums = 16 * most

    /// Adds one of a rule's points to every total; past the cap, to the least and the greatest alone.
    mutating func add(_ points: Set<Double>) {
        guard points != [0] else { return }
        if values.count < PointTotals.most, values.count * points.count <= PointTotals.mostSums {
            values = Set(values.flatMap { total in points.map { total + $0 } })
        } else if let least = values.min(), let greatest = values.max() {
            isWhole = false
            values.insert(least + (points.min() ?? 0))
            values.insert(greatest + (points.max() ?? 0))
        }
    }
}

extension CompletenessFinding.Kind {
    /// The outcome that a witness shows; nil where none can.
    var shown: Outcome? {
        switch self {
        case .fails: .enErreur
        case .neverHolds: .nonSatisfaite
        case .neverApplies, .neverFails, .masked, .agree, .clash, .noValidity, .unreachableLevel,
            .unusedRow, .idleRow, .unspokenNature:
            nil
        }
    }
}
