// Missing data never decides: what is settled without it stays settled with it.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct CompletionTests {
    @Test(arguments: AgreementCase.all)
    func `no completion of the missing facts contradicts a settled result`(
        _ item: AgreementCase
    ) throws {
        let seed = item.seed &+ 17
        let policy = try item.policy()
        var evaluator = try Evaluator(policy)
        var random = RandomDossier(seed: seed, schema: policy.schema)
        let decision = try #require(Day(iso: "2026-02-28"))

        var settledCount = 0
        for number in 0..<400 {
            let whole = random.complete(numero: "I-\(number)")
            let holed = random.withHoles(whole, chance: 0.25)
            let before = try evaluator.evaluate(holed, le: decision, regime: item.regime).results
            let completions = [whole] + (0..<3).map { _ in random.completed(holed) }
            for completion in completions {
                let after = try evaluator.evaluate(completion, le: decision, regime: item.regime)
                    .results
                for (key, result) in before where !result.isProvisional {
                    guard let complete = after[key], complete.outcome != .enErreur else { continue }
                    if let span = result.points, let points = complete.points {
                        #expect(
                            span.lowerBound <= points.lowerBound
                                && points.upperBound <= span.upperBound,
                            "seed \(seed), dossier \(number), \(key)")
                    }
                    guard [.satisfaite, .nonSatisfaite, .sansObjet].contains(result.outcome) else {
                        continue
                    }
                    settledCount += 1
                    #expect(
                        complete.outcome == result.outcome && complete.valeur == result.valeur,
                        "seed \(seed), dossier \(number), \(key)")
                }
            }
        }

        #expect(settledCount > 10_000)
    }
}
