// Diagnostics as the terminal shows them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

struct DiagnosticRendererTests {
    /// A fault on the first occurrence of a text.
    private func fault(
        on token: String, in text: String, label: String? = nil, help: String? = nil
    ) throws -> Diagnostic {
        let source = SourceText(path: "dossier.json", text: text)
        let start = try #require(text.range(of: token))
        let lower = text.utf8.distance(from: text.startIndex, to: start.lowerBound)
        let range = lower..<lower + token.utf8.count
        return Diagnostic(
            SampleCode.dotted, "faute", at: Diagnostic.Location(range, in: source), label: label,
            help: help)
    }

    @Test
    func `a fault shows its line, carets, label and remedy`() throws {
        let text = "{\n    \"nature\": \"comune\"\n}"
        var diagnostic = try fault(on: "\"comune\"", in: text, label: "ici", help: "corriger")
        diagnostic.notes = ["voir ailleurs"]

        #expect(
            DiagnosticRenderer().render([diagnostic]) == """
                dossier.json:2:15: erreur\u{A0}: faute [a.b]
                   2 │     "nature": "comune"
                     │               ^^^^^^^^ ici
                aide\u{A0}: corriger
                note\u{A0}: voir ailleurs

                """)
    }

    @Test
    func `line numbers of any length keep the gutter straight`() throws {
        let text = String(repeating: "\n", count: 12344) + "x"

        #expect(
            DiagnosticRenderer().render([try fault(on: "x", in: text)]) == """
                dossier.json:12345:1: erreur\u{A0}: faute [a.b]
                12345 │ x
                      │ ^

                """)
    }

    @Test
    func `carets stand below wide characters, accents and tabs`() throws {
        let diagnostic = try fault(on: "né", in: "\t日本 e\u{301} né")

        #expect(
            DiagnosticRenderer().render([diagnostic]) == """
                dossier.json:1:8: erreur\u{A0}: faute [a.b]
                   1 │     日本 e\u{301} né
                     │            ^^

                """)
    }

    @Test
    func `two faults have an empty line between them`() throws {
        var warning = try fault(on: "a", in: "a")
        warning.severity = .warning

        #expect(
            DiagnosticRenderer().render([warning, warning]) == """
                dossier.json:1:1: avertissement\u{A0}: faute [a.b]
                   1 │ a
                     │ ^

                dossier.json:1:1: avertissement\u{A0}: faute [a.b]
                   1 │ a
                     │ ^

                """)
        #expect(DiagnosticRenderer().render([]) == "")
    }

    @Test
    func `a whole file has no position and no excerpt`() {
        let diagnostic = Diagnostic(
            SampleCode.dotted, "absent", at: Diagnostic.Location(file: "x.json"))

        #expect(DiagnosticRenderer().render([diagnostic]) == "x.json: erreur\u{A0}: absent [a.b]\n")
    }

    @Test
    func `a fault over several lines is marked to the end of its first`() {
        let source = SourceText(path: "a", text: "  {un\n  deux}")
        let location = Diagnostic.Location(2..<13, in: source)

        #expect(
            DiagnosticRenderer().render([Diagnostic(SampleCode.dotted, "faute", at: location)])
                == """
                a:1:3: erreur\u{A0}: faute [a.b]
                   1 │   {un
                     │   ^^^

                """)
    }

    @Test
    func `a point past the end of an empty line has one caret`() {
        let source = SourceText(path: "a", text: "x\n\n")
        let location = Diagnostic.Location(2..<2, in: source)

        #expect(
            DiagnosticRenderer().render([Diagnostic(SampleCode.dotted, "faute", at: location)])
                == """
                a:2:1: erreur\u{A0}: faute [a.b]
                   2 │
                     │ ^

                """)
    }

    @Test(arguments: [0, 30, 94, 95, 96, 150, 1_500, 5_000])
    func `a long line is cut to 100 columns around the fault`(before: Int) throws {
        let after = String(repeating: "b", count: 3_000)
        let text = String(repeating: "a", count: before) + "FAUTE" + after

        let lines = DiagnosticRenderer().render([try fault(on: "FAUTE", in: text, label: "ici")])
            .split(separator: "\n")

        let shown = try #require(lines.dropFirst().first)
        let marks = try #require(lines.dropFirst(2).first)
        let column = try #require(marks.firstIndex(of: "^"))
        let offset = marks.distance(from: marks.startIndex, to: column)
        #expect(String(shown).displayWidth == 100)
        #expect(shown.dropFirst(offset).hasPrefix("FAUTE"))
        #expect(marks.contains("^^^^^ ici"))
        #expect(shown.hasSuffix("…"))
    }

    @Test
    func `the end of a long line is shown without a mark of omission`() throws {
        let text = String(repeating: "a", count: 3_000) + "FAUTE"

        let lines = DiagnosticRenderer().render([try fault(on: "FAUTE", in: text)])
            .split(separator: "\n")

        #expect(lines[1].hasSuffix("aFAUTE"))
        #expect(String(lines[1]).displayWidth <= 100)
        #expect(String(lines[1]).displayWidth == String(lines[2]).displayWidth)
    }

    @Test
    func `a label without room goes below its carets`() throws {
        let text = String(repeating: "a", count: 80) + "FAUTE"
        let label = "une indication assez longue"

        let lines = DiagnosticRenderer().render([try fault(on: "FAUTE", in: text, label: label)])
            .split(separator: "\n")

        #expect(lines[2].hasSuffix("^^^^^"))
        #expect(lines[3].hasSuffix(" " + label))
        #expect(String(lines[3]).displayWidth == 100)
    }

    @Test
    func `a long remedy is wrapped below itself`() throws {
        let help = Array(repeating: "douze", count: 20).joined(separator: " ")
        let row = Array(repeating: "douze", count: 15).joined(separator: " ")
        let rest = Array(repeating: "douze", count: 5).joined(separator: " ")

        let text = DiagnosticRenderer().render([try fault(on: "a", in: "a", help: help)])

        #expect(text.hasSuffix("aide\u{A0}: \(row)\n       \(rest)\n"))
    }

    @Test
    func `colours surround marks and leave the rest alone`() throws {
        let diagnostic = try fault(on: "a", in: "a", help: "b")

        #expect(
            DiagnosticRenderer(style: .colored).render([diagnostic])
                == "dossier.json:1:1: \u{1B}[1;31merreur\u{A0}:\u{1B}[0m faute \u{1B}[2m[a.b]\u{1B}[0m\n"
                + "\u{1B}[34m   1 │\u{1B}[0m a\n\u{1B}[34m     │\u{1B}[0m \u{1B}[1;31m^\u{1B}[0m\n"
                + "\u{1B}[1;36maide\u{A0}:\u{1B}[0m b\n")
    }

    @Test
    func `controls and changes of direction show, e-mail addresses do not`() throws {
        let text = "x \u{1B}[31m \u{202E}y jean.dupont@example.org"
        var diagnostic = try fault(on: "y", in: text)
        diagnostic.message = "faute \u{7} ici"

        #expect(
            DiagnosticRenderer().render([diagnostic]) == """
                dossier.json:1:10: erreur\u{A0}: faute ␇ ici [a.b]
                   1 │ x ␛[31m \u{FFFD}y •••••••••••@•••••••••••
                     │          ^

                """)
    }

    @Test
    func `a diagnostic as JSON has every key in order`() throws {
        var diagnostic = try fault(on: "a", in: "\na", label: "ici")
        diagnostic.fix = Diagnostic.Fix(replacement: "b")

        #expect(
            diagnostic.jsonValue.encoded()
                == #"{"severite":"erreur","code":"a.b","message":"faute","fichier":"dossier.json","#
                + #""ligne":2,"colonne":1,"ligne_fin":2,"colonne_fin":2,"indication":"ici","#
                + #""aide":null,"notes":[],"correction":"b"}"#)
    }
}
