// Tests of what is said where a search for counterfactuals did not end.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyAnalysis
@testable import PolicyEngine
@testable import sceau

struct CounterfactualTextTests {
    private func text(
        found: [Counterfactual] = [], blocking: [String] = [], isPartial: Bool = false,
        isLimited: Bool = false
    ) -> String {
        let report = CounterfactualReport(
            expertise: 2, avis: .incomplet, found: found, blocking: blocking,
            isPartial: isPartial, isLimited: isLimited)
        var page = TextPage(.plain)
        CounterfactualText([report], FactNames(.standard)).write(to: &page)
        return page.text
    }

    @Test func `that nothing would do is claimed only where it is proved`() {
        let cut = text(isPartial: true)
        let whole = text()
        let hopeless = text(blocking: ["EXP-01", "EXP-02"])

        for text in [cut, whole] {
            #expect(text.contains("Expertise 2, incomplet\u{A0}: aucune façon n’a été trouvée."))
            #expect(text.contains("Cela ne prouve pas qu’il n’y en ait aucune."))
        }
        #expect(cut.contains("Exploration arrêtée avant la fin\u{A0}: résultat partiel."))
        #expect(!whole.contains("résultat partiel"))
        #expect(hopeless.contains("aucun changement admis ne suffit."))
        #expect(hopeless.contains("ne satisfait EXP-01 et EXP-02."))
    }

    @Test func `ways that are not told are spoken of beside those that are`() throws {
        let rules = """
            regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot", source = "E" }
            """
        var judge = try Evaluator(
            Policy.load(PolicySource(files: [SourceText(path: "r/regime.lua", text: rules)])))
        let json: JSONValue = [
            "schema": .string(DossierSchema.identifier), "numero": "1", "depose_le": "2021-03-01",
            "collectivite": ["nom": "X", "nature": "commune"],
        ]
        let day = try #require(Day(iso: "2021-03-10"))
        let witness = try #require(Witness(json, le: day, schema: .standard, by: &judge))
        let found = [Counterfactual(changes: [], witness: witness, isExact: true)]

        #expect(text(found: found, isLimited: true).contains("D’autres façons sont possibles"))
        #expect(!text(found: found).contains("D’autres façons"))
        #expect(!text(isLimited: true).contains("D’autres façons"))
    }
}
