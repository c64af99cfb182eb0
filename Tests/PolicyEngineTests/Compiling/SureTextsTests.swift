// Which texts can be filled whatever a dossier holds.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyEngine

struct SureTextsTests {
    /// A placeholder of a rule on a request, and whether nothing can keep it from being filled.
    struct Placeholder: CustomTestStringConvertible, Sendable {
        let text: String
        let isSure: Bool
        var testDescription: String { text }

        static let all = [
            Placeholder(text: "demande.pays", isSure: true),
            Placeholder(text: "nom_pays(demande.pays)", isSure: true),
            Placeholder(text: "nom_pays(demande.origine)", isSure: false),
            Placeholder(text: "collectivite.nom", isSure: true),
            Placeholder(text: "dossier.depose_le", isSure: true),
            Placeholder(text: "decision.date", isSure: true),
            Placeholder(text: "seuil", isSure: true),
            Placeholder(text: "local_du_fichier", isSure: false),
            Placeholder(text: "chiffres[demande.pays].nombre", isSure: true),
            Placeholder(text: "si_sinon(demande.precise, 'a', 'b')", isSure: true),
            Placeholder(text: "si_sinon(demande.precise, f('x'), 'b')", isSure: false),
            Placeholder(text: "demande.pays .. 'x'", isSure: false),
            Placeholder(text: "premier(dossier.labels, { regime = 'x' }).domaine", isSure: false),
        ]
    }

    @Test(arguments: Placeholder.all)
    func `a text is sure when no placeholder of it can fail`(_ placeholder: Placeholder) throws {
        let rules = """
            local local_du_fichier = "x"
            local function f(n) return n end
            parametre "seuil" {
              titre = "Seuil", unite = "u",
              valeurs = { { du = jour "2020-01-01", valeur = 3, source = "S" } },
            }
            donnees "chiffres" {
              fichier = "donnees/chiffres.csv", cle = "pays",
              colonnes = { pays = "pays", nombre = "entier", source = "texte" },
            }
            critere "C" {
              titre = "T", source = "S", exige = f(demande.origine) ~= "afd",
              sinon = refus "Non : {\(placeholder.text)}, {seuil}.",
            }
            """
        let source = Trial.source(
            rules, tables: ["donnees/chiffres.csv": "pays,nombre,source\nSN,3,S\n"])
        let regime = try #require(PolicyLoader.loadReporting(source).regimes.first)
        let rule = try #require(regime.declarations.rules.first)

        let texts = SureTexts(regime, schema: .standard)

        #expect(texts.contains(rule) == placeholder.isSure)
    }
}
