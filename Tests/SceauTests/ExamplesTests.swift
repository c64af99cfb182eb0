// The commands of examples/README.md: each gives the outcome that its line tells.
// SPDX-License-Identifier: MIT

import Foundation
import Testing

struct ExamplesTests {
    @Test(arguments: try ExampleCommand.all())
    func `an example gives the outcome and the text that are recorded`(example: ExampleCommand)
        throws
    {
        let text = try Tool.run(example.arguments)
        let json = try Tool.run(example.arguments + ["--format", "json"])

        try expectRecorded(text.output + text.errors, as: "\(example.name).txt")
        try expectRecorded(json.output, as: "\(example.name).json")
        #expect(text.status == example.status)
        #expect(json.status == example.status)
        if let avis = example.avis { #expect(json.output.contains("\n  \"avis\": \"\(avis)\",")) }
    }

    @Test func `every example has its line`() throws {
        let folder = Repository.root.appending(path: "examples")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".avis.json") }
            .map { String($0.dropLast(5)) }

        #expect(Set(try ExampleCommand.all().map(\.name)) == Set(files))
    }
}

/// A row of the table in examples/README.md.
struct ExampleCommand: CustomTestStringConvertible {
    let arguments: [String]
    let avis: String?
    var name: String { String(arguments[1].dropFirst("examples/".count).dropLast(".json".count)) }
    var status: Int32 { avis == nil ? 65 : 0 }
    var testDescription: String { name }

    /// Every row that shows a command.
    static func all() throws -> [ExampleCommand] {
        let page = try String(
            contentsOf: Repository.root.appending(path: "examples/README.md"), encoding: .utf8)
        let row = #/\| `sceau (?<command>evaluate examples/[^`]+)` \| (?:`(?<avis>[a-z_]+)`)?/#
        return page.matches(of: row).map { match in
            ExampleCommand(
                arguments: match.output.command.split(separator: " ").map(String.init),
                avis: match.output.avis.map(String.init))
        }
    }
}
