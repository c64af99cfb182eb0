// Each way to spoil a dossier, with what the reader is told.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import Testing

struct MalformedTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Malformed")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".json") }
            .map { String($0.dropLast(5)) }.sorted()
    }()

    static let codes =
        JSONCode.allCases.map(\.rawValue) + DossierCode.allCases.map(\.rawValue)

    @Test(arguments: codes)
    func `each code has an example`(code: String) {
        #expect(MalformedTests.names.contains(code))
    }

    @Test(arguments: names)
    func `a spoilt dossier is refused with the recorded text`(name: String) throws {
        let file = MalformedTests.folder.appending(path: name + ".json")
        let bytes = Array(try Data(contentsOf: file))

        let text = MalformedTests.refusal(of: SourceText(path: name + ".json", bytes: bytes))

        let recorded = MalformedTests.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: recorded)
        }
        #expect(text == String(decoding: try Data(contentsOf: recorded), as: UTF8.self))
        let code = name.split(separator: ".").prefix(2).joined(separator: ".")
        #expect(text.contains("[\(code)]"))
    }

    private static func refusal(of source: SourceText) -> String {
        do throws(DiagnosticsError) {
            _ = try Dossier.read(source, schema: .standard)
            return "accepté"
        } catch {
            return DiagnosticRenderer(style: .plain).render(error.diagnostics)
        }
    }
}
