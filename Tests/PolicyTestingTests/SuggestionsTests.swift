// Cases that are proposed pass, and leave nothing that they were proposed for.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

struct SuggestionsTests {
    /// A suite with what is proposed for it, measured before and after.
    private struct Measured {
        let suggestions: Suggestions
        let suite: SmallSuite

        init(_ cases: String, source: PolicySource) throws {
            suite = try SmallSuite(cases, source: source)
            try #require(suite.diagnostics.map(\.message) == [])
            let options = Set(try Policy.load(source).optionalFolders)
            suggestions = try Suggestions(
                for: suite.suite, examples: [], on: source, dossiers: suite.tests.dossiers,
                policy: suite.policy, options: options, mutants: suite.mutants(options: options))
        }

        /// The suite with the proposed cases after its own.
        func completed(_ cases: String) throws -> SmallSuite {
            let both = cases + "\n" + (try suggestions.lua())
            return try SmallSuite(both, source: suite.source)
        }
    }

    private func source(_ rules: String) -> PolicySource {
        PolicySource(files: [
            SourceText(
                path: "essai/regime.lua",
                text: """
                    regime "essai" { titre = "Essai", du = jour "2020-01-01",
                      date_de_choix = "depot", source = "Essai" }
                    """),
            SourceText(path: "essai/regles.lua", text: rules),
        ])
    }

    private static let rules = """
        critere "A" {
          titre = "A", source = "Essai",
          exige = collectivite.population >= 1000 or collectivite.outre_mer,
          sinon = refus "Non.",
        }
        priorite "P" {
          titre = "P", source = "Essai", si = demande.pays == "ML", points = 20, motif = "Oui.",
        }
        """

    private static let oneCase = """
        cas "rien" { dossier = "dossiers/base.json", le = jour "2021-03-10",
          attend = { regime = "essai" } }
        """

    @Test func `what is proposed is read, passes, covers all and notices every mutant`() throws {
        let source = source(SuggestionsTests.rules)
        let measured = try Measured(SuggestionsTests.oneCase, source: source)
        try #require(measured.suggestions.cases.count > 1)

        let completed = try measured.completed(SuggestionsTests.oneCase)

        #expect(completed.diagnostics.map(\.message) == [])
        #expect(completed.run().failed == 0)
        #expect(measured.suggestions.missed.map(\.french) == [])
        #expect(try completed.uncovered() == [])
        let after = try completed.mutants(options: [])
        #expect(after.survivors.map(\.mutant.name) == [])
        #expect(after.score == 1)
    }

    @Test func `each proposed case is needed`() throws {
        let source = source(SuggestionsTests.rules)
        let measured = try Measured(SuggestionsTests.oneCase, source: source)
        let text = try measured.suggestions.lua()
        let starts = text.ranges(of: "\ncas \"Proposition").map(\.lowerBound) + [text.endIndex]

        for (start, end) in zip(starts, starts.dropFirst()) {
            let without = text[..<start] + text[end...]
            let suite = try SmallSuite(SuggestionsTests.oneCase + without, source: source)
            let survivors = try suite.mutants(options: []).survivors
            #expect(try !suite.uncovered().isEmpty || !survivors.isEmpty)
        }
    }

    @Test func `a suite that misses nothing is proposed nothing`() throws {
        let source = source(SuggestionsTests.rules)
        let first = try Measured(SuggestionsTests.oneCase, source: source)
        let cases = SuggestionsTests.oneCase + "\n" + (try first.suggestions.lua())

        let second = try Measured(cases, source: source)

        #expect(second.suggestions.cases.isEmpty)
        #expect(second.suggestions.missed.isEmpty)
    }

    @Test func `rows, periods, flags and optional folders have their cases too`() throws {
        let measured = try Measured(
            SuggestionsTests.oneCase, source: SmallPolicy.source())

        let completed = try measured.completed(SuggestionsTests.oneCase)

        #expect(completed.diagnostics.map(\.message) == [])
        #expect(completed.run().failed == 0)
        let missed = Set(measured.suggestions.missed.map(\.french))
        #expect(Set(try completed.uncovered()).isSubset(of: missed))
        // The file of campaigns has no row to read, and none can be written from a dossier.
        #expect(!missed.contains { $0.hasPrefix("donnees/presence.csv") })
    }

    @Test func `texts and days are written as they are read`() throws {
        let rules = """
            critere "A" {
              titre = "A", source = "Essai", exige = dossier.depose_le >= jour "2021-05-05",
              sinon = refus "Dit « non », \\"vraiment\\".",
            }
            """
        let measured = try Measured(SuggestionsTests.oneCase, source: source(rules))

        let text = try measured.suggestions.lua()

        #expect(text.contains("depose_le    = jour \"2021-05-05\""))
        #expect(try measured.completed(SuggestionsTests.oneCase).run().failed == 0)
    }
}

extension SmallSuite {
    /// What becomes of the mutants.
    fileprivate func mutants(options: Set<String>) throws -> MutationRun {
        try MutationRun(
            suite, examples: [], on: source, dossiers: tests.dossiers, policy: policy,
            options: options, progress: { _, _ in })
    }

    /// What is not covered, as « owner : name ».
    fileprivate func uncovered() throws -> [String] {
        var collector = CoverageCollector(policy)
        try collector.cover(suite, examples: [], on: source, dossiers: tests.dossiers)
        return collector.report.sections.flatMap(\.items).filter { !$0.isCovered }
            .map { "\($0.owner) : \($0.name)" }
    }
}
