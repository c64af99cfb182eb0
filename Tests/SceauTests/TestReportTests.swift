// The five forms of a report of `sceau test`, with names that try to break them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine
import Testing

@testable import PolicyAnalysis
@testable import sceau

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct TestReportTests {
    private let name = "a \"b\" <c> & # d \\ é\nsuite"

    private func report(vacuities: [String] = []) -> TestReport {
        TestReport(
            entries: [
                TestEntry(
                    group: .cas, name: "bon", file: "p/tests/a.lua", line: 3, failure: []),
                TestEntry(
                    group: .cas, name: name, file: "p/tests/a.lua", line: 7,
                    failure: ["avis\u{A0}: attendu a, obtenu b", "  « <lu> » : 1 & 2"]),
                TestEntry(
                    group: .exemple, name: "e/a.json", file: "e/a.avis.json", line: 1, failure: []),
            ], vacuities: vacuities)
    }

    @Test func `the text names the failures, then counts`() {
        #expect(
            report(vacuities: ["rien"]).written(as: .texte, .plain) == """
                ✗ cas «\u{202F}a "b" <c> & # d \\ é␊suite\u{202F}»
                  p/tests/a.lua:7
                    avis\u{A0}: attendu a, obtenu b
                      «\u{202F}<lu>\u{202F}»\u{A0}: 1 & 2

                ⚠ rien
                2 cas, 1 exemple
                2 passed, 1 failed

                """)
    }

    @Test func `a dossier to copy stands on one line, however wide`() {
        let dossier = "{\"numero\":\"" + String(repeating: "0123456789", count: 20) + "\"}"
        let entry = TestEntry(
            group: .propriete, name: "p", file: "a.lua", line: 1,
            failure: ["décision le 1er mars 2021", "  \(dossier)"])

        let text = TestReport(entries: [entry], vacuities: []).written(as: .texte, .plain)

        #expect(text.contains("\n      \(dossier)\n"))
    }

    @Test func `the TAP escapes what would be a directive`() {
        #expect(
            report(vacuities: ["rien"]).written(as: .tap, .plain) == """
                TAP version 13
                1..3
                ok 1 - bon
                not ok 2 - a "b" <c> & \\# d \\\\ é suite
                  ---
                  at: "p/tests/a.lua:7"
                  message: |
                    avis\u{A0}: attendu a, obtenu b
                    « <lu> » : 1 & 2
                  ...
                ok 3 - e/a.json
                Bail out! rien
                # 2 passed, 1 failed

                """)
    }

    @Test func `the JSON holds every test`() throws {
        let text = report(vacuities: ["rien"]).written(as: .json, .plain)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let tests = try #require(object["tests"] as? [[String: Any]])

        #expect(object["reussis"] as? Int == 2)
        #expect(object["echoues"] as? Int == 1)
        #expect(object["vides"] as? [String] == ["rien"])
        #expect(tests.map { $0["nom"] as? String } == ["bon", name, "e/a.json"])
        #expect(tests.map { $0["reussi"] as? Bool } == [true, false, true])
        #expect((tests[1]["echec"] as? [String])?.count == 2)
        #expect(tests[1]["ligne"] as? Int == 7)
    }

    @Test func `the annotations are one line each, and the count is last`() {
        let lines = report(vacuities: ["rien"]).written(as: .github, .plain)
            .split(separator: "\n")

        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("::error "))
        #expect(lines[0].contains("file=p/tests/a.lua,line=7"))
        #expect(lines[0].contains("%0A"))
        #expect(lines[1].hasSuffix("::rien"))
        #expect(lines[2] == "2 passed, 1 failed")
    }

    @Test func `the XML parses, and gives back names and counts`() throws {
        let text = report(vacuities: ["rien"]).written(as: .junit, .plain)
        let document = try XMLDocument(xmlString: text)
        let root = try #require(document.rootElement())
        let cases = try root.nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }
        let suites = try root.nodes(forXPath: "testsuite").compactMap { $0 as? XMLElement }

        #expect(root.attribute(forName: "tests")?.stringValue == "4")
        #expect(root.attribute(forName: "failures")?.stringValue == "2")
        #expect(
            cases.map { $0.attribute(forName: "name")?.stringValue }
                == ["bon", name, "e/a.json", "rien"])
        #expect(cases.map { $0.elements(forName: "failure").count } == [0, 1, 0, 1])
        #expect(
            suites.map { $0.attribute(forName: "failures")?.stringValue } == ["1", "0", "1"])
        #expect(cases[1].attribute(forName: "line")?.stringValue == "7")
    }

    private func proved() -> TestReport {
        var proved = TestEntry(
            group: .propriete, name: "p", file: "f.lua", line: 1, failure: [])
        proved.status = PropertyStatus(
            proof: PropertyProof(outcome: .proved, explored: 12), tried: 6)
        var tried = TestEntry(group: .propriete, name: "q", file: "f.lua", line: 2, failure: [])
        let rule = RuleReference(regime: "r", id: "VAL-01", titre: "V", kind: .validite)
        tried.status = PropertyStatus(
            proof: PropertyProof(
                outcome: .open,
                doubts: [
                    Doubt(rule: rule, reason: .days),
                    Doubt(
                        rule: rule, reason: .sampled,
                        facts: ["labels[1].domaine", "labels[2].domaine", "depose_le"]
                            .compactMap { FactPath($0) }),
                ], explored: 1), tried: 6)
        return TestReport(entries: [proved, tried], vacuities: [])
    }

    @Test func `each form tells which properties are proved`() throws {
        #expect(
            proved().written(as: .texte, .plain) == """
                ✓ p
                    prouvée sur tout dossier où aucune règle n’est en erreur (12 régions explorées)
                ≈ q
                    éprouvée sur 6 dossiers, non prouvée (1 région explorée)
                    VAL-01\u{A0}: ce que la règle calcule cache où son résultat change\u{202F}; des valeurs ont été essayées
                    – VAL-01\u{A0}: domaine du label · jour du dépôt, à l’heure de Paris
                    VAL-01\u{A0}: la règle lit le jour de la décision\u{202F}; quelques jours ont été essayés

                2 propriétés
                2 passed, 0 failed

                """)
        for format in [TestReport.Format.junit, .tap, .github] {
            let text = proved().written(as: format, .plain)
            #expect(
                text.contains(
                    "prouvée sur tout dossier où aucune règle n’est en erreur (12 régions"))
            #expect(text.contains("éprouvée sur 6 dossiers, non prouvée"))
        }
        let json = proved().written(as: .json, .plain)
        #expect(json.contains("\"statut\": \"prouvee\""))
        #expect(json.contains("\"portee\": \"dossiers_sans_erreur\""))
        #expect(json.contains("\"raison\": \"jours_essayes\""))
        #expect(json.contains("\"labels[2].domaine\""))
    }

    @Test func `what XML cannot hold is replaced`() throws {
        let entry = TestEntry(
            group: .cas, name: "a\u{7}b\u{FFFE}\r", file: "f", line: 1, failure: ["x"])

        let text = TestReport(entries: [entry], vacuities: []).written(as: .junit, .plain)

        #expect(text.contains("name=\"a\u{FFFD}b\u{FFFD}&#13;\""))
    }

    @Test func `a report is sound when something passed and nothing failed`() {
        let good = TestReport(entries: [report().entries[0]], vacuities: [])

        #expect(good.isSound)
        #expect(!report().isSound)
        #expect(!TestReport(entries: good.entries, vacuities: ["rien"]).isSound)
    }
}
