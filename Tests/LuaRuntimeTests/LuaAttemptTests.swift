// Attempts: calls whose failure is an answer, each under a budget of its own.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaAttemptTests {
    private static let functions = """
        uncounted()
        local function gives(x) return x + 1 end
        local function raises() abandon("non") end
        local function spends(x)
          spend(x)
          return x
        end
        """

    @Test func `an attempt gives what its function gives, or why it did not`() throws {
        var machine = try LuaMachine()
        let results = try machine.run(
            LuaAttemptTests.functions + """

                local good, value = attempt(10, gives, 1)
                local bad, reason = attempt(10, raises)
                local spent, nothing = attempt(10, spends, 11)
                local none = attempt(0, gives, 1)
                return { good, value, bad, reason, spent, nothing == nil, none }
                """)
        #expect(
            results == [
                .table(
                    array: [
                        .boolean(true), .integer(2), .boolean(false), .string("non"),
                        .boolean(false), .boolean(true), .boolean(false),
                    ], fields: [:])
            ])
    }

    @Test func `each rule runs on its subjects under its own budget, and what it gave is told`()
        throws
    {
        var machine = try LuaMachine()
        let results = try machine.run(
            LuaAttemptTests.functions + """

                local entered = {}
                local plan = {
                  function() return 0 end, 10, false, false, false,
                  function() abandon("non") end, 10, false, false, false,
                  function(env) return 0, env.item.n end, 10, "items", "item",
                  function(place) entered[#entered + 1] = place or 0 end,
                  function(env) return 1, env.item == nil, 7 end, 10, "none", "item", false,
                  function() return spends(2) end, 2, false, false, false,
                  function() return spends(2) end, 3, false, false, false,
                  function(env) return 1, nil, env.item == nil end, 10, false, false, false,
                }
                tell_run(1, "first")
                attempt_all(plan, {}, { items = { { n = "a" }, { n = "b" } } })
                return entered[1], entered[2], entered[3], "last"
                """)
        #expect(
            results == [
                .integer(9), .string("first"), .integer(0), .integer(5), .integer(8), .string("a"),
                .integer(8),
                .string("b"), .integer(5), .integer(2), .integer(17), .boolean(true),
                .integer(1), .integer(2), .integer(0), .string("last"),
            ])
    }

    @Test func `a subject on which a rule fails keeps no other from its run`() throws {
        var machine = try LuaMachine()
        let results = try machine.run(
            LuaAttemptTests.functions + """

                local function odd(env)
                  if env.item % 2 == 0 then abandon() end
                  return env.item
                end
                attempt_all({ odd, 10, "items", "item", false }, {}, { items = { 1, 2, 3 } })
                """)
        #expect(results == [.integer(1), .integer(5), .integer(3)])
    }

    @Test func `runs are paid from the budget around them`() throws {
        var machine = try LuaMachine()
        let text =
            LuaAttemptTests.functions + """

                local items = {}
                for i = 1, 50 do items[i] = i end
                attempt_all({ function() return 0 end, 10, "items", "item", false }, {},
                  { items = items })
                """
        #expect(try machine.run(text, instructions: 6_000).count == 50)
        #expect(machine.failure(of: text, instructions: 4_000)?.kind == .instructionLimit)
    }

    @Test func `what a function gave is kept at the price that it had`() throws {
        var machine = try LuaMachine()
        let results = try machine.run(
            LuaAttemptTests.functions + """

                local calls = 0
                local function costly(text)
                  calls = calls + 1
                  spend(8)
                  return text .. "!"
                end
                local kept = remembering(costly)
                local first = kept("a")
                local good, second = attempt(9, kept, "a")
                local bad = attempt(8, kept, "a")
                local long = string.rep("b", 300)
                return first, good, second, bad, calls, kept(long) == kept(long), calls
                """)
        #expect(
            results == [
                .string("a!"), .boolean(true), .string("a!"), .boolean(false), .integer(1),
                .boolean(true), .integer(3),
            ])
    }

    @Test func `a limit ends all attempts`() throws {
        var machine = try LuaMachine(limits: LuaLimits(liveBytes: 1 << 20))
        let error = machine.failure(
            of: """
                uncounted()
                local function grows()
                  local t = {}
                  for i = 1, 1000000 do t[i] = { i } end
                end
                attempt_all({ grows, 1000, false, false, false, spends, 1000, false, false, false },
                  {}, {})
                """)
        #expect(error?.kind == .memoryLimit)
        #expect(try machine.run("return 7") == [.integer(7)])
    }
}
