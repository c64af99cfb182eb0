// What `check` says of the regimes that dossiers fall under.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

@testable import sceau

struct CoverageTextTests {
    /// A regime with its dates, as its file says them.
    private static func file(_ id: String, _ fields: String) -> SourceText {
        SourceText(
            path: "\(id)/regime.lua",
            text: "regime \"\(id)\" { titre = \"T\", source = \"S\", \(fields) }")
    }

    private static let pact2 = file(
        "pact-2",
        "du = jour \"2011-02-04\", jusqu_au = jour \"2016-12-31\", date_de_choix = \"depot\"")
    private static let pact3 = file(
        "pact-3",
        "du = jour \"2017-01-01\", jusqu_au = jour \"2020-07-07\", date_de_choix = \"depot\"")
    private static let pact3ByDecision = file(
        "pact-3",
        "du = jour \"2017-01-01\", jusqu_au = jour \"2020-07-07\", date_de_choix = \"decision\"")
    private static let expe = file(
        "expe-ct", "du = jour \"2020-07-08\", date_de_choix = \"depot\"")

    private static func report(_ files: SourceText...) throws -> CheckReport {
        let source = PolicySource(files: files)
        let policy = try Policy.load(source)
        return CheckReport(
            diagnostics: Policy.check(source), extent: PolicyExtent(policy),
            coverage: policy.coverage,
            paths: ReportPaths(policies: "policies", workingDirectory: "/"))
    }

    /// The last two sentences, their lines joined and their spaces plain.
    private static func text(_ report: CheckReport) -> [String] {
        let lines = report.written(as: .texte, .plain).split(separator: "\n")
        let start = lines.firstIndex { $0.hasPrefix("Chaque") } ?? lines.count
        return [String(lines[..<start].last ?? ""), lines[start...].joined(separator: " ")].map {
            $0.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
        }
    }

    @Test func `three regimes by filing are told in order, the last without end`() throws {
        let report = try CoverageTextTests.report(
            CoverageTextTests.expe, CoverageTextTests.pact2, CoverageTextTests.pact3)

        #expect(
            CoverageTextTests.text(report) == [
                "3 régimes, 0 règle, 0 table : aucun défaut",
                "Chaque dossier relève d’un régime au plus, selon le jour de son dépôt : pact-2 du "
                    + "4 février 2011 au 31 décembre 2016, pact-3 du 1er janvier 2017 au 7 juillet "
                    + "2020 et expe-ct à partir du 8 juillet 2020 ; aucun avant le 4 février 2011.",
            ])
    }

    @Test func `regimes that all end say after which day there is none`() throws {
        let report = try CoverageTextTests.report(CoverageTextTests.pact3)

        #expect(
            CoverageTextTests.text(report).last
                == "Chaque dossier relève d’un régime au plus, selon le jour de son dépôt : pact-3 "
                + "du 1er janvier 2017 au 7 juillet 2020 ; aucun avant le 1er janvier 2017 ou après "
                + "le 7 juillet 2020.")
    }

    @Test func `regimes chosen by different days say which, and a gap is counted`() throws {
        let report = try CoverageTextTests.report(
            CoverageTextTests.pact3ByDecision, CoverageTextTests.expe)

        #expect(
            CoverageTextTests.text(report) == [
                "2 régimes, 0 règle, 0 table : 1 avertissement",
                "Chaque dossier relève d’un régime au plus : pact-3 pour une décision du 1er "
                    + "janvier 2017 au 7 juillet 2020 et expe-ct pour un dépôt à partir du "
                    + "8 juillet 2020 ; aucun pour un dossier décidé avant le 1er janvier 2017.",
            ])
    }

    @Test func `the same stands in JSON`() throws {
        let report = try CoverageTextTests.report(
            CoverageTextTests.pact3ByDecision, CoverageTextTests.expe)

        #expect(report.written(as: .json, .plain).contains("\"couverture\": {"))
        #expect(
            report.coverage?.jsonValue == [
                "regimes": [
                    [
                        "regime": "pact-3", "date_de_choix": "decision", "du": "2017-01-01",
                        "jusqu_au": "2020-07-07",
                    ],
                    [
                        "regime": "expe-ct", "date_de_choix": "depot", "du": "2020-07-08",
                        "jusqu_au": .null,
                    ],
                ],
                "sans_regime": [
                    [
                        "depot": ["du": .null, "jusqu_au": "2020-07-07"],
                        "decision": ["du": "2020-07-08", "jusqu_au": .null],
                        "exemple": ["depose_le": "2020-07-07", "decide_le": "2020-07-08"],
                    ]
                ],
            ])
    }

    @Test func `a policy that does not load has no coverage`() {
        let report = CheckReport(
            diagnostics: [], extent: nil, coverage: nil,
            paths: ReportPaths(policies: "policies", workingDirectory: "/"))

        #expect(CoverageTextTests.text(report) == ["aucun défaut", ""])
    }

    @Test func `rules of an optional folder are counted, and said to be optional`() throws {
        let rule = """
            signalement "S" { titre = "T", source = "S", si = true, message = "M" }
            """
        let report = try CoverageTextTests.report(
            CoverageTextTests.file(
                "expe-ct",
                "du = jour \"2020-07-08\", date_de_choix = \"depot\", facultatif = { \"plus\" }"),
            SourceText(path: "expe-ct/a.lua", text: rule),
            SourceText(path: "plus/a.lua", text: rule.replacing("\"S\" {", with: "\"P\" {")))

        #expect(report.extent?.french == "1 régime, 2 règles dont 1 facultative, 0 table")
    }

    @Test func `rules of two regimes under one identifier are two rules`() throws {
        let rule = """
            signalement "S" { titre = "T", source = "S", si = true, message = "M" }
            """
        let report = try CoverageTextTests.report(
            CoverageTextTests.pact2, CoverageTextTests.pact3,
            SourceText(path: "pact-2/a.lua", text: rule),
            SourceText(path: "pact-3/a.lua", text: rule))

        #expect(report.extent?.french == "2 régimes, 2 règles, 0 table")
    }
}
