// Whose fault it is when the machine fails while it is made ready.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaRuntime
import Testing

@testable import PolicyEngine

struct LoadFailureTests {
    private let exhausted = LuaError(.memoryLimit, "not enough memory")

    @Test func `memory that runs out before any file is read is the tables' doing`() throws {
        let regime = try LoadedFolder(rules: "local _a = 1").regime()

        let told = RegimeInstance.diagnostic(exhausted, in: regime, reading: nil)

        #expect(told.message.contains("tableaux de données"))
        #expect(told.location.file == "essai/regime.lua")
    }

    @Test func `memory that runs out while a file is read is not the tables' doing`() throws {
        let regime = try LoadedFolder(rules: "local _a = 1").regime()
        let file = try #require(regime.files.last?.source)

        let told = RegimeInstance.diagnostic(exhausted, in: regime, reading: file)

        #expect(told.message.hasSuffix("le calcul demande trop de mémoire"))
        #expect(told.location.file == file.path)
    }

    @Test func `a file that fills the memory while it is compiled is named`() throws {
        let values = (1...86_000).map { "\"v\($0 + 1_000_000)\"" }.joined(separator: ",\n")
        let rules = "local _liste = {\n\(values),\n}\n"
        // As large as a file of rules may nearly be: 1 MiB.
        #expect((900_000...1 << 20).contains(rules.utf8.count))
        let policy = try Policy.load(Trial.source(rules))
        let program = try #require(policy.programs.first)
        let instance = try RegimeInstance(
            program, schema: policy.schema, tracing: .explanation,
            limits: LuaLimits(liveBytes: 4 << 20))

        let failure = #expect(throws: DiagnosticsError.self) { try instance.instrument() }

        let told = try #require(failure?.diagnostics.first)
        #expect(told.code == "politique.echec-au-chargement")
        #expect(told.message.hasSuffix("le calcul demande trop de mémoire"))
        #expect(told.location.file == "essai/regles.lua")
    }

    @Test func `memory that runs out at a line is told there`() throws {
        let regime = try LoadedFolder(rules: "local _a = 1\nlocal _b = 2").regime()
        let file = try #require(regime.files.last?.source)
        let failure = LuaError(.memoryLimit, "not enough memory", chunk: file.path, line: 2)

        let told = RegimeInstance.diagnostic(failure, in: regime, reading: file)

        #expect(told.location.file == file.path)
        #expect(told.location.start == SourcePosition(line: 2, column: 1))
    }
}
