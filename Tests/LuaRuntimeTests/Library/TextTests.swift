// Texts cut, joined, changed and formatted: the manual's section 6.4.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct TextTests {
    static let changed = [
        LibraryExample("string.len('a\\0b')", "3"),
        LibraryExample("string.sub('abcdef', 2, 4)", "'bcd'"),
        LibraryExample("string.sub('abcdef', -3)", "'def'"),
        LibraryExample("string.sub('abcdef', 0, 2)", "'ab'"),
        LibraryExample("string.sub('abcdef', 4, 2)", "''"),
        LibraryExample("string.sub('abcdef', math.mininteger, math.maxinteger)", "'abcdef'"),
        LibraryExample("string.upper('abc é'), string.lower('ABC É')", "'ABC é' 'abc É'"),
        LibraryExample("string.reverse('abc')", "'cba'"),
        LibraryExample("string.rep('ab', 3)", "'ababab'"),
        LibraryExample("string.rep('ab', 3, ', ')", "'ab, ab, ab'"),
        LibraryExample("string.rep('ab', 1, ', ')", "'ab'"),
        LibraryExample("string.rep('ab', 0), string.rep('ab', -1)", "'' ''"),
        LibraryExample("string.rep('', math.maxinteger)", "''"),
        LibraryExample("string.rep('', 3, '-')", "'--'"),
        LibraryExample("string.byte('abc', 2)", "98"),
        LibraryExample("string.byte('abc', -2, -1)", "98 99"),
        LibraryExample("string.byte('abc', 9)", ""),
        LibraryExample("string.char(97, 0, 98) == 'a\\0b', string.char()", "true ''"),
    ]

    @Test(arguments: changed)
    func `texts are cut, repeated and changed`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let formatted = [
        LibraryExample(
            "string.format('%d %5d|%-5d|%05d|%+d', 7, 7, 7, 7, 7)", "'7     7|7    |00007|+7'"),
        LibraryExample("string.format('%i %u', -3, 3)", "'-3 3'"),
        LibraryExample("string.format('%x %X %#x %o', 255, 255, 255, 8)", "'ff FF 0xff 10'"),
        LibraryExample("string.format('%x', -1)", "'ffffffffffffffff'"),
        LibraryExample(
            "string.format('%5.1f|%.0f|%e', 3.14159, 2.5, 12345.678)", "'  3.1|2|1.234568e+04'"),
        LibraryExample(
            "string.format('%g %G %.3g', 1e20, 1e-10, 1234.5)", "'1e+20 1E-10 1.23e+03'"),
        LibraryExample("string.format('%a', 1.0)", "'0x1p+0'"),
        LibraryExample("string.format('%c%c', 65, 66)", "'AB'"),
        LibraryExample(
            "string.format('%s|%5s|%-5s|%.2s', 'abc', 'abc', 'abc', 'abc')", "'abc|  abc|abc  |ab'"),
        LibraryExample("string.format('%s %s %s %s', nil, true, 12, 2.5)", "'nil true 12 2.5'"),
        LibraryExample("string.format('%d%%', 50)", "'50%'"),
        LibraryExample("string.format('%d', 3.0)", "'3'"),
        LibraryExample("string.format('%d', '10')", "'10'"),
        LibraryExample("string.format('%.20s', 'é')", "'é'"),
        LibraryExample(
            "string.format('%q', 'a \"b\"\\n\\\\\\0001') == '\"a \\\\\"b\\\\\"\\\\\\n\\\\\\\\\\\\0001\"'",
            "true"),
        LibraryExample("string.format('%q %q', 1, math.mininteger)", "'1 0x8000000000000000'"),
        LibraryExample("string.format('%q %q %q', 0.5, 1/0, 0/0)", "'0x1p-1 1e9999 (0/0)'"),
        LibraryExample("string.format('%99d', 1) == string.rep(' ', 98) .. '1'", "true"),
        LibraryExample("string.len(string.format('%.99f', -math.pi * 1e300))", "402"),
    ]

    @Test(arguments: formatted)
    func `format follows the manual's directives`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let refused = [
        LibraryRefusal(
            "string.rep('x')", "« string.rep » attend un nombre entier en argument 2, pas rien"),
        LibraryRefusal(
            "string.rep(nil, 2)", "« string.rep » attend un texte en argument 1, pas rien"),
        LibraryRefusal(
            "string.sub('x', 'y')",
            "« string.sub » attend un nombre entier en argument 2, pas un texte"),
        LibraryRefusal(
            "string.char(256)", "« string.char » attend un nombre de 0 à 255 en argument 1"),
        LibraryRefusal(
            "string.byte(string.rep('x', 2000), 1, -1)",
            "« string.byte » : plus de 1000 valeurs à la fois"),
        LibraryRefusal(
            "string.format('%d', 1.5)", "« string.format » attend un nombre entier en argument 2"),
        LibraryRefusal(
            "string.format('%d', 'x')",
            "« string.format » attend un nombre entier en argument 2, pas un texte"),
        LibraryRefusal(
            "string.format('%f', {})",
            "« string.format » attend un nombre en argument 2, pas une table"),
        LibraryRefusal(
            "string.format('%d %d', 1)", "« string.format » : il manque une valeur pour « %d »"),
        LibraryRefusal(
            "string.format('%100d', 1)", "« string.format » : directive « %100d » inconnue"),
        LibraryRefusal(
            "string.format('%.100f', 1)", "« string.format » : directive « %.100f » inconnue"),
        LibraryRefusal("string.format('%#d', 1)", "« string.format » : directive « %#d » inconnue"),
        LibraryRefusal("string.format('%y', 1)", "« string.format » : directive « %y » inconnue"),
        LibraryRefusal("string.format('%5', 1)", "« string.format » : directive « %5 » inachevée"),
        LibraryRefusal("string.format('%', 1)", "« string.format » : directive « % » inachevée"),
        LibraryRefusal(
            "string.format('%5q', 'x')", "« string.format » : directive « %5q » inconnue"),
        LibraryRefusal(
            "string.format('%q', {})", "« string.format » : « %q » n’écrit pas une table"),
        LibraryRefusal(
            "string.format('%p', {})",
            "« string.format » : « %p » est refusé, une adresse changerait à chaque exécution"),
    ]

    @Test(arguments: refused)
    func `what cannot be done is refused in French`(refusal: LibraryRefusal) throws {
        try expectRefusal(of: refusal)
    }
}
