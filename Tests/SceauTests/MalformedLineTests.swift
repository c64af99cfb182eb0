// Each way to spoil a line of a file of dossiers, with what the officer is told.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

@testable import sceau

struct MalformedLineTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Malformed")

    /// The bytes of each example; a line too long for a file here is made.
    private static func bytes(for code: DossierLineCode) throws -> [UInt8] {
        switch code {
        case .tooLong:
            Array("{\"schema\": \"sceau/dossier/1\", \"numero\": \"".utf8)
                + Array(repeating: UInt8(ascii: "1"), count: FileAccess.largest)
        case .blank:
            Array(try Data(contentsOf: folder.appending(path: "\(code.rawValue).ndjson")))
        }
    }

    @Test(arguments: DossierLineCode.allCases)
    func `a line that holds no dossier is refused with the recorded text`(
        code: DossierLineCode
    ) throws {
        let bytes = try MalformedLineTests.bytes(for: code)

        let chunk = LineChunk(path: "lot.ndjson", name: "lot.ndjson", firstLine: 1, lines: bytes)
        let lines = chunk.indices.map { chunk.text($0) }

        let text = DiagnosticRenderer(style: .plain).render(lines.compactMap(\.fault))
        let recorded = MalformedLineTests.folder.appending(path: code.rawValue + ".expected")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: recorded)
        }
        #expect(text == String(decoding: try Data(contentsOf: recorded), as: UTF8.self))
        #expect(text.contains("[\(code.rawValue)]"))
    }
}
