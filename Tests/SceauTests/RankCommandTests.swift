// Tests of `sceau rank` on the sample dossiers.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct RankCommandTests {
    private static let files = [
        "dunkerque-dechets", "tuvalu-sans-chiffre", "mongolie-faible-presence", "mali-presence",
        "ambassade-urgente", "nantes-metropole", "sans-experts", "service-etat",
        "pact3-entreprise-pologne",
    ].map { "examples/\($0).json" }

    private func rank(_ arguments: [String] = []) throws -> ToolRun {
        try Tool.run(["rank", "--le", "2021-03-15"] + RankCommandTests.files + arguments)
    }

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `a ranking in each form is the one that is recorded`(form: String, ending: String) throws {
        let run = try rank(["--format", form])

        try expectRecorded(run.output, as: "classement.\(ending)")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func `the order of the dossiers and the number of workers change nothing`() throws {
        let folder = try Scratch()
        let lines = try (1...200).map { number in
            let file = RankCommandTests.files[number % RankCommandTests.files.count]
            let text = try String(
                contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            // Blanks fill more than one chunk.
            return text.replacing(#/\n */#, with: String(repeating: " ", count: 20))
        }
        let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "lot.ndjson")
        let form = ["--le", "2021-03-15", "--format", "csv", path]

        let one = try Tool.run(["rank", "--jobs", "1"] + form)
        let three = try Tool.run(["classer", "--jobs", "3"] + form)

        #expect(one.output.split(separator: "\r\n").count == 201)
        #expect(one.output == three.output)
    }

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `dossiers that cannot be judged are named beside the others`(
        form: String, ending: String
    ) throws {
        let files = ["dunkerque-dechets", "mauvais-siren", "chambery-apres-limite", "absent"]
            .map { "examples/\($0).json" }

        let run = try Tool.run(["rank", "--le", "2021-03-15", "--format", form] + files)

        try expectRecorded(run.output, as: "classement-incomplet.\(ending)")
        #expect(run.status == 64)
        #expect(run.errors.contains("examples/mauvais-siren.json:4:16"))
    }

    /// A policy under which absences count, and dossiers that lack what it looks at.
    private func provisional(_ form: String) throws -> ToolRun {
        let folder = try Scratch()
        try folder.write(
            """
            regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot", source = "S" }
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
            critere "C" { titre = "T", source = "S",
              exige = not connu(collectivite.outre_mer) or collectivite.outre_mer,
              sinon = refus "Non." }
            priorite "P" { titre = "T", source = "S", si = not connu(collectivite.region),
              points = 30, motif = "M" }
            priorite "Q" { titre = "T", source = "S", si = collectivite.nature == "region",
              points = 10 - collectivite.population, motif = "M" }

            """, to: "policies/r/regime.lua")
        func dossier(_ numero: String, _ collectivite: String) -> String {
            #"{"schema": "sceau/dossier/1", "numero": "\#(numero)", "depose_le": "2021-03-01", "#
                + #""collectivite": {"nom": "Ville", \#(collectivite)}}"# + "\n"
        }
        let lines =
            dossier("A", #""nature": "commune", "outre_mer": true, "region": "11""#)
            + dossier("B", #""nature": "commune", "outre_mer": true"#)
            + dossier("C", #""nature": "commune""#)
            + dossier("D", #""nature": "region", "outre_mer": true, "region": "11""#)
        return try Tool.run(
            ["rank", "-", "--le", "2021-03-15", "--format", form, "--color", "never"],
            in: folder.url, input: lines)
    }

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `what is provisional or unknown is said in each form`(
        form: String, ending: String
    ) throws {
        let run = try provisional(form)

        try expectRecorded(run.output, as: "classement-provisoire.\(ending)")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: ["rank", "impact"])
    func `standard input holds a dossier, or one a line`(verb: String) throws {
        let file = Repository.root.appending(path: "examples/dunkerque-dechets.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let line = text.replacing("\n", with: " ")
        let arguments =
            [verb, "--le", "2021-03-15", "--format", "json", "-"]
            + (verb == "impact" ? ["--avant", "policies"] : [])

        let one = try Tool.run(arguments, input: text)
        let two = try Tool.run(arguments, input: line + "\n" + line + "\n")

        #expect(one.status == 0)
        #expect(two.status == 0)
        #expect(two.errors.isEmpty)
        #expect(one.output != two.output)
    }
}
