// Texts too deep or too long for the stack are refused, not fatal.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

struct DepthTests {
    @Test(arguments: [
        "x = " + repeated("("), "x = " + repeated("{"), "x = " + repeated("- "),
        "x = " + repeated("not "), "x = a" + repeated("..a"), "x = a" + repeated("^a"),
        "x = a" + repeated("[a"), repeated("do "), repeated("do\n"), repeated("if a then "),
        repeated("while a do "), repeated("repeat "), repeated("function f() "),
        "x = " + repeated("function() return "), repeated("f("), repeated("f{"),
        repeated("for i = 1, 2 do "), "x = " + repeated("{ a = f(function() return "),
    ])
    func `nesting beyond the stack is refused once`(text: String) {
        #expect(codes(text) == ["lua.imbrication"])
    }

    @Test(arguments: [
        "x = a" + repeated(" + a"), "x = a" + repeated(".b"), "f" + repeated("()"),
        "x = a" + repeated(":b()"), "x = a" + repeated("[1]"), "x = a" + repeated(" or a"),
    ])
    func `a chain beyond the stack is refused once`(text: String) {
        #expect(codes(text) == ["lua.expression-trop-longue"])
    }

    @Test func `one hundred and eighty levels and four hundred links are taken`() {
        let texts = [
            "x = " + repeated("(", 180) + "a" + repeated(")", 180),
            repeated("do ", 180) + repeated("end ", 180), "x = a" + repeated(" or a == 1", 400),
            "x = a" + repeated(" .. a", 180),
            "if a then " + repeated("elseif b then ", 5_000) + "end",
        ]

        #expect(texts.map(codes) == [[], [], [], [], []])
    }

    @Test func `a hundred faults at most are reported`() {
        #expect(codes(repeated("x = = 1\n", 500)).count == 100)
        #expect(codes(repeated("goto a\n", 500)).count == 100)
        #expect(codes(repeated("x = '\\q'\n", 500)).count == 100)
    }
}

private func repeated(_ text: String, _ count: Int = 5_000) -> String {
    String(repeating: text, count: count)
}

private func codes(_ text: String) -> [String] {
    do throws(DiagnosticsError) {
        _ = try LuaParser.parse(SourceText(path: "a.lua", text: text))
        return []
    } catch {
        return error.diagnostics.map(\.code)
    }
}
