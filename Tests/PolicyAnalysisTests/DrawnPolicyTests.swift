// What is said of drawn policies without doubt holds on drawn dossiers.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

/// The ordinary evaluation is the oracle: it knows neither cells nor regions.
struct DrawnPolicyTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// How many policies are drawn; `ANALYSIS_POLICIES` asks for more.
    private static let count = environment["ANALYSIS_POLICIES"].flatMap(Int.init) ?? 16
    /// Where drawing begins; `ANALYSIS_SEED` asks for others.
    private static let seed = environment["ANALYSIS_SEED"].flatMap(UInt64.init) ?? 2026
    /// Whether what was compared is told.
    private static let isAsked = environment["ANALYSIS_POLICIES"] != nil
    /// How many dossiers each policy is held to.
    private static let dossiers = 150

    private func dossiers(_ drawer: inout PolicyDrawer, _ policy: Policy) throws -> [Dossier] {
        try (0..<DrawnPolicyTests.dossiers).map { number in
            let text = drawer.dossier(number)
            return try Dossier.read(
                SourceText(path: "d.json", text: text), schema: policy.schema)
        }
    }

    private func verdicts(_ policy: Policy, on dossiers: [Dossier]) throws -> [Verdict] {
        var judge = try Evaluator(policy)
        let day = try #require(Day(iso: "2020-07-10"))
        return try dossiers.map { try judge.evaluate($0, le: day) }
    }

    @Test func `what never serves in a policy never does`() throws {
        var drawer = PolicyDrawer(seed: DrawnPolicyTests.seed)
        var tally: [String: Int] = [:]
        for number in 0..<DrawnPolicyTests.count {
            let rules = drawer.rules(4)
            let policy = try PolicyDrawer.load(rules)
            let found = try CompletenessReport.search(policy).findings
                .filter { $0.isExact && $0.name.hasPrefix("C") }
            let dossiers = try dossiers(&drawer, policy)
            let verdicts = try verdicts(policy, on: dossiers)
            for finding in found {
                tally[finding.kind.rawValue, default: 0] += 1
                let others =
                    finding.kind == .masked
                    ? try self.verdicts(
                        PolicyDrawer.load(
                            rules.filter { !$0.hasPrefix("critere \"\(finding.name)\"") }),
                        on: dossiers) : []
                let contradiction = verdicts.indices.first { place in
                    !finding.holds(
                        on: verdicts[place], without: others.isEmpty ? nil : others[place])
                }
                #expect(
                    contradiction == nil,
                    "policy \(number), \(finding.kind) \(finding.name)\n\(rules.joined())")
            }
        }
        if DrawnPolicyTests.isAsked { print(tally.sorted { $0.key < $1.key }) }
        #expect(tally["critere_masque"] ?? 0 > 0)
        #expect(tally["toujours_satisfaite"] ?? 0 > 0)
    }

    @Test func `what is proved the same gives the same`() throws {
        var drawer = PolicyDrawer(seed: DrawnPolicyTests.seed + 1)
        var same = 0
        for number in 0..<DrawnPolicyTests.count {
            let rules = drawer.rules(2)
            let changed = [rules[0], drawer.rule("C1")]
            let pairs = [(rules, changed)] + drawer.thresholds(rules)
            for (before, after) in pairs where before != after {
                let (old, new) = (try PolicyDrawer.load(before), try PolicyDrawer.load(after))
                let difference = try PolicyDifference.between(old, new)
                guard difference.isEmpty, difference.isExact else { continue }
                same += 1
                let dossiers = try dossiers(&drawer, old)
                let (ours, theirs) = (
                    try verdicts(old, on: dossiers), try verdicts(new, on: dossiers)
                )
                #expect(
                    ours.map(\.opinions) == theirs.map(\.opinions),
                    "policy \(number)\n\(before.joined())\n\(after.joined())")
            }
        }
        if DrawnPolicyTests.isAsked { print("identiques : \(same)") }
        #expect(same > 0)
    }

    @Test func `drawn dossiers lead where every completion leads`() throws {
        var drawer = PolicyDrawer(seed: DrawnPolicyTests.seed + 2)
        var generator = SplitMix64(seed: 33)
        var tally = CompletionTally()
        let day = try #require(Day(iso: "2020-07-10"))
        for number in 0..<DrawnPolicyTests.count {
            let rules = drawer.rules(3)
            let policy = try PolicyDrawer.load(rules)
            var oracle = try CompletionOracle(policy, regime: "r", most: 400, isTight: false)
            for dossier in try dossiers(&drawer, policy).prefix(5) {
                try oracle.compare(
                    dossier, le: day,
                    "policy \(number) dossier \(dossier.numero)\n\(rules.joined())\n\(dossier.facts)",
                    &generator,
                    &tally)
            }
        }
        if DrawnPolicyTests.isAsked { print("\(tally)") }
        #expect(tally.choices > 0)
    }
}

extension PolicyDrawer {
    /// Rules, each beside the same one with another number in it.
    fileprivate func thresholds(_ rules: [String]) -> [([String], [String])] {
        [("5", "6"), ("9", "5"), ("2", "3")].flatMap { old, new in
            rules.indices.map { index in
                var changed = rules
                changed[index] = changed[index].replacing(">= \(old)", with: ">= \(new)")
                return (rules, changed)
            }
        }
    }
}

extension CompletenessFinding {
    /// Whether a verdict bears it out; `without` is the verdict without a criterion that is masked.
    fileprivate func holds(on verdict: Verdict, without: Verdict?) -> Bool {
        let results = verdict.allRules.filter { $0.id == name }
        let outcomes = results.map(\.outcome)
        switch kind {
        case .masked: return without.map { $0.opinions == verdict.opinions } ?? false
        case .agree:
            let theirs = verdict.allRules.filter { $0.id == others.first }
            return results.allSatisfy { result in
                theirs.allSatisfy { $0.sujet != result.sujet || $0.outcome == result.outcome }
            }
        case .neverFails: return !outcomes.contains(.nonSatisfaite)
        case .neverHolds: return !outcomes.contains(.satisfaite)
        case .neverApplies:
            return !outcomes.contains(.satisfaite) && !outcomes.contains(.nonSatisfaite)
        default: return true
        }
    }
}

extension Verdict {
    /// The opinion, then that of each expertise.
    fileprivate var opinions: [Avis] { [avis] + expertises.map(\.avis) }
}
