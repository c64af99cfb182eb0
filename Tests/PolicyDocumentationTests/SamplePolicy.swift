// Policies made of texts, for what is said of them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import LuaSyntax
import PolicyEngine
import Testing

@testable import PolicyDocumentation

/// A regime with parameters, tables, a calcul, and locals that expressions may name.
enum SamplePolicy {
    /// The policy whose file `essai/regles.lua` holds these rules.
    static func policy(
        _ rules: String, files: [(String, String)] = [], options: Set<String> = []
    ) throws -> Policy {
        try Policy.load(source(rules, files: files), options: options)
    }

    /// How an expression of the rules is said.
    static func prose(audience: Audience = .instructeur) throws -> ExpressionProse {
        let regime = try #require(try PolicyLoader.load(source(locals)).first)
        let facts = regime.declarations.facts.map(\.field)
        let book = NameBook(
            regime, schema: .standard.adding(complements: facts), audience: audience)
        let file = try #require(
            regime.files.firstIndex { $0.source.path == "essai/regles.lua" })
        return ExpressionProse(book, file: file)
    }

    /// An expression read from its text.
    static func expression(_ lua: String) throws -> LuaSyntax.Expression {
        let source = SourceText(path: "essai.lua", text: lua)
        return try LuaParser.parseExpression(in: source, range: 0..<lua.utf8.count)
    }

    private static func source(_ rules: String, files: [(String, String)] = []) -> PolicySource {
        let all = [("essai/regles.lua", rules)] + files + folder
        return PolicySource(files: all.map { SourceText(path: $0.0, text: $0.1) })
    }

    private static let locals = """
        local natures_associatives = { "association_collectivites", "reseau" }
        local seul = { "MN" }
        local pays_vises = { "FR", "EE", "ET" }
        local plafond = 12
        local toujours = true
        local remplie = {}
        for i = 1, 3 do table.insert(remplie, i) end

        -- Un texte est court.
        local function court(texte) return string.len(texte) < 10 end
        -- La taille d’un texte.
        local function taille(texte) return string.len(texte) end
        local function peu(liste, plus) return nombre(liste) < plus end
        local function est(gauche, droite) return gauche == droite end
        local function actif(partenariat) return partenariat.actif end
        local function boucle(liste) return existe(liste, boucle) end
        local meme = function(x) return est(x, "a") end

        local function sans_comment() return 3 end

        """

    private static let folder = [
        (
            "essai/regime.lua",
            """
            regime "essai" {
              titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Texte",
            }
            parametre "seuil" {
              titre = "Seuil de présence", unite = "coopérations",
              valeurs = {
                { du = jour "2020-01-01", jusqu_au = jour "2021-12-31", valeur = 10, source = "A" },
                { du = jour "2022-01-01", valeur = 15, source = "B" },
              },
            }
            parametre "minimum" {
              titre = "Nombre minimal", unite = "références",
              valeurs = { { du = jour "2020-01-01", valeur = 1, source = "A" } },
            }
            parametre "duree" {
              titre = "Durée du label", unite = "ans",
              valeurs = { { du = jour "2020-01-01", valeur = 3, source = "A" } },
            }
            donnees "presence" {
              fichier = "donnees/presence.csv", cle = "pays", colonnes = { pays = "pays" },
            }
            donnees "comites" { fichier = "donnees/comites.csv" }
            champ "complements.taille" { titre = "taille du service", type = "entier" }
            calcul "CAL-1" {
              titre = "Prochain comité", source = "Texte", nom = "prochain",
              valeur = premier(comites, function(c) return c.limite > dossier.depose_le end).date,
            }
            """
        ),
        (
            "donnees/presence.csv",
            "pays,nombre,source\nML,454,Gazette\nEG,3,Exemple\nFR,1,Exemple\nEE,2,Exemple\n"
        ),
        ("donnees/comites.csv", "date,limite,source\n2022-01-27,2022-01-16,Annonce\n"),
    ]
}

extension String {
    /// The text with ordinary spaces, so that tests can write it out.
    var plainSpaces: String { replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ") }
}
