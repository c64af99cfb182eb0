// Tests of the findings of a check as SARIF.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import sceau

struct SARIFLogTests {
    private enum Code: String {
        case unknownName = "politique.nom-inconnu"
        case file = "politique.fichier"
        case short = "c"
    }

    private let source = SourceText(path: "expe-ct/a.lua", text: "x = \"🙂\" .. colectivite\n")

    private var diagnostics: [Diagnostic] {
        [
            Diagnostic(
                Code.unknownName, "nom inconnu : « colectivite »",
                at: .init(14..<25, in: source), label: "vouliez-vous dire « collectivite » ?",
                help: "écrire le nom entier", fix: .init(replacement: "collectivite")),
            Diagnostic(
                Code.file, "fichier ignoré", at: .init(file: "b c.lua"),
                severity: .warning),
            Diagnostic(
                Code.unknownName, "nom inconnu : « x »", at: .init(0..<1, in: source)),
        ]
    }

    private func log(_ diagnostics: [Diagnostic], policies: String = "policies") -> String {
        let paths = ReportPaths(policies: policies, workingDirectory: "/depot")
        return SARIFLog(diagnostics, paths: paths).jsonValue.encoded(style: .pretty) + "\n"
    }

    @Test func `a log has a rule for each code and a result for each finding`() throws {
        try expectRecorded(log(diagnostics), as: "modele-verification.sarif")
    }

    @Test func `a log without findings has empty rules and results`() {
        let log = log([])

        #expect(log.contains("\"rules\": []"))
        #expect(log.contains("\"results\": []"))
    }

    @Test func `what a message quotes is neither a placeholder nor a link`() {
        let diagnostic = Diagnostic(
            Code.short, "« {0} » et « [a](b) »", at: .init(file: "a"), help: "fermez {")

        let log = log([diagnostic])

        #expect(
            log.contains(#""text": "« {{0}} » et « [a]\#u{2060}(b) »\naide\#u{A0}: fermez {{""#))
        #expect(log.contains("\"«\u{202F}…\u{202F}» et «\u{202F}…\u{202F}»\""))
    }

    @Test func `files outside the working folder have absolute references without a base`() {
        let log = log(diagnostics, policies: "/ailleurs")

        #expect(log.contains("\"uri\": \"file:///ailleurs/b%20c.lua\"\n"))
        #expect(!log.contains("uriBaseId"))
    }
}
