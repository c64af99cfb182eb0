// Tests of the reference of names.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyDocumentation

struct LanguageReferenceTests {
    private let page = LanguageReference(.standard).markdown

    @Test func `facts stand under the names by which rules read them`() {
        #expect(page.contains("\n| `dossier.numero` | numéro du dossier | texte |\n"))
        #expect(page.contains("\n| `collectivite.siren` | numéro SIREN | numéro vérifié |\n"))
        #expect(page.contains("\n| `demande.pays` | pays de la mission | pays (deux lettres) |\n"))
        #expect(page.contains("\n| `expertise.experts[].statut` | statut de l’expert | "))
        #expect(
            page.contains("\n| `dossier.labels[].expire_le` | dernier jour de validité | jour |\n"))
    }

    @Test func `functions stand with their usage`() {
        #expect(page.contains("\n| `ans(3)` | une durée en années |\n"))
    }
}
