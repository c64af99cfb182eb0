// `sceau explain`: what missing facts can change, and what would make an expertise favourable.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct ExplainCommandTests {
    private func explain(_ example: String, _ options: [String] = []) throws -> ToolRun {
        let path = Repository.root.appending(path: "examples/\(example).json").path
        return try Tool.run(["explain", path, "--le", "2022-01-27"] + options)
    }

    private func document(_ run: ToolRun) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test func `programs get each missing fact with the values that matter`() throws {
        let document = try document(explain("sans-experts", ["--format", "json"]))

        #expect(document["schema"] as? String == "sceau/explication/1")
        #expect((document["avis"] as? [String: Any])?["avis"] as? String == "incomplet")
        #expect(document["contrefactuels"] is NSNull)
        let pieces = try #require(document["pieces"] as? [[String: Any]])
        #expect(
            pieces.map { $0["chemin"] as? String } == [
                "expertises[1].conditions", "expertises[1].experts",
            ])
        let opinions = try #require(pieces[1]["avis"] as? [[String: Any]])
        let choices = try #require(opinions.first?["choix"] as? [[String: Any]])
        let best = try #require(choices.first { $0["au_mieux"] as? String == "favorable" })
        let way = try #require((best["si"] as? [[[String: Any]]])?.first)
        #expect(
            way.map { $0["fait"] as? String } == [
                "expertises[1].experts", "expertises[1].experts[1].statut",
            ])
        let cell = try #require(way.last?["ou"] as? [String: Any])
        #expect(cell["valeurs"] as? [String] == ["elu", "agent"])
    }

    @Test func `a proposal bears the dossier that shows it`() throws {
        let options = ["--contrefactuel", "--format", "json"]
        let document = try document(explain("experts-exterieurs", options))

        let reports = try #require(document["contrefactuels"] as? [[String: Any]])
        let found = try #require(reports.first?["propositions"] as? [[String: Any]])
        #expect(found.count == 1)
        let dossier = try JSONSerialization.data(
            withJSONObject: try #require(found.first?["dossier"]))
        let folder = try Scratch()
        try folder.write(String(decoding: dossier, as: UTF8.self), to: "d.json")
        let path = folder.url.appending(path: "d.json").path
        let judged = try Tool.run(["evaluate", path, "--le", "2022-01-27", "--format", "json"])
        #expect(try self.document(judged)["avis"] as? String == "favorable")
    }

    @Test func `a flag that is not raised shows what it read and came to`() throws {
        let run = try explain("dunkerque-dechets")

        let page = run.output
        let flag = try #require(page.firstRange(of: "– non signalé     SIG-0"))
        let rest = page[flag.lowerBound...]
        let end = rest.firstRange(of: "\n────")?.lowerBound ?? rest.endIndex
        #expect(rest[..<end].contains("\n    Calcul       si\n"))
    }

    @Test func `a dossier without a regime is told that nothing would do, and why`() throws {
        let run = try explain("depot-2010", ["--contrefactuel"])
        let json = try document(explain("depot-2010", ["--contrefactuel", "--format", "json"]))

        #expect(run.output.contains("Ce qui rendrait l’avis favorable\n  Rien dans le dossier"))
        #expect(!run.output.contains("déjà favorable"))
        #expect((json["contrefactuels"] as? [Any])?.isEmpty == true)
    }

    @Test func `what nothing can change is named`() throws {
        let run = try explain("service-etat", ["--contrefactuel"])

        #expect(run.output.contains("aucun changement admis ne suffit"))
        #expect(run.output.contains("quel qu’il soit, ne satisfait ELIG-02."))
    }
}
