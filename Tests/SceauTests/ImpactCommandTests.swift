// Tests of `sceau impact`: folders, revisions, and what is told of the dossiers that move.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct ImpactCommandTests {
    /// A folder with two policies and the sample dossiers.
    ///
    /// The second policy has a lower threshold, longer labels, and a refusal in place of a piece.
    private func ground() throws -> Scratch {
        let folder = try Scratch()
        let root = Repository.root.path
        let run = try Tool.shell(
            """
            set -e
            cp -r '\(root)/policies' avant; cp -r '\(root)/policies' apres
            mkdir dossiers
            for name in dunkerque-dechets mongolie-faible-presence sans-references deux-expertises \\
              label-pact3-en-cours sans-experts nantes-metropole depot-2010; do
              cp '\(root)/examples/'$name.json dossiers/
            done
            cd apres/expe-ct
            sed -i 's/valeur = 10, source/valeur = 1, source/' regime.lua
            sed -i 's/valeur = 3, source = "Communiqué du 8/valeur = 4, source = "Communiqué du 8/' regime.lua
            sed -i 's/sinon  = piece "La deuxième/sinon  = refus "La deuxième/' ../commun/expertises.lua
            """, in: folder.url)
        try #require(run.status == 0, "\(run.errors)")
        return folder
    }

    private func impact(_ arguments: [String], in folder: Scratch) throws -> ToolRun {
        try Tool.run(["impact", "--le", "2021-03-20"] + arguments, in: folder.url)
    }

    private static let folders = ["--avant", "avant", "--apres", "apres", "dossiers"]

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `an impact in each form is the one that is recorded`(form: String, ending: String) throws {
        let folder = try ground()

        let run = try impact(ImpactCommandTests.folders + ["--format", form], in: folder)

        try expectRecorded(run.output, as: "impact.\(ending)")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `dossiers that others pass, and those that nobody can judge, are named`(
        form: String, ending: String
    ) throws {
        let folder = try ground()
        let seuil = try folder.read("avant/expe-ct/regime.lua")
            .replacing("valeur = 10, source", with: "valeur = 1, source")
        try folder.write(seuil, to: "avant/expe-ct/seuil.txt")
        let made = try Tool.shell(
            "cp -r avant seuil && mv seuil/expe-ct/seuil.txt seuil/expe-ct/regime.lua",
            in: folder.url)
        try #require(made.status == 0, "\(made.errors)")
        try folder.write("{", to: "dossiers/coupe.json")
        let names = ["mongolie-faible-presence", "dunkerque-dechets", "coupe", "absent"]

        let run = try impact(
            ["--avant", "avant", "--apres", "seuil"] + names.map { "dossiers/\($0).json" }
                + ["--format", form], in: folder)

        try expectRecorded(run.output, as: "impact-rangs.\(ending)")
        #expect(run.status == 74)
    }

    @Test func `a revision is the folder as it was committed`() throws {
        let folder = try ground()
        let git = try Tool.shell(
            """
            set -e
            git init -q . && git config user.name Essai && git config user.email essai@example.org
            cp -r avant politiques && git add politiques && git commit -q -m avant && git tag depart
            rm -r politiques && cp -r apres politiques
            """, in: folder.url)
        try #require(git.status == 0, "\(git.errors)")

        let run = try impact(
            ["--avant", "depart", "--apres", "politiques", "dossiers", "--format", "json"],
            in: folder)
        let folders = try impact(ImpactCommandTests.folders + ["--format", "json"], in: folder)

        #expect(run.status == 0)
        #expect(try content(of: run.output) == content(of: folders.output))
        let name = try #require(document(run.output)["avant"] as? [String: Any])["nom"] as? String
        #expect(name?.wholeMatch(of: #/depart \([0-9a-f]{10}\)/#) != nil)
    }

    @Test func `the default policy is the one that other commands take`() throws {
        let folder = try ground()
        try FileManager.default.moveItem(
            at: folder.url.appending(path: "apres"), to: folder.url.appending(path: "policies"))

        let run = try impact(["--avant", "avant", "dossiers", "--exit-code"], in: folder)

        #expect(run.status == 1)
        #expect(run.output.contains("dossiers changent"))
    }

    @Test func `nothing that moves leaves status 0`() throws {
        let folder = try ground()

        let run = try impact(
            ["--avant", "avant", "--apres", "avant", "dossiers", "--exit-code"], in: folder)

        #expect(run.status == 0)
        #expect(run.output.contains("Aucun avis, aucun point, aucune date ne change."))
    }

    @Test func `a dossier that one schema refuses is told`() throws {
        let folder = try ground()
        try folder.write(
            #"champ "complements.essai" { titre = "Essai", type = "booleen" }"# + "\n",
            to: "apres/expe-ct/essai.lua")
        try folder.write(
            """
            {"schema": "sceau/dossier/1", "numero": "N", "depose_le": "2021-03-01",
             "collectivite": {"nom": "X", "nature": "commune"}, "complements": {"essai": true}}
            """, to: "dossiers/essai.json")

        let run = try impact(
            ImpactCommandTests.folders + ["--exit-code", "--format", "json"], in: folder)

        let refusals = try #require(document(run.output)["refus"] as? [[String: Any]])
        #expect(run.status == 1)
        #expect(refusals.map { $0["politique"] as? String } == ["avant"])
        #expect(refusals.map { $0["fichier"] as? String } == ["dossiers/essai.json"])
        #expect((refusals.first?["motif"] as? String)?.contains("essai") == true)
    }

    @Test func `lines and workers change nothing, and a bad line is told`() throws {
        let folder = try ground()
        let names = try folder.everything().filter { $0.hasPrefix("dossiers/") }
        let lines = try names.map { try folder.read($0).replacing(#/\n */#, with: " ") }
        let many = Array(repeating: lines, count: 40).flatMap(\.self)
        try folder.write((many + ["{"]).joined(separator: "\n"), to: "lot.ndjson")
        let policies = ["--avant", "avant", "--apres", "apres", "lot.ndjson", "--format", "json"]

        let one = try impact(policies + ["--jobs", "1"], in: folder)
        let three = try impact(policies + ["--jobs", "3"], in: folder)

        #expect(one.status == 65)
        #expect(one.errors.contains("lot.ndjson:\(many.count + 1):"))
        #expect(one.output == three.output)
        #expect(one.errors == three.errors)
        #expect(try document(one.output)["dossiers"] as? Int == many.count)
    }

    @Test func `a faulty policy is told under its name`() throws {
        let folder = try ground()
        try folder.write("critere", to: "avant/expe-ct/essai.lua")

        let run = try impact(ImpactCommandTests.folders, in: folder)

        #expect(run.status == 78)
        #expect(run.output.isEmpty)
        #expect(
            run.errors.hasPrefix(
                "erreur\u{A0}: la politique «\u{202F}avant\u{202F}» ne peut pas être lue\n"))
        #expect(run.errors.contains("expe-ct/essai.lua:1:"))
    }

    @Test func `the memo keeps within two pages, however much moves`() throws {
        let folder = try ground()
        let whole = try folder.read("dossiers/deux-expertises.json")
        var dossier = try document(whole)
        let expertises = try #require(dossier["expertises"] as? [Any])
        // Each dossier has another number of expertises, so that none moves like another.
        let lines = try (1...40).map { number in
            dossier["numero"] = "Dossier très long numéro \(number)"
            dossier["expertises"] = Array(repeating: expertises, count: number).flatMap(\.self)
            let data = try JSONSerialization.data(withJSONObject: dossier)
            return String(decoding: data, as: UTF8.self)
        }
        try folder.write(lines.joined(separator: "\n"), to: "lot.ndjson")

        let run = try impact(
            ["--avant", "avant", "--apres", "apres", "lot.ndjson", "dossiers"] + [
                "--format", "markdown",
            ], in: folder)

        // A printed page holds some fifty lines of ninety characters.
        let printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
            .map { max(1, ($0.count + 89) / 90) }.reduce(0, +)
        #expect(run.output.contains("48 dossiers comparés."))
        #expect(run.output.contains("autres dossiers changent"))
        #expect(printed <= 100, "\(printed)")
    }

    @Test func `a renamed rule whose threshold moved is told under both names`() throws {
        let folder = try ground()
        let renaming = try Tool.shell(
            "sed -i 's/\"PRIO-01\"/\"PRIO-30\"/' apres/expe-ct/priorites.lua", in: folder.url)
        try #require(renaming.status == 0, "\(renaming.errors)")

        let text = try impact(ImpactCommandTests.folders, in: folder)
        let table = try impact(ImpactCommandTests.folders + ["--format", "csv"], in: folder)
        let json = try impact(ImpactCommandTests.folders + ["--format", "json"], in: folder)

        #expect(text.output.contains("• PRIO-30 (auparavant PRIO-01), "))
        #expect(!text.output.contains("règle nouvelle"))
        #expect(!text.output.contains("règle retirée"))
        #expect(table.output.contains("PRIO-30 (auparavant PRIO-01)\u{A0}:"))
        #expect(json.output.contains("\"ancien_id\": \"PRIO-01\""))
    }

    @Test func `dossiers that go the long way give the same bytes`() throws {
        let folder = try ground()
        let names = try folder.everything().filter { $0.hasPrefix("dossiers/") }
        let lines = try names.map { try folder.read($0).replacing(#/\n */#, with: " ") }
        try folder.write(lines.joined(separator: "\n"), to: "lot.ndjson")
        let command = ["--avant", "avant", "--apres", "apres", "lot.ndjson", "--format", "json"]

        let short = try impact(command, in: folder)
        // No rule reads it, and only the long way tells why a fact is missing.
        let long = lines.map {
            $0.replacing(
                "\"schema\"", with: "\"complements\": {\"inconnu\": \"à venir\"}, \"schema\"")
        }
        try folder.write(long.joined(separator: "\n"), to: "lot.ndjson")

        #expect(try impact(command, in: folder).output == short.output)
        #expect(try document(short.output)["dossiers"] as? Int == names.count)
    }

    // MARK: - Revisions that cannot be read

    @Test func `a word that is neither folder nor revision is a mistake of the command`() throws {
        let folder = try ground()
        _ = try Tool.shell("git init -q .", in: folder.url)

        for word in ["nulle-part", "--help", "HEAD"] {
            let run = try impact(["--avant=\(word)", "--apres", "apres", "dossiers"], in: folder)

            #expect(run.status == 64)
            #expect(run.errors.contains("n’est ni un répertoire, ni une révision"))
        }
    }

    @Test func `a folder outside any repository has no revisions`() throws {
        let folder = try ground()

        let run = try impact(["--avant", "HEAD", "--apres", "apres", "dossiers"], in: folder)

        #expect(run.status == 64)
        #expect(run.errors.contains("n’est pas dans un dépôt git"))
    }

    @Test func `a revision without the folder, or with a link in it, is told`() throws {
        let folder = try ground()
        let git = try Tool.shell(
            """
            set -e
            git init -q . && git config user.name Essai && git config user.email essai@example.org
            git add avant && git commit -q -m un
            ln -s regime.lua apres/expe-ct/lien.lua && git add apres && git commit -q -m deux
            """, in: folder.url)
        try #require(git.status == 0, "\(git.errors)")

        let absent = try impact(["--avant", "HEAD~1", "--apres", "apres", "dossiers"], in: folder)
        let link = try impact(["--avant", "HEAD", "--apres", "apres", "dossiers"], in: folder)

        #expect(absent.status == 78)
        #expect(absent.errors.contains("n’existe pas ou n’a aucun régime"))
        #expect(link.status == 78)
        #expect(link.errors.contains("HEAD:expe-ct/lien.lua\u{A0}: lien symbolique"))
    }

    @Test func `variables of git do not lead to another repository`() throws {
        let (folder, other) = (try ground(), try Scratch())
        _ = try Tool.shell("git init -q .", in: other.url)

        let run = try Tool.run(
            ["impact", "--avant", "HEAD", "--apres", "apres", "dossiers"], in: folder.url,
            environment: ["GIT_DIR": other.url.appending(path: ".git").path])

        #expect(run.errors.contains("n’est pas dans un dépôt git"))
    }

    private func document(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    /// A document without the names of the policies.
    private func content(of text: String) throws -> NSDictionary {
        var document = try document(text)
        document["avant"] = nil
        document["apres"] = nil
        return document as NSDictionary
    }
}
