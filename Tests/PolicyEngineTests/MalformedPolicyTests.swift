// Each way to spoil a policies folder, with what the officer is told.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

@testable import PolicyEngine

struct MalformedPolicyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Malformed")

    /// The sound policy in which each example stands.
    private static let common = "common"

    /// A file of rules, a data table, or a folder of several files.
    struct Example: CustomTestStringConvertible {
        let entry: String

        /// `politique.` and a code, then perhaps a variant.
        var name: String {
            [".lua", ".csv"].contains { entry.hasSuffix($0) } ? String(entry.dropLast(4)) : entry
        }

        var code: String { name.split(separator: ".").prefix(2).joined(separator: ".") }
        var testDescription: String { name }
    }

    private static let examples: [Example] = {
        let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (entries ?? []).filter { !$0.hasSuffix(".expected") && $0 != common }.sorted()
            .map(Example.init)
    }()

    /// What no policy brings about, or only one too large to keep.
    private static func made(_ code: PolicyCode) throws -> [Diagnostic]? {
        switch code {
        case .machine: return [.machineFails("mémoire épuisée")]
        case .tooManyRows:
            let rows = String(repeating: "1,Essai\n", count: CSVReader.mostRows + 1)
            return Policy.check(try source(ofTable: Array(("nombre,source\n" + rows).utf8)))
        case .modulesTooDeep:
            let links = (1...101).map { number in
                SourceText(
                    path: "essai/m\(number).lua",
                    text: "local suivant = require \"essai/m\(number + 1)\"\nreturn { suivant }\n")
            }
            let ends = [
                SourceText(path: "essai/m102.lua", text: "return {}\n"),
                SourceText(
                    path: "essai/regles.lua",
                    text: "local premier = require \"essai/m1\"\nlocal _ = premier\n"),
            ]
            return Policy.check(try source(of: links + ends))
        default: return nil
        }
    }

    @Test(arguments: PolicyCode.allCases)
    func `each code has an example`(code: PolicyCode) throws {
        guard let diagnostics = try MalformedPolicyTests.made(code) else {
            #expect(MalformedPolicyTests.examples.map(\.code).contains(code.rawValue))
            return
        }

        let text = DiagnosticRenderer(style: .plain).render(diagnostics)

        try MalformedPolicyTests.expectRecorded(text, as: code.rawValue)
        #expect(text.contains("[\(code.rawValue)]"))
    }

    @Test(arguments: examples)
    func `a spoilt policy is reported with the recorded text`(example: Example) throws {
        let source = try MalformedPolicyTests.source(of: example)

        let text = DiagnosticRenderer(style: .plain).render(Policy.check(source))

        try MalformedPolicyTests.expectRecorded(text, as: example.name)
        #expect(text.contains("[\(example.code)]"))
    }

    @Test func `the policy around the examples is sound`() throws {
        let files = try MalformedPolicyTests.files(in: MalformedPolicyTests.common)

        #expect(Policy.check(PolicySource(files: files)) == [])
    }

    private static func source(of example: Example) throws -> PolicySource {
        if example.entry.hasSuffix(".csv") {
            return try source(ofTable: file(example.entry, as: "").bytes)
        }
        return try source(
            of: example.entry.hasSuffix(".lua")
                ? [file(example.entry, as: "essai/regles.lua")] : files(in: example.entry))
    }

    private static func source(ofTable bytes: [UInt8]) throws -> PolicySource {
        try source(of: [
            SourceText(path: "donnees/tableau.csv", bytes: bytes),
            SourceText(
                path: "essai/regles.lua",
                text: "donnees \"exemple\" { fichier = \"donnees/tableau.csv\" }\n"),
        ])
    }

    /// Files in their places among those of the common policy that they do not replace.
    private static func source(of own: [SourceText]) throws -> PolicySource {
        let others = try files(in: common).filter { file in
            !own.contains { $0.path == file.path }
        }
        return PolicySource(files: own + others)
    }

    /// The files of a folder, all of which have an ending.
    private static func files(in entry: String) throws -> [SourceText] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: entry).path())
            .filter { $0.contains(".") }
            .map { try file(entry + "/" + $0, as: $0) }
    }

    private static func file(_ entry: String, as path: String) throws -> SourceText {
        SourceText(path: path, bytes: Array(try Data(contentsOf: folder.appending(path: entry))))
    }

    private static func expectRecorded(_ text: String, as name: String) throws {
        let recorded = folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: recorded)
        }
        #expect(text == String(decoding: try Data(contentsOf: recorded), as: UTF8.self))
    }
}
