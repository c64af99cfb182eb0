// Properties on generated dossiers: those that hold, those that do not, those that prove nothing.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting
import Testing

struct PropertyTests {
    private func result(
        _ fields: String, rules: String = SmallPolicy.rules
    ) throws -> PropertyResult {
        let suite = try SmallSuite(
            "propriete \"p\" { regime = \"essai\", \(fields) }",
            source: SmallPolicy.source(rules: rules))
        try #require(suite.diagnostics.map(\.message) == [])
        return try #require(suite.run().properties.first)
    }

    private let validity = """
        validite "VAL-01" {
          titre = "Durée", source = "Essai",
          debut = decision.date, fin = debut + jours(seuil), arrondi = "dernier_jour",
        }
        """
    private let seuil = "fait = \"parametres.seuil\", valeurs = { 0, 3, 500 }"

    @Test func `a property that holds passes; dossiers without a result are not counted`() throws {
        let result = try result(
            "\(seuil), resultat = \"validite.fin\", sens = \"croissant\", dossiers = 30",
            rules: validity)

        #expect(result.passed)
        #expect(result.tried == 30)
        #expect(result.compared > 0)
        #expect(result.compared < 30)
    }

    @Test func `a value that never gives a result leaves the property untried`() throws {
        let result = try result(
            "fait = \"collectivite.siren\", valeurs = { \"215900432\", \"213105554\", \"1\" }, "
                + "resultat = \"validite.fin\", sens = \"constant\", dossiers = 30",
            rules: validity)

        #expect(!result.passed)
        #expect(result.counterexample == nil)
    }

    @Test func `a property that is false comes with a dossier and two values`() throws {
        let result = try result(
            "\(seuil), resultat = \"validite.fin\", sens = \"decroissant\", dossiers = 30",
            rules: validity)

        #expect(!result.passed)
        let found = try #require(result.counterexample)
        #expect(found.values.0 == .parameter(.integer(0)))
        #expect(found.values.1 == .parameter(.integer(3)))
        guard case .several(let first) = found.results.0,
            case .several(let second) = found.results.1,
            case .day(let early)? = first.first, case .day(let late)? = second.first
        else {
            Issue.record("a validity ends on a day")
            return
        }
        #expect(early == found.decisionDay)
        #expect(late.ordinal == early.ordinal + 3)
        #expect(found.dossier["numero"] == .string("P-\(result.tried)"))
    }

    @Test func `an opinion that must be constant is caught when a fact changes it`() throws {
        let nature = "fait = \"collectivite.nature\", valeurs = { \"commune\", \"entreprise\" }"

        let result = try result("\(nature), resultat = \"avis\", sens = \"constant\"")

        let found = try #require(result.counterexample)
        #expect(found.results.1 == .one(.text("defavorable")))
        #expect(found.dossier["collectivite"]?["nature"] == "entreprise")
    }

    @Test func `a fact may make an opinion worse and never better`() throws {
        let nature = "fait = \"collectivite.nature\", valeurs = { \"commune\", \"entreprise\" }"

        #expect(try result("\(nature), resultat = \"avis\", sens = \"decroissant\"").passed)
        #expect(try !result("\(nature), resultat = \"avis\", sens = \"croissant\"").passed)
    }

    @Test(arguments: [
        "fait = \"numero\", valeurs = { 1, 2 }, resultat = \"avis\", sens = \"constant\"",
        "fait = \"parametres.seuil\", valeurs = { 1, 2 }, resultat = \"regles.OPT-01\", sens = \"constant\"",
        "fait = \"depose_le\", valeurs = { jour \"9998-01-01\", jour \"9998-01-02\" }, resultat = \"avis\", sens = \"constant\"",
    ])
    func `a property that compares nothing does not pass`(fields: String) throws {
        let result = try result(fields)

        #expect(result.counterexample == nil)
        #expect(result.compared == 0)
        #expect(!result.passed)
    }

    @Test func `a rule that fails is nothing to compare`() throws {
        let rule = """
            priorite "P" { titre = "P", source = "S", points = 30 // seuil, motif = "M." }
            """
        let text = """
            propriete "p" {
              regime = "essai", fait = "parametres.seuil", valeurs = { 0, 1 },
              resultat = "priorite.points", sens = "constant", dossiers = 5,
            }
            """
        let suite = try SmallSuite(text, source: SmallPolicy.source(rules: rule))

        let result = try #require(suite.run().properties.first)

        #expect(result.counterexample == nil)
        #expect(result.compared == 0)
    }
}

struct DossierGeneratorTests {
    private func regime() throws -> RegimeDeclaration {
        try #require(try Policy.load(SmallPolicy.source()).regime(id: "essai")).declaration
    }

    @Test func `the same seed draws the same dossiers, another one others`() throws {
        func draw(_ seed: UInt64) throws -> [String] {
            var generator = DossierGenerator(
                seed: seed, schema: .standard, regime: try regime())
            return (1...5).map { generator.dossier(numero: "\($0)").json.encoded() }
        }

        #expect(try draw(1) == draw(1))
        #expect(try draw(1) != draw(2))
    }

    @Test func `SplitMix64 gives the numbers of its authors`() {
        // The first numbers of seed 1234567, as published with the reference implementation.
        var generator = SplitMix64(seed: 1_234_567)

        let numbers = (1...5).map { _ in generator.next() }

        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `dossiers of five hundred seeds read without a fault, filed under the regime`()
        throws
    {
        let regime = try regime()
        let start = try #require(Day(iso: "2020-01-01"))

        for seed in UInt64(0)..<500 {
            var generator = DossierGenerator(seed: seed, schema: .standard, regime: regime)
            let drawn = generator.dossier(numero: "\(seed)")
            let text = SourceText(path: "\(seed).json", text: drawn.json.encoded())
            do throws(DiagnosticsError) {
                let dossier = try Dossier.read(text, schema: .standard)
                #expect(dossier.deposeLe >= start)
                #expect(dossier.deposeLe <= drawn.decisionDay)
                #expect(drawn.decisionDay.ordinal - dossier.deposeLe.ordinal <= 365)
            } catch {
                Issue.record("seed \(seed): \(error.diagnostics.map(\.message))")
            }
        }
    }

    @Test func `every optional fact is sometimes there and sometimes absent`() throws {
        var generator = DossierGenerator(seed: 7, schema: .standard, regime: try regime())
        let drawn = (1...200).map { generator.dossier(numero: "\($0)").json }

        for field in DossierSchema.standard.root.fields where !field.isRequired {
            let present = drawn.filter { $0[field.name] != nil }.count
            #expect(present > 0 && present < 200, "\(field.name): \(present)")
        }
    }
}
