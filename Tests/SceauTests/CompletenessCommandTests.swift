// `sceau check --complet` on the shipped policies.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct CompletenessCommandTests {
    @Test func `what the shipped policies hold that never serves is recorded`() throws {
        let run = try Tool.run(["check", "--complet"])

        #expect(run.status == 0)
        // How many regions there are is no promise.
        let page = run.output.replacing(/[0-9][0-9\u{202F}]* région/) { _ in "N région" }
        try expectRecorded(page, as: "verification-complete.txt")
    }

    @Test func `programs get each remark with its dossier`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            critere "POP-02" {
              titre = "Quelques habitants", source = "Essai",
              exige = collectivite.population >= 5, sinon = examen "Presque personne.",
            }
            """, to: "policies/essai/autres.lua")

        let run = try Tool.run(["check", "--complet", "--format", "json"], in: folder.url)

        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let part = try #require(document["completude"] as? [String: Any])
        let remarks = try #require(part["remarques"] as? [[String: Any]])
        let masked = try #require(remarks.first)
        #expect(run.status == 0)
        #expect(masked["remarque"] as? String == "critere_masque")
        #expect(masked["nom"] as? String == "POP-02")
        #expect(masked["autres"] as? [String] == ["POP-01"])
        #expect(masked["exact"] as? Bool == true)
        #expect((masked["temoin"] as? [String: Any])?["avis"] as? String == "incomplet")
    }

    @Test func `without the option nothing is said of it`() throws {
        let run = try Tool.run(["check", "--format", "json"])

        #expect(!run.output.contains("completude"))
    }

    @Test(arguments: ["sarif", "github"])
    func `a form that tells of faults alone is refused`(form: String) throws {
        let run = try Tool.run(["check", "--complet", "--format", form])

        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("erreur\u{A0}: --complet ne va qu’avec"))
    }
}
