// Tests of what is said where a search for counterfactuals did not end.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyAnalysis
@testable import PolicyEngine
@testable import sceau

struct CounterfactualTextTests {
    private func text(
        found: [Counterfactual] = [], blocking: [String] = [], isPartial: Bool = false,
        isStraight: Bool = false
    ) -> String {
        let report = CounterfactualReport(
            expertise: 2, avis: .incomplet, found: found, blocking: blocking,
            isPartial: isPartial, isStraight: isStraight)
        var page = TextPage(.plain)
        CounterfactualText([report], FactNames(.standard)).write(to: &page)
        return page.text
    }

    @Test func `a search that was cut short does not claim that nothing would do`() {
        let cut = text(isPartial: true)
        let whole = text()
        let hopeless = text(blocking: ["EXP-01"], isPartial: true)

        #expect(cut.contains("Expertise 2, incomplet\u{A0}: aucune façon n’a été trouvée."))
        #expect(cut.contains("Exploration arrêtée avant la fin\u{A0}: résultat partiel."))
        #expect(whole.contains("aucun changement admis ne suffit."))
        #expect(!whole.contains("résultat partiel"))
        #expect(hopeless.contains("aucun changement admis ne suffit."))
    }

    @Test func `the one way that was followed is said to be one of others`() {
        let text = text(isPartial: true, isStraight: true)

        #expect(
            text.replacing("\n", with: " ").contains("Seul le changement le plus simple pour"))
        #expect(!text.contains("résultat partiel"))
    }
}
