// What the checker says of forms of texts, of formats and of lists that are sorted.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct LibraryCheckTests {
    /// A condition whose pattern starts at 2:33.
    private static func match(_ pattern: String) -> String {
        "string.match(collectivite.nom, \"\(pattern)\") ~= nil"
    }

    @Test(arguments: [
        CheckCase("lone percent", match("ab%"), "2:35 politique.texte-mal-forme"),
        CheckCase("open set", match("a[bc"), "2:34 politique.texte-mal-forme"),
        CheckCase("set of a bracket", match("a[]"), "2:34 politique.texte-mal-forme"),
        CheckCase("open capture", match("(a(b)"), "2:33 politique.texte-mal-forme"),
        CheckCase("closed only", match("a)"), "2:34 politique.texte-mal-forme"),
        CheckCase("capture too far", match("(a)%2"), "2:36 politique.texte-mal-forme"),
        CheckCase("capture still open", match("(a%1)"), "2:35 politique.texte-mal-forme"),
        CheckCase("capture zero", match("(a)%0"), "2:36 politique.texte-mal-forme"),
        CheckCase("balance", match("%b("), "2:33 politique.texte-mal-forme"),
        CheckCase("frontier", match("a%fb"), "2:34 politique.texte-mal-forme"),
        CheckCase("after escapes", match("\\t\\xe9%"), "2:39 politique.texte-mal-forme"),
        CheckCase("letter in a set", match("[aé]"), "2:35 politique.lettre-coupee"),
        CheckCase("repeated letter", match("aé?"), "2:34 politique.lettre-coupee"),
        CheckCase("good", match("^[]%]a-z]-(%d+)()%1%b()%f[%a].-$")),
        CheckCase("good letters", match("é(%a*)è.")),
        CheckCase("good bytes", match("[\\195-\\244]")),
        CheckCase(
            "many captures", match(String(repeating: "(a)", count: 33)),
            "2:129 politique.texte-mal-forme"),
        CheckCase(
            "replacement", "string.gsub(collectivite.nom, \"(a)\", \"%2\") == \"\"",
            "2:39 politique.texte-mal-forme"),
        CheckCase(
            "percent of a replacement", "string.gsub(collectivite.nom, \"a\", \"5 %\") == \"\"",
            "2:39 politique.texte-mal-forme"),
        CheckCase(
            "good replacement", "string.gsub(collectivite.nom, \"a\", \"%0%1%%\") == \"\""),
        CheckCase("search without signs", "string.find(collectivite.nom, \"a)]\") == 1"),
        CheckCase("plain search", "string.find(collectivite.nom, \"a(\", 1, true) == 1"),
    ])
    func `a form that is written out is read`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `a form in a local is reported where it is written`() throws {
        let text = """
            local modele = "a["
            critere "C" { exige = string.find(collectivite.nom, modele) == 1 }
            """

        #expect(try PolicyFixture.findings(in: text) == ["1:16 politique.texte-mal-forme"])
    }

    @Test(arguments: [
        CheckCase(
            "one value less", "string.format(\"%d/%d\", 1) == \"\"", "2:19 politique.arguments"),
        CheckCase(
            "one value more", "string.format(\"%d\", 1, 2) == \"\"", "2:24 politique.arguments"),
        CheckCase("no value", "string.format(\"%d\") == \"\"", "2:16 politique.arguments"),
        CheckCase("address", "string.format(\"%p\", 1) == \"\"", "2:16 politique.texte-mal-forme"),
        CheckCase("end", "string.format(\"5 %\") == \"\"", "2:18 politique.texte-mal-forme"),
        CheckCase("flag", "string.format(\"%+s\", \"\") == \"\"", "2:16 politique.texte-mal-forme"),
        CheckCase("width", "string.format(\"%123d\", 1) == \"\"", "2:16 politique.texte-mal-forme"),
        CheckCase(
            "text for a number", "string.format(\"%d\", collectivite.nom) == \"\"",
            "2:21 politique.type"),
        CheckCase(
            "record", "string.format(\"%s\", collectivite) == \"\"", "2:21 politique.type"),
        CheckCase(
            "several results",
            "string.format(\"%s %s\", string.find(collectivite.nom, \"a\")) == \"\""),
        CheckCase(
            "good",
            "string.format(\"%-5d|%+.2f|%5s|%s|100 %%\", 1, 2, \"a\", decision.date) == \"\""),
    ])
    func `a format that is written out takes its values`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase(
            "text or nothing", "string.match(collectivite.nom, \"a\")", "2:1 politique.type"),
        CheckCase(
            "in a chain", "true and string.find(collectivite.nom, \"a\")", "2:10 politique.type"),
        CheckCase("compared with nil", "string.find(collectivite.nom, \"a\") ~= nil"),
        CheckCase("number compared with nil", "nil == tonumber(collectivite.nom)"),
        CheckCase("denied", "not string.find(collectivite.nom, \"a\")"),
        CheckCase(
            "place and text", "string.find(collectivite.nom, \"a\") == \"a\"",
            "2:36 politique.comparaison"),
        CheckCase(
            "capture of a place", "extrait(string.match(collectivite.nom, \"a()\"), 1) == \"\"",
            "2:9 politique.type"),
        CheckCase(
            "length as text", "utf8.len(collectivite.nom) == \"3\"", "2:28 politique.comparaison"),
        CheckCase(
            "number to search", "string.find(collectivite.population, \"1\") ~= nil",
            "2:13 politique.type"),
        CheckCase(
            "replacement by a day", "string.gsub(collectivite.nom, \"a\", decision.date) == \"\"",
            "2:36 politique.type"),
        CheckCase(
            "replacement that gives a day",
            "string.gsub(collectivite.nom, \"a\", function() return decision.date end) == \"\"",
            "2:54 politique.type"),
        CheckCase(
            "captures of a replacement",
            "string.gsub(collectivite.nom, \"()a\", function(n) return n .. majuscules(n) end) == \"\"",
            "2:73 politique.type"),
        CheckCase(
            "unpacked facts", "connu(table.unpack(dossier.labels))", "2:20 politique.liste-indexee"),
        CheckCase("constant", "collectivite.population < math.huge and math.pi > 3"),
        CheckCase("constant as text", "math.maxinteger == \"a\"", "2:17 politique.comparaison"),
        CheckCase("misspelt constant", "math.maxinteget > 1", "2:6 politique.nom-inconnu"),
        CheckCase(
            "repeated open call", "string.rep(string.gsub(collectivite.nom, \"a\", \"\")) == \"\""),
    ])
    func `what a function gives has its type`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(inCondition: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase(
            "outer list", "local t = { 1 }\nlocal function _f() table.sort(t) end\nlocal _x = t",
            "2:32 politique.affectation-externe"),
        CheckCase(
            "facts", "critere \"C\" { exige = connu(table.sort(dossier.objectifs)) }",
            "1:40 politique.affectation-fait"),
        CheckCase(
            "records without order", "local _t = { { a = 1 } }\ntable.sort(_t)",
            "2:12 politique.type"),
        CheckCase(
            "one argument",
            "local _t = { 1 }\ntable.sort(_t, function(a) return a > 1 end)",
            "2:16 politique.arguments"),
        CheckCase(
            "no answer", "local _t = { 1 }\ntable.sort(_t, function(a, b) return a - b end)",
            "2:38 politique.type"),
        CheckCase(
            "field of an element",
            """
            local _t = { { age = 1 } }
            table.sort(_t, function(a, b) return a.age < b.agr end)
            """, "2:48 politique.cle-inconnue"),
        CheckCase(
            "several values", "local _t = {}\ntable.insert(_t, string.gsub(\"a\", \"a\", \"b\"))",
            "2:18 politique.plusieurs-valeurs"),
        CheckCase(
            "one of several", "local _t = {}\ntable.insert(_t, (string.gsub(\"a\", \"a\", \"b\")))"),
        CheckCase("level of the file", "local _t = { 2, 1 }\ntable.sort(_t)"),
    ])
    func `a list to sort is the function's own, and has an order`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        ("(\"a\"):gsub(\"a\", \"b\")", "écrivez « string.gsub((\"a\"), …) »"),
        ("(\"a\"):upper()", "écrivez « majuscules((\"a\")) »"),
        ("(\"a\"):len()", "écrivez « string.len((\"a\")) »"),
        ("(\"a\"):autre()", "appelez une fonction, par exemple « majuscules(texte) »"),
    ])
    func `a method is told with its function`(call: String, remedy: String) throws {
        let finding = try #require(try PolicyFixture.check("local _x = \(call)").first)

        #expect(finding.help == remedy.typeset)
    }

    @Test(
        arguments: [
            ("string.byte(\"a\")", "vouliez-vous dire « utf8.codepoint » ?", nil),
            (
                "utf8.codes(\"a\")", nil,
                "écrivez « for c in string.gmatch(texte, utf8.charpattern) do »"
            ),
            (
                "type(1)", nil,
                "pour savoir si un renseignement est au dossier, écrivez « connu(x) »"
            ),
        ] as [(String, String?, String?)])
    func `an absent function is told with what to write`(
        call: String, label: String?, help: String?
    ) throws {
        let finding = try #require(try PolicyFixture.check("local _x = \(call)").first)

        #expect(finding.code == "politique.fonction-absente")
        #expect(finding.label == label?.typeset)
        #expect(finding.help == help?.typeset)
    }
}
