// Values as texts and texts as numbers, UTF-8, and what is raised: sections 6.1 and 6.5.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct ValueTextTests {
    static let converted = [
        LibraryExample("tostring(nil), tostring(true), tostring('x')", "'nil' 'true' 'x'"),
        LibraryExample("tostring(12), tostring(-0.0), tostring(1e15)", "'12' '-0.0' '1e+15'"),
        LibraryExample(
            "tostring(3.0), tostring(0.1), tostring(1/3)", "'3.0' '0.1' '0.33333333333333'"),
        LibraryExample("tostring(1/0), tostring(-1/0), tostring(0/0)", "'inf' '-inf' 'nan'"),
        LibraryExample("tostring({}), tostring(pairs)", "'table' 'function'"),
        LibraryExample("tostring(setmetatable({}, { __name = 'x' }))", "'table'"),
        LibraryExample("tonumber('10'), tonumber(' 0x10 '), tonumber('1e1')", "10 16 10.0"),
        LibraryExample(
            "tonumber('10,5'), tonumber(''), tonumber('1 2'), tonumber('1\\0')", "nil nil nil nil"),
        LibraryExample("tonumber('inf'), tonumber('nan'), tonumber({})", "nil nil nil"),
        LibraryExample(
            "tonumber('ff', 16), tonumber('-ZZ', 36), tonumber('777', 8)", "255 -1295 511"),
        LibraryExample("tonumber('8', 8), tonumber('', 10), tonumber('1e1', 10)", "nil nil nil"),
        LibraryExample("tonumber('  11  ', 2)", "3"),
        LibraryExample("assert(1, 'x'), assert('a', nil)", "1 'a' nil"),
    ]

    @Test(arguments: converted)
    func `values become texts and numbers`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let unicode = [
        LibraryExample("utf8.char(72, 233, 8364, 119070)", "'Hé€𝄞'"),
        LibraryExample("utf8.char()", "''"),
        LibraryExample("utf8.len('Hé€𝄞')", "4"),
        LibraryExample("utf8.len('é€', 3)", "1"),
        LibraryExample("utf8.len('a\\xFFb')", "nil 2"),
        LibraryExample(
            "utf8.len('\\xED\\xA0\\x80'), utf8.len('\\xED\\xA0\\x80', 1, -1, true)", "nil 1"),
        LibraryExample("utf8.len('\\xC0\\x80')", "nil 1"),
        LibraryExample("utf8.codepoint('é€', 1, -1)", "233 8364"),
        LibraryExample("utf8.codepoint('é')", "233"),
        LibraryExample("utf8.offset('aé€b', 3)", "4"),
        LibraryExample("utf8.offset('aé€b', -1)", "7"),
        LibraryExample("utf8.offset('aé€b', 0, 5)", "4"),
        LibraryExample("utf8.offset('aé€b', 6)", "nil"),
        LibraryExample("string.match('é€', utf8.charpattern)", "'é'"),
    ]

    @Test(arguments: unicode)
    func `UTF-8 is read by characters`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    @Test func `codes walks the characters`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local found = ''
            for place, code in utf8.codes('aé€') do found = found .. place .. '=' .. code .. ';' end
            return found
            """)

        #expect(results == [.string("1=97;2=233;4=8364;")])
    }

    static let refused = [
        LibraryRefusal("tostring()", "« tostring » attend une valeur"),
        LibraryRefusal("tonumber()", "« tonumber » attend une valeur"),
        LibraryRefusal("tonumber('1', 37)", "« tonumber » : la base va de 2 à 36"),
        LibraryRefusal(
            "tonumber(1, 10)", "« tonumber » attend un texte en argument 1, pas un nombre"),
        LibraryRefusal("assert(false)", "« assert » : la condition n’est pas vraie"),
        LibraryRefusal("assert(nil, 'non')", "non"),
        LibraryRefusal("error('non', 2)", "non"),
        LibraryRefusal("error(12)", "12"),
        LibraryRefusal(
            "utf8.char(-1)", "« utf8.char » : l’argument 1 n’est le code d’aucun caractère"),
        LibraryRefusal("utf8.codepoint('\\xFF')", "« utf8.codepoint » : texte mal écrit en UTF-8"),
        LibraryRefusal("utf8.codepoint('a', 2)", "« utf8.codepoint » : place hors du texte"),
        LibraryRefusal("utf8.len('a', 5)", "« utf8.len » : place hors du texte"),
        LibraryRefusal(
            "utf8.offset('é', 1, 2)",
            "« utf8.offset » : la place de départ est au milieu d’un caractère"),
    ]

    @Test(arguments: refused)
    func `what cannot be done is refused in French`(refusal: LibraryRefusal) throws {
        try expectRefusal(of: refusal)
    }
}
