// `sceau test --coverage` and `--mutate`: their forms, and when they fail.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import Testing

@testable import PolicyTesting
@testable import sceau

struct MeasureTests {
    @Test func `the coverage stands before the last line and in its files`() throws {
        let folder = try TestedFolder()

        let run = try folder.test(
            "--coverage", "--coverage-json", "c.json", "--coverage-html", "c.html")

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Couverture\n3 sur 5 "))
        #expect(run.output.contains("Non couvert\u{A0}: Règles et résultats\n"))
        #expect(run.output.hasSuffix("2 cas, 1 exemple\n3 passed, 0 failed\n"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.read("c.json").utf8))
                as? [String: Any])
        #expect(json["schema"] as? String == "sceau/couverture/1")
        let sections = json.compactMapValues { $0 as? [String: Any] }
        #expect(sections["regles"]?["couverts"] as? Int == 3)
        #expect(sections["regles"]?["total"] as? Int == 5)
        #expect(sections["seuils"]?["couverts"] as? Int == 3)
        #expect(try folder.read("c.html").hasPrefix("<!DOCTYPE html>"))
    }

    @Test func `what programs read holds nothing but the tests`() throws {
        let folder = try TestedFolder()

        let run = try folder.test("--coverage", "--mutate", "--format", "json")

        #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
        #expect(run.errors.hasPrefix("Couverture\n"))
        #expect(run.errors.contains("\nMutants\n"))
        #expect(run.errors.hasSuffix("\n3 passed, 0 failed\n"))
        #expect(!run.errors.contains("\r"))
    }

    @Test func `nothing is measured while a test fails, and it is said`() throws {
        let folder = try TestedFolder()
        try folder.edit("policies/tests/cas.lua", "{ 9, \"incomplet\" }", "{ 9, \"favorable\" }")

        let run = try folder.test("--coverage", "--mutate", "--mutants-json", "m.json")

        #expect(run.status == 1)
        #expect(
            run.errors
                == "couverture et mutants attendent des tests et des exemples, qui passent tous\n")
        #expect(!run.output.contains("Couverture"))
        #expect(!folder.has("m.json"))
    }

    /// A policy of seven mutants, and cases that notice each of them.
    private func strictFolder() throws -> TestedFolder {
        let folder = try TestedFolder()
        try folder.write(
            TestedFolder.regime.components(separatedBy: "parametre")[0],
            to: "policies/essai/regime.lua")
        try folder.write(
            TestedFolder.rules.components(separatedBy: "critere \"NAT-01\"")[0]
                .replacing("seuil", with: "10"), to: "policies/essai/regles.lua")
        try folder.write(
            TestedFolder.cases + """

                tableau "régime" {
                  dossier = "dossiers/base.json", le = jour "2021-03-10",
                  colonnes = { "depose_le", "=> regime" },
                  lignes = { { jour "2020-01-01", "essai" }, { jour "2019-12-31", "aucun" } },
                }
                """, to: "policies/tests/cas.lua")
        _ = try folder.test("--accept")
        return folder
    }

    @Test func `mutants that are all noticed give a perfect score`() throws {
        let folder = try strictFolder()

        let run = try folder.test("--mutate", "--mutants-json", "m.json")

        #expect(run.status == 0)
        #expect(
            run.output.contains(
                "100\u{A0}% (7 tués, 0 survivant, 0 équivalent, 0 refusé au chargement)"))
        #expect(run.errors == "")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.read("m.json").utf8))
                as? [String: Any])
        #expect(json["schema"] as? String == "sceau/mutants/1")
        #expect(json["tues"] as? Int == 7)
        #expect(json["score"] as? Double == 1)
        #expect((json["survivants"] as? [Any])?.count == 0)
        #expect((json["defauts"] as? [Any])?.count == 0)
    }

    @Test func `a mutant that no test notices fails, whatever the tests`() throws {
        let folder = try strictFolder()
        try folder.edit("policies/tests/cas.lua", ", { 9, \"incomplet\" }", "")

        let run = try folder.test("--mutate")

        #expect(run.status == 1)
        #expect(run.output.contains("• policies/essai/regles.lua:3 : essai/POP-01 : 10 → 9 dans"))
        #expect(run.output.contains("\n      témoin  déposé le 1er janvier 2020"))
        #expect(run.output.contains("✗ le score de 85,7\u{A0}% est sous 95\u{A0}%\n"))
        #expect(run.output.contains("✗ 1 survivant sans explication\n"))
        #expect(run.output.hasSuffix("4 passed, 0 failed\n"))
    }

    @Test func `an explanation that a dossier contradicts fails`() throws {
        let folder = try strictFolder()
        try folder.edit("policies/tests/cas.lua", ", { 9, \"incomplet\" }", "")
        let name = "essai/POP-01 : 10 → 9 dans collectivite.population >= 10"
        try folder.write(
            "survivant \"\(name)\" { raison = \"Rien ne le montre.\" }",
            to: "policies/tests/survivants.lua")

        let run = try folder.test("--mutate", "--mutants-json", "m.json")

        #expect(run.output.contains("✗ 1 explication contredite par un dossier\n"))
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(folder.read("m.json").utf8))
                as? [String: Any])
        let survivor = try #require((json["survivants"] as? [[String: Any]])?.first)
        let witness = try #require(survivor["temoin"] as? [String: Any])
        let dossier = try #require(witness["dossier"] as? [String: Any])
        let applicant = try #require(dossier["collectivite"] as? [String: Any])
        #expect(applicant["population"] as? Int == 9)
    }

    @Test func `cases are written for what is missed, and then nothing is`() throws {
        let folder = try strictFolder()
        try folder.edit("policies/tests/cas.lua", ", { 9, \"incomplet\" }", "")

        let run = try folder.test("--suggest", "policies/tests/propositions.lua")

        #expect(run.status == 0)
        #expect(
            run.output.hasPrefix(
                "Cas proposés\n2 cas écrits dans policies/tests/propositions.lua\u{A0}: aucun choix plus petit"
            ))
        #expect(run.output.contains("essayés. Ils") || run.output.contains("essayés.\nIls"))
        #expect(run.output.contains("\n      mutant essai/POP-01 : 10 → 9 dans"))
        #expect(run.output.hasSuffix("4 passed, 0 failed\n"))
        let text = try folder.read("policies/tests/propositions.lua")
        #expect(text.contains("\ncas \"Proposition 1\" {\n"))
        #expect(text.contains("population = 9"))

        let second = try folder.test("--mutate", "--suggest", "policies/tests/autres.lua")

        #expect(second.status == 0)
        #expect(second.output.contains("100\u{A0}% (7 tués"))
        #expect(second.output.contains("Rien ne manque\u{A0}: aucun cas n’est proposé.\n"))
        #expect(!folder.has("policies/tests/autres.lua"))
    }

    @Test func `a witness of a rule that is gone tells what the rule gave`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            signalement "SIG-01" {
              titre = "Outre-mer", source = "Essai", message = "Oui.", si = collectivite.population > 5000,
            }
            """, to: "policies/essai/signalements.lua")
        // An example's verdict names every rule.
        try folder.remove("examples")

        let run = try folder.test("--mutate")

        let page = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            page.contains(
                "SIG-01 : signalé → règle absente ; l’avis de ce dossier ne change pas"), "\(page)")
        // The dossier on which the criterion counts, and not the first one.
        #expect(
            page.contains(
                "règle retirée dans \"NAT-01\" témoin déposé le 1er janvier 2020, décidé le 31 janvier 2020 nature de l’organisme : département avant défavorable"
            ))
        let dossiers = run.output.split(separator: "\n").filter { $0.contains("{\"schema\":") }
        #expect(dossiers.allSatisfy { $0.hasPrefix("      {") && $0.hasSuffix("}") })
    }

    @Test func `cases are not written among the rules`() throws {
        let folder = try TestedFolder()

        for place in [
            "policies/essai/cas.lua", "policies/cas.lua", "examples/../policies/essai/b.lua",
        ] {
            let run = try folder.test("--suggest", place)

            #expect(run.status == 64)
            #expect(run.errors.contains("--suggest n’écrit pas de cas parmi les règles"))
            #expect(run.errors.contains("policies/tests/propositions.lua"))
            #expect(!folder.has(place))
        }
        #expect(try Tool.run(["check"], in: folder.url).status == 0)
    }

    @Test func `cases are never written over those that are there`() throws {
        let folder = try strictFolder()
        let before = try folder.read("policies/tests/cas.lua")

        let run = try folder.test("--suggest", "policies/tests/cas.lua")

        #expect(run.status == 64)
        #expect(run.errors.contains("--suggest n’écrit pas par-dessus"))
        #expect(try folder.read("policies/tests/cas.lua") == before)
        #expect(try folder.test("--suggest", "-").status == 64)
        #expect(!folder.has("-"))
        let nowhere = try folder.test("--suggest", "absent/cas.lua")
        #expect(nowhere.status == 74)
        #expect(
            nowhere.errors.hasPrefix("erreur\u{A0}: le répertoire de «")
                && nowhere.errors.contains("absent/cas.lua")
                && nowhere.errors.contains("n’existe pas\naide"))
    }

    @Test func `an explanation that explains nothing fails`() throws {
        let folder = try strictFolder()
        try folder.write(
            "survivant \"essai/POP-01 : 10 → 8 dans x\" { raison = \"Aucune.\" }",
            to: "policies/tests/survivants.lua")

        let run = try folder.test("--mutate")

        #expect(run.status == 1)
        #expect(run.output.contains("• essai/POP-01 : 10 → 8 dans x\n"))
        #expect(run.output.contains("✗ 1 explication devenue inutile\n"))
    }
}

struct MutationReportTests {
    /// A run in which some mutants are noticed, and others survive.
    private func report(
        killed: Int, survived: Int, refused: Int = 0, known: [String: String] = [:]
    ) -> MutationReport {
        let fates =
            Array(repeating: MutantFate.killed(by: "cas"), count: killed)
            + Array(repeating: .refused, count: refused)
            + Array(repeating: .survived(.unsettled([.sampled])), count: survived)
        let results = fates.enumerated().map { index, fate in
            let mutant = Mutant(
                kind: .threshold, owner: "r/A", change: "\(index) → \(index + 1)", file: "r/a.lua",
                range: 0..<1, replacement: "1", line: 4, context: "x", twin: 0)
            return (mutant: mutant, fate: fate)
        }
        return MutationReport(
            run: MutationRun(results: results), known: known, names: FactNames(.standard))
    }

    private let reason = ["r/A : 19 → 20 dans x": "Rien ne le montre."]

    @Test func `ninety-five in a hundred are enough, the rest explained`() {
        #expect(report(killed: 19, survived: 1, known: reason).faults == [])
        #expect(report(killed: 19, survived: 1, known: reason).percentage == "95")
        #expect(
            report(killed: 18, survived: 1, refused: 1, known: reason).faults
                == ["le score de 94,7\u{A0}% est sous 95\u{A0}%"])
        #expect(report(killed: 19, survived: 1).faults == ["1 survivant sans explication"])
        #expect(
            report(killed: 20, survived: 0, known: reason).faults
                == ["1 explication devenue inutile"])
    }

    @Test func `without a mutant nothing is measured`() {
        #expect(report(killed: 0, survived: 0).faults == ["aucun mutant : rien n’est mesuré"])
        #expect(report(killed: 0, survived: 0, refused: 1).faults.count == 1)
    }

    @Test func `the JSON names each survivor with its reason`() {
        let json = report(killed: 19, survived: 1, known: reason).json

        #expect(json["tues"] == 19)
        #expect(
            json["survivants"] == [
                [
                    "nom": "r/A : 19 → 20 dans x", "genre": "seuil déplacé", "fichier": "r/a.lua",
                    "ligne": 4, "raison": "Rien ne le montre.", "temoin": .null,
                    "doutes": ["valeurs_essayees"],
                ]
            ])
        #expect(json["explications_inutiles"] == [])
    }
}
