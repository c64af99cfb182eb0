// Machines in tasks of their own: nothing of one reaches another.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

/// Meant for ThreadSanitizer: `make sanitize`.
struct LuaConcurrencyTests {
    @Test func `two machines in two tasks work as if alone`() async throws {
        async let first = Self.work(from: 1)
        async let second = Self.work(from: 1_000_000)

        let (ours, theirs) = try await (first, second)

        #expect(ours == Self.expected(from: 1))
        #expect(theirs == Self.expected(from: 1_000_000))
    }

    /// Every kind of entry, over and over, on a machine of its own.
    ///
    /// - Returns: each number plus one, as Lua adds.
    private static func work(from start: Int64) throws -> [Int64] {
        var machine = try LuaMachine()
        let add = try machine.makeHostFunction { .values([.table(array: $0, fields: [:])]) }
        let sum = try machine.load(
            "local add, n = ... local t = add(n, 1) return t[1] + t[2]", chunkName: "@somme.lua")
        let make = try machine.load("return { ... }", chunkName: "@table.lua")
        var results: [Int64] = []
        for number in start..<start + 200 {
            let found = try machine.call(
                sum, [.reference(add), .integer(number)], instructions: 1_000)
            if case .integer(let value)? = found.first { results.append(value) }
            let kept = try machine.callKeeping(make, [.integer(number)], instructions: 1_000)
            machine.release(kept)
            let endless = machine.failure(of: "while true do end", instructions: 1_000)
            let wrong = machine.failure(of: "return nil + 1")
            let refused = LuaMachine.syntaxError(of: "return return")
            #expect(endless?.kind == .instructionLimit)
            #expect(wrong?.kind == .runtime)
            #expect(refused?.kind == .syntax)
        }
        return results
    }

    private static func expected(from start: Int64) -> [Int64] {
        Array(start + 1...start + 200)
    }
}
