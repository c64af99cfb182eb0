// Tests of findings as GitHub's workflow commands.
// SPDX-License-Identifier: MIT

import Testing

@testable import Diagnostics

struct GitHubAnnotationTests {
    private let source = SourceText(path: "expe-ct/a.lua", text: "local é = 1\nreturn x\n")

    @Test func `a diagnostic has its place, its code and all its sentences`() {
        let diagnostic = Diagnostic(
            SampleCode.unknownName, "nom inconnu", at: .init(20..<21, in: source),
            label: "vouliez-vous dire é ?", help: "le déclarer", notes: ["voir la ligne 1"])

        let line = GitHubAnnotation(diagnostic, file: "policies/expe-ct/a.lua").line

        #expect(
            line
                == "::error file=policies/expe-ct/a.lua,line=2,col=8,endLine=2,endColumn=9,"
                + "title=politique.nom-inconnu::nom inconnu%0Avouliez-vous dire é ?"
                + "%0Aaide\u{A0}: le déclarer%0Anote\u{A0}: voir la ligne 1")
    }

    @Test func `a warning is one`() {
        let diagnostic = Diagnostic(
            SampleCode.c, "m", at: .init(file: "a.lua"), severity: .warning)

        #expect(
            GitHubAnnotation(diagnostic, file: "a.lua").line == "::warning file=a.lua,title=c::m")
    }

    @Test func `a place of several lines has no columns, which GitHub would refuse`() {
        let diagnostic = Diagnostic(SampleCode.c, "m", at: .init(6..<15, in: source))

        #expect(
            GitHubAnnotation(diagnostic, file: "a.lua").line
                == "::error file=a.lua,line=1,endLine=2,title=c::m")
    }

    @Test func `properties escape what a message keeps`() {
        let annotation = GitHubAnnotation(
            .notice, title: "100 %, à lire: a\r\nb", message: "100 %, à lire: a\r\nb::error::c",
            file: "a,b:c%.lua")

        #expect(
            annotation.line
                == "::notice file=a%2Cb%3Ac%25.lua,title=100 %25%2C à lire%3A a%0D%0Ab"
                + "::100 %25, à lire: a%0D%0Ab::error::c")
    }

    @Test func `a remark on no file has a title only`() {
        #expect(
            GitHubAnnotation(.error, title: "cas 3", message: "échec").line
                == "::error title=cas 3::échec")
    }
}
