// `sceau check --complet` on the shipped policies.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct CompletenessCommandTests {
    @Test func `what the shipped policies hold that never serves is recorded`() throws {
        let run = try Tool.run(["check", "--complet"])

        #expect(run.status == 0)
        // How many regions there are is no promise.
        let page = run.output.replacing(/[0-9][0-9\u{202F}]* région/) { _ in "N région" }
        try expectRecorded(page, as: "verification-complete.txt")
    }

    @Test func `programs get each remark with its dossier`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            critere "POP-02" {
              titre = "Quelques habitants", source = "Essai",
              exige = collectivite.population >= 5, sinon = examen "Presque personne.",
            }
            """, to: "policies/essai/autres.lua")

        let run = try Tool.run(["check", "--complet", "--format", "json"], in: folder.url)

        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let part = try #require(document["completude"] as? [String: Any])
        let remarks = try #require(part["remarques"] as? [[String: Any]])
        let masked = try #require(remarks.first)
        #expect(run.status == 0)
        #expect(masked["remarque"] as? String == "critere_masque")
        #expect(masked["nom"] as? String == "POP-02")
        #expect(masked["autres"] as? [String] == ["POP-01"])
        #expect(masked["exact"] as? Bool == true)
        #expect((masked["temoin"] as? [String: Any])?["avis"] as? String == "incomplet")
    }

    @Test func `several criteria that mask one are told together`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            critere "POP-02" {
              titre = "Outre-mer", source = "Essai",
              exige = collectivite.population >= 1000 or not collectivite.outre_mer,
              sinon = refus "Trop peu.",
            }
            critere "POP-03" {
              titre = "Ailleurs", source = "Essai",
              exige = collectivite.population >= 1000 or collectivite.outre_mer,
              sinon = refus "Trop peu.",
            }
            critere "POP-04" {
              titre = "Partout", source = "Essai",
              exige = collectivite.population >= 500, sinon = examen "Trop peu.",
            }
            """, to: "policies/essai/autres.lua")

        let text = try Tool.run(["check", "--complet"], in: folder.url)
        let json = try Tool.run(["check", "--complet", "--format", "json"], in: folder.url)

        let page = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.contains("critères masqués par d’autres"))
        #expect(
            page.contains(
                "chaque fois qu’il échoue, l’un au moins de POP-02 et POP-03 échoue aussi"))
        #expect(json.output.contains("\"critere_masque\""))
        #expect(json.output.contains("\"POP-03\""))
    }

    @Test func `a row without effect is told by its table and key`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            donnees "seuils" {
              fichier = "donnees/seuils.csv", cle = "pays",
              colonnes = { pays = "pays", nombre = "entier", source = "texte" },
            }
            signalement "SEU-01" {
              titre = "Seuil", source = "Essai", message = "Peu.",
              si = demande.pays ~= "MN" and seuils[demande.pays].nombre <= 5,
            }
            """, to: "policies/essai/autres.lua")
        try folder.write(
            "pays,nombre,source\nMG,2,Essai\nMN,3,Essai\n", to: "policies/donnees/seuils.csv")

        let text = try Tool.run(["check", "--complet"], in: folder.url)
        let json = try Tool.run(["check", "--complet", "--format", "json"], in: folder.url)

        let page = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            page.contains(
                "lignes de tableau dont chacune peut être retirée seule sans changer aucun résultat : seuils[MN] donnees/seuils.csv"
            ))
        #expect(!page.contains("seuils[MG]"))
        #expect(json.output.contains("\"ligne_sans_effet\""))
    }

    @Test func `a table and a fact that no rule reads are told with their places`() throws {
        let folder = try TestedFolder()
        try folder.write(
            """
            donnees "seuils" { fichier = "donnees/seuils.csv", cle = "pays" }
            champ "complements.essai" { titre = "Essai", type = "booleen" }
            """, to: "policies/essai/autres.lua")
        try folder.write(
            "pays,nombre,source\nMG,2,Essai\n", to: "policies/donnees/seuils.csv")

        let text = try Tool.run(["check", "--complet"], in: folder.url)
        let json = try Tool.run(["check", "--complet", "--format", "json"], in: folder.url)

        let page = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            page.contains("• tableaux qu’aucune règle ne lit : seuils policies/essai/autres.lua:1"))
        #expect(
            page.contains(
                "• faits déclarés (champ) qu’aucune règle ne lit : complements.essai policies/essai/autres.lua:2"
            ))
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let part = try #require(document["completude"] as? [String: Any])
        let unread = try #require(part["jamais_lus"] as? [[String: Any]])
        #expect(document["schema"] as? String == "sceau/verification/1")
        #expect(unread.map { $0["nom"] as? String } == ["seuils", "complements.essai"])
        #expect(unread.allSatisfy { $0["fichier"] as? String == "essai/autres.lua" })
        #expect(unread.map { $0["ligne"] as? Int } == [1, 2])
        #expect(json.status == 0)
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
