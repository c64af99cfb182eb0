// The journal of a run: what it read, as the host is told.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaJournalTests {
    /// A record of the dossier, two rows of a table, and the functions on lists.
    private static let facts = """
        uncounted()
        local Fait, Liste = {}, {}
        local identity = shapes(Fait, Liste, {}, {})
        name_keys({ "a", "b", "l" })
        local function record(number, t)
          t[identity] = number
          return setmetatable(t, Fait)
        end
        local rows = setmetatable({ record(-1, { a = 1, b = 1 }), record(-2, { a = 2, b = 1 }) }, Liste)
        local fact = record(7, { a = " ", l = rows })
        local function places() return false end
        local lists = list_functions(function(list) return #list end, {}, {}, places, false, false,
          false, { [rows] = true })
        keep_journal(true)
        begin_run()

        """

    /// What is told after a run.
    private func told(_ run: String) throws -> LuaResults {
        var machine = try LuaMachine()
        let text = try machine.load(
            LuaJournalTests.facts + "return function() \(run) end", chunkName: "@essai.lua")
        let function = try machine.callKeeping(text, instructions: 10_000)
        return try machine.call(function, with: LuaArguments(), instructions: 10_000)
    }

    @Test func `facts are told by their records and keys, in parts`() throws {
        var results = try told(
            """
            look(fact, "l")
            past_condition()
            is_filled(fact, "a")
            is_known(fact, "b")
            before_texts()
            is_known(fact, "b")
            after_texts(nil, { "one", 2 })
            look(fact, "a")
            tell_run(0, 5)
            """)

        // Satisfied, with a value, notes, what was absent and what was blank: 8, 64, 128 and 256.
        #expect(results.nextInteger() == 456)
        #expect(results.next() == .integer(5))
        #expect(results.nextNumbers() == [1, 2, 7, 3, 7, 1, 7, 1])
        #expect(results.nextNumbers() == [7, 2])
        #expect(results.nextNumbers() == [7, 1])
        #expect(results.next() == .none)
    }

    @Test func `of rows that are tried, the cells of the one that fits are told`() throws {
        var results = try told(
            """
            lists.find_row(rows, function(row) return look(row, "b") == 1 and look(row, "a") == 2 end)
            lists.any_entry(rows, function(row) return look(row, "b") == 2 end)
            lists.any_match(rows, 2, "a", 1)
            try_row(function(row) return look(row, "b") == 1 end, rows[1])
            tell_run(2)
            """)

        // Without object, with notes: 2 and 64.
        #expect(results.nextInteger() == 66)
        #expect(results.nextNumbers() == [4, 4, -2, 2, -2, 1, -2, 1, -1, 2])
    }

    @Test func `a run that gave nothing is told alone, and one begun anew holds nothing`() throws {
        var results = try told(
            """
            look(fact, "a")
            tell_run(5)
            begin_run()
            tell_run(0)
            """)

        #expect(results.nextInteger() == 5)
        #expect(results.nextInteger() == 0)
        #expect(results.next() == .none)
    }

    @Test func `values of texts beyond what a rule may show end the run`() throws {
        var results = try told(
            """
            before_texts()
            tell_run(attempt(1000, after_texts, nil, { string.rep("x", 65537) }) and 0 or 1)
            """)

        #expect(results.nextInteger() == 1)
    }
}
