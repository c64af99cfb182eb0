// Finds the rules of two versions that go on under another identifier.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Rules that one version lacks, each with the rule of the other version that stands for it.
struct RuleRenamings {
    /// The new rule of an old one, by index.
    private(set) var successors: [Int: Int] = [:]
    /// Those that give something else, or may, and are known by what is left of title and text.
    private(set) var likely: Set<Int> = []

    /// Looks for the same texts first, then for the same results wherever results are settled, then for
    /// what resembles most.
    ///
    /// - Throws: `EvaluationError` where the machine fails.
    init(_ search: inout RegimeSearch) throws(EvaluationError) {
        let (old, new) = (search.versions[0], search.versions[1])
        var gone = old.rules.indices.filter { new.index(of: old.rules[$0].rule.id.value) == nil }
        var come = new.rules.indices.filter { old.index(of: new.rules[$0].rule.id.value) == nil }
        func pair(_ rule: Int, _ successor: Int) {
            successors[rule] = successor
            come.removeAll { $0 == successor }
        }
        let days = search.pieces.map(\.days.lowerBound)
        for rule in gone {
            let meaning = days.map { old.meaning(of: rule, on: $0) }
            guard meaning.contains(where: { $0 != nil }) else { continue }
            let same = come.filter { index in
                meaning == days.map { new.meaning(of: index, on: $0) }
            }
            if let successor = same.nearest(to: rule, old, new) { pair(rule, successor) }
        }
        gone.removeAll { successors[$0] != nil }
        // Most of what may be looked at is for the differences themselves.
        let rest = search.budget / 2
        for rule in gone {
            var same: [Int] = []
            for candidate in come where search.budget > rest {
                if try search.giveTheSame(rule, candidate) { same.append(candidate) }
            }
            if let successor = same.nearest(to: rule, old, new) { pair(rule, successor) }
        }
        gone.removeAll { successors[$0] != nil }
        let isInForce = { (version: RegimeMeaning, rule: Int) in
            days.contains { version.meaning(of: rule, on: $0) != nil }
        }
        let pairs = gone.filter { isInForce(old, $0) }.flatMap { rule in
            come.filter { isInForce(new, $0) }.map { candidate in
                (rule, candidate, old.likeness(of: rule, to: candidate, in: new))
            }
        }
        for (rule, candidate, likeness) in pairs.sorted(by: { $0.2 > $1.2 })
        where likeness >= RuleRenamings.least && successors[rule] == nil
            && come.contains(candidate)
        {
            pair(rule, candidate)
            likely.insert(rule)
        }
    }

    /// How much of a rule must be left for it to go on under another identifier, from 0 to 1.
    private static let least = 0.7
}

extension [Int] {
    /// The rule that bears an old rule's title, else the first.
    fileprivate func nearest(
        to rule: Int, _ old: RegimeMeaning, _ new: RegimeMeaning
    ) -> Int? {
        first { new.rules[$0].rule.titre == old.rules[rule].rule.titre } ?? first
    }
}

extension RegimeSearch {
    /// Whether a rule of the first version and one of the second surely count for the same.
    ///
    /// Rules that never count for anything have nothing in common.
    fileprivate mutating func giveTheSame(
        _ rule: Int, _ candidate: Int
    ) throws(EvaluationError) -> Bool {
        let (old, new) = (versions[0], versions[1])
        let kind = old.rules[rule].rule.kind
        guard kind == new.rules[candidate].rule.kind,
            old.rules[rule].scope == new.rules[candidate].scope
        else { return false }
        let (before, after) = (number(rule, in: 0), number(candidate, in: 1))
        // What was tried on some days or values alone is no ground for calling two rules one.
        guard !old.readsDecisionDay(rule), !new.readsDecisionDay(candidate) else { return false }
        var hasEffect = false
        for piece in pieces {
            let day = piece.days.lowerBound
            let meanings = (old.meaning(of: rule, on: day), new.meaning(of: candidate, on: day))
            guard (meanings.0 == nil) == (meanings.1 == nil) else { return false }
            guard meanings.0 != nil else { continue }
            let pair = RulePair(
                rule: RuleReference(old.rules[rule].rule, in: old.regime.id), before: rule,
                after: candidate)
            guard !pair.mayDifferWithinRegions(versions, on: day) else { return false }
            var isSame = true
            let isWhole = try explore(
                [target(before), target(after)], in: piece, readsDecision: false
            ) { region, _ in
                isSame =
                    region.isExact && region.results.difference(before, after, kind) == nil
                hasEffect = hasEffect || region.results.contains { !Bearing($0).isNeutral }
                return isSame
            }
            guard isSame, isWhole else { return false }
        }
        return hasEffect
    }
}
