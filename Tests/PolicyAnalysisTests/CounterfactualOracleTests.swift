// Counterfactuals of drawn policies beside every dossier that could be meant.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import PolicyTesting
import Testing

@testable import PolicyAnalysis

/// Policies over three Booleans and two whole numbers of which each may change: few enough values that
/// every dossier can be judged.
struct CounterfactualOracleTests {
    private static let booleans = ["b0", "b1", "b2"]
    private static let numbers = ["n0", "n1"]
    /// Beyond each number that a condition names, and between them.
    private static let values: [Int64] = [0, 3, 4, 6, 9]
    private static let atoms =
        booleans.map { "dossier.complements.\($0)" } + [
            "dossier.complements.n0 >= 3", "dossier.complements.n0 < 6",
            "dossier.complements.n0 ~= 3", "dossier.complements.n1 == 4",
            "dossier.complements.n1 > 3",
        ]

    private struct Drawn {
        var generator: SplitMix64

        mutating func condition(_ depth: Int) -> String {
            guard depth > 0 else {
                return CounterfactualOracleTests.atoms.randomElement(using: &generator) ?? "true"
            }
            let first = condition(depth - 1)
            let word = ["and", "or", "or", "not"].randomElement(using: &generator) ?? "or"
            return word == "not" ? "not (\(first))" : "(\(first)) \(word) (\(condition(depth - 1)))"
        }

        mutating func rules() -> String {
            let facts =
                CounterfactualOracleTests.booleans.map { ($0, "booleen") }
                + CounterfactualOracleTests.numbers.map { ($0, "entier") }
            let declared = facts.map { name, type in
                """
                champ "complements.\(name)" { titre = "\(name)", type = "\(type)", modifiable = true }

                """
            }
            let criteria = (0..<Int.random(in: 2...4, using: &generator)).map { number in
                OneRegime.critere(
                    "C\(number)", condition(Int.random(in: 1...2, using: &generator)),
                    ["refus", "examen", "piece"].randomElement(using: &generator) ?? "refus")
            }
            return (declared + criteria).joined()
        }

        mutating func facts() -> [String: Fact] {
            var facts: [String: Fact] = [:]
            for name in CounterfactualOracleTests.booleans {
                facts[name] = .boolean(Bool.random(using: &generator))
            }
            for name in CounterfactualOracleTests.numbers {
                facts[name] = .integer(
                    CounterfactualOracleTests.values.randomElement(using: &generator) ?? 0)
            }
            return facts
        }
    }

    /// Every assignment of values.
    private static let assignments: [[String: Fact]] = {
        var all: [[String: Fact]] = [[:]]
        for name in booleans {
            all = all.flatMap { facts in
                [true, false].map { facts.merging([name: .boolean($0)]) { $1 } }
            }
        }
        for name in numbers {
            all = all.flatMap { facts in
                values.map { facts.merging([name: .integer($0)]) { $1 } }
            }
        }
        return all
    }()

    private func dossier(_ policy: AnalysedPolicy, _ facts: [String: Fact]) throws -> Dossier {
        try facts.reduce(policy.dossier(#", "expertises": [{}]"#)) { dossier, fact in
            dossier.setting(try #require(FactPath("complements.\(fact.key)")), to: fact.value)
        }
    }

    @Test(arguments: 1...30)
    func `what is proposed is all that is least, and holds of every value`(seed: Int) throws {
        var drawn = Drawn(generator: SplitMix64(seed: UInt64(seed)))
        let policy = try AnalysedPolicy(drawn.rules())
        var evaluator = try Evaluator(policy.policy)
        var favourable: [[String: Fact]] = []
        for facts in CounterfactualOracleTests.assignments {
            let verdict = try evaluator.evaluate(dossier(policy, facts), le: policy.day)
            if verdict.avis == .favorable { favourable.append(facts) }
        }
        for _ in 0..<3 {
            let facts = drawn.facts()
            guard let report = try policy.counterfactuals(of: dossier(policy, facts)).first else {
                #expect(favourable.contains(facts))
                continue
            }
            let sets = Set(
                favourable.map { other in Set(other.keys.filter { other[$0] != facts[$0] }) })
            let least = sets.filter { set in !sets.contains { $0.isStrictSubset(of: set) } }
            let found = report.found.map { found in
                Set(found.changes.map { $0.path.description.dropFirst(12) })
            }
            #expect(Set(found) == Set(least.map { Set($0.map { Substring($0) }) }))
            #expect(report.blocking.isEmpty || least.isEmpty)

            for counterfactual in report.found where counterfactual.isExact {
                let places = Dictionary(
                    uniqueKeysWithValues: counterfactual.changes.map { change in
                        (String(change.path.description.dropFirst(12)), change.way[0].cell)
                    })
                let meant = CounterfactualOracleTests.assignments.filter { other in
                    other.allSatisfy { name, fact in
                        places[name].map { $0.contains(fact) } ?? (facts[name] == fact)
                    }
                }
                #expect(!meant.isEmpty)
                #expect(meant.allSatisfy(favourable.contains))
            }
        }
    }
}
