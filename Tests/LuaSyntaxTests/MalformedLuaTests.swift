// Each way to spoil a Lua text, with what its author is told.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

@testable import LuaSyntax

struct MalformedLuaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Malformed")

    private static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test(arguments: LuaCode.allCases)
    func `each code has an example`(code: LuaCode) {
        #expect(MalformedLuaTests.names.contains(code.rawValue))
    }

    @Test(arguments: names)
    func `a spoilt text is refused with the recorded text`(name: String) throws {
        let bytes = Array(
            try Data(contentsOf: MalformedLuaTests.folder.appending(path: "\(name).lua")))

        let text = refusal(of: SourceText(path: "essai/regles.lua", bytes: bytes))

        let recorded = MalformedLuaTests.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: recorded)
        }
        #expect(text == String(decoding: try Data(contentsOf: recorded), as: UTF8.self))
        let code = name.split(separator: ".").prefix(2).joined(separator: ".")
        #expect(text.contains("[\(code)]"))
    }

    private func refusal(of source: SourceText) -> String {
        do throws(DiagnosticsError) {
            _ = try LuaParser.parse(source)
            return "accepté"
        } catch {
            return DiagnosticRenderer(style: .plain).render(error.diagnostics)
        }
    }
}
