// What the checker says of helper functions, of assignments and of months without `arrondi`.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct FunctionCheckTests {
    @Test(arguments: [
        CheckCase(
            "too many", "local function f(a) return a end\nlocal _x = f(1, 2)",
            "2:12 politique.arguments"),
        CheckCase(
            "too few", "local function f(a) return a end\nlocal _x = f()",
            "2:12 politique.arguments"),
        CheckCase(
            "field of an argument",
            """
            local function elu(e) return e.statu == "elu" end
            critere "C" { exige = existe(expertise.experts, elu) }
            """, "1:32 politique.fait-inconnu"),
        CheckCase(
            "field through two calls",
            """
            local function nom(c) return c.nm end
            local function court(c) return #nom(c) < 9 end
            critere "C" { exige = court(collectivite) }
            """, "1:32 politique.fait-inconnu"),
        CheckCase(
            "text through a call",
            """
            local function est(c, nature) return c.nature == nature end
            critere "C" { exige = est(collectivite, "comune") }
            """, "2:41 politique.valeur-hors-liste"),
        CheckCase(
            "element of ipairs",
            """
            local function un(experts)
              for _, e in ipairs(experts) do
                if e.statu == "elu" then return true end
              end
              return false
            end
            critere "C" { exige = un(expertise.experts) }
            """, "3:10 politique.fait-inconnu"),
        CheckCase("uncalled", "local function _f(a) return b end", "1:29 politique.nom-inconnu"),
        CheckCase(
            "result", "local function f() return \"x\" end\ncritere \"C\" { exige = f() }",
            "2:23 politique.type"),
    ])
    func `a helper is checked with the arguments of its calls`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `a helper called with two types is checked for each`() throws {
        let text = """
            local function nom(c) return c.nom end
            critere "C" { exige = nom(collectivite) == "x" and nom(expertise) == "x" }
            """

        #expect(try PolicyFixture.findings(in: text) == ["1:32 politique.fait-inconnu"])
    }

    @Test
    func `functions that call themselves, return two values or return functions are taken`() throws
    {
        let text = """
            local function somme_a(n) if n > 0 then return n + somme_a(n - 1) end return 0 end
            local function deux() return 1, "x" end
            local function au_moins(n) return function(e) return e.jours_par_an >= n end end
            local a, b = deux()
            critere "C" {
              exige = existe(expertise.experts, au_moins(a)) and b == "x" and somme_a(3) == 6,
            }
            """

        #expect(try PolicyFixture.findings(in: text) == [])
    }

    @Test(arguments: [
        CheckCase("global", "x = 1", "1:1 politique.affectation-globale"),
        CheckCase(
            "misspelt local", "local total = 1\ntotel = total", "2:1 politique.affectation-globale"),
        CheckCase("global function", "function f() end", "1:10 politique.fonction-globale"),
        CheckCase(
            "outer local", "local t = 1\nlocal function _f() t = 2 end\nlocal _x = t",
            "2:21 politique.affectation-externe"),
        CheckCase(
            "outer table", "local t = { a = 1 }\nlocal function _f() t.a = 2 end\nlocal _x = t",
            "2:21 politique.affectation-externe"),
        CheckCase(
            "outer list",
            "local t = { 1 }\nlocal function _f() table.insert(t, 2) end\nlocal _x = t",
            "2:34 politique.affectation-externe"),
        CheckCase(
            "argument of an outer function",
            "local function _f(t)\n  return function() t = 2 end\nend",
            "2:21 politique.affectation-externe"),
        CheckCase(
            "fact",
            "critere \"C\" { exige = existe(dossier.labels, function(l) l.domaine = 1 return true end) }",
            "1:58 politique.affectation-fait"),
        CheckCase(
            "own local",
            "local function _f(n)\n  local t = {}\n  t.a = n\n  n = 2\n  table.insert(t, n)\n  return t\nend"
        ),
        CheckCase("level of the file", "local t = { a = 1 }\nt.a = 2\nfor i = 1, 2 do t.a = i end"),
    ])
    func `only a function's own locals are assigned`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua).filter {
            !$0.hasSuffix(" politique.type")
        }

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase(
            "years", "validite \"V\" { fin = decision.date + ans(3) }",
            "1:36 politique.arrondi-manquant"),
        CheckCase(
            "months before a day", "validite \"V\" { fin = mois(3) + decision.date }",
            "1:30 politique.arrondi-manquant"),
        CheckCase(
            "subtraction", "critere \"C\" { exige = decision.date - mois(3) > dossier.depose_le }",
            "1:37 politique.arrondi-manquant"),
        CheckCase(
            "in a helper",
            "local function fin_de(d) return d + ans(3) end\nvalidite \"V\" { fin = fin_de(decision.date) }",
            "1:35 politique.arrondi-manquant"),
        CheckCase("days", "validite \"V\" { fin = decision.date + jours(3) }"),
        CheckCase(
            "rounded",
            "validite \"V\" { fin = decision.date + ans(3), arrondi = \"dernier_jour\" }"),
        CheckCase(
            "helper of a rounded rule",
            """
            local function fin_de(d) return d + ans(3) end
            validite "V" { fin = fin_de(decision.date), arrondi = "dernier_jour" }
            """),
    ])
    func `months added to a day need arrondi`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `missing arrondi names the rule that needs it`() throws {
        let text = """
            local function fin_de(d) return d + ans(3) end
            validite "VAL-01" { fin = fin_de(decision.date), arrondi = "dernier_jour" }
            validite "VAL-02" { fin = fin_de(decision.date) }
            """

        let finding = try #require(try PolicyFixture.check(text).first)

        #expect(finding.notes == ["pour la règle «\u{202F}VAL-02\u{202F}»"])
    }
}
