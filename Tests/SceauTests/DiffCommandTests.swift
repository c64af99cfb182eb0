// `sceau diff` on the shipped policies and on copies with one change.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct DiffCommandTests {
    /// One change of a file of the policies.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let file: String
        let from: String
        let to: String
        /// What the page must hold.
        let shown: [String]
    }

    private static let changes = [
        Change(
            testDescription: "threshold", file: "commun/expertises.lua",
            from: "valeur = 1,", to: "valeur = 2,",
            shown: [
                "EXP-04  Deuxième partie du dossier : références (expe-ct)",
                "la règle : rien à redire → pièce ou fait à fournir",
                "(expertise 1) : 1 élément", "quand dépôt à partir du 8 juillet 2020",
                "nature de l’organisme : commune ; références de l’expertise (expertise 1) : 1 élément avant",
                "EXP-04  Deuxième partie du dossier : références (pact-2)",
            ]),
        Change(
            testDescription: "effect", file: "commun/eligibilite.lua",
            from: "sinon  = refus \"Le label distingue", to: "sinon  = examen \"Le label distingue",
            shown: [
                "ELIG-03  Le demandeur est français (expe-ct)", "la règle : refus → examen",
                "nature de l’organisme : collectivité étrangère",
            ]),
        Change(
            testDescription: "table row", file: "donnees/presence.csv",
            from: "MN,2,", to: "MN,99,",
            shown: ["PRIO-01", "30 points → 0 point", "Mongolie (MN)"]),
        Change(
            testDescription: "committee", file: "donnees/comites.csv",
            from: "2022-01-27,2022-01-16,", to: "2022-01-27,2022-01-12,",
            shown: [
                "CAL-01  Prochain comité de sélection (expe-ct)", "quand vu pour un dépôt",
                "sans preuve pour les autres jours",
            ]),
        Change(
            testDescription: "date", file: "expe-ct/regime.lua",
            from: "du            = jour \"2020-07-08\"", to: "du            = jour \"2020-07-20\"",
            shown: [
                "Régime expe-ct", "à partir du 20 juillet 2020, au jour du dépôt",
                "aucun régime ne couvre ce dossier",
            ]),
    ]

    @Test(arguments: changes)
    func `a change of the shipped policies is shown by a dossier`(change: Change) throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        try copy.replace(change.from, by: change.to, in: change.file)

        let run = try Tool.run(["diff", "policies", copy.path, "--exit-code"])

        #expect(run.status == 1)
        let page = run.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for text in change.shown {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(page.contains(words), "\(words) in \(run.output)")
        }
        #expect(page.contains("témoin déposé le"))
    }

    @Test func `a revision is compared with the folder of the other version`() throws {
        let folder = try Scratch()
        let git = try Tool.shell(
            """
            set -e
            cp -r '\(Repository.root.path)/policies' policies
            git init -q . && git config user.name Essai && git config user.email essai@example.org
            git add policies && git commit -q -m avant && git tag depart
            sed -i 's/valeur = 10,/valeur = 1,/' policies/expe-ct/regime.lua
            """, in: folder.url)
        try #require(git.status == 0, "\(git.errors)")

        let run = try Tool.run(["diff", "depart", "policies"], in: folder.url)
        let same = try Tool.run(["diff", "depart", "HEAD"], in: folder.url)
        let wrong = try Tool.run(["diff", "nulle-part", "policies"], in: folder.url)

        #expect(run.status == 0)
        #expect(run.output.contains("PRIO-01"))
        #expect(same.output.hasPrefix("Identiques par le sens"))
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("n’est ni un répertoire, ni une révision"))
    }

    @Test func `a helper put in place of a list and a new layout change nothing`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        try copy.replace(
            "local natures_associatives = {", by: "local associations = {",
            in: "commun/identite.lua")
        try copy.replace(
            "natures_associatives", by: "associations", in: "commun/identite.lua")
        try copy.replace(
            "annee(dossier.depose_le) - dossier.obligations.apd_declaree_pour <= retard_apd",
            by:
                "annee(dossier.depose_le)\n  - dossier.obligations.apd_declaree_pour\n <= retard_apd",
            in: "obligations/obligations.lua")

        let run = try Tool.run(["comparer", "policies", copy.path, "--exit-code"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Identiques par le sens"))
        #expect(run.output.contains("IDENT-01 (expe-ct)"))
    }

    @Test func `a rule under another identifier is told to be renamed`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        try copy.replace("critere \"EXP-04\"", by: "critere \"EXP-4\"", in: "commun/expertises.lua")

        let run = try Tool.run(["diff", "policies", copy.path, "--exit-code"])
        let json = try Tool.run(["diff", "policies", copy.path, "--format", "json"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Identiques par le sens, aux noms près"))
        #expect(run.output.contains("Renommées\u{A0}: EXP-04 devient EXP-4 (expe-ct)"))
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let renamed = try #require(document["renommees"] as? [[String: [String: String]]])
        #expect(renamed.map { $0["avant"]?["id"] } == ["EXP-04", "EXP-04", "EXP-04"])
        #expect(renamed.map { $0["apres"]?["regime"] } == ["expe-ct", "pact-2", "pact-3"])
    }

    @Test func `a renamed rule whose text moved is one rule`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        try copy.replace("critere \"EXP-04\"", by: "critere \"EXP-4\"", in: "commun/expertises.lua")
        try copy.replace(">= references_minimum,", by: ">= 2,", in: "commun/expertises.lua")

        let run = try Tool.run(["diff", "policies", copy.path])
        let json = try Tool.run(["diff", "policies", copy.path, "--format", "json"])

        let page = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.hasPrefix("3 différences par le sens"))
        #expect(page.contains("EXP-4 Deuxième partie du dossier : références (expe-ct)"))
        #expect(page.contains("rien à redire → pièce ou fait à fournir"))
        #expect(page.contains("reconnues à leurs titres et à leurs textes : EXP-04 devient EXP-4"))
        #expect(json.output.contains("\"renommees_modifiees\": [\n    {"))
    }

    @Test func `a fact that the policy declares otherwise is told, and decides or not`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        let other = try PolicyCopy()
        defer { other.remove() }
        let champ = """
            champ "complements.convention" {
              titre = "convention", type = "texte", valeurs = { "signee", "promise" },
            }

            """
        let place = "-- Les points de priorité."
        try copy.replace(place, by: champ + place, in: "expe-ct/priorites.lua")
        try other.replace(
            place,
            by: champ.replacing("\"promise\" },", with: "\"absente\" }, modifiable = true,")
                + place,
            in: "expe-ct/priorites.lua")

        let run = try Tool.run(["diff", copy.path, other.path, "--exit-code"])
        let json = try Tool.run(["diff", copy.path, other.path, "--format", "json"])
        let come = try Tool.run(["diff", "policies", copy.path])

        #expect(run.status == 1)
        let page = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            page.contains(
                "Fait déclaré complements.convention convention avant texte parmi « signee » et « promise », non modifiable par le demandeur après texte parmi « signee » et « absente », modifiable par le demandeur"
            ), "\(page)")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let fact = try #require((document["faits_declares"] as? [[String: Any]])?.first)
        #expect(fact["chemin"] as? String == "complements.convention")
        #expect(fact["differe"] as? [String] == ["valeurs", "modifiable"])
        #expect(fact["change_dossiers"] as? Bool == true)
        #expect(document["identiques"] as? Bool == false)
        let news = come.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(news.contains("avant non déclaré"))
        #expect(news.contains("refusé par la version qui ne le déclare pas"))
    }

    @Test func `what a declaration says besides leaves the versions identical in meaning`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        let other = try PolicyCopy()
        defer { other.remove() }
        let champ = """
            champ "complements.effectif" { titre = "effectif", type = "entier", unite = "agents" }

            """
        let place = "-- Les points de priorité."
        try copy.replace(place, by: champ + place, in: "expe-ct/priorites.lua")
        try other.replace(
            place, by: champ.replacing("\"agents\"", with: "\"personnes\"") + place,
            in: "expe-ct/priorites.lua")

        let run = try Tool.run(["diff", copy.path, other.path, "--exit-code"])

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("Identiques par le sens, à la déclaration des faits près"))
        #expect(run.output.contains("en personnes"))
    }

    @Test func `programs get the facts of a region and both verdicts`() throws {
        let copy = try PolicyCopy()
        defer { copy.remove() }
        try copy.replace("valeur = 1,", by: "valeur = 2,", in: "commun/expertises.lua")

        let run = try Tool.run(["diff", "policies", copy.path, "--format", "json"])

        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let rules = try #require(document["regles"] as? [[String: Any]])
        let witness = try #require(rules.first?["temoin"] as? [String: Any])
        #expect(document["schema"] as? String == "sceau/difference/1")
        #expect(document["identiques"] as? Bool == false)
        #expect((witness["avant"] as? [String: Any])?["avis"] as? String == "favorable")
        #expect((witness["apres"] as? [String: Any])?["avis"] as? String == "incomplet")
    }
}

/// A copy of the policies that a test may change.
private struct PolicyCopy {
    let folder: URL

    var path: String { folder.path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "sceau-diff-\(UUID().uuidString)")
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"), to: folder)
    }

    func replace(_ old: String, by new: String, in file: String) throws {
        let place = folder.appending(path: file)
        let text = try String(contentsOf: place, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new).write(to: place, atomically: true, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
