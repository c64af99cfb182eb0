// Tests of `sceau rank` on the sample dossiers.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct RankCommandTests {
    private static let files = [
        "dunkerque-dechets", "tuvalu-sans-chiffre", "mongolie-faible-presence", "mali-presence",
        "ambassade-urgente", "nantes-metropole", "sans-experts", "service-etat",
        "pact3-entreprise-pologne",
    ].map { "examples/\($0).json" }

    private func rank(_ arguments: [String] = []) throws -> ToolRun {
        try Tool.run(["rank", "--le", "2021-03-15"] + RankCommandTests.files + arguments)
    }

    @Test(arguments: [("texte", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")])
    func `a ranking in each form is the one that is recorded`(form: String, ending: String) throws {
        let run = try rank(["--format", form])

        try expectRecorded(run.output, as: "classement.\(ending)")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func `the order of the dossiers and the number of workers change nothing`() throws {
        let folder = try Scratch()
        let lines = try (1...200).map { number in
            let file = RankCommandTests.files[number % RankCommandTests.files.count]
            let text = try String(
                contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            // Blanks fill more than one chunk.
            return text.replacing(#/\n */#, with: String(repeating: " ", count: 20))
        }
        let path = try folder.write(lines.joined(separator: "\n") + "\n", to: "lot.ndjson")
        let form = ["--le", "2021-03-15", "--format", "csv", path]

        let one = try Tool.run(["rank", "--jobs", "1"] + form)
        let three = try Tool.run(["classer", "--jobs", "3"] + form)

        #expect(one.output.split(separator: "\r\n").count == 201)
        #expect(one.output == three.output)
    }

    @Test func `a bad dossier is told, and the others are ranked`() throws {
        let run = try rank(["examples/mauvais-siren.json"])
        let good = try rank()

        #expect(run.status == 65)
        #expect(run.output == good.output)
        #expect(run.errors.contains("examples/mauvais-siren.json:4:16"))
    }
}
