// Properties of test files: proved, refuted where the draw saw nothing, or only tried.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

struct PropertyProverTests {
    private func prove(
        _ fields: String, rules: String = SmallPolicy.rules
    ) throws -> (proof: PropertyProof, result: PropertyResult) {
        let suite = try SmallSuite(
            "propriete \"p\" { regime = \"essai\", \(fields) }",
            source: SmallPolicy.source(rules: rules))
        try #require(suite.diagnostics.map(\.message) == [])
        let tried = try #require(suite.run().properties.first)
        var runner = CaseRunner(suite.source, dossiers: suite.tests.dossiers)
        return try runner.prove(tried)
    }

    private let seuil = "fait = \"parametres.seuil\", valeurs = { 0, 10, 500 }"

    @Test func `a threshold that only adds points is proved over its values`() throws {
        let found = try prove("\(seuil), resultat = \"priorite.points\", sens = \"croissant\"")

        #expect(found.result.passed)
        #expect(found.proof.outcome == .proved)
        #expect(found.proof.explored > 0)
    }

    @Test func `a threshold that criteria do not read leaves the opinion alone`() throws {
        let found = try prove("\(seuil), resultat = \"avis\", sens = \"constant\"")

        #expect(found.proof.outcome == .proved)
        #expect(found.proof.explored == 0)
    }

    @Test func `what the draw missed is found, and judged by the ordinary evaluation`() throws {
        let rare = """
            priorite "A" { titre = "A", source = "E", points = 10, motif = "Oui.",
              si = collectivite.population < 1000 and collectivite.departement == "2A" }
            """
        let fields =
            "fait = \"collectivite.population\", valeurs = { 10, 5000 }, "
            + "resultat = \"priorite.points\", sens = \"constant\", dossiers = 20"

        let found = try prove(fields, rules: rare)

        #expect(found.proof.outcome == .refuted)
        #expect(!found.result.passed)
        let pair = try #require(found.result.counterexample)
        #expect(pair.dossier["collectivite"]?["departement"] == "2A")
        #expect(pair.dossier["collectivite"]?["population"] == .integer(5000))
        #expect(pair.results.0 == .one(.integer(10)))
        #expect(pair.results.1 == .one(.integer(0)))
    }

    @Test func `a result that is a sentence is beyond regions`() throws {
        let found = try prove(
            "\(seuil), resultat = \"motifs\", sens = \"constant\", dossiers = 20")

        #expect(found.proof.outcome == .beyond)
    }

    @Test
    func
        `days of labels that no parameter moves are proved, though they hang on the day of decision`()
        throws
    {
        let found = try prove("\(seuil), resultat = \"validite.fin\", sens = \"croissant\"")

        #expect(found.result.passed)
        #expect(found.proof.outcome == .proved)
        #expect(found.proof.isByForm)
    }

    @Test func `an element of a list is proved on dossiers that have it`() throws {
        let found = try prove(
            "fait = \"demandes[1].urgente\", valeurs = { false, true }, "
                + "resultat = \"priorite.points\", sens = \"constant\"")

        #expect(found.proof.outcome == .proved)
    }
}
