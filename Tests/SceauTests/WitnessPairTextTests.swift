// What is told of a dossier with several expertises under two versions.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

@testable import PolicyAnalysis
@testable import sceau

struct WitnessPairTextTests {
    private func witness(_ years: Int) throws -> Witness {
        let rules = """
            regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot", source = "E" }
            validite "V" { titre = "V", source = "E", debut = decision.date, arrondi = "dernier_jour",
              fin = debut + ans(si_sinon(expertise.domaine == "eau", \(years), 1)) }
            """
        let policy = try Policy.load(
            PolicySource(files: [SourceText(path: "r/regime.lua", text: rules)]))
        let json: JSONValue = [
            "schema": .string(DossierSchema.identifier), "numero": "1", "depose_le": "2021-03-01",
            "collectivite": ["nom": "X", "nature": "commune"],
            "expertises": [["domaine": "sport"], ["domaine": "eau"]],
        ]
        var judge = try Evaluator(policy)
        let day = try #require(Day(iso: "2021-03-10"))
        let placed = ["depose_le", "expertises", "expertises[2].domaine", "expertises[2].experts"]
            .compactMap { FactPath($0) }
        return try #require(
            Witness(json, le: day, placing: placed, schema: policy.schema, by: &judge))
    }

    @Test func `the label that differs is shown, and not the first one`() throws {
        var page = TextPage(.plain)
        page.tell(
            WitnessPair(before: try witness(2), after: try witness(3)), FactNames(.standard),
            indent: 0)

        let text = page.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains("avant favorable, 0 point, expertise 2 : favorable, label"), "\(text)")
        #expect(text.contains("2023"))
        #expect(text.contains("2024"))
        #expect(
            text.contains(
                "nature de l’organisme : commune ; domaine de l’expertise (expertise 2) : « eau » ; experts mobilisables (expertise 2) : absent du dossier avant"
            ))
    }
}
