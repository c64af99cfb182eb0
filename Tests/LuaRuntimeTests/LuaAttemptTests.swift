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

    @Test func `each function is attempted under its own budget, and fills its own place`() throws {
        var machine = try LuaMachine()
        let results = try machine.run(
            LuaAttemptTests.functions + """

                local r = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" }
                attempt_each({ gives, raises, spends, spends }, { 1, 50, 4, 8 }, 5, r, 2, 3)
                return r
                """)
        // `spends` is given 5: more than 4, less than 8. Tenth place and beyond: 2 + 3 × 3 = 11.
        #expect(
            results == [
                .table(
                    array: [
                        .string("a"), .integer(6), .string("c"), .string("d"), .boolean(false),
                        .string("f"), .string("g"), .boolean(false), .string("i"), .string("j"),
                        .integer(5),
                    ], fields: [:])
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
                local r = {}
                attempt_each({ grows, function() return 1 end }, { 1000, 1000 }, 0, r, 1, 1)
                return r
                """)
        #expect(error?.kind == .memoryLimit)
        #expect(try machine.run("return 7") == [.integer(7)])
    }
}
