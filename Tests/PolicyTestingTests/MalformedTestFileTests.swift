// Each way to spoil a file of tests, with what its author is told.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import PolicyTesting
import Testing

struct MalformedTestFileTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Malformed")

    private static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".lua") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test(arguments: TestCode.allCases)
    func `each code has an example`(code: TestCode) {
        #expect(MalformedTestFileTests.names.contains(code.rawValue))
    }

    @Test(arguments: names)
    func `a spoilt file is reported with the recorded text`(name: String) throws {
        let file = MalformedTestFileTests.folder.appending(path: "\(name).lua")
        let suite = try SmallSuite(try String(contentsOf: file, encoding: .utf8))

        let text = DiagnosticRenderer(style: .plain).render(suite.diagnostics)

        let recorded = MalformedTestFileTests.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: recorded)
        }
        #expect(text == String(decoding: try Data(contentsOf: recorded), as: UTF8.self))
        let code = name.split(separator: ".").prefix(2).joined(separator: ".")
        #expect(text.contains("[\(code)]"))
    }
}
