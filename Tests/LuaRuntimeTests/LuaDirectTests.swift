// What the direct form leaves to C: facts found, lists searched, trees made tables.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaDirectTests {
    /// Three rows under the metatables of facts and lists, and the functions on lists.
    private static let rows = """
        uncounted()
        local Fait, Liste, Jour = {}, {}, {}
        local identity = shapes(Fait, Liste, Jour, {})
        name_keys({ "a", "b" })
        local function record(t) return setmetatable(t, Fait) end
        local rows = setmetatable(
          { record { a = "x", b = 1 }, record { a = "x", b = 2 }, record { a = "y", b = 1 } }, Liste)
        local known, sorted = {}, 0
        local function places(list, column)
          sorted = sorted + 1
          if list ~= rows then return false end
          known[list] = { [column] = { x = { 1, 2 }, y = { 3 } } }
          return known[list][column]
        end
        local lists = list_functions(function(list) return #list end, {}, known, places,
          function() return "existe" end, function() return "parmi" end,
          function() return "nombre" end)

        """

    /// A few calls, and what they give.
    struct Calls: CustomTestStringConvertible, Sendable {
        let text: String
        let results: [LuaValue]
        var testDescription: String { text }

        static let all = [
            Calls(
                text: "look(rows[1], 'a'), look({ k = 2 }, 'k'), look({}, 'k')",
                results: [.string("x"), .integer(2), .none]),
            Calls(
                text: "is_known(rows[1], 'a'), is_known(rows[1], 'c'), known_or(rows[1], 'b', 9)",
                results: [.boolean(true), .boolean(false), .integer(1)]),
            Calls(
                text: """
                    is_filled(record { t = " \\194\\160\\226\\128\\175" }, "t"),
                    is_filled(record { t = " x" }, "t"), is_filled(record { n = 0 }, "n"),
                    is_filled(record { l = setmetatable({}, Liste) }, "l"),
                    is_filled(record { l = rows }, "l"), is_filled(record {}, "n")
                    """,
                results: [
                    .boolean(false), .boolean(true), .boolean(true), .boolean(false),
                    .boolean(true), .boolean(false),
                ]),
            Calls(
                text: """
                    lists.any_match(rows, "x", 2, "a", 1, "b", 2),
                    lists.any_match(rows, "y", 2, "a", 1, "b", 2),
                    lists.any_match(rows, "y", "a", 1), lists.any_match(rows, "z", "a", 1), sorted
                    """,
                results: [
                    .boolean(true), .boolean(false), .boolean(true), .boolean(false), .integer(1),
                ]),
            Calls(
                text: """
                    lists.any_match({ { a = 1 }, { a = 2 } }, 2, "a", 1), sorted
                    """, results: [.boolean(true), .integer(1)]),
            Calls(
                text: """
                    lists.any_entry(rows, function(e) return e.b == 2 end),
                    lists.any_entry(rows, function(e) return e.b == 3 end),
                    lists.any_entry(rows, {})
                    """, results: [.boolean(true), .boolean(false), .string("existe")]),
            Calls(
                text: """
                    lists.has_entry("x", { "y", "x" }), lists.has_entry("z", { "y", "x" }),
                    lists.has_entry("x", record {}), lists.entry_count(rows), lists.entry_count("s")
                    """,
                results: [
                    .boolean(true), .boolean(false), .string("parmi"), .integer(3),
                    .string("nombre"),
                ]),
        ]
    }

    @Test(arguments: Calls.all)
    func `facts and lists are read as the trusted text reads them`(_ calls: Calls) throws {
        var machine = try LuaMachine()

        #expect(try machine.run(LuaDirectTests.rows + "return " + calls.text) == calls.results)
    }

    @Test(arguments: [
        "look(rows[1], 'z')", "look(setmetatable({}, Jour), 'n')", "look('text', 'n')",
        "is_filled({}, 'n')", "is_known('text', 'n')", "known_or(rows[1], 'z', 1)",
        "lists.any_entry(rows, function() end)", "lists.any_match(rows, nil, 'a', 1)",
        "lists.any_match({ {} , record {} }, 'x', 'a', 1)",
    ])
    func `what only the other form can tell ends the run`(_ call: String) throws {
        var machine = try LuaMachine()
        let text = LuaDirectTests.rows + "return attempt(1000, function() return \(call) end)"

        #expect(try machine.run(text) == [.boolean(false), .none])
    }

    @Test func `a search by value costs what a walk costs`() throws {
        var machine = try LuaMachine()
        // Three entries, one comparison for each; the last one fits in two.
        let text =
            LuaDirectTests.rows + """
                local function search(list) return lists.any_match(list, "y", 1, "a", 1, "b", 2) end
                local copy = setmetatable({ table.unpack(rows) }, Liste)
                return attempt(7, search, rows), attempt(8, search, rows),
                  attempt(7, search, copy), attempt(8, search, copy)
                """

        #expect(
            try machine.run(text) == [
                .boolean(false), .boolean(true), .boolean(false), .boolean(true), .boolean(true),
            ])
    }

    @Test func `a tree becomes tables under the shapes that were named`() throws {
        var machine = try LuaMachine()
        let text = try machine.load(
            LuaDirectTests.rows + """
                return function(tree, other)
                  return tree.a, #tree.b, tree.b[1].n, tree.b[2].a, tree[identity],
                    tree.b[2][identity], getmetatable(tree) == Fait,
                    getmetatable(tree.b) == Liste, getmetatable(tree.b[1]) == Jour, other
                end
                """, chunkName: "@essai.lua")
        let function = try machine.callKeeping(text, instructions: 10_000)
        var arguments = LuaArguments()
        arguments.beginTree(texts: Array("..été.".utf8))
        let root = arguments.append(.record(identity: 7), key: 0)
        arguments.append(.text(start: 2, length: 5), key: 1)
        let list = arguments.append(.list(count: 2), key: 2)
        arguments.append(.box(77), key: 0)
        let inner = arguments.append(.record(identity: 0), key: 0)
        arguments.append(.number(1.5), key: 1)
        for place in [inner, list, root] { arguments.endNode(at: place) }
        arguments.append(integer: 5)

        var results = try machine.call(function, with: arguments, instructions: 10_000)

        let values = (1...10).map { _ in results.next() }
        #expect(
            values == [
                .string("été"), .integer(2), .integer(77), .number(1.5), .integer(7), .none,
                .boolean(true), .boolean(true), .boolean(true), .integer(5),
            ])
    }

    @Test func `a tree that is not whole is a fault`() throws {
        var machine = try LuaMachine()
        let text = try machine.load(
            LuaDirectTests.rows + "return function(tree) return tree.a end",
            chunkName: "@essai.lua")
        let function = try machine.callKeeping(text, instructions: 10_000)
        var arguments = LuaArguments()
        arguments.beginTree(texts: Array("abc".utf8))
        let root = arguments.append(.record(identity: 0), key: 0)
        arguments.append(.text(start: 1, length: 3), key: 1)
        arguments.endNode(at: root)

        #expect(throws: LuaError.self) {
            try machine.call(function, with: arguments, instructions: 10_000)
        }
    }
}
