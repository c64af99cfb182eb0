// Where the bounded library means to differ from stock Lua's.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

/// The intended differences, all of them; `StockParityTests` stays away from these and from no
/// others.
///
/// - Errors are in French, with the position of the policy's text; `error` and `assert` put none
///   before the text.
/// - A malformed pattern or replacement is refused at once, whatever the text; stock Lua refuses
///   it when matching comes to the fault. A pattern with 200 suffixes and parentheses or more is
///   refused likewise.
/// - `%z`, which the manual no longer has, is the letter z.
/// - One call gives 1000 values at most (`table.unpack`, `string.byte`, `utf8.codepoint`).
/// - `pairs` goes by numbers, then by texts, over the keys that the table had when it was called;
///   other keys are refused, and `__pairs` is not asked.
/// - `table.sort` is stable, takes any order, sorts what the list held when it was called, and
///   compares numbers or texts only; texts by their bytes.
/// - `tostring`, and `%s`, give no address and ask no metatable; `%p` is refused.
/// - What is not a number is written `nan`, whatever its sign.
/// - `%s` with a width takes a text with a NUL.
/// - `utf8.codes` refuses stray continuation bytes, as the manual says; 5.4.4 passes over them.
/// - `string.rep('', n)` ends, whatever the number.
struct IntendedDifferencesTests {
    static let differences = [
        LibraryExample("string.match('z', '%z')", "'z'"),
        LibraryExample("string.format('%s %f', 0/0, -(0/0))", "'nan nan'"),
        LibraryExample("tostring(0/0), tostring(-(0/0))", "'nan' 'nan'"),
        LibraryExample("string.format('%3s', '\\0')", "'  \0'"),
        LibraryExample("string.format('%s', setmetatable({}, { __tostring = error }))", "'table'"),
        LibraryExample("string.rep('', math.maxinteger)", "''"),
        LibraryExample("pairs(setmetatable({}, { __pairs = error })) ~= nil", "true"),
    ]

    @Test(arguments: differences)
    func `the machine gives something else`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let refusals = [
        LibraryRefusal("utf8.codes('\\x80')", "« utf8.codes » : texte mal écrit en UTF-8"),
        LibraryRefusal(
            "string.find('', '.(')", "« string.find » : motif mal formé, « ( » sans « ) »"),
    ]

    @Test(arguments: refusals)
    func `the machine refuses`(refusal: LibraryRefusal) throws {
        try expectRefusal(of: refusal)
    }

    @Test func `codes refuses a stray byte on its way`() throws {
        var machine = try LuaMachine()

        let error = machine.failure(of: "for _ in utf8.codes('a\\x80') do end")

        #expect(error?.message == "« utf8.codes » : texte mal écrit en UTF-8")
    }
}
