// `sceau test --accept`, run as an officer runs it.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct AcceptanceTests {
    @Test func `accepting rewrites what changed, says it by meaning, and leaves the rest alone`()
        throws
    {
        let folder = try TestedFolder()
        try folder.write(
            TestedFolder.dossier.replacing("900", with: "10"), to: "examples/b.json")
        let first = try folder.test("--accept")
        let inodes = try ["examples/a.avis.json", "policies/tests/accepte.json"].map(folder.inode)
        try folder.write(
            TestedFolder.dossier.replacing("900", with: "9"), to: "examples/b.json")

        let run = try folder.test("--accept")
        let again = try folder.test("--accept")

        #expect(first.output == "examples/b.json\u{A0}: nouvel avis attendu\n")
        #expect(run.status == 0)
        #expect(
            run.output == """
                examples/b.json\u{A0}: avis attendu récrit
                  avis\u{A0}: favorable → incomplet
                  regles › POP-01 dossier › resultat\u{A0}: satisfaite → non_satisfaite
                  regles › POP-01 dossier › lus › collectivite.population\u{A0}: 10 → 9

                """)
        #expect(again.output == "rien n’a changé\n")
        #expect(
            try ["examples/a.avis.json", "policies/tests/accepte.json"].map(folder.inode) == inodes)
    }

    @Test func `accepting tells what the policy changed, and remembers it`() throws {
        let folder = try TestedFolder()
        try folder.edit("policies/essai/regles.lua", "Trop peu", "Pas assez")

        let run = try folder.test("--accept")
        let again = try folder.test("--accept")

        #expect(run.output.hasPrefix("règle essai/POP-01\u{A0}: "))
        #expect(run.output.contains("\"Trop peu d’habitants"))
        #expect(again.output == "rien n’a changé\n")
    }

    @Test func `accepting some examples touches no other and not what the policy said`() throws {
        let folder = try TestedFolder()
        try folder.write(TestedFolder.dossier, to: "examples/b.json")
        try folder.edit("policies/essai/regime.lua", "valeur = 10", "valeur = 11")
        let golden = try folder.read("examples/a.avis.json")
        let policy = try folder.read("policies/tests/accepte.json")

        let run = try folder.test("--accept", "--filter", "b.json")
        let none = try folder.test("--accept", "--filter", "c.json")

        #expect(run.status == 0)
        #expect(run.output == "examples/b.json\u{A0}: nouvel avis attendu\n")
        #expect(try folder.read("examples/a.avis.json") == golden)
        #expect(try folder.read("policies/tests/accepte.json") == policy)
        #expect(none.status == 1)
        #expect(
            none.errors.contains(
                "aucun exemple ne porte un nom qui contient «\u{202F}c.json\u{202F}»"))
    }

    @Test(arguments: ["examples/a.avis.json", "policies/tests/accepte.json"])
    func `accepting never writes through a link`(path: String) throws {
        let folder = try TestedFolder()
        try folder.write("à garder", to: "ailleurs.txt")
        try folder.remove(path)
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: path).path(),
            withDestinationPath: folder.url.appending(path: "ailleurs.txt").path())

        let run = try folder.test("--accept")

        #expect(run.status == 74)
        #expect(try folder.read("ailleurs.txt") == "à garder")
    }

    @Test func `a verdict in error is not accepted`() throws {
        let folder = try TestedFolder()
        let before = try folder.read("examples/a.avis.json")
        try folder.edit(
            "policies/essai/regles.lua", "exige = collectivite.population >= seuil",
            "exige = collectivite.population // 0 >= seuil")

        let run = try folder.test("--accept")

        #expect(run.status == 1)
        #expect(run.output.contains("aucun avis à accepter, une règle est en erreur"))
        #expect(try folder.read("examples/a.avis.json") == before)
    }

    @Test func `accepting is refused under CI, before anything is written`() throws {
        let folder = try TestedFolder()
        try folder.remove("examples/a.avis.json")
        try folder.remove("policies/tests/accepte.json")

        let run = try folder.test("--accept", environment: ["CI": "true"])

        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.errors.contains("--accept est refusé quand la variable CI est définie"))
        #expect(!folder.has("examples/a.avis.json"))
        #expect(!folder.has("policies/tests/accepte.json"))
        #expect(try folder.test("--accept", environment: ["CI": ""]).status == 0)
    }

    @Test func `an example that gives no verdict is nothing to accept`() throws {
        let folder = try TestedFolder()
        try folder.edit("examples/a.avis.json", "2021-03-01", "2021-02-01")

        let run = try folder.test("--accept")

        #expect(run.status == 1)
        #expect(run.output == "examples/a.json\u{A0}: aucun avis à accepter\n")
    }

    @Test func `an expected verdict that cannot be read is said to be rewritten`() throws {
        let folder = try TestedFolder()
        try folder.write("{", to: "examples/a.avis.json")

        let failing = try folder.test()
        let run = try folder.test("--accept")

        #expect(failing.output.contains("ce dossier a un avis attendu illisible"))
        #expect(run.output == "examples/a.json\u{A0}: avis attendu illisible, récrit\n")
    }

    @Test func `a new example takes the decision day that is given`() throws {
        let folder = try TestedFolder()
        try folder.write(TestedFolder.dossier, to: "examples/b.json")

        _ = try folder.test("--accept", "--le", "2021-07-14")

        #expect(
            try folder.read("examples/b.avis.json").contains("\"date_decision\": \"2021-07-14\""))
        #expect(
            try folder.read("examples/a.avis.json").contains("\"date_decision\": \"2021-03-01\""))
    }
}
