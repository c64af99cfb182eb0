// Decisive pieces beside brute force: drawn dossiers of the shipped policies, completed at random.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

/// The ordinary evaluation is the oracle: it knows neither cells nor regions.
@Suite struct BruteForceTests {
    /// How many dossiers are drawn; `ANALYSIS_DOSSIERS` asks for more.
    private static let count =
        ProcessInfo.processInfo.environment["ANALYSIS_DOSSIERS"].flatMap(Int.init) ?? 20
    /// How many completions of each are tried.
    private static let completions = 40

    /// A missing fact with values to try; nil leaves it missing.
    private struct Candidates {
        let piece: DecisivePiece
        let values: [Fact?]
    }

    @Test(arguments: ["expe-ct", "pact-3"])
    func `completions do what the outlook says, and nothing else`(id: String) throws {
        let policy = try Policy.load(ShippedPolicy.source())
        let regime = try #require(policy.regime(id: id))
        var evaluator = try Evaluator(policy)
        var generator = SplitMix64(seed: 20_200_708)
        var drawn = DossierGenerator(
            seed: 2020, schema: policy.schema, regime: regime.declaration)
        var sources = DossierGenerator(seed: 8, schema: policy.schema, regime: regime.declaration)
        var judged = 0
        for number in 1...BruteForceTests.count {
            let next = drawn.dossier(numero: "B-\(number)")
            guard let dossier = read(next.json, policy) else { continue }
            let day = next.decisionDay
            let verdict = try evaluator.evaluate(dossier, le: day, regime: id)
            var finder = OutlookFinder(policy, le: day, budget: 3_000)
            guard let outlook = try finder.outlook(on: dossier, verdict) else { continue }
            guard !outlook.pieces.isEmpty, !outlook.pieces.contains(where: \.isPartial) else {
                continue
            }
            let others = (1...4).compactMap {
                read(sources.dossier(numero: "S-\($0)").json, policy)
            }
            let candidates = outlook.pieces.map { self.candidates(for: $0, others) }
            for _ in 0..<BruteForceTests.completions {
                let chosen = candidates.map { $0.values.randomElement(using: &generator) ?? nil }
                var completed = dossier
                for (candidate, value) in zip(candidates, chosen) {
                    completed = completed.setting(candidate.piece.path, to: value)
                }
                let missing = Set(
                    zip(candidates, chosen).filter { $0.1 == nil }.map {
                        $0.0.piece.path.description
                    })
                let after = try evaluator.evaluate(completed, le: day, regime: id)
                // Parts of what was given may still be unknown: that is no completion.
                guard Set(after.manquants).subtracting(missing).subtracting(outlook.gaps).isEmpty
                else { continue }
                judged += 1
                check(outlook, after, on: number)
                try checkEffects(
                    of: candidates, on: completed, after, &generator
                ) {
                    try evaluator.evaluate($0, le: day, regime: id)
                }
            }
        }
        #expect(judged > BruteForceTests.count)
    }

    private func read(_ json: JSONValue, _ policy: Policy) -> Dossier? {
        try? Dossier.read(
            SourceText(path: "d.json", text: json.encoded()), schema: policy.schema)
    }

    /// Values of other dossiers; where the outlook allows it, none.
    private func candidates(for piece: DecisivePiece, _ others: [Dossier]) -> Candidates {
        let ways = piece.opinions.flatMap(\.choices).flatMap(\.ways) + piece.points.flatMap(\.ways)
        let mayStay = ways.contains { $0.contains { $0.cell.extent == .absent } }
        let whole = ways.filter { $0.count == 1 }.compactMap { $0.first?.cell.representative }
        let values = others.compactMap { $0[piece.path] } + whole
        return Candidates(piece: piece, values: values.map { $0 } + (mayStay ? [nil] : []))
    }

    /// What is settled stays so.
    private func check(_ outlook: Outlook, _ after: Verdict, on number: Int) {
        for (settled, expertise) in zip(outlook.settled, after.expertises) {
            guard let settled else { continue }
            #expect(expertise.avis == settled, "dossier B-\(number)")
        }
    }

    /// A fact without effect changes nothing, whatever it is.
    private func checkEffects(
        of candidates: [Candidates], on completed: Dossier, _ verdict: Verdict,
        _ generator: inout SplitMix64, judge: (Dossier) throws -> Verdict
    ) throws {
        for candidate in candidates where candidate.piece.isWithoutEffect {
            guard let value = candidate.values.randomElement(using: &generator) else { continue }
            let other = try judge(completed.setting(candidate.piece.path, to: value))
            guard Set(other.manquants).isSubset(of: Set(verdict.manquants)) else { continue }
            // A list of expertises that is given says of each what was said of the dossier.
            let isList = candidate.piece.path.description == "expertises"
            #expect(
                isList
                    ? other.avis == verdict.avis
                    : other.expertises.map(\.avis) == verdict.expertises.map(\.avis),
                "\(candidate.piece.path)")
            #expect(other.priorite.points == verdict.priorite.points, "\(candidate.piece.path)")
        }
    }
}
