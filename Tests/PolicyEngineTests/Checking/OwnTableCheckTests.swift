// What the checker says of the tables that a file builds.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct OwnTableCheckTests {
    @Test(arguments: [
        CheckCase(
            "record", "local t = { a = 1 }\nlocal _x = t.b", "2:14 politique.cle-inconnue"),
        CheckCase(
            "text key", "local t = { a = 1 }\nlocal _x = t[\"b\"]", "2:14 politique.cle-inconnue"),
        CheckCase(
            "element of a list",
            "local l = { { a = 1 }, { a = 2 } }\nfor _, e in ipairs(l) do local _x = e.b end",
            "2:39 politique.cle-inconnue"),
        CheckCase(
            "pattern",
            "local l = { { a = 1 }, { a = 2 } }\nlocal _x = existe(l, { b = 1 })",
            "2:24 politique.cle-inconnue"),
        CheckCase(
            "given to a helper",
            "local t = { a = 1 }\nlocal function f(x) return x.b end\nlocal _x = f(t)",
            "2:30 politique.cle-inconnue"),
        CheckCase(
            "function of a table",
            "local t = {}\nfunction t.f(x) return x end\nlocal _x = t.g(1)",
            "3:14 politique.cle-inconnue"),
        CheckCase(
            "misspelt declaration", "local t = { nmo = 1 }\nlocal _x = t.nom",
            "2:14 politique.cle-inconnue"),
        CheckCase(
            "misspelt in one element",
            "local l = { { nom = 1 }, { nmo = 2 } }\nfor _, e in ipairs(l) do local _x = e.nom end",
            "2:39 politique.cle-inconnue"),
        CheckCase(
            "field of a list", "local l = { 1, 2 }\nlocal _x = l.a", "2:14 politique.sans-champ"),
        CheckCase(
            "type of a field", "local t = { a = \"x\" }\nlocal _x = t.a + 1", "2:16 politique.type"),
    ])
    func `a misspelt field is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase(
            "optional field",
            "local l = { { a = 1 }, { a = 2, note = \"x\" } }\nfor _, e in ipairs(l) do local _x = e.note end"
        ),
        CheckCase(
            "list filled by a loop",
            "local t = {}\nfor i = 1, 3 do t[#t + 1] = i end\nlocal _x = t[1] + 1"),
        CheckCase(
            "set filled by a loop",
            "local t = {}\nfor _, n in ipairs({ \"a\" }) do\n  if not t[n] then t[n] = true end\nend\nlocal _x = t.a"
        ),
        CheckCase(
            "counts", "local t = {}\nfor _, n in ipairs({ \"a\" }) do t[n] = (t[n] or 0) + 1 end"),
        CheckCase(
            "insert",
            "local t = {}\ntable.insert(t, { a = 1 })\nfor _, e in ipairs(t) do local _x = e.a end"),
        CheckCase("field added later", "local t = { a = 1 }\nt.b = 2\nlocal _x = t.a + t.b"),
        CheckCase(
            "field added by a loop",
            "local t = { a = 1 }\nfor i = 1, 2 do\n  if i > 1 then local _x = t.b end\n  t.b = i\nend"
        ),
        CheckCase(
            "field added through another name",
            "local t = { a = 1 }\nlocal u = t\nu.b = 2\nlocal _x = t.b"),
        CheckCase(
            "copy",
            "local l = { { a = 1 } }\nlocal m = {}\nfor _, e in ipairs(l) do m[#m + 1] = { b = e.a } end\nfor _, e in ipairs(m) do local _x = e.b + 1 end"
        ),
        CheckCase(
            "pairs", "local t = { a = 1, b = 2 }\nfor k, v in pairs(t) do local _x = k .. v + 1 end"
        ),
        CheckCase(
            "default list",
            "critere \"C\" { exige = existe(defaut(expertise.experts, {}), { statut = \"elu\" }) }"),
    ])
    func `a table filled as it goes gives no false alarm`(_ example: CheckCase) throws {
        #expect(try PolicyFixture.findings(in: example.lua) == example.expected)
    }

    @Test
    func `a misspelt declaration is named with its line`() throws {
        let text =
            "local l = {\n  { nom = 1 },\n  { nmo = 2 },\n}\nfor _, e in ipairs(l) do local _x = e.nom end"

        let finding = try #require(try PolicyFixture.check(text).first)

        #expect(finding.help == "corrigez «\u{202F}nmo\u{202F}» à la ligne 3")
    }
}
