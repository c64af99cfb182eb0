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

    @Test func `memory that runs out at a line is told there`() throws {
        let regime = try LoadedFolder(rules: "local _a = 1\nlocal _b = 2").regime()
        let file = try #require(regime.files.last?.source)
        let failure = LuaError(.memoryLimit, "not enough memory", chunk: file.path, line: 2)

        let told = RegimeInstance.diagnostic(failure, in: regime, reading: file)

        #expect(told.location.file == file.path)
        #expect(told.location.start == SourcePosition(line: 2, column: 1))
    }
}
