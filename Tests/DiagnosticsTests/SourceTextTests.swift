// Lines and columns of a file.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct SourceTextTests {
    @Test
    func `lines end with LF, CRLF or a lone CR`() {
        let source = SourceText(path: "a", text: "un\ndeux\r\ntrois\rquatre")

        #expect(source.lineCount == 4)
        #expect(source.text(ofLine: 2) == "deux")
        #expect(source.text(ofLine: 3) == "trois")
        #expect(source.position(at: 9) == SourcePosition(line: 3, column: 1))
        #expect(source.position(at: 99) == SourcePosition(line: 4, column: 7))
    }

    @Test
    func `columns count scalars, without the byte order mark`() {
        let source = SourceText(path: "a", text: "\u{FEFF}é1")

        #expect(source.position(at: 5) == SourcePosition(line: 1, column: 2))
        #expect(source.text(ofLine: 1) == "é1")
    }

    @Test
    func `errors are sorted by place and told once`() {
        let source = SourceText(path: "a", text: "un\ndeux\n")
        let late = Diagnostic(SampleCode.b, "deux", at: Diagnostic.Location(3..<4, in: source))
        let early = Diagnostic(SampleCode.c, "un", at: Diagnostic.Location(0..<1, in: source))
        let same = Diagnostic(SampleCode.a, "un", at: Diagnostic.Location(0..<1, in: source))

        let error = DiagnosticsError([late, early, late, same])

        #expect(error.diagnostics == [same, early, late])
    }

    @Test
    func `a list of findings stops at a hundred and says so`() {
        let source = SourceText(path: "a", text: "[" + String(repeating: ",", count: 300) + "]")

        let document = JSONReader.read(source)

        #expect(document.root == nil)
        #expect(document.diagnostics.count == 100)
        #expect(
            document.diagnostics.last?.notes
                == ["d’autres erreurs suivent, qui ne sont pas montrées"])
        #expect(document.diagnostics.first?.notes == [])
    }

    @Test
    func `a line that starts with a wrong byte is shown whole`() {
        let source = SourceText(path: "a", bytes: [0x61, 0x0A, 0x99, 0x6F, 0x72])

        #expect(Diagnostic.Location(2..<3, in: source).excerpt == "\u{FFFD}or")
    }

    @Test
    func `a fault of half a character shows the whole of it, hidden or not`() {
        let source = SourceText(path: "a", text: "«  1")

        #expect(Diagnostic.Location(0..<1, in: source.showing(.fault)).excerpt == "«  •")
        #expect(Diagnostic.Location(0..<1, in: source.showing(.names)).excerpt == "•  •")
    }
}
