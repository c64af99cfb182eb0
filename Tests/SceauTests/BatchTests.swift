// Tests of batches: every line has its line, in order, whoever evaluates it.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct BatchTests {
    private static let favorable = "examples/dunkerque-dechets.json"
    private static let day = ["--le", "2022-12-05"]

    /// An example on one line, under another number.
    private static func dossier(_ number: String, blanks: Int = 0) throws -> String {
        try String(contentsOf: Repository.root.appending(path: favorable), encoding: .utf8)
            .replacing(#/\n */#, with: " ").replacing("EX-001", with: number)
            .replacing(",", with: "," + String(repeating: " ", count: blanks), maxReplacements: 1)
    }

    private func evaluate(_ arguments: String..., input: String = "") throws -> ToolRun {
        try Tool.run(["evaluate"] + arguments + BatchTests.day, input: input)
    }

    private func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map { line in
            let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(value as? [String: Any])
        }
    }

    /// What tells the dossier of a line of the result: its number, or its place and first fault.
    private func names(_ lines: String) throws -> [String] {
        try objects(lines).map { line in
            if let numero = line["numero"] as? String { return numero }
            if let dossier = line["dossier"] as? [String: Any] {
                return dossier["numero"] as? String ?? ""
            }
            let faults = line["diagnostics"] as? [[String: Any]]
            return "\(line["ligne"] ?? "") \(faults?.first?["code"] ?? "")"
        }
    }

    // MARK: - Order

    @Test(arguments: [[], ["--bref"]])
    func `bad lines among good ones stand in their place, with any number of workers`(
        form: [String]
    ) throws {
        let folder = try Scratch()
        // Some twenty chunks, so that each worker has several.
        let lines = try (1...150).map { number -> (text: String, name: String) in
            switch number % 50 {
            case 7: ("", "\(number) dossier.ligne-vide")
            case 21: ("{", "\(number) json.non-ferme")
            case 33:
                (
                    "{\"schema\": \"sceau/dossier/1\", \"numro\": 1}",
                    "\(number) dossier.champ-manquant"
                )
            default: (try BatchTests.dossier("N-\(number)", blanks: 9_000), "N-\(number)")
            }
        }
        let file = try folder.write(lines.map(\.text).joined(separator: "\r\n"), to: "lot.ndjson")

        let runs = try ["1", "2", "3"].map { jobs in
            try Tool.run(["evaluate", file, "--jobs", jobs] + form + BatchTests.day)
        }

        #expect(try names(runs[0].output) == lines.map(\.name))
        #expect(runs[0].status == 65)
        #expect(runs[0].errors.contains("9 dossiers sans avis"))
        for run in runs.dropFirst() {
            #expect(run.output == runs[0].output)
            #expect(run.errors == runs[0].errors)
            #expect(run.status == runs[0].status)
        }
    }

    @Test func `a folder gives a line a file, what cannot be read being told in its place`()
        throws
    {
        let folder = try Scratch()
        for number in 100..<150 {
            try folder.write(try BatchTests.dossier("N-\(number)"), to: "d/\(number).json")
        }
        for name in ["120.json", "140.json"] {
            let file = folder.url.appending(path: "d/\(name)")
            try FileManager.default.removeItem(at: file)
            try FileManager.default.createSymbolicLink(
                atPath: file.path, withDestinationPath: "nulle-part")
        }

        let runs = try ["1", "3"].map { jobs in
            try evaluate(
                folder.url.appending(path: "d").path, "--format", "ndjson", "--jobs", jobs)
        }

        let expected = (100..<150).filter { $0 % 20 != 0 || $0 == 100 }.map { "N-\($0)" }
        #expect(try names(runs[0].output) == expected)
        #expect(runs[0].errors.matches(of: #/(\d+)\.json/#).map(\.1) == ["120", "140"])
        #expect(runs.map(\.status) == [74, 74])
        #expect(runs[1].output == runs[0].output)
        #expect(runs[1].errors == runs[0].errors)
    }

    // MARK: - Ends

    @Test func `no line in gives no line out`() throws {
        let folder = try Scratch()
        let file = try folder.write("", to: "vide.ndjson")
        let target = try folder.write("ancien", to: "avis.ndjson")

        let piped = try evaluate("-", "--format", "ndjson", "--jobs", "3")
        let named = try evaluate(file, "-o", target)

        #expect(piped.output == "")
        #expect(piped.errors == "")
        #expect([piped.status, named.status] == [0, 0])
        #expect(try folder.read("avis.ndjson") == "")
    }

    @Test func `a file that is not there leaves the former result`() throws {
        let folder = try Scratch()
        let target = try folder.write("ancien", to: "avis.ndjson")

        let run = try evaluate("absent.json", "--format", "ndjson", "-o", target)

        #expect(run.status == 74)
        #expect(try folder.read("avis.ndjson") == "ancien")
        #expect(try folder.everything() == ["avis.ndjson"])
    }

    @Test func `ends of lines change nothing, nor the lack of the last one`() throws {
        let dossiers = try ["A", "B"].map { try BatchTests.dossier($0) }

        let runs = try [
            dossiers.map { $0 + "\n" }.joined(), dossiers.map { $0 + "\r\n" }.joined(),
            dossiers.joined(separator: "\n"), "\u{FEFF}" + dossiers.joined(separator: "\n"),
        ].map { try evaluate("-", "--format", "ndjson", input: $0) }

        #expect(try names(runs[0].output) == ["A", "B"])
        #expect(Set(runs.map(\.output)).count == 1)
        #expect(runs.allSatisfy { $0.status == 0 && $0.errors == "" })
    }

    // MARK: - Short lines

    @Test func `a short line holds what the verdict says, and nothing else`() throws {
        let examples = ["dunkerque-dechets", "sans-experts", "deux-expertises", "depot-2010"]
            .map { "examples/\($0).json" }
        let full = try Tool.run(["evaluate", "--format", "ndjson"] + BatchTests.day + examples)

        let short = try Tool.run(
            ["evaluate", "--format", "ndjson", "--bref"] + BatchTests.day + examples)

        let lines = short.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first
                == "{\"numero\":\"EX-001\",\"avis\":\"favorable\",\"points\":10,\"validites\":"
                + "[{\"debut\":\"2022-12-05\",\"fin\":\"2025-12-04\"}],\"non_satisfaites\":[]}")
        for (line, verdict) in zip(try objects(short.output), try objects(full.output)) {
            #expect(line as NSDictionary == shortened(verdict) as NSDictionary)
        }
        #expect(lines.count == examples.count)
    }

    /// What `Benchmarks/short_line.py` makes of a verdict.
    private func shortened(_ verdict: [String: Any]) -> [String: Any] {
        let expertises = verdict["expertises"] as? [[String: Any]] ?? []
        let rules = ([verdict] + expertises).flatMap { $0["regles"] as? [[String: Any]] ?? [] }
        return [
            "numero": (verdict["dossier"] as? [String: Any])?["numero"] ?? "",
            "avis": verdict["avis"] ?? "",
            "points": (verdict["priorite"] as? [String: Any])?["points"] ?? "",
            "validites": expertises.map { expertise -> Any in
                guard var period = expertise["validite"] as? [String: Any] else { return NSNull() }
                period["regle"] = nil
                return period
            },
            "non_satisfaites": rules.filter {
                !($0["effet"] is NSNull) && $0["resultat"] as? String == "non_satisfaite"
            }.map { $0["id"] ?? "" },
        ]
    }

    // MARK: - Options

    @Test(arguments: ["0", "-1", "65", "deux", "1.5", "99999999999999999999"])
    func `a number of workers that makes no sense is refused`(jobs: String) throws {
        let run = try evaluate(BatchTests.favorable, "--format", "ndjson", "--jobs=\(jobs)")

        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(run.errors.contains("jobs"))
    }

    @Test func `short lines are lines, and other forms refuse them`() throws {
        let run = try evaluate(BatchTests.favorable, "--bref")

        #expect(run.status == 64)
        #expect(run.errors.contains("--bref ne va qu’avec --format ndjson"))
    }

    @Test func `the worst opinion is the status, whichever worker met it`() throws {
        let against = try String(
            contentsOf: Repository.root.appending(path: "examples/service-etat.json"),
            encoding: .utf8
        ).replacing(#/\n */#, with: " ")
        let good = try BatchTests.dossier("A") + "\n"
        let input = String(repeating: good, count: 100) + against + "\n" + good

        let runs = try ["1", "3"].map { jobs in
            try evaluate(
                "-", "--format", "ndjson", "--exit-verdict", "--jobs", jobs, input: input)
        }

        #expect(runs.map(\.status) == [2, 2])
    }
}
