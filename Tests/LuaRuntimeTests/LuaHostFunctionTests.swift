// Swift functions that Lua calls.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaHostFunctionTests {
    @Test func `Lua gets the values that Swift answers`() throws {
        var machine = try LuaMachine()
        let reversed = try machine.makeHostFunction { .values($0.reversed()) }

        let results = try machine.run(
            "local f = ... return f(1, 'b', { 3 })", [.reference(reversed)])

        #expect(
            results == [
                .table(array: [.integer(3)], fields: [:]), .string("b"), .integer(1),
            ])
    }

    @Test func `each function answers for itself`() throws {
        var machine = try LuaMachine()
        let one = try machine.makeHostFunction { _ in .values([.integer(1)]) }
        let two = try machine.makeHostFunction { _ in .values([.integer(2)]) }
        let none = try machine.makeHostFunction { _ in .values([]) }

        let results = try machine.run(
            "local a, b, c = ... return b(), a(), select('#', c())",
            [.reference(one), .reference(two), .reference(none)])

        #expect(results == [.integer(2), .integer(1), .integer(0)])
    }

    @Test func `a failure is raised at the policy's line`() throws {
        var machine = try LuaMachine()
        let refusing = try machine.makeHostFunction { _ in .failure("le jour n’existe pas") }

        let error = machine.failure(
            of: "local f = ...\nlocal x = 1\nlocal y = f(x)\nreturn y", [.reference(refusing)])

        #expect(error?.kind == .host)
        #expect(error?.message == "le jour n’existe pas")
        #expect(error?.chunk == "essai.lua")
        #expect(error?.line == 3)
    }

    @Test func `a failure deep in Lua and C unwinds a thousand times over`() throws {
        var machine = try LuaMachine()
        let refusing = try machine.makeHostFunction { arguments in
            .failure("refus \(arguments.count) \([arguments].count)")
        }
        let text = try machine.load(
            """
            local f = ...
            local function deep(n)
              if n == 0 then
                return (string.gsub('x', 'x', function() return f(1, {}) end))
              end
              return 1 + deep(n - 1)
            end
            return deep(100)
            """, chunkName: "@essai.lua")

        for _ in 1...1_000 {
            let error = machine.failure(calling: text, [.reference(refusing)])
            #expect(error?.kind == .host)
            #expect(error?.message == "refus 2 1")
        }
        #expect(machine.liveBytes < 500_000)
    }

    @Test func `a function gets functions as none`() throws {
        var machine = try LuaMachine()
        let seesNone = try machine.makeHostFunction { arguments in
            .values([.boolean(arguments == [.none, .table(array: [.none], fields: [:])])])
        }

        let results = try machine.run("local f = ... return f(f, { f })", [.reference(seesNone)])

        #expect(results == [.boolean(true)])
    }

    @Test func `a function may answer with a kept value`() throws {
        var machine = try LuaMachine()
        let make = try machine.load("return { n = 5 }", chunkName: "=sceau")
        let kept = try machine.callKeeping(make, instructions: 100)
        let giving = try machine.makeHostFunction { _ in .values([.reference(kept)]) }

        let results = try machine.run(
            "local f = ... return f() == f(), f().n", [.reference(giving)])

        #expect(results == [.boolean(true), .integer(5)])
    }

    @Test func `an answer too deep or too large is an error`() throws {
        var machine = try LuaMachine(limits: LuaLimits(blockBytes: 1 << 20))
        var deep = LuaValue.none
        for _ in 1...65 { deep = .table(array: [deep], fields: [:]) }
        let long = String(repeating: "x", count: 2 << 20)
        let answers: [LuaValue] = [deep, .string(long)]
        let giving = try machine.makeHostFunction { .values([answers[$0.count]]) }

        let tooDeep = machine.failure(of: "local f = ... return f()", [.reference(giving)])
        let tooLarge = machine.failure(of: "local f = ... return f(1)", [.reference(giving)])

        #expect(tooDeep?.kind == .host)
        #expect(tooDeep?.message == "valeur trop profonde")
        #expect(tooLarge?.kind == .memoryLimit)
        #expect(try machine.run("return 1") == [.integer(1)])
    }

    @Test func `an argument too deep is raised before Swift is called`() throws {
        var machine = try LuaMachine()
        let echo = try machine.makeHostFunction { _ in .values([.integer(1)]) }

        let error = machine.failure(
            of: "local f = ...\nlocal t = {} t.t = t\nreturn (f(t))", [.reference(echo)])

        #expect(error?.kind == .runtime)
        #expect(error?.line == 3)
    }

    @Test func `a released function lives on where Lua holds it`() throws {
        var machine = try LuaMachine()
        let one = try machine.makeHostFunction { _ in .values([.integer(1)]) }
        _ = try machine.run("un = ...", [.reference(one)])

        machine.release(one)

        #expect(try machine.run("return un()") == [.integer(1)])
    }
}
