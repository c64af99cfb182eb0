// Tests of `evaluate --avec`, run as an officer runs it.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct WhatIfCommandTests {
    private static let mongolia = "examples/mongolie-faible-presence.json"
    private static let replacements = [
        "--avec", "seuil_presence=1", "--avec", "collectivite.population=1200",
    ]

    private func evaluate(_ arguments: [String]) throws -> ToolRun {
        try Tool.run(["evaluate", "--le", "2021-03-15"] + arguments)
    }

    @Test func `the changes come first, then the verdict with the other values`() throws {
        let run = try evaluate([WhatIfCommandTests.mongolia] + WhatIfCommandTests.replacements)

        try expectRecorded(run.output, as: "avec-mongolie.txt")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func `the document for programs holds both verdicts, each as it is alone`() throws {
        let run = try evaluate(
            [WhatIfCommandTests.mongolia, "--format", "json"] + WhatIfCommandTests.replacements)
        let alone = try evaluate([WhatIfCommandTests.mongolia, "--format", "json"])

        try expectRecorded(run.output, as: "avec-mongolie.json")
        let document = try object(run.output)
        #expect(document["schema"] as? String == "sceau/comparaison/1")
        #expect(document["base"] as? NSDictionary == (try object(alone.output) as NSDictionary))
        let other = try #require(document["avec"] as? [String: Any])
        let priority = try #require(other["priorite"] as? [String: Any])
        #expect(priority["points"] as? Int == 0)
    }

    @Test func `a parameter alone leaves the dossier's fingerprint`() throws {
        let run = try evaluate(
            [WhatIfCommandTests.mongolia, "--format", "json", "--avec", "seuil_presence=1"])

        let document = try object(run.output)
        let digests = try ["base", "avec"].map { key in
            let verdict = try #require(document[key] as? [String: Any])
            return try #require(verdict["dossier"] as? [String: Any])["empreinte"] as? String
        }
        #expect(digests[0] != nil)
        #expect(digests[0] == digests[1])
    }

    @Test func `several dossiers are told one after the other, without their verdicts`() throws {
        let run = try evaluate(
            [
                WhatIfCommandTests.mongolia, "examples/sans-experts.json",
                "examples/dunkerque-dechets.json", "--avec", "expertises[1].experts=[]",
                "--avec", "seuil_presence=1",
            ])

        try expectRecorded(run.output, as: "avec-plusieurs.txt")
        #expect(run.status == 0)
    }

    @Test func `what a dossier cannot take is told, and the others go on`() throws {
        let run = try evaluate(
            [
                WhatIfCommandTests.mongolia, "examples/deux-expertises.json", "--avec",
                "expertises[2].domaine=", "--format", "json",
            ])

        let documents = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(run.status == 64)
        #expect((documents as? [Any])?.count == 1)
        #expect(run.errors.contains("\(WhatIfCommandTests.mongolia)\u{A0}: --avec"))
    }

    @Test func `an agreement between facts is looked at once they stand together`() throws {
        let run = try evaluate(
            ["examples/dunkerque-dechets.json", "--avec", "collectivite.siret=40483304800022"])

        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("avec ces valeurs, SIRET d’un autre organisme"))
    }

    @Test func `all mistakes come at once, before any dossier is judged`() throws {
        let run = try evaluate([
            WhatIfCommandTests.mongolia, "--avec", "seuil_presense=1", "--avec",
            "collectivite.nature=comune", "--avec", "collectivite.population=beaucoup",
        ])

        try expectRecorded(run.errors, as: "avec-fautes.txt")
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }

    @Test func `a row of a table is said to stand in its file`() throws {
        let run = try evaluate([WhatIfCommandTests.mongolia, "--avec", "presence[MN].nombre=4"])

        #expect(run.status == 64)
        #expect(run.errors.contains("est lu dans un tableau de la politique"))
        #expect(run.errors.contains("donnees/presence.csv"))
    }

    @Test func `what is replaced is told in French`() throws {
        let run = try evaluate([
            "examples/dunkerque-dechets.json", "--avec", "collectivite.nature=commune", "--avec",
            "objectifs=[\"promotion\"]",
        ])

        #expect(run.output.contains("communauté urbaine → commune\n"))
        #expect(run.output.contains("→ promotion de l’expertise française\n"))
    }

    @Test(arguments: ["ndjson", "markdown", "csv"])
    func `a form without a comparison is refused`(form: String) throws {
        let run = try evaluate(
            [WhatIfCommandTests.mongolia, "--avec", "seuil_presence=1", "--format", form])

        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("--avec ne va qu’avec --format texte ou json"))
    }

    @Test func `the status is that of the verdict with the other values`() throws {
        let run = try evaluate(
            [
                "examples/dunkerque-dechets.json", "--avec", "expertises[1].experts=",
                "--exit-verdict",
            ])

        #expect(run.status == 4)
    }

    @Test func `a parameter of another regime is said to be without effect`() throws {
        let run = try evaluate(
            ["examples/pact3-entreprise-pologne.json", "--avec", "rappel_renouvellement=9"])

        #expect(run.output.contains("Rien ne change"))
        #expect(run.output.contains("n’a pas de paramètre «\u{202F}rappel_renouvellement\u{202F}»"))
    }

    private func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }
}
