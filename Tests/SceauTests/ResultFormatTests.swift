// Tests of the forms of results that the tool writes.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct ResultFormatTests {
    private let favorable = "examples/dunkerque-dechets.json"
    private let incomplete = "examples/sans-experts.json"
    private let malformed = "examples/mauvais-siren.json"

    private func evaluate(_ arguments: String..., input: String = "") throws -> ToolRun {
        try Tool.run(["evaluate", "--le", "2022-12-05"] + arguments, input: input)
    }

    private func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(value as? [String: Any])
        }
    }

    /// Dossiers of the examples, one a line, a bad line between them.
    private func batch() throws -> String {
        let dossiers = try [favorable, incomplete].map { path in
            let url = Repository.root.appending(path: path)
            let value = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
            let data = try JSONSerialization.data(withJSONObject: value)
            return String(decoding: data, as: UTF8.self)
        }
        return "\(dossiers[0])\n{\"schema\": \"sceau/dossier/1\", \"numro\": 1}\n\(dossiers[1])\n"
    }

    // MARK: - Lines

    @Test func `a file of lines gives a line for each, a bad one with all its faults`() throws {
        let folder = try Scratch()
        let file = try folder.write(try batch(), to: "lot.ndjson")

        let run = try evaluate(file)

        let found = try objects(run.output)
        #expect(run.status == 65)
        #expect(
            run.errors
                == "erreur\u{A0}: 1 dossier sans avis\u{202F}; le résultat en dit les fautes\n")
        #expect(found.map { $0["avis"] as? String } == ["favorable", nil, "incomplet"])
        #expect(found[1]["schema"] as? String == "sceau/erreur/1")
        #expect(found[1]["fichier"] as? String == file)
        #expect(found[1]["ligne"] as? Int == 2)
        #expect(found[1]["statut"] as? Int == 65)
        let faults = try #require(found[1]["diagnostics"] as? [[String: Any]])
        #expect(faults.count == 5)
        #expect(faults.allSatisfy { $0["ligne"] as? Int == 2 })
        #expect(faults.contains { $0["code"] as? String == "dossier.champ-inconnu" })
    }

    @Test func `standard input is read by lines when lines are asked for`() throws {
        let run = try evaluate("-", "--format", "ndjson", input: try batch())

        let found = try objects(run.output)
        #expect(found.map { $0["avis"] as? String } == ["favorable", nil, "incomplet"])
        #expect(found[1]["fichier"] as? String == "-")
    }

    @Test func `a verdict on a line is the one on the file`() throws {
        let alone = try evaluate(favorable, "--format", "ndjson")
        let pretty = try evaluate(favorable, "--format", "json")

        let line = try #require(try objects(alone.output).first)
        let file = try JSONSerialization.jsonObject(with: Data(pretty.output.utf8))
        #expect(alone.output.split(separator: "\n").count == 1)
        #expect(line as NSDictionary == file as? NSDictionary)
    }

    @Test func `a bad file is a line too, without a number`() throws {
        let run = try evaluate(malformed, favorable, "--format", "ndjson")

        let found = try objects(run.output)
        #expect(run.status == 65)
        #expect(found.count == 2)
        #expect(found[0]["ligne"] is NSNull)
        #expect((found[0]["diagnostics"] as? [Any])?.count == 3)
        #expect(found[1]["avis"] as? String == "favorable")
    }

    @Test func `a bad file alone is a line as well`() throws {
        let run = try evaluate(malformed, "--format", "ndjson")

        #expect(run.status == 65)
        #expect(try objects(run.output).map { $0["fichier"] as? String } == [malformed])
    }

    @Test func `a decision before the filing is the fault of one line only`() throws {
        let run = try Tool.run(
            ["evaluate", "-", "--format", "ndjson", "--le", "2020-07-10"], input: try batch())

        let found = try objects(run.output)
        #expect(run.status == 64)
        #expect(found.map { $0["avis"] as? String } == ["favorable", nil, nil])
        #expect(found[2]["statut"] as? Int == 64)
        #expect((found[2]["erreur"] as? String)?.contains("précède le dépôt") == true)
    }

    @Test func `lines may be told as text, json or a table, faults on standard error`() throws {
        let folder = try Scratch()
        let file = try folder.write(try batch(), to: "lot.ndjson")

        let text = try evaluate(file, "--format", "texte")
        let json = try evaluate(file, "--format", "json")
        let table = try evaluate(file, "--format", "csv")

        #expect(text.output.hasPrefix("\(file):1\n✓ FAVORABLE\n"))
        #expect(text.output.contains("\n\(file):3\n? INCOMPLET\n"))
        #expect(text.errors.contains("\(file):2:"))
        let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        #expect((value as? [Any])?.count == 2)
        let rows = table.output.split(separator: "\r\n").dropFirst()
        #expect(rows.map { $0.split(separator: ",")[1] } == ["1", "3"])
        #expect([text, json, table].map(\.status) == [65, 65, 65])
    }

    @Test func `a file of lines may hold more than a dossier may`() throws {
        let folder = try Scratch()
        let text = try batch()
        let padding = String(repeating: " ", count: 5 << 20)
        let lines = text.split(separator: "\n").map { padding + $0 + "\n" }
        let file = try folder.write(lines[0] + lines[2], to: "lot.ndjson")

        let run = try evaluate(file)

        #expect(run.status == 0)
        #expect(try objects(run.output).count == 2)
    }

    // MARK: - Tables and pages

    @Test func `a bad dossier alone writes neither a page nor a table`() throws {
        #expect(try evaluate(malformed, "--format", "markdown").output == "")
        #expect(try evaluate(malformed, "--format", "csv").output == "")
    }

    @Test func `a profile is one of csv, and needs it`() throws {
        let excel = try evaluate(favorable, "--format", "csv", "--csv", "excel")
        let open = try evaluate(favorable, "--format", "csv")
        let wrong = try evaluate(favorable, "--csv", "excel")

        #expect(excel.output.hasPrefix("\u{FEFF}fichier;ligne;numero;"))
        #expect(open.output.hasPrefix("fichier,ligne,numero,"))
        #expect(wrong.status == 64)
        #expect(wrong.output == "")
        #expect(wrong.errors.contains("--csv ne va qu’avec --format csv\n"))
    }

    @Test func `two expertises with two opinions are two rows`() throws {
        let run = try evaluate("examples/deux-expertises.json", "--format", "csv")

        let rows = run.output.split(separator: "\r\n").dropFirst()
        #expect(rows.count == 2)
        #expect(rows.allSatisfy { $0.contains(",partage,") })
    }

    @Test func `a page opens with the dossier and its opinion`() throws {
        let run = try evaluate(favorable, "--format", "markdown")

        #expect(run.output.hasPrefix("# Dossier EX-001\n\n**✓ FAVORABLE**\n\n- **Demandeur**"))
        #expect(run.output.contains("\n| --- | --- | --- | --- |\n"))
    }

    // MARK: - Checks

    @Test func `a fault is an annotation on the file of the repository`() throws {
        let folder = try policies()

        let run = try Tool.run(["check", "--format", "github"], in: folder.url)

        #expect(run.status == 1)
        #expect(
            run.output.hasPrefix(
                "::error file=policies/expe-ct/essai.lua,line=1,col=53,endLine=1,endColumn=64,"
                    + "title=politique."))
        #expect(run.output.hasSuffix("\n1 erreur\n"))
        #expect(run.output.split(separator: "\n").count == 2)
    }

    @Test func `a fault is a result of a SARIF log`() throws {
        let folder = try policies()

        let run = try Tool.run(["check", "--format", "sarif"], in: folder.url)

        #expect(run.status == 1)
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let runs = try #require((value as? [String: Any])?["runs"] as? [[String: Any]])
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect(run.output.contains("\"uri\": \"policies/expe-ct/essai.lua\""))
    }

    @Test func `sound policies give an annotation to no one`() throws {
        let run = try Tool.run(["check", "--format", "github"])

        #expect(run.status == 0)
        #expect(run.output.hasSuffix("\u{A0}: aucun défaut\n"))
        #expect(!run.output.contains("::"))
    }

    /// A copy of the policies with one misspelt name.
    private func policies() throws -> Scratch {
        let folder = try Scratch()
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "policies"),
            to: folder.url.appending(path: "policies"))
        try folder.write(
            "critere \"X-01\" { titre = \"T\", source = \"S\", exige = colectivite.nom == \"a\", sinon = refus \"non\" }\n",
            to: "policies/expe-ct/essai.lua")
        return folder
    }
}
