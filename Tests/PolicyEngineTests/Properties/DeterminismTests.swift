// The same dossiers give the same verdicts, in any order, on one machine or on two.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine
import Testing

struct DeterminismTests {
    /// A policy with dossiers of its own.
    struct Corpus: CustomTestStringConvertible {
        let testDescription: String
        let policy: Policy
        let dossiers: [Dossier]

        static func all() throws -> [Corpus] {
            let shipped = try ShippedFiles.policy()
            let file = ShippedFiles.root
                .appending(path: "Tests/PolicyEngineTests/Attacks/determinism.lua")
            let leaning = try Policy.load(Attack.policySource(with: Attack(file)))
            return [
                Corpus(
                    testDescription: "shipped policies", policy: shipped,
                    dossiers: try ShippedFiles.examples(schema: shipped.schema).map(\.dossier)),
                Corpus(
                    testDescription: "order, holes, floats", policy: leaning,
                    dossiers: try ["attaque", "voisin", "suite"].map {
                        try Attack.dossier($0, schema: leaning.schema)
                    }),
            ]
        }
    }

    /// The verdicts of one new machine, by dossier number.
    private static func verdicts(_ dossiers: [Dossier], under policy: Policy) throws -> [String] {
        let day = try #require(Day(iso: "2026-02-28"))
        var evaluator = try Evaluator(policy)
        return try dossiers.map { try evaluator.evaluate($0, le: day).encoded() }
    }

    @Test(arguments: try Corpus.all())
    func `dossiers in any order give the same verdicts`(_ corpus: Corpus) throws {
        let verdicts = try DeterminismTests.verdicts(corpus.dossiers, under: corpus.policy)

        let indices = Array(corpus.dossiers.indices)
        for order in [indices.reversed(), Array(indices[1...] + indices[..<1]), indices + indices] {
            let found = try DeterminismTests.verdicts(
                order.map { corpus.dossiers[$0] }, under: corpus.policy)
            #expect(found == order.map { verdicts[$0] })
        }
    }

    @Test(arguments: try Corpus.all())
    func `two machines in two tasks agree with one`(_ corpus: Corpus) async throws {
        let (dossiers, policy) = (corpus.dossiers, corpus.policy)
        let half = dossiers.count / 2
        let verdicts = try DeterminismTests.verdicts(dossiers, under: policy)

        async let first = concurrently(Array(dossiers[..<half]), policy)
        async let second = concurrently(Array(dossiers[half...]), policy)
        let found = try await first + second

        #expect(found == verdicts)
    }

    @concurrent
    private func concurrently(_ dossiers: [Dossier], _ policy: Policy) async throws -> [String] {
        try DeterminismTests.verdicts(dossiers, under: policy)
    }
}
