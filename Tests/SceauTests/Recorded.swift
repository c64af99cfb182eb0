// Recorded output: compared byte for byte, rewritten only on demand.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// Compares a text with the file recorded under a name; `RECORD_SNAPSHOTS=1` rewrites it.
func expectRecorded(_ text: String, as name: String, _ place: SourceLocation = #_sourceLocation)
    throws
{
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Recorded").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "Recorded/\(name)", sourceLocation: place)
}
