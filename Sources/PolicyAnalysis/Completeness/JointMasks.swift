// Finds criteria that several others mask together.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The criteria of one regime that never decide: whenever one fails, one of several others fails as badly.
struct JointMasks {
    private var found: [Key: Found] = [:]
    private var known: [String: Answer] = [:]
    /// Why some were not compared with all others, by index.
    private(set) var reasons: [Int: Set<Doubt.Reason>] = [:]

    /// A criterion and those that mask it, by index.
    private struct Key: Hashable {
        let rule: Int
        let others: [Int]
    }

    private struct Found {
        var periods = DatedPeriods()
        var isExact = true
        let sample: RuleOutcomes.Sample?
    }

    /// What became of one criterion.
    private enum Answer {
        /// It fails alone on some dossier, or may.
        case decides
        /// It never does; a region in which it fails.
        case masked(by: [Int], isExact: Bool, sample: RuleOutcomes.Sample?)
        /// That was not settled.
        case unsettled
    }

    /// The most criteria that together mask one.
    private static let most = 4
    /// The most regions in which one other criterion is looked at for a way to meet it.
    private static let mostForOther = 60

    /// Looks at the criteria in force throughout a piece of time.
    ///
    /// - Parameters:
    ///   - rules: the rules in force.
    ///   - masked: those that one other masks by itself, by index.
    ///   - piece: the time.
    ///   - search: where to look.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func look(
        at rules: [RuleInForce], but masked: Set<Int>, in piece: TimePiece,
        _ search: inout RegimeSearch
    ) throws {
        // What is masked itself may be taken away, and then masks nothing.
        var idle = masked
        for rule in rules where rule.rule.kind == .critere && !masked.contains(rule.index) {
            let others = rule.linked(
                among: rules.filter { $0.canMask(rule) && !idle.contains($0.index) })
            guard others.count > 1, rule.outcomes.have(.nonSatisfaite) else { continue }
            let mark = ([rule] + others).map(\.mark).joined(separator: "\u{1}")
            let answer = try known[mark] ?? answer(for: rule, others, in: piece, &search)
            known[mark] = answer
            switch answer {
            case .decides: break
            case .unsettled: reasons[rule.index, default: []].insert(.partial)
            case .masked(let by, let isExact, let sample):
                idle.insert(rule.index)
                var entry =
                    found[Key(rule: rule.index, others: by)] ?? Found(sample: sample)
                entry.periods.add(piece.period)
                entry.isExact = entry.isExact && isExact
                found[Key(rule: rule.index, others: by)] = entry
            }
        }
    }

    /// Looks for a dossier on which a criterion fails alone; each one on which that is impossible names
    /// another criterion, until those named are enough on every dossier.
    private func answer(
        for rule: RuleInForce, _ others: [RuleInForce], in piece: TimePiece,
        _ search: inout RegimeSearch
    ) throws -> Answer {
        var chosen: [RuleInForce] = []
        for sample in rule.outcomes.regions[.nonSatisfaite] ?? [] {
            switch try search.opening(sample, rule, others, atMost: JointMasks.mostForOther) {
            case .alone: return .decides
            case .blocked(let other):
                if !chosen.contains(where: { $0.index == other.index }) { chosen.append(other) }
            case .unclear: return .unsettled
            }
        }
        guard !chosen.isEmpty else { return .unsettled }
        while chosen.count <= JointMasks.most {
            let walk = try walk(rule, chosen, in: piece, &search)
            if let alone = walk.alone {
                switch try search.opening(alone, rule, others, atMost: JointMasks.mostForOther) {
                case .alone: return .decides
                case .blocked(let other) where !chosen.contains { $0.index == other.index }:
                    chosen.append(other)
                case .blocked, .unclear: return .unsettled
                }
            } else if walk.isWhole {
                return try least(rule, chosen, walk, in: piece, &search)
            } else {
                return .unsettled
            }
        }
        return .unsettled
    }

    /// What walking a criterion beside some others brought.
    private struct Walk {
        /// A region in which it fails and none of them does.
        var alone: RuleOutcomes.Sample?
        /// A region in which it fails.
        var sample: RuleOutcomes.Sample?
        var isExact = true
        var isWhole = true
    }

    private func walk(
        _ rule: RuleInForce, _ others: [RuleInForce], in piece: TimePiece,
        _ search: inout RegimeSearch
    ) throws -> Walk {
        let targets = ([rule] + others).map { search.target($0.index) }
        let readsDecision = ([rule] + others).contains { $0.outcomes.reasons.contains(.days) }
        var walk = Walk()
        walk.isExact = !readsDecision
        for absences in [Explorer.Absences.thatSettle, .all] where walk.alone == nil && walk.isWhole
        {
            let isWhole = try search.explore(
                targets, in: piece, readsDecision: readsDecision, absences: absences
            ) { region, occasion in
                let own = region.results.filter { $0.rule == rule.index }
                let sample = RuleOutcomes.Sample(region: region, occasion: occasion)
                walk.isExact = walk.isExact && region.isExact
                if !region.results.filter({ $0.rule != rule.index }).mask(own) {
                    walk.alone = sample
                }
                let fails = own.contains { $0.result.outcome == .nonSatisfaite }
                if walk.sample == nil, fails { walk.sample = sample }
                return walk.alone == nil
            }
            walk.isWhole = isWhole || walk.alone != nil
        }
        return walk
    }

    /// Leaves out what is not needed of some criteria that mask one.
    private func least(
        _ rule: RuleInForce, _ others: [RuleInForce], _ walk: Walk, in piece: TimePiece,
        _ search: inout RegimeSearch
    ) throws -> Answer {
        var (needed, last) = (others, walk)
        for other in others where needed.count > 1 {
            let rest = needed.filter { $0.index != other.index }
            let next = try self.walk(rule, rest, in: piece, &search)
            if next.alone == nil, next.isWhole { (needed, last) = (rest, next) }
        }
        return .masked(
            by: needed.map(\.index).sorted(), isExact: last.isExact, sample: last.sample)
    }

    // MARK: - Findings

    /// What was found, each with a dossier.
    func findings(
        _ search: inout RegimeSearch, _ policy: Policy, _ judge: inout Evaluator
    ) throws -> [CompletenessFinding] {
        let keys = found.keys.sorted {
            ([$0.rule] + $0.others).lexicographicallyPrecedes([$1.rule] + $1.others)
        }
        var findings: [CompletenessFinding] = []
        for key in keys {
            guard let entry = found[key] else { continue }
            let rule = search.versions[0].rules[key.rule].rule
            let ids = key.others.map { search.versions[0].rules[$0].rule.id.value }
            let witness = try entry.sample.flatMap { sample in
                try search.witness(of: sample, [key.rule] + key.others, policy, &judge) { verdict in
                    func fails(_ id: String) -> Bool {
                        verdict.results(of: id).contains { $0.outcome == .nonSatisfaite }
                    }
                    return fails(rule.id.value) && ids.contains(where: fails)
                }
            }
            findings.append(
                CompletenessFinding(
                    kind: .masked, regime: search.versions[0].regime.id, name: rule.id.value,
                    others: ids, titre: rule.titre, periods: entry.periods.periods,
                    isExact: entry.isExact && witness != nil, witness: witness))
        }
        return findings
    }
}

/// Whether a criterion can be the only one to fail around a region.
private enum Opening {
    /// A dossier is there.
    case alone
    /// This other criterion fails as well, as far as was looked.
    case blocked(RuleInForce)
    /// The criterion does not fail any more.
    case unclear
}

extension RegimeSearch {
    /// Sees to it that other criteria fail less badly, one after the other, in a region in which a
    /// criterion fails.
    fileprivate mutating func opening(
        _ sample: RuleOutcomes.Sample, _ rule: RuleInForce, _ others: [RuleInForce],
        atMost most: Int
    ) throws(EvaluationError) -> Opening {
        let absent = Set(
            sample.region.placements.filter { $0.cell.extent == .absent }.map(\.path))
        var dossier = sample.region.dossier
        guard let failure = sample.region.results.worst(of: rule.index) else { return .unclear }
        for other in others {
            var met: Dossier?
            try explore(
                [target(other.index)], from: dossier, at: sample.occasion, atMost: most,
                where: { path in !absent.contains { path.holds($0) || $0.holds(path) } }
            ) { region in
                guard !region.results.mask([failure]) else { return true }
                met = region.dossier
                return false
            }
            guard let met else { return .blocked(other) }
            dossier = met
        }
        enter(sample.occasion, budget: most)
        let all = Set(([rule] + others).map(\.index))
        let results = try explorer.results(of: all, on: dossier)
        guard let last = results.worst(of: rule.index), last.result.outcome == .nonSatisfaite else {
            return .unclear
        }
        for other in others where results.filter({ $0.rule == other.index }).mask([last]) {
            return .blocked(other)
        }
        return .alone
    }
}

extension [ProbedResult] {
    /// The first of a rule's worst results; nil where it stands against nothing.
    fileprivate func worst(of rule: Int) -> ProbedResult? {
        let own = filter { $0.rule == rule }
        guard let most = own.map({ Bearing($0).severity }).max(), most > 0 else { return nil }
        return own.first { Bearing($0).severity == most }
    }
}

extension RuleInForce {
    /// Those of some rules that share a fact with it, directly or through others of them.
    fileprivate func linked(among rules: [RuleInForce]) -> [RuleInForce] {
        var linked = [self]
        var rest = rules.filter { $0.index != index }
        var isGrowing = true
        while isGrowing {
            let near = rest.filter { rule in linked.contains { $0.sharesFact(with: rule) } }
            linked += near
            rest.removeAll { rule in near.contains { $0.index == rule.index } }
            isGrowing = !near.isEmpty
        }
        return linked.dropFirst().sorted { $0.index < $1.index }
    }
}
