// Decisive pieces beside every completion, where there are few enough to judge each.
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
    /// How many dossiers are drawn; `ANALYSIS_DOSSIERS` asks for more.
    private static let count =
        ProcessInfo.processInfo.environment["ANALYSIS_DOSSIERS"].flatMap(Int.init) ?? 40
    /// The most completions of one dossier.
    private static let most = 400

    /// Values for a missing fact and its parts, together.
    private typealias Way = [Placement]

    @Test(arguments: ["expe-ct", "pact-3"])
    func `each choice leads to what its completions get, from best to worst`(id: String) throws {
        let policy = try Policy.load(ShippedPolicy.source())
        let regime = try #require(policy.regime(id: id))
        var evaluator = try Evaluator(policy)
        var drawn = DossierGenerator(
            seed: 7_2020, schema: policy.schema, regime: regime.declaration)
        var compared = 0
        for number in 1...EveryCompletionTests.count {
            let next = drawn.dossier(numero: "C-\(number)")
            let text = SourceText(path: "d.json", text: next.json.encoded())
            guard let dossier = try? Dossier.read(text, schema: policy.schema) else { continue }
            let day = next.decisionDay
            let verdict = try evaluator.evaluate(dossier, le: day, regime: id)
            var finder = OutlookFinder(policy, le: day, budget: 3_000)
            guard let outlook = try finder.outlook(on: dossier, verdict), outlook.gaps.isEmpty,
                !outlook.pieces.contains(where: \.isPartial)
            else { continue }
            let pieces = outlook.pieces.filter { !$0.opinions.isEmpty }
            let ways = pieces.map { piece in
                Array(Set(piece.opinions.flatMap(\.choices).flatMap(\.ways)))
                    .sorted { "\($0)" < "\($1)" }
            }
            let total = ways.reduce(1) { min($0 * $1.count, EveryCompletionTests.most + 1) }
            guard !pieces.isEmpty, total <= EveryCompletionTests.most else { continue }
            let completions = try ways.everyChoice.map { chosen in
                (chosen, try evaluator.evaluate(dossier.taking(chosen), le: day, regime: id))
            }
            for (place, piece) in pieces.enumerated() {
                compared += compare(
                    piece, completions.map { ($0.0[place], $0.1) }, "C-\(number)")
            }
        }
        #expect(compared > EveryCompletionTests.count / 4)
    }

    /// Compares each choice of a piece with the opinions of its completions.
    ///
    /// - Returns: how many choices were compared.
    private func compare(
        _ piece: DecisivePiece, _ completions: [(way: Way, verdict: Verdict)], _ name: String
    ) -> Int {
        var compared = 0
        for change in piece.opinions {
            for choice in change.choices where choice.isExact {
                let verdicts = completions.filter { choice.ways.contains($0.way) }.map(\.verdict)
                for expertise in change.expertises.isEmpty ? [0] : change.expertises {
                    let found = Set(
                        verdicts.flatMap { verdict in
                            expertise == 0
                                ? verdict.expertises.map(\.avis)
                                : [verdict.expertises[expertise - 1].avis]
                        })
                    guard !found.isEmpty else { continue }
                    compared += 1
                    #expect(
                        found.contains(choice.results.best)
                            && found.contains(choice.results.worst),
                        "\(name), \(piece.path): \(found), \(choice.results)")
                    let ranks = found.compactMap(EveryCompletionTests.order.firstIndex)
                    let best = EveryCompletionTests.order.firstIndex(of: choice.results.best)
                    let worst = EveryCompletionTests.order.firstIndex(of: choice.results.worst)
                    #expect(ranks.min() == best, "\(name), \(piece.path): \(found)")
                    #expect(ranks.max() == worst, "\(name), \(piece.path): \(found)")
                }
            }
        }
        return compared
    }

    /// From best to worst, as the design orders opinions.
    private static let order: [Avis] = [
        .favorable, .aExaminer, .incomplet, .defavorable, .enErreur,
    ]
}

extension Dossier {
    /// With the values of ways laid over it.
    fileprivate func taking(_ ways: [[Placement]]) -> Dossier {
        ways.joined().reduce(self) { $0.setting($1.path, to: $1.cell.representative) }
    }
}

extension [[[Placement]]] {
    /// Every choice of one way for each piece.
    fileprivate var everyChoice: [[[Placement]]] {
        reduce([[]]) { choices, ways in choices.flatMap { choice in ways.map { choice + [$0] } } }
    }
}
