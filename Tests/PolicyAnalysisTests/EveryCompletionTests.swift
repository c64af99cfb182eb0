// Decisive pieces beside every completion over their cells, where few enough to judge each.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

/// The ordinary evaluation is the oracle: it knows neither cells nor regions.
struct EveryCompletionTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// How many dossiers are drawn; `ANALYSIS_DOSSIERS` asks for more.
    private static let count = environment["ANALYSIS_DOSSIERS"].flatMap(Int.init) ?? 12
    /// Whether what was compared is told.
    private static let isAsked = environment["ANALYSIS_DOSSIERS"] != nil
    /// The most completions of one dossier; `ANALYSIS_COMPLETIONS` allows more.
    private static let most = environment["ANALYSIS_COMPLETIONS"].flatMap(Int.init) ?? 400

    @Test(arguments: ["expe-ct", "pact-2", "pact-3"])
    func `drawn dossiers lead where every completion leads`(id: String) throws {
        let policy = try Policy.load(ShippedPolicy.source())
        let regime = try #require(policy.regime(id: id))
        var oracle = try CompletionOracle(policy, regime: id, most: EveryCompletionTests.most)
        var drawn = DossierGenerator(
            seed: 7_2020, schema: policy.schema, regime: regime.declaration)
        var generator = SplitMix64(seed: 31)
        var tally = CompletionTally()
        var number = 0
        while tally.dossiers < EveryCompletionTests.count {
            number += 1
            let next = drawn.dossier(numero: "C-\(number)")
            let text = SourceText(path: "d.json", text: next.json.encoded())
            guard let dossier = try? Dossier.read(text, schema: policy.schema) else { continue }
            // As it was drawn, then with a few of the facts that rules read taken away.
            let few = try oracle.lacking(
                Int.random(in: 1...4, using: &generator), of: dossier, le: next.decisionDay,
                &generator)
            for dossier in number % 2 == 0 ? [dossier] : [few] {
                try oracle.compare(
                    dossier, le: next.decisionDay, "\(id) C-\(number)", &generator, &tally)
            }
        }
        if EveryCompletionTests.isAsked { print("\(id) : \(tally)") }
        #expect(tally.feasible > EveryCompletionTests.count / 4)
        #expect(tally.choices > 0)
    }

    @Test func `examples lead where every completion leads`() throws {
        let policy = try Policy.load(ShippedPolicy.source())
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "examples")
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".avis.json") }
        var generator = SplitMix64(seed: 32)
        var tally = CompletionTally()
        for name in names {
            let text = SourceText(
                path: name, bytes: Array(try Data(contentsOf: root.appending(path: name))))
            guard let dossier = try? Dossier.read(text, schema: policy.schema),
                let regime = policy.regimes.first(where: {
                    $0.declaration.period.contains(dossier.deposeLe)
                })
            else { continue }
            var oracle = try CompletionOracle(
                policy, regime: regime.id, most: EveryCompletionTests.most)
            // What every example lacks, and what it would lack without one of its facts.
            let few = try oracle.lacking(1, of: dossier, le: dossier.deposeLe, &generator)
            for dossier in [dossier, few] {
                try oracle.compare(dossier, le: dossier.deposeLe, name, &generator, &tally)
            }
        }
        if EveryCompletionTests.isAsked { print("exemples : \(tally)") }
        #expect(tally.feasible > names.count / 2)
    }
}
