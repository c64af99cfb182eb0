// `sceau test`, run as an officer runs it.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct TestCommandTests {
    @Test func `tests that pass end with their count and nothing else`() throws {
        let run = try TestedFolder().test()

        #expect(run.status == 0)
        #expect(run.output == "2 cas, 1 exemple\n3 passed, 0 failed\n")
        #expect(run.errors == "")
    }

    @Test func `a failure is understood at once, after a threshold was edited`() throws {
        let folder = try TestedFolder()
        try folder.edit("policies/essai/regime.lua", "valeur = 10", "valeur = 11")

        let run = try folder.test()

        #expect(run.status == 1)
        #expect(
            run.output == """
                ✗ cas «\u{202F}habitants, ligne 1\u{202F}»
                  policies/tests/cas.lua:4
                    avis\u{A0}: attendu favorable, obtenu incomplet (ligne 4)
                      règle en cause\u{A0}: POP-01 (non satisfaite), policies/essai/regles.lua:1
                      Trop peu d’habitants.
                      a lu\u{A0}: population\u{A0}: 10 habitants · seuil\u{A0}: 11 habitants, depuis le 1er janvier 2020
                      changé depuis la dernière exécution acceptée\u{A0}: paramètre essai/seuil\u{A0}: 10 depuis le 1er
                      janvier 2020 → 11 depuis le 1er janvier 2020

                ✗ exemple «\u{202F}examples/a.json\u{202F}»
                  examples/a.avis.json:1
                    l’avis n’est plus celui qui est attendu
                      regles › POP-01 dossier › parametres › seuil\u{A0}: 10 → 11
                      règle en cause\u{A0}: POP-01 (satisfaite), policies/essai/regles.lua:1
                      a lu\u{A0}: population\u{A0}: 900 habitants · seuil\u{A0}: 11 habitants, depuis le 1er janvier 2020
                      changé depuis la dernière exécution acceptée\u{A0}: paramètre essai/seuil\u{A0}: 10 depuis le 1er
                      janvier 2020 → 11 depuis le 1er janvier 2020

                2 cas, 1 exemple
                1 passed, 2 failed

                """)
    }

    @Test func `a filter keeps the tests whose name holds a text`() throws {
        let folder = try TestedFolder()

        let one = try folder.test("--filter", "LIGNE 2")
        let example = try folder.test("--filter", "a.json")
        let none = try folder.test("--filter", "région")

        #expect(one.status == 0)
        #expect(one.output == "1 cas\n1 passed, 0 failed\n")
        #expect(example.output == "1 exemple\n1 passed, 0 failed\n")
        #expect(none.status == 1)
        #expect(
            none.output == """
                ⚠ aucun test ne porte un nom qui contient «\u{202F}région\u{202F}»
                aucun test
                0 passed, 0 failed

                """)
    }

    @Test func `a property that is false shows the dossier on which it is`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            propriete "la nature ne compte pas" {
              regime = "essai", fait = "collectivite.nature", valeurs = { "commune", "entreprise" },
              resultat = "avis", sens = "constant", dossiers = 20,
            }
            """, to: "policies/tests/proprietes.lua")

        let run = try folder.test("--filter", "nature")

        #expect(run.status == 1)
        #expect(run.output.contains("✗ propriété «\u{202F}la nature ne compte pas\u{202F}»\n"))
        #expect(run.output.contains("  policies/tests/proprietes.lua:1\n"))
        #expect(
            run.output.contains(
                "puis defavorable, quand la valeur est \"commune\" puis \"entreprise\"\n"))
        #expect(run.output.contains("      dossier 1 du tirage, décision le "))
        #expect(run.output.contains("\"numero\":\"P-1\""))
        #expect(run.output.hasSuffix("\n0 passed, 1 failed\n"))
    }

    @Test func `the example of a malformed dossier is its codes`() throws {
        let folder = try TestedFolder()
        try folder.write(
            TestedFolder.dossier.replacing("\"commune\"", with: "\"comune\""),
            to: "examples/b.json")

        let accepted = try folder.test("--accept")
        let run = try folder.test()
        try folder.write(TestedFolder.dossier, to: "examples/b.json")
        let mended = try folder.test()

        #expect(accepted.output == "examples/b.json\u{A0}: nouvel avis attendu\n")
        #expect(try folder.read("examples/b.avis.json").contains("\"dossier.valeur-inconnue\""))
        #expect(run.output.hasSuffix("\n4 passed, 0 failed\n"))
        #expect(mended.status == 1)
        #expect(mended.output.contains("diagnostics\u{A0}: dossier.valeur-inconnue → rien"))
    }

    // MARK: - Nothing vacuous

    @Test func `no case, no dossier and a lone expected verdict each fail with a sentence`() throws
    {
        let folder = try TestedFolder()
        try folder.write("-- rien\n", to: "policies/tests/cas.lua")
        let noCase = try folder.test()
        try folder.remove("examples/a.json")
        let noExample = try folder.test()

        #expect(noCase.status == 1)
        #expect(
            noCase.output == """
                ⚠ aucun cas n’est écrit dans policies/tests
                1 exemple
                1 passed, 0 failed

                """)
        #expect(noExample.status == 1)
        #expect(
            noExample.output == """
                ⚠ aucun cas n’est écrit dans policies/tests
                ⚠ aucun dossier examples/*.json
                ⚠ examples/a.avis.json attend l’avis d’un dossier qui n’est pas là
                aucun test
                0 passed, 0 failed

                """)
    }

    @Test func `a regime without a rule in force fails with a sentence`() throws {
        let folder = try TestedFolder()
        try folder.write("-- rien\n", to: "policies/essai/regles.lua")
        try folder.edit("policies/tests/cas.lua", "\"incomplet\"", "\"favorable\"")

        let run = try folder.test("--filter", "habitants")

        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "aucune règle n’est en vigueur sous ce régime ce jour-là\u{A0}: rien n’est éprouvé")
        )
        #expect(run.output.hasSuffix("\n0 passed, 2 failed\n"))
    }

    @Test func `an example without an expected verdict fails and says what to do`() throws {
        let folder = try TestedFolder()
        try folder.remove("examples/a.avis.json")

        let run = try folder.test()

        #expect(run.status == 1)
        #expect(
            run.output.contains(
                "ce dossier n’a pas d’avis attendu\u{A0}: relire son avis, puis sceau test --accept"
            ))
    }

    @Test(arguments: ["b.json", "a.avis.json"])
    func `a pipe among the examples is named, and waited for by nobody`(name: String) throws {
        let folder = try TestedFolder()
        if name == "a.avis.json" { try folder.remove("examples/a.avis.json") }
        #expect(mkfifo(folder.url.appending(path: "examples/" + name).path, 0o600) == 0)

        let run = try folder.test()

        #expect(run.status == 1)
        #expect(run.output.contains("examples/\(name) n’est pas un fichier, il n’est pas lu"))
    }

    @Test func `dossiers in a folder of the examples are not left out in silence`() throws {
        let folder = try TestedFolder()
        try folder.write("{}", to: "examples/autres/b.json")

        let run = try folder.test()

        #expect(run.status == 1)
        #expect(
            run.output.contains("examples/autres contient des dossiers qui ne sont pas éprouvés"))
    }

    @Test func `a fault in a test file is shown at its place and nothing runs`() throws {
        let folder = try TestedFolder()
        try folder.edit("policies/tests/cas.lua", "=> avis", "=> avsi")

        let run = try folder.test()

        #expect(run.status == 1)
        #expect(run.output.hasPrefix("⚠ tests/cas.lua:3\u{A0}: résultat inconnu"))
        #expect(run.output.hasSuffix("\naucun test\n0 passed, 0 failed\n"))
        #expect(run.errors.contains("tests/cas.lua:3:43: erreur"))
        #expect(run.errors.contains("[politique.test-nom-inconnu]"))
    }

    @Test func `a policy that cannot be used ends with 78`() throws {
        let folder = try TestedFolder()
        try folder.edit("policies/essai/regles.lua", "exige = coll", "exige = col")

        #expect(try folder.test().status == 78)

        let failing = try TestedFolder()
        try failing.edit(
            "policies/essai/regles.lua", "critere \"POP-01\"", "error(\"non\")\ncritere \"POP-01\"")

        let run = try failing.test()

        #expect(run.status == 78)
        #expect(run.output == "")
        #expect(!run.errors.contains("défaut de sceau"))
    }

    @Test(arguments: [
        ["--accept", "--mutate"], ["--accept", "--coverage"], ["--filter", "x", "--mutate"],
        ["--filter", "x", "--coverage-json", "c.json"], ["--le", "14/07/2021"],
        ["--format", "xml"],
    ])
    func `options that make no sense together are a usage error`(arguments: [String]) throws {
        let run = try Tool.run(["test"] + arguments)

        #expect(run.status == 64)
    }

    @Test func `policies named with a slash at the end, or from inside, find their examples`()
        throws
    {
        let folder = try TestedFolder()

        let slash = try folder.test("--policies", "policies/")
        let inside = try Tool.run(
            ["test", "--policies", "."], in: folder.url.appending(path: "policies"))

        #expect(slash.output.hasSuffix("\n3 passed, 0 failed\n"))
        #expect(inside.output.hasSuffix("\n3 passed, 0 failed\n"))
    }
}

struct WrittenDossierTests {
    private func run(_ dossier: String, _ more: String = "") throws -> String {
        let folder = try TestedFolder()
        try folder.write(
            """
            cas "écrit" {
              dossier = {
                numero = "1", depose_le = "2021-03-01",
                collectivite = { nom = "X", nature = "commune", population = 20 },
                \(dossier)
              },
              \(more)
              le = jour "2021-03-10",
              attend = { avis = "favorable" },
            }
            """, to: "policies/tests/ecrit.lua")
        return try folder.test("--filter", "écrit").output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `a wrong fact of a dossier in a case is told at its place`() throws {
        let output = try run(
            "expertises = { { references = { {}, { annee = \"hier\" } } } },")

        #expect(output.contains("policies/tests/ecrit.lua:5:51 : "), "\(output)")
        #expect(output.contains("[dossier."))
    }

    @Test func `a fact that the case changed has no place any more`() throws {
        let output = try run(
            "partenariats = {},", "modifie = { [\"collectivite.siren\"] = \"404833047\" },")

        #expect(output.contains("le dossier est refusé à la lecture"))
        #expect(!output.contains("ecrit.lua:4"))
    }
}

struct ProvingCommandTests {
    private let property = """
        propriete "plus d’habitants ne nuit pas" {
          fait = "collectivite.population", valeurs = { 9, 10, 11 }, resultat = "avis",
          sens = "croissant", dossiers = 5, regime = "essai",
        }
        """

    @Test func `properties are proved, and those of every policy besides`() throws {
        let folder = try TestedFolder()
        try folder.write(property, to: "policies/tests/proprietes.lua")

        let run = try folder.test("--prove", "--filter", "nuit")

        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 7)
        #expect(lines[0] == "✓ plus d’habitants ne nuit pas")
        #expect(
            lines[1].hasPrefix("    prouvée sur tout dossier où aucune règle n’est en erreur ("))
        #expect(lines[2] == "✓ une référence de plus ne nuit jamais (essai)")
        #expect(
            lines[3]
                == "    prouvée sur tout dossier où aucune règle n’est en erreur\u{A0}: aucune règle"
                + " qui fait ce résultat ne")
        #expect(lines[4] == "    lit ce qui varie")
        #expect(lines[6] == "2 passed, 0 failed")
    }

    @Test func `a policy that looks at the name fails with two dossiers`() throws {
        let folder = try TestedFolder()
        try folder.edit(
            "policies/essai/regles.lua", "collectivite.nature == \"commune\"",
            "collectivite.nature == \"commune\" and collectivite.nom ~= \"Atlantis\"")

        let run = try folder.test("--prove", "--filter", "nom")

        #expect(run.status == 1)
        #expect(
            run.output.hasPrefix(
                "✗ propriété «\u{202F}le nom du demandeur ne compte jamais (essai)"))
        #expect(run.output.contains("le nom change le résultat\u{A0}: "))
        #expect(run.output.contains("règle en cause\u{A0}: NAT-01 (Nature)"))
        #expect(run.output.contains("Atlantis\""))
    }

    @Test func `proving is asked for`() throws {
        let run = try TestedFolder().test("--filter", "nuit")

        #expect(run.status == 1)
        #expect(!run.output.contains("prouvée"))
    }
}
