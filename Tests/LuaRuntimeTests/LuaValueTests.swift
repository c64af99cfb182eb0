// Values that cross to Lua and back.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaValueTests {
    static let values: [LuaValue] = [
        .none, .boolean(true), .boolean(false), .integer(0), .integer(-1), .integer(.max),
        .integer(.min), .number(0.5), .number(.infinity), .number(-.infinity),
        .number(.greatestFiniteMagnitude), .number(.leastNonzeroMagnitude), .number(3),
        .string(""), .string("é\0\n« x »"), .string(String(repeating: "long ", count: 1_000)),
        .table(array: [], fields: [:]), .table(array: [.integer(1), .boolean(false)], fields: [:]),
        .table(array: [], fields: ["": .string("vide"), "depose_le": .string("2020-07-08")]),
        .table(
            array: [.table(array: [.table(array: [], fields: [:])], fields: ["a": .number(1)])],
            fields: ["b": .table(array: [.integer(2)], fields: ["c": .boolean(true)])]),
    ]

    @Test(arguments: values)
    func `a value comes back as it went`(value: LuaValue) throws {
        var machine = try LuaMachine()
        let identity = try machine.load("return ...", chunkName: "@essai.lua")

        #expect(try machine.call(identity, [value], instructions: 100) == [value])
    }

    @Test(arguments: values)
    func `a value that a host function gets is the one that Lua gave`(value: LuaValue) throws {
        var machine = try LuaMachine()
        let host = try machine.makeHostFunction { .values($0 + $0) }
        let twice = try machine.load("local f, v = ... return f(v)", chunkName: "@essai.lua")

        let results = try machine.call(twice, [.reference(host), value], instructions: 100)

        #expect(results == [value, value])
    }

    @Test func `minus zero and not-a-number keep their bits`() throws {
        var machine = try LuaMachine()

        let results = try machine.run("return ...", [.number(-0.0), .number(.nan)])

        guard case .number(let zero) = results[0], case .number(let nan) = results[1] else {
            Issue.record("not two numbers")
            return
        }
        #expect(zero.sign == .minus)
        #expect(zero.isZero)
        #expect(nan.isNaN)
    }

    @Test func `integers and floats stay apart`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            "local a, b = ... return math.type(a), math.type(b), 1 // 1, 1 / 1",
            [.integer(3), .number(3)])

        #expect(results == [.string("integer"), .string("float"), .integer(1), .number(1)])
    }

    @Test func `broken UTF-8 shows as the replacement character`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(#"return "a\xFFb", { ["k\xC3"] = 1 }"#)

        #expect(
            results == [
                .string("a\u{FFFD}b"), .table(array: [], fields: ["k\u{FFFD}": .integer(1)]),
            ])
    }

    @Test func `functions stay inside`() throws {
        var machine = try LuaMachine()

        let results = try machine.run("return error, { error, 1, f = error }")

        #expect(
            results == [
                .none, .table(array: [.none, .integer(1)], fields: ["f": .none]),
            ])
    }

    @Test func `tables are read raw`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local poison = function() error('lu') end
            return setmetatable({ 1 }, { __index = poison, __len = poison, __pairs = poison })
            """)

        #expect(results == [.table(array: [.integer(1)], fields: [:])])
    }

    @Test(arguments: [
        "{ [3] = 1 }", "{ 1, nil, 3 }", "{ [0] = 1 }", "{ [true] = 1 }", "{ [0.5] = 1 }",
    ])
    func `a table with holes or odd keys cannot cross`(expression: String) throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "return \(expression)")

        #expect(error?.kind == .runtime)
        #expect(error?.message == "table à trous, ou clé qui n’est pas un texte")
    }

    @Test func `nil items and fields of an argument are absent in Lua`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            "local t = ... return rawlen(t), next(t)",
            [.table(array: [.none], fields: ["a": .none])])

        #expect(results == [.integer(0), .none])
    }

    @Test func `a circle is too deep to cross`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "local t = {} t.t = t return t")

        #expect(error?.kind == .runtime)
        #expect(error?.message == "valeur trop profonde")
    }

    @Test func `64 levels cross both ways, and 65 neither`() throws {
        var machine = try LuaMachine()
        let identity = try machine.load("return ...", chunkName: "@essai.lua")
        let nest = "local t = {} for i = 2, ... do t = { t } end return t"
        var deepest = LuaValue.table(array: [], fields: [:])
        for _ in 2...64 { deepest = .table(array: [deepest], fields: [:]) }
        let tooDeep = LuaValue.table(array: [deepest], fields: [:])

        #expect(try machine.run(nest, [.integer(64)]) == [deepest])
        #expect(try machine.call(identity, [deepest], instructions: 100) == [deepest])
        #expect(machine.failure(of: nest, [.integer(65)])?.kind == .runtime)
        #expect(machine.failure(calling: identity, [tooDeep])?.kind == .fault)
    }

    @Test func `thousands of values cross at once`() throws {
        var machine = try LuaMachine()
        let values = (1...5_000).map { LuaValue.integer($0) }

        let results = try machine.run("return ...", values)

        #expect(results == values)
    }
}
