// What an error says, and where it points.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaErrorTests {
    @Test func `a runtime error stands at its line, without Lua's own prefix`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(
            of: "local t\n\nreturn t.x", chunkName: "@expe-ct/eligibilite.lua")

        #expect(
            error
                == Expected(
                    .runtime, "attempt to index a nil value (local 't')",
                    "expe-ct/eligibilite.lua", 3))
    }

    @Test(arguments: [
        "return (assert(false, 'non'))", "return (error('non'))", "return (error('non', 2))",
        "return (error('non', 0))",
    ])
    func `a raised text stands at the policy's line`(statement: String) throws {
        var machine = try LuaMachine()

        let error = machine.failure(
            of: "local function f()\n  \(statement)\nend\nlocal x = f()\nreturn x")

        #expect(error == Expected(.raised, "non", "essai.lua", 2))
    }

    @Test func `a long name is given whole`() throws {
        var machine = try LuaMachine()
        let name = String(repeating: "dossier/", count: 20) + "regle.lua"

        let running = machine.failure(of: "\nreturn nil + 1", chunkName: "@" + name)
        let loading = machine.failure(of: "\nreturn (", chunkName: "@" + name)

        #expect(
            running
                == Expected(.runtime, "attempt to perform arithmetic on a nil value", name, 2))
        #expect(loading == Expected(.syntax, "unexpected symbol near <eof>", name, 2))
    }

    @Test func `a table raised by trusted text stands at the policy's line`() throws {
        var machine = try LuaMachine()
        _ = try machine.run(
            """
            function plus(a, b)
              if not a then
                error({ message = 'opérande absent' })
              end
              return a + b
            end
            """, chunkName: "=sceau")

        let error = machine.failure(of: "local x = 1\nlocal y = plus(nil, x)\nreturn y")

        #expect(error == Expected(.raised, "opérande absent", "essai.lua", 2))
    }

    @Test func `the message of a raised table is read raw`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(
            of: """
                local t = setmetatable({}, { __index = function() return 'faux' end,
                  __tostring = function() return 'faux' end })
                error(t)
                """)

        #expect(error == Expected(.runtime, "(error object is a table value)", "essai.lua", 3))
    }

    @Test(arguments: [("nil", "nil"), ("true", "boolean"), ("print", "nil"), ("{}", "table")])
    func `any value can be raised`(expression: String, type: String) throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "error(\(expression))")

        #expect(error?.kind == .runtime)
        #expect(error?.message == "(error object is a \(type) value)")
    }

    @Test func `an error in trusted text alone has no position`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "\nreturn nil + 1", chunkName: "=sceau")

        #expect(
            error == Expected(.runtime, "attempt to perform arithmetic on a nil value", nil, nil))
    }

    @Test func `the innermost policy text counts, whoever called it`() throws {
        var machine = try LuaMachine()
        _ = try machine.run(
            "function chacun(f)\n  for i = 1, 3 do\n    local x = f(i)\n  end\nend",
            chunkName: "=sceau")
        let text = """
            local t = { 1, 2 }
            chacun(function(i)
              return t[i] + 1
            end)
            """

        let error = machine.failure(of: text)

        #expect(error?.line == 3)
        #expect(error?.chunk == "essai.lua")
    }

    @Test(arguments: [
        ("error('not enough memory', 0)", "not enough memory"),
        ("error('stack overflow', 0)", "stack overflow"),
        ("error('C stack overflow')", "C stack overflow"),
        ("assert(false, 'stack overflow')", "stack overflow"),
        ("error('error in error handling')", "error in error handling"),
    ])
    func `a limit cannot be forged`(statement: String, message: String) throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: statement)

        #expect(error?.kind == .raised)
        #expect(error?.message == message)
    }

    @Test func `control characters are escaped and broken UTF-8 replaced`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: #"error("a\n\27[31m\0\xFF\u{85}é\tb", 0)"#)

        #expect(error?.message == "a\\n\\u{1B}[31m\\u{0}\u{FFFD}\\u{85}é\\tb")
    }

    @Test func `a long text is cut to 600 bytes between two characters`() throws {
        var machine = try LuaMachine()

        let plain = machine.failure(of: "error(string.rep('x', 5000), 0)")
        let accented = machine.failure(of: "error(string.rep('é', 5000), 0)")
        let escaped = machine.failure(of: #"error(string.rep('\1', 5000), 0)"#)
        let whole = machine.failure(of: "error(string.rep('x', 600), 0)")

        #expect(plain?.message == String(repeating: "x", count: 597) + "…")
        #expect(accented?.message == String(repeating: "é", count: 298) + "…")
        #expect(escaped?.message == String(repeating: "\\u{1}", count: 119) + "…")
        #expect(whole?.message == String(repeating: "x", count: 600))
    }
}

extension LuaErrorTests {
    /// What an error must be; `LuaError` cannot be made outside its module.
    struct Expected {
        let kind: LuaError.Kind
        let message: String
        let chunk: String?
        let line: Int?

        init(_ kind: LuaError.Kind, _ message: String, _ chunk: String?, _ line: Int?) {
            self.kind = kind
            self.message = message
            self.chunk = chunk
            self.line = line
        }

        static func == (error: LuaError?, expected: Expected) -> Bool {
            error?.kind == expected.kind && error?.message == expected.message
                && error?.chunk == expected.chunk && error?.line == expected.line
        }
    }
}
