// Evaluators of one policy in tasks of their own: nothing of one reaches another.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

/// Meant for ThreadSanitizer: `make sanitize SANITIZED=PolicyEngineTests`.
struct ConcurrencyTests {
    @Test
    func `two evaluators in two tasks give the verdicts that one gives`() async throws {
        let policy = try ShippedFiles.policy()
        let alone = try Self.verdicts(of: policy)

        async let first = Self.verdicts(of: policy)
        async let second = Self.verdicts(of: policy)
        let both = try await (first, second)

        #expect(both.0 == alone)
        #expect(both.1 == alone)
        #expect(alone.count >= 10)
    }

    /// The verdicts on the examples that a new evaluator gives, as JSON.
    private static func verdicts(of policy: Policy) throws -> [String] {
        var evaluator = try Evaluator(policy)
        let day = try #require(Day(iso: "2026-02-28"))
        var verdicts: [String] = []
        for example in try ShippedFiles.examples(schema: policy.schema) {
            let verdict = try evaluator.evaluate(example.dossier, le: day)
            verdicts.append(verdict.encoded())
        }
        return verdicts
    }
}
