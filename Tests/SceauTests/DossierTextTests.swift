// Tests of files that hold one dossier a line.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import sceau

struct DossierTextTests {
    private func lines(_ text: String, limit: Int = 100) -> [DossierText] {
        let chunk = LineChunk(path: "a", name: "a", firstLine: 1, lines: Array(text.utf8))
        return chunk.indices.map { chunk.text($0, limit: limit) }
    }

    struct Case: CustomTestStringConvertible {
        let text: String
        let lines: [String]
        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: [
        Case(text: "", lines: []),
        Case(text: "{}", lines: ["{}"]),
        Case(text: "{}\n", lines: ["{}"]),
        Case(text: "{}\r\n[]\r\n", lines: ["{}", "[]"]),
        Case(text: "\n{}\n\n", lines: ["", "{}", ""]),
        Case(text: "\u{FEFF}{}\n", lines: ["{}"]),
    ])
    func `each line is a dossier, and nothing follows the last end of line`(example: Case) {
        let found = lines(example.text)

        #expect(found.map { $0.source.text(ofLine: $0.place.line ?? 0) } == example.lines)
        #expect(found.map(\.place.line) == Array(example.lines.indices.map { $0 + 1 }))
    }

    @Test func `faults stand at the line of the file`() throws {
        let dossier = try #require(lines("{}\n{\"numro\": 1}\n").last)

        let error = try #require(throws: DiagnosticsError.self) {
            try Dossier.read(dossier.source, schema: .standard)
        }

        #expect(dossier.place.shown == "a:2")
        #expect(Set(error.diagnostics.map(\.location.start.line)) == [2])
        #expect(error.diagnostics.contains { $0.location.start.column == 2 })
        #expect(error.diagnostics.first?.location.excerpt == "{\"numro\": •}")
    }

    @Test func `a blank line is a fault of its own`() {
        let found = lines("{}\n \t\r\n{}\n")

        #expect(found.map(\.fault?.code) == [nil, "dossier.ligne-vide", nil])
        #expect(found[1].fault?.location.start == SourcePosition(line: 2, column: 1))
    }

    @Test func `the limit of a dossier holds for a line and not for its file`() {
        let long = String(repeating: "x", count: 101)
        let most = String(repeating: "y", count: 100)

        let found = lines([most, long, most].joined(separator: "\n"))

        #expect(found.map(\.fault?.code) == [nil, "dossier.ligne-trop-longue", nil])
        #expect(found[1].source.bytes.count == 80)
    }
}
