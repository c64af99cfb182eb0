// What an excerpt shows of a line, by how much of its file may be shown.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct ShownExtentTests {
    private let line = #"{"nature": "comune", "actif": true, "age": 61, "nom": "Anne, dite \"A\""}"#

    private func excerpt(_ extent: ShownExtent, of fault: String) throws -> String {
        let source = SourceText(path: "a", text: line)
        let range = try #require(line.firstRange(of: fault))
        let start = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
        return Diagnostic.Location(
            start..<start + fault.utf8.count, in: source.showing(extent)
        ).excerpt
    }

    @Test func `a file of the service's own shows its lines`() throws {
        #expect(try excerpt(.lines, of: "comune") == line)
    }

    @Test func `a file from outside shows names, marks and what is at fault`() throws {
        #expect(
            try excerpt(.fault, of: #""comune""#)
                == #"{"nature": "comune", "actif": true, "age": ••, "nom": "••••, •••• •"••""}"#)
    }

    @Test func `what is at fault is hidden as well where it may tell about a person`() throws {
        #expect(
            try excerpt(.names, of: "61")
                == #"{"nature": "••••••", "actif": true, "age": ••, "nom": "••••, •••• •"••""}"#)
    }

    @Test func `only a name that a colon follows is one`() {
        let text = #""dupont", "Dupont": "maire" : "#
        let source = SourceText(path: "a", text: text).showing(.names)

        let excerpt = Diagnostic.Location(0..<0, in: source).excerpt

        #expect(excerpt == #""••••••", "••••••": "maire" : "#)
    }

    @Test func `a very long line is kept only near its fault, with the right column`() {
        let long = #"{"a": ""# + String(repeating: "é", count: 3_000_000) + #"", "b": 1}"#
        let source = SourceText(path: "a", text: long).showing(.fault)
        let fault = long.utf8.count - 2

        let diagnostic = Diagnostic(
            SampleCode.dotted, "essai", at: Diagnostic.Location(fault..<fault + 1, in: source))

        #expect(diagnostic.location.excerpt.utf8.count < 4000)
        #expect(diagnostic.location.start.column == 3_000_016)
        let text = DiagnosticRenderer(style: .plain, columns: 40).render([diagnostic])
        #expect(text.contains("│ …•••"))
        #expect(text.contains(#"•••", "b": 1}"#))
    }
}
