// What `sceau test --suggest` wrote, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyTesting

/// The section on the cases that are proposed.
struct SuggestionText {
    private let suggestions: Suggestions
    private let place: String

    /// Takes the cases and the file that holds them.
    init(_ suggestions: Suggestions, place: String) {
        self.suggestions = suggestions
        self.place = place
    }

    /// The section; ends with an empty line.
    func text(_ palette: Palette) -> String {
        var page = TextPage(palette)
        page.heading("Cas proposés")
        page.item("", Stretch(summary))
        for proposed in suggestions.cases {
            page.item("•", Stretch(proposed.name), indent: 2)
            for purpose in proposed.purposes { page.item("", Stretch(code: purpose), indent: 6) }
        }
        if !suggestions.missed.isEmpty {
            page.item("", "Aucun dossier n’a été trouvé pour :")
            for goal in suggestions.missed {
                page.item("•", Stretch(code: goal.french), indent: 2)
            }
        }
        page.space()
        return page.text
    }

    private var summary: String {
        guard !suggestions.cases.isEmpty else {
            return suggestions.missed.isEmpty
                ? "Rien ne manque : aucun cas n’est proposé." : "Aucun cas n’est proposé."
        }
        let count = French.count(suggestions.cases.count, "cas écrit", "cas écrits")
        let proof =
            suggestions.isSmallest && suggestions.cases.count > 1
            ? " : aucun choix plus petit parmi les dossiers essayés" : ""
        return "\(count) dans \(place)\(proof). "
            + "Ils disent ce que la politique dit aujourd’hui : les relire avant de les garder."
    }
}
