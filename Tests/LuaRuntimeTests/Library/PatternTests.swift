// Patterns, as the manual's sections 6.4 and 6.4.1 describe them.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct PatternTests {
    static let found = [
        LibraryExample("string.find('hello world', 'wor')", "7 9"),
        LibraryExample("string.find('hello world', 'l', 5)", "10 10"),
        LibraryExample("string.find('hello', 'l', -2)", "4 4"),
        LibraryExample("string.find('hello', '')", "1 0"),
        LibraryExample("string.find('hello', '', 6)", "6 5"),
        LibraryExample("string.find('hello', '', 7)", "nil"),
        LibraryExample("string.find('a.b', '.', 2, true)", "2 2"),
        LibraryExample("string.find('a+b', '+b', 1, true)", "2 3"),
        LibraryExample("string.find('key = value', '(%w+)%s*=%s*(%w+)')", "1 11 'key' 'value'"),
        LibraryExample("string.find('flaaap', '()aa()')", "3 4 3 5"),
        LibraryExample("string.find('abc', '^b')", "nil"),
        LibraryExample("string.find('abc', '^b', 2)", "2 2"),
        LibraryExample("string.find('a$b', '$b')", "2 3"),
        LibraryExample("string.find('abc', 'c$')", "3 3"),
        LibraryExample("string.find('a\\0b', '\\0b')", "2 3"),
        LibraryExample("string.find('a^b', 'a^b')", "1 3"),
    ]

    @Test(arguments: found)
    func `find gives places and captures`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let matched = [
        LibraryExample("string.match('2020-07-08', '(%d+)-(%d+)-(%d+)')", "'2020' '07' '08'"),
        LibraryExample("string.match('  trim  ', '^%s*(.-)%s*$')", "'trim'"),
        LibraryExample("string.match('xyz', 'y')", "'y'"),
        LibraryExample("string.match('THE (quick) fox', '%((%a+)%)')", "'quick'"),
        LibraryExample("string.match('abc 12', '(a*(.)%w(%s*))')", "'abc ' 'b' ' '"),
        LibraryExample("string.match('aaab', 'a-b')", "'aaab'"),
        LibraryExample("string.match('aaa', 'a-')", "''"),
        LibraryExample("string.match('aaa', 'a+')", "'aaa'"),
        LibraryExample("string.match('b', 'a?b')", "'b'"),
        LibraryExample("string.match('f(a(b)c)d', '%b()')", "'(a(b)c)'"),
        LibraryExample("string.match('f(a(b', '%b()')", "nil"),
        LibraryExample("string.match('THE (quick) fox', '%f[%a]%l+%f[%A]')", "'quick'"),
        LibraryExample("string.match('fin', 'fin%f[\\0]')", "'fin'"),
        LibraryExample("string.match([[say \"hi\" now]], [[([\"'])(.-)%1]])", "'\"' 'hi'"),
        LibraryExample("string.match('x]y', '[]]')", "']'"),
        LibraryExample("string.match('x]y', '[^]x]')", "'y'"),
        LibraryExample("string.match('a-b', '[a-]+')", "'a-'"),
        LibraryExample("string.match('_x1', '[%a_][%w_]*')", "'_x1'"),
        LibraryExample("string.match('50%', '%d+%%')", "'50%'"),
        LibraryExample("string.match('abc', '()b()')", "2 3"),
        LibraryExample("string.match('0xFf', '%x+', 3)", "'Ff'"),
        LibraryExample("string.match('é', '%a')", "nil"),
        LibraryExample("string.match('ab', '((a)(b))')", "'ab' 'a' 'b'"),
        LibraryExample("string.match(1234, '%d%d')", "'12'"),
    ]

    @Test(arguments: matched)
    func `match gives captures, or the whole`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let classes = [
        ("%a", "AZaz"), ("%c", "\\0\\31\\127"), ("%d", "09"), ("%g", "!09AZ_az~"), ("%l", "az"),
        ("%p", "!_~"), ("%s", "\\t\\n\\v\\f\\r "), ("%u", "AZ"), ("%w", "09AZaz"), ("%x", "09AFaf"),
    ]

    @Test(arguments: classes)
    func `a class holds these bytes of ASCII, and its capital the others`(
        name: String, members: String
    ) throws {
        var machine = try LuaMachine()
        let sample = "'\\0\\t\\n\\v\\f\\r\\31 !09AFGZ_afgz~\\127\\128\\233\\255'"
        let capital = name.uppercased()

        let results = try machine.run(
            """
            local inside = string.gsub(\(sample), '\(capital)', '')
            local outside = string.gsub(\(sample), '\(name)', '')
            local listed = string.gsub('\(members)', '\(capital)', '') == '\(members)'
            return string.len(inside) + string.len(outside) == string.len(\(sample)),
              string.find(outside, '\(name)'), listed
            """)

        #expect(results == [.boolean(true), .none, .boolean(true)])
    }

    static let substituted = [
        LibraryExample(
            "string.gsub('hello world', '(%w+)', '%1 %1')", "'hello hello world world' 2"),
        LibraryExample("string.gsub('hello world', '%w+', '%0 %0', 1)", "'hello hello world' 1"),
        LibraryExample(
            "string.gsub('hello world from Lua', '(%w+)%s*(%w+)', '%2 %1')",
            "'world hello Lua from' 2"),
        LibraryExample(
            "string.gsub('$name-$version.tar.gz', '%$(%w+)', { name = 'lua', version = '5.4' })",
            "'lua-5.4.tar.gz' 2"),
        LibraryExample(
            "string.gsub('4+5', '%d', function(d) return tonumber(d) * 2 end)", "'8+10' 2"),
        LibraryExample(
            "string.gsub('abc', '%w', function(c) return c == 'b' and 'x' end)", "'axc' 3"),
        LibraryExample("string.gsub('abc', '', '-')", "'-a-b-c-' 4"),
        LibraryExample("string.gsub('hello', 'l*', 'x')", "'xhxexox' 4"),
        LibraryExample("string.gsub('abc', 'b*', '.')", "'.a.c.' 3"),
        LibraryExample("string.gsub('aaa', '^a', 'b')", "'baa' 1"),
        LibraryExample("string.gsub('abc', 'x', 'y')", "'abc' 0"),
        LibraryExample("string.gsub('abc', 'b', '%%')", "'a%c' 1"),
        LibraryExample("string.gsub('abc', '()', '%1')", "'1a2b3c4' 4"),
        LibraryExample("string.gsub('abc', 'a', 'x', 0)", "'abc' 0"),
        LibraryExample("string.gsub('abc', 'a', 'x', -1)", "'abc' 0"),
        LibraryExample("string.gsub('abc', 'b', 12)", "'a12c' 1"),
        LibraryExample("string.gsub('abc', '(a)(b)', '%2%1')", "'bac' 1"),
    ]

    @Test(arguments: substituted)
    func `gsub replaces and counts`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let walked: [(call: String, found: String)] = [
        ("'hello world from Lua', '%a+'", "hello;world;from;Lua;"),
        ("'from=world, to=Lua', '(%w+)=(%w+)'", "from world;to Lua;"),
        ("'abc', ''", ";;;;"),
        ("'abcd', '%w', 3", "c;d;"),
        ("'abcd', '%w', -1", "d;"),
        ("'abcd', '%w', 9", ""),
        ("'^a^a', '^a'", "^a;^a;"),
        ("'aXbX', '()X'", "2;4;"),
    ]

    @Test(arguments: walked)
    func `gmatch walks every match`(call: String, found: String) throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local found = ''
            for a, b in string.gmatch(\(call)) do
              found = found .. a .. (b and ' ' .. b or '') .. ';'
            end
            return found
            """)

        #expect(results == [.string(found)])
    }

    static let malformed = [
        LibraryRefusal("string.find('', '[a')", "« [ » sans « ] »"),
        LibraryRefusal("string.match('', '[]')", "« [ » sans « ] »"),
        LibraryRefusal("string.match('', '[^]')", "« [ » sans « ] »"),
        LibraryRefusal("string.match('', '[%')", "« [ » sans « ] »"),
        LibraryRefusal("string.match('', 'x%')", "« % » en dernier ne désigne rien"),
        LibraryRefusal("string.match('', '(x')", "« ( » sans « ) »"),
        LibraryRefusal("string.match('', 'x)')", "« ) » sans « ( »"),
        LibraryRefusal("string.match('', '%bx')", "« %b » demande deux caractères"),
        LibraryRefusal("string.match('', '%fx')", "« %f » demande un ensemble « [ ] »"),
        LibraryRefusal("string.match('', '%f[x')", "« [ » sans « ] »"),
        LibraryRefusal("string.match('', '%1')", "« %1 » ne désigne aucune capture"),
        LibraryRefusal("string.match('', '(%1)')", "« %1 » ne désigne aucune capture"),
        LibraryRefusal("string.match('', '(x)%2')", "« %2 » ne désigne aucune capture"),
        LibraryRefusal("string.match('', '%0')", "« %0 » ne désigne aucune capture"),
    ]

    @Test(arguments: malformed)
    func `a malformed pattern says what is wrong, whatever the text`(
        refusal: LibraryRefusal
    ) throws {
        let name = refusal.expression.prefix { $0 != "(" }
        let message = "« \(name) » : motif mal formé, \(refusal.message)"

        try expectRefusal(of: LibraryRefusal(refusal.expression, message))
    }

    static let refused = [
        LibraryRefusal(
            "string.find({}, 'x')", "« string.find » attend un texte en argument 1, pas une table"),
        LibraryRefusal(
            "string.find('x')", "« string.find » attend un texte en argument 2, pas rien"),
        LibraryRefusal(
            "string.find('x', 'y', 1.5)",
            "« string.find » attend un nombre entier en argument 3"),
        LibraryRefusal(
            "string.match('', string.rep('()', 33))", "« string.match » : plus de 32 captures"),
        LibraryRefusal(
            "string.match('', string.rep('a?', 200))", "« string.match » : motif trop complexe"),
        LibraryRefusal(
            "string.gsub('', '', true)",
            "« string.gsub » attend un texte, une table ou une fonction en argument 3, pas un booléen"
        ),
        LibraryRefusal(
            "string.gsub('a', 'a', function() return {} end)",
            "« string.gsub » : remplacement par une table"),
        LibraryRefusal(
            "string.gsub('', 'x', '%2')",
            "« string.gsub » : dans le remplacement, « %2 » ne désigne aucune capture"),
        LibraryRefusal(
            "string.gsub('', 'x', '%x')",
            "« string.gsub » : dans le remplacement, « % » est suivi d’un chiffre ou d’un autre « % »"
        ),
    ]

    @Test(arguments: refused)
    func `what cannot be done is refused in French`(refusal: LibraryRefusal) throws {
        try expectRefusal(of: refusal)
    }
}
