// The machine's entries, one by one.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaMachineTests {
    @Test func `a loaded text is called with its arguments`() throws {
        var machine = try LuaMachine()
        let double = try machine.load("return 2 * ...", chunkName: "@double.lua")

        let results = try machine.call(double, [.integer(21)], instructions: 1_000)

        #expect(results == [.integer(42)])
    }

    @Test func `results come back in order, however many`() throws {
        var machine = try LuaMachine()

        #expect(try machine.run("return 1, nil, 'b'") == [.integer(1), .none, .string("b")])
        #expect(try machine.run("local x = 1") == [])
    }

    @Test func `a text without environment shares the trusted globals`() throws {
        var machine = try LuaMachine()

        _ = try machine.run("partage = 7", chunkName: "=sceau")

        #expect(try machine.run("return partage") == [.integer(7)])
    }

    @Test func `a text with an environment sees nothing else`() throws {
        var machine = try LuaMachine()
        let make = try machine.load("return { seuil = 10 }", chunkName: "=sceau")
        let environment = try machine.callKeeping(make, instructions: 100)
        let text = try machine.load(
            "return seuil, setmetatable, _G", chunkName: "@essai.lua", environment: environment)

        let results = try machine.call(text, instructions: 100)

        #expect(results == [.integer(10), .none, .none])
    }

    @Test func `a kept table is passed back as itself`() throws {
        var machine = try LuaMachine()
        let make = try machine.load("return { n = 1 }", chunkName: "=sceau")
        let add = try machine.load(
            "local t = ... t.n = t.n + 1 return t.n", chunkName: "=sceau")
        let table = try machine.callKeeping(make, instructions: 100)

        _ = try machine.call(add, [.reference(table)], instructions: 100)
        let results = try machine.call(add, [.reference(table)], instructions: 100)

        #expect(results == [.integer(3)])
    }

    @Test func `a kept function is called`() throws {
        var machine = try LuaMachine()
        let make = try machine.load(
            "local n = ... return function() n = n + 1 return n end", chunkName: "=sceau")
        let counter = try machine.callKeeping(make, [.integer(4)], instructions: 100)

        _ = try machine.call(counter, instructions: 100)

        #expect(try machine.call(counter, instructions: 100) == [.integer(6)])
    }

    @Test func `only a table or a function is kept`() throws {
        var machine = try LuaMachine()
        let text = try machine.load("return 1", chunkName: "@essai.lua")
        let kept = machine.keptCount

        #expect(throws: LuaError.self) {
            try machine.callKeeping(text, instructions: 100)
        }
        #expect(machine.keptCount == kept)
    }

    @Test func `a released reference is a fault, and releasing it again does nothing`() throws {
        var machine = try LuaMachine()
        let text = try machine.load("return 1", chunkName: "@essai.lua")

        machine.release(text)
        machine.release(text)

        #expect(machine.failure(calling: text)?.kind == .fault)
        #expect(machine.keptCount == 0)
    }

    @Test func `a reference of another machine is a fault`() throws {
        var first = try LuaMachine()
        var second = try LuaMachine()
        let ours = try first.load("return ...", chunkName: "@essai.lua")
        let theirs = try second.load("return 2", chunkName: "@essai.lua")

        first.release(theirs)

        #expect(first.failure(calling: theirs)?.kind == .fault)
        #expect(first.failure(calling: ours, [.reference(theirs)])?.kind == .fault)
        #expect(try second.call(theirs, instructions: 100) == [.integer(2)])
    }

    @Test func `a released value is freed`() throws {
        var machine = try LuaMachine(limits: LuaLimits(liveBytes: 4 << 20))
        let make = try machine.load(
            "local n = ... return { string.rep('x', n) }", chunkName: "=sceau")

        for _ in 0..<20 {
            let table = try machine.callKeeping(make, [.integer(1 << 20)], instructions: 100_000)
            machine.release(table)
        }

        #expect(machine.keptCount == 1)
    }

    @Test func `a hundred thousand calls leave nothing behind`() throws {
        var machine = try LuaMachine()
        let host = try machine.makeHostFunction { .values($0) }
        let text = try machine.load(
            "local host, t = ... return host(t), { t.n }", chunkName: "@essai.lua")
        let argument = LuaValue.table(array: [], fields: ["n": .integer(1)])
        let make = try machine.load("return { {} }", chunkName: "=sceau")

        for _ in 0..<100_000 {
            _ = try machine.call(text, [.reference(host), argument], instructions: 100)
            machine.release(try machine.callKeeping(make, instructions: 100))
        }

        #expect(machine.keptCount == 3)
        #expect(machine.liveBytes < 200_000)
    }

    @Test func `thousands of texts loaded and released leave nothing behind`() throws {
        var machine = try LuaMachine()

        for _ in 0..<5_000 {
            #expect(try machine.run("local a, b = 1, 2 return a + b") == [.integer(3)])
        }

        #expect(machine.liveBytes < 200_000)
    }

    @Test func `limits too small for the libraries are an error`() {
        #expect(throws: LuaError.self) {
            _ = try LuaMachine(limits: LuaLimits(liveBytes: 1_000))
        }
        #expect(throws: LuaError.self) {
            _ = try LuaMachine(limits: LuaLimits(liveBytes: 8_000))
        }
    }

    @Test func `the version is that of Debian's library`() {
        #expect(LuaMachine.version.hasPrefix("5.4."))
    }
}
