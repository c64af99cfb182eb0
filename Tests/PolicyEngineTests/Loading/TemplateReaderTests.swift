// Placeholders in the texts of rules.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine
import Testing

struct TemplateReaderTests {
    /// A flag whose message is a Lua literal, on the second line.
    private static func flag(_ literal: String) -> String {
        "signalement \"S\" { titre = \"T\", source = \"S\", si = true,\nmessage = \(literal) }"
    }

    /// The message's pieces, placeholders between angle brackets.
    private func pieces(_ literal: String) throws -> [String] {
        let regime = try LoadedFolder(rules: TemplateReaderTests.flag(literal)).regime()
        let template = try #require(regime.declarations.rules.first?.template)
        return template.pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .placeholder(let expression):
                "<\(regime.files[1].source.text(in: expression.range))>"
            }
        }
    }

    @Test func `a text without braces is one piece`() throws {
        #expect(try pieces(#""à \"b\"""#) == ["à \"b\""])
    }

    @Test func `placeholders stand where they are written`() throws {
        #expect(try pieces(#""é {a.b} et { c }.""#) == ["é ", "<a.b>", " et ", "<c>", "."])
    }

    @Test func `doubled braces are braces`() throws {
        #expect(try pieces(#""{{x}} {a}""#) == ["{x} ", "<a>"])
    }

    @Test func `tables in a placeholder keep their braces`() throws {
        let found = try pieces(#""{existe(x, { a = 1, b = { c = 2 }})}!""#)

        #expect(found == ["<existe(x, { a = 1, b = { c = 2 }})>", "!"])
    }

    @Test func `texts in a placeholder keep their braces`() throws {
        #expect(try pieces(#""{f('}', '{')}{'a'}""#) == ["<f('}', '{')>", "<'a'>"])
    }

    @Test func `a quote escaped in a text of a long string does not end it`() throws {
        #expect(try pieces(#"[[{f('it\'s }')} "x"]]"#) == [#"<f('it\'s }')>"#, " \"x\""])
    }

    @Test func `a long string may hold a placeholder over two lines`() throws {
        #expect(try pieces("[[\n{a +\r\nb}]]") == ["<a +\r\nb>"])
    }

    private static let faults = [
        LoadingFault(
            "unclosed", flag(#""a {b""#),
            "2:14 politique.accolade: accolade jamais fermée dans le texte"),
        LoadingFault(
            "unclosed text", flag(#""a {f('b)} c""#),
            "2:14 politique.accolade: accolade jamais fermée dans le texte"),
        LoadingFault(
            "lone brace", flag(#""é } b""#),
            "2:14 politique.accolade: accolade fermante sans accolade ouvrante → }}"),
        LoadingFault(
            "empty", flag(#""a {} { }""#),
            "2:14 politique.accolade: rien entre les accolades",
            "2:17 politique.accolade: rien entre les accolades"),
        LoadingFault(
            "escaped quotes", flag(#""a {f(\"b\")}""#),
            "2:17 politique.echappement-dans-accolades: « \\\" » entre accolades n’est pas lu "
                + "comme du Lua → '"),
        LoadingFault(
            "escaped newline", flag(#""a {b \n}""#),
            "2:17 politique.echappement-dans-accolades: « \\n » entre accolades n’est pas lu "
                + "comme du Lua"),
        LoadingFault(
            "escaped letter", flag(#""{\97}""#),
            "2:13 politique.echappement-dans-accolades: « \\97 » entre accolades n’est pas lu "
                + "comme du Lua"),
        LoadingFault(
            "skipped space", flag("\"{a\\z\n}\""),
            "2:14 politique.echappement-dans-accolades: « \\z␊ » entre accolades n’est pas lu "
                + "comme du Lua"),
        LoadingFault(
            "not Lua", flag(#""é {a b}""#),
            "2:17 lua.jeton-inattendu: fin de l’expression attendue, et non « b »"),
        LoadingFault(
            "half an expression", flag(#""{a +}, {(b}""#),
            "2:16 lua.expression-attendue: valeur attendue, et non la fin du texte",
            "2:22 lua.fermeture-attendue: « ) » attendu, et non la fin du texte"),
        LoadingFault(
            "two faults", flag(#""} {}""#),
            "2:12 politique.accolade: accolade fermante sans accolade ouvrante → }}",
            "2:14 politique.accolade: rien entre les accolades"),
    ]

    @Test(arguments: faults)
    func `a wrong placeholder is reported where it stands`(fault: LoadingFault) {
        let folder = LoadedFolder(rules: fault.text)

        #expect(folder.ruleFindings == fault.expected)
    }
}
