// `sceau check --complet` on the shipped policies.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct CompletenessCommandTests {
    @Test func `the shipped policies lack the dates of campaigns, which a dossier shows`() throws {
        let run = try Tool.run(["check", "--complet", "--format", "json"])

        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let part = try #require(document["completude"] as? [String: Any])
        let remarks = try #require(part["remarques"] as? [[String: Any]])
        let unmet = remarks.filter { $0["remarque"] as? String == "jamais_satisfaite" }
        #expect(run.status == 0)
        #expect(unmet.map { $0["nom"] as? String } == ["CAMP-01", "CAMP-01"])
        #expect(unmet.map { $0["regime"] as? String } == ["pact-2", "pact-3"])
        #expect((unmet.first?["temoin"] as? [String: Any])?["avis"] as? String == "a_examiner")
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
