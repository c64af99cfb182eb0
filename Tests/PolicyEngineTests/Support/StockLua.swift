// The plain form of a policy under the machine's own `lua5.4`.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import Testing

/// One line that the plain form prints.
struct PlainLine: CustomStringConvertible {
    let numero: String
    let rule: String
    let sujet: String
    let outcome: String
    let value: String
    let description: String

    init?(_ text: Substring) {
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5 else { return nil }
        (numero, rule, sujet, outcome, value) = (
            fields[0], fields[1], fields[2], fields[3], fields[4]
        )
        description = fields.joined(separator: " ")
    }
}

/// Runs the stock `lua5.4`.
enum StockLua {
    /// What the plain form of a policy prints on dossiers.
    static func run(
        _ program: String, on dossiers: [Dossier], decision: Day
    ) throws -> [PlainLine] {
        let entries = dossiers.map {
            "l[#l+1] = { dossier = \($0.facts.luaLiteral), decision = jour \"\(decision.iso)\" }"
        }
        let list = "local l = {}\n" + entries.joined(separator: "\n") + "\nreturn l\n"
        return try lines(of: program, argument: list).compactMap(PlainLine.init)
    }

    /// The lines that a program prints, given the path of a file with a text.
    static func lines(of program: String, argument: String = "") throws -> [Substring] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "sceau-plain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let programFile = folder.appending(path: "politique.lua")
        let argumentFile = folder.appending(path: "argument.lua")
        let outputFile = folder.appending(path: "resultats.txt")
        try program.write(to: programFile, atomically: true, encoding: .utf8)
        try argument.write(to: argumentFile, atomically: true, encoding: .utf8)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["lua5.4", programFile.path(), argumentFile.path()]
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "lua5.4 failed")
        let text = try String(contentsOf: outputFile, encoding: .utf8)
        return text.split(separator: "\n")
    }
}
