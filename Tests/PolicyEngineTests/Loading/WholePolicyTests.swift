// Whole policies: the one of the language's description, and the one that is shipped.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import LuaSyntax
import PolicyEngine
import Testing

struct WholePolicyTests {
    private static let text = """
        regime "expe-ct" {
          titre = "EXPE-CT", du = jour "2020-07-08", date_de_choix = "depot",
          source = "Communiqué de la DAECT, 8 juillet 2020",
        }

        parametre "seuil_presence" {
          titre = "Présence française faible : nombre maximal de coopérations recensées", unite = "coopérations",
          valeurs = { { du = jour "2020-07-08", valeur = 10, source = "Choix du service, à valider" } },
        }

        donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }

        local natures_citees = { "commune", "region" }

        critere "ELIG-01" {
          titre  = "Demandeur cité par le programme",
          source = "Communiqué du 8 juillet 2020, objectif 1",
          exige  = parmi(collectivite.nature, natures_citees),
          sinon  = examen "La nature « {collectivite.nature} » n’est pas citée par le programme ; l’admettre relève de la DAECT.",
        }

        priorite "PRIO-01" {
          titre  = "Pays où les collectivités françaises sont peu présentes",
          source = "Communiqué du 8 juillet 2020, objectif 3",
          si     = presence[demande.pays].nombre <= seuil_presence,
          points = 30,
          motif  = "{nom_pays(demande.pays)} : {presence[demande.pays].nombre} {presence[demande.pays].unite} ({presence[demande.pays].au}) ; seuil : {seuil_presence}.",
        }

        validite "VAL-01" {
          titre = "Durée du label", source = "Communiqué du 8 juillet 2020, point 2",
          debut = decision.date,
          fin   = debut + ans(3) - jours(1), arrondi = "dernier_jour",
        }
        """

    private static let presence = """
        pays,nombre,unite,au,source
        MG,30,partenariats,vers 2018,"Page du pays"
        ML,,projets,2016,Sénat
        """

    @Test func `the policy of the description loads`() throws {
        let folder = LoadedFolder([
            "expe-ct/regime.lua": WholePolicyTests.text,
            "donnees/presence.csv": WholePolicyTests.presence,
        ])

        let regime = try folder.regime()

        let declarations = regime.declarations
        #expect(declarations.rules.map(\.id.value) == ["ELIG-01", "PRIO-01", "VAL-01"])
        #expect(declarations.rules[1].template?.placeholders.count == 5)
        #expect(declarations.rules[2].fields.map(\.name.text) == ["debut", "fin"])
        #expect(declarations.parameters.map(\.name.value) == ["seuil_presence"])
        let table = try #require(declarations.tables.first)
        #expect(table.columns.map(\.type) == [.pays, .entier, .texte, .texte, .texte])
        #expect(table.rows[1].cells["nombre"] == nil)
    }

    @Test func `the shipped policies load without a finding`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = try #require(PolicyFolder.find(from: root.path))

        let found = PolicyLoader.loadReporting(try PolicyFolder.read(path))

        #expect(found.diagnostics == [])
        #expect(found.regimes.map(\.id).contains("expe-ct"))
    }
}
