// Policies of one file, without a folder: what the checker's tests check.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyEngine

/// Reads a text as the only rules of a regime, and checks it.
///
/// The constructs of these texts lack what they need not say, such as `titre`: what the loader says
/// of that is passed over.
enum PolicyFixture {
    /// The findings in a file, as `line:column code`.
    static func findings(in text: String) throws -> [String] {
        try check(text).map { finding in
            "\(finding.location.start.line):\(finding.location.start.column) \(finding.code)"
        }
    }

    /// The findings in the condition of a criterion, which stands from 2:1 on.
    static func findings(inCondition condition: String) throws -> [String] {
        try findings(in: "critere \"C-1\" { exige =\n\(condition)\n}\n" + declarations)
    }

    /// Every finding in a file.
    static func check(_ text: String) throws -> [Diagnostic] {
        let regime = try regime(text)
        let facts = regime.declarations.facts.map(\.field)
        return PolicyChecker.check(regime, schema: .standard.adding(complements: facts))
    }

    /// The regime whose rules are a text.
    static func regime(_ text: String) throws -> Regime {
        try #require(PolicyLoader.loadReporting(source(text)).regimes.first)
    }

    /// A policies folder with a text as its only rules.
    static func source(_ text: String) -> PolicySource {
        let files = [("essai/regles.lua", text)] + folder
        return PolicySource(files: files.map { SourceText(path: $0.0, text: $0.1) })
    }

    private static let folder = [
        (
            "essai/regime.lua",
            """
            regime "essai" {
              titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
            }
            """
        ),
        ("donnees/presence.csv", "pays,nombre,unite,source\nML,454,projets,Essai\n"),
        ("donnees/comites.csv", "date,limite,source\n2022-01-27,2022-01-16,Essai\n"),
    ]

    /// What the conditions under test may name beside the facts.
    private static let declarations = """
        parametre "seuil" {
          titre = "Seuil", valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
        }
        parametre "nature_visee" {
          titre = "Nature",
          valeurs = { { du = jour "2020-01-01", valeur = "comune", source = "Essai" } },
        }
        donnees "presence" {
          fichier = "donnees/presence.csv", cle = "pays", colonnes = { pays = "pays" },
        }
        donnees "comites" { fichier = "donnees/comites.csv" }
        champ "complements.taille" { titre = "Taille", type = "entier" }
        calcul "CAL-1" { nom = "prochain_comite", valeur = decision.date + jours(3) }
        """
}
