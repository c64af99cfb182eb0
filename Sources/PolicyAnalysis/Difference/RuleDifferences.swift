// Gathers the regions in which a rule of two versions differs.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A rule under two versions, by its index in each; nil where it is not there.
struct RulePair {
    let rule: RuleReference
    let before: Int?
    let after: Int?

    /// The rules of two versions of a regime, those of the first before those that are new.
    ///
    /// - Parameters:
    ///   - versions: the two versions.
    ///   - successors: the new rules of old ones that go on under another identifier, by index.
    /// - Returns: one pair a rule.
    static func all(
        of versions: [RegimeMeaning], successors: [Int: Int] = [:]
    ) -> [RulePair] {
        let (old, new) = (versions[0], versions[1])
        let id = new.regime.id
        let shared = old.rules.enumerated().map { index, program in
            let successor = successors[index]
            return RulePair(
                rule: RuleReference(successor.map { new.rules[$0].rule } ?? program.rule, in: id),
                before: index, after: successor ?? new.index(of: program.rule.id.value))
        }
        let taken = Set(shared.compactMap(\.after))
        let added = new.rules.indices.filter { !taken.contains($0) }.map { index in
            RulePair(
                rule: RuleReference(new.rules[index].rule, in: id), before: nil, after: index)
        }
        return shared + added
    }

    /// What each version's rule depends on while what is in force on a day stays so; nil for a rule
    /// that is not there or not in force.
    func meanings(
        _ versions: [RegimeMeaning], on day: Day
    ) -> (before: String?, after: String?) {
        (
            before.flatMap { versions[0].meaning(of: $0, on: day) },
            after.flatMap { versions[1].meaning(of: $0, on: day) }
        )
    }

    /// A text that is the same on days on which both versions give the same.
    func mark(_ versions: [RegimeMeaning], on day: Day) -> String {
        [
            before.map { versions[0].mark(of: $0, on: day) },
            after.map { versions[1].mark(of: $0, on: day) },
        ]
        .map { ($0 ?? nil) ?? "-" }.joined(separator: "\u{1}")
    }

    /// Whether the rule of one version may read what that of the other does not.
    func readsMore(_ versions: [RegimeMeaning]) -> Bool {
        guard let before, let after else { return true }
        return versions[0].names(of: before) != versions[1].names(of: after)
    }

    /// Whether the rule of either version looks at the filing day or at the decision day.
    func reads(_ versions: [RegimeMeaning]) -> (filing: Bool, decision: Bool) {
        let places = [(before, versions[0]), (after, versions[1])]
        return (
            places.contains { index, version in index.map(version.readsFilingDay) ?? false },
            places.contains { index, version in index.map(version.readsDecisionDay) ?? false }
        )
    }
}

/// Regions in which a rule leads from one thing to another.
struct DifferingRegions {
    /// What tells one group of regions from another.
    struct Key: Hashable {
        let pair: Int
        let before: Bearing
        let after: Bearing
    }

    /// One region and when it was looked at.
    struct Sample {
        let region: Region
        let occasion: Occasion
        let before: Bearing
        let after: Bearing
        let isExact: Bool
    }

    /// Some of the regions.
    private(set) var samples: [Sample] = []
    /// How many there are.
    private(set) var count = 0
    private var dated = DatedPeriods()
    /// Whether the periods are surely those in which they differ.
    var isDated = false
    private var seen: Set<[Placement]> = []

    private static let mostSamples = 64

    /// Adds a region, unless it has been seen on another day.
    mutating func add(_ sample: Sample) {
        add(sample.occasion.piece.period)
        guard seen.insert(sample.region.placements).inserted else { return }
        count += 1
        if samples.count < DifferingRegions.mostSamples { samples.append(sample) }
    }

    /// Adds a period in which the same regions differ.
    mutating func add(_ period: Period) { dated.add(period) }

    /// The periods in which they differ.
    var periods: [Period] { dated.periods }

    /// The samples without blank texts first, for which other rules find no fault, then those with
    /// the fewest facts, else in the order in which they were found.
    var ordered: [Sample] {
        samples.enumerated().sorted { left, right in
            let (one, other) = (left.element.region.placements, right.element.region.placements)
            return (one.count(where: \.isBlank), one.count, left.offset)
                < (other.count(where: \.isBlank), other.count, right.offset)
        }.map(\.element)
    }
}

extension Placement {
    /// Whether the fact is there and says nothing.
    fileprivate var isBlank: Bool {
        if case .values(let facts) = cell.extent {
            facts.allSatisfy { $0 == .text("") || $0 == .text(" ") }
        } else {
            false
        }
    }
}

extension Bearing {
    /// The same without days and values, of which one rule gives as many as there are dossiers.
    var outline: Bearing {
        switch self {
        case .label: .label(debut: Day(clamping: 1), fin: Day(clamping: 1))
        case .value(.some): .value(.opaque)
        default: self
        }
    }
}

extension [ProbedResult] {
    /// What differs first between the results of two numbered rules; nil when nothing does.
    ///
    /// Subjects are compared one by one; where the rules do not run on the same, the worst counts.
    func difference(_ before: Int?, _ after: Int?, _ kind: RuleKind) -> (Bearing, Bearing)? {
        let ours = bearings(of: before)
        let theirs = bearings(of: after)
        for sujet in Set(ours.keys).union(theirs.keys).sorted() {
            let left = ours[sujet] ?? .nothing
            let right = theirs[sujet] ?? .nothing
            let isSame = left == right || (left.isNeutral && right.isNeutral)
            if before == nil || after == nil || ours[sujet] != nil && theirs[sujet] != nil {
                if !isSame { return (left, right) }
            }
        }
        guard before != nil, after != nil, Set(ours.keys) != Set(theirs.keys) else { return nil }
        let worst = ours.values.max(by: \.severity) ?? .neutral(kind)
        let others = theirs.values.max(by: \.severity) ?? .neutral(kind)
        return worst.severity == others.severity ? nil : (worst, others)
    }

    private func bearings(of rule: Int?) -> [String: Bearing] {
        guard let rule else { return [:] }
        return Dictionary(
            filter { $0.rule == rule }.map { ($0.result.sujet, Bearing($0)) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Sequence {
    /// The element for which something is greatest.
    fileprivate func max(by value: (Element) -> Int) -> Element? {
        self.max { value($0) < value($1) }
    }
}
