// What trusted text finds, and nothing more.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaSandboxTests {
    @Test func `the trusted globals are exactly those listed`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local names, count = {}, 0
            local function list(prefix, t)
              for name, value in pairs(t) do
                count = count + 1
                names[count] = prefix .. name
                if type(value) == 'table' then list(name .. '.', value) end
              end
            end
            list('', _ENV)
            return names
            """, chunkName: "=sceau")

        guard case .table(let names, _)? = results.first else {
            Issue.record("no list")
            return
        }
        let found = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
        #expect(found.sorted() == Self.allowed)
    }

    private static let allowed = [
        "abandon", "after_texts", "assert", "attempt", "attempt_all", "before_texts", "begin_run",
        "box_less", "box_less_or_equal", "count_entries", "error", "getmetatable", "ipairs",
        "is_filled", "is_known", "is_past_condition", "keep_journal", "known_or", "list_functions",
        "look", "math", "math.abs", "math.ceil", "math.floor", "math.fmod", "math.huge", "math.max",
        "math.maxinteger", "math.min", "math.mininteger", "math.pi", "math.sqrt", "math.tointeger",
        "math.type", "math.ult", "name_keys", "next", "pairs", "part", "past_condition", "rawequal",
        "rawget", "rawlen", "rawset", "remembering", "select", "setmetatable", "shapes",
        "spend", "starts_with", "string", "string.byte", "string.char", "string.find",
        "string.format", "string.gmatch", "string.gsub", "string.len", "string.lower",
        "string.match", "string.rep", "string.reverse", "string.sub", "string.upper", "table",
        "table.concat", "table.insert",
        "table.remove", "table.sort", "table.unpack", "tell_run", "tonumber", "tostring", "try_row",
        "type", "uncounted", "utf8", "utf8.char", "utf8.charpattern", "utf8.codepoint",
        "utf8.codes", "utf8.len", "utf8.lower", "utf8.offset", "utf8.upper",
    ]

    @Test(arguments: ["('x'):rep(2)", "('x').len", "#('x'):upper()"])
    func `a text has no methods`(expression: String) throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "return \(expression)")

        #expect(error?.kind == .runtime)
        #expect(error?.message.contains("attempt to index a string value") == true)
    }

    @Test func `a text has no metatable, nor arithmetic`() throws {
        var machine = try LuaMachine()

        #expect(try machine.run("return getmetatable('x')") == [.none])
        #expect(machine.failure(of: "return '1' + 1")?.kind == .runtime)
    }

    @Test func `compiled Lua is refused`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "\u{1B}Lua")

        #expect(error?.kind == .syntax)
        #expect(error?.message.hasPrefix("attempt to load a binary chunk") == true)
    }
}
