// The fewest cases that cover what the tests of a policy miss.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
import PolicyAnalysis
public import PolicyEngine

/// Cases to add to a suite, with what none of them covers.
///
/// They say what the policy says today: whether that is right is for their reader to judge.
public struct Suggestions: Sendable {
    /// The cases.
    public let cases: [SuggestedCase]
    /// What no dossier was found for, in the order of the coverage, mutants last.
    public let missed: [SuggestionGoal]
    /// Whether fewer cases surely would not do.
    public let isSmallest: Bool
    private let schema: DossierSchema

    /// A test file of the cases, in the canonical layout.
    ///
    /// - Throws: never for names and facts that a policy can have.
    public func lua() throws -> String {
        let head = """
            -- Cas proposés par « sceau test --suggest » : ce que la politique dit aujourd’hui.
            -- À relire un par un : corriger ce qui n’est pas voulu, renommer, puis garder ou supprimer.
            -- SPDX-License-Identifier: MIT
            """
        let text = ([head] + cases.map { $0.lua(schema) }).joined(separator: "\n\n") + "\n"
        return try PolicyLayout.laidOut(SourceText(path: "suggestions.lua", text: text))
    }

    /// Looks for dossiers, and chooses among them.
    ///
    /// - Parameters:
    ///   - suite: its cases must pass.
    ///   - examples: the examples that count as tests.
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    ///   - policy: the policy of `source`, every optional folder turned on.
    ///   - options: the names of those folders.
    ///   - mutants: what became of the mutants.
    /// - Throws: `DiagnosticsError` where the policy cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public init(
        for suite: TestSuite, examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText], policy: Policy, options: Set<String>, mutants: MutationRun
    ) throws {
        var collector = CoverageCollector(policy)
        try collector.cover(suite, examples: examples, on: source, dossiers: dossiers)
        var search = try SuggestionSearch(
            policy, options: options, covered: collector, source: source,
            survivors: mutants.survivors)
        try search.collect()
        schema = policy.schema
        isSmallest = search.choose()
        missed = search.missed
        let names = Set(suite.cases.map(\.name))
        cases = search.cases(besides: names)
    }
}
