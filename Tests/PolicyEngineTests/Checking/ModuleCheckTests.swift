// What the checker says of modules, in the file where the fault stands.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

/// A module `outils/m`, rules that may require it, and what the checker must say of both.
struct ModuleCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var module = "return { a = 1, libelle = \"x\" }"
    let rules: String
    let expected: [String]

    init(_ name: String, module: String? = nil, _ rules: String, _ expected: String...) {
        testDescription = name
        if let module { self.module = module }
        self.rules = rules
        self.expected = expected
    }
}

struct ModuleCheckTests {
    private static let request = "local m = require \"outils/m\"\n"

    /// The findings in the module and in the rules, as `file:line:column code`.
    private func findings(_ item: ModuleCase) -> [String] {
        let source = Trial.source(
            item.rules,
            tables: [
                "outils/m.lua": item.module, "essai/seuil.lua": ModuleCheckTests.declarations,
            ])
        let unread = ["politique.module-inutilise", "politique.dossier-sans-regime"]
        return Policy.check(source).filter { !unread.contains($0.code) }.map {
            "\($0.location.file):\($0.location.start.line):\($0.location.start.column) \($0.code)"
        }
    }

    private static let declarations = """
        parametre "seuil" {
          titre = "Seuil", valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
        }
        """

    /// A criterion whose condition stands on the third line.
    private static func rule(_ condition: String) -> String {
        request + """
            critere "C" { titre = "T", source = "S", sinon = refus "non", exige =
            \(condition)
            }
            """
    }

    // MARK: - Types

    @Test(arguments: [
        ModuleCase(
            "misspelt member", rule("m.libele == \"x\""),
            "essai/regles.lua:3:3 politique.cle-inconnue"),
        ModuleCase(
            "type of a member", rule("m.a == \"x\""), "essai/regles.lua:3:5 politique.comparaison"),
        ModuleCase(
            "no condition", rule("m.a"), "essai/regles.lua:3:1 politique.type"),
        ModuleCase(
            "number of arguments", module: "return { f = function(x) return x > 1 end }",
            rule("m.f(1, 2)"), "essai/regles.lua:3:1 politique.arguments"),
        ModuleCase(
            "argument of the wrong type", module: "return {\n  f = function(x) return x > 1 end }",
            rule("m.f(collectivite.nature)"), "outils/m.lua:2:28 politique.comparaison"),
        ModuleCase(
            "what a function gives",
            module: "local function f(x) return x + 1 end\nreturn { f = f }",
            rule("m.f(collectivite.population)"), "essai/regles.lua:3:1 politique.type"),
        ModuleCase(
            "closed list through a module",
            module: "return { natures = { \"commune\", \"comune\" } }",
            rule("parmi(collectivite.nature, m.natures)"),
            "outils/m.lua:1:33 politique.valeur-hors-liste"),
        ModuleCase(
            "months without rounding", module: "return { f = function(j) return j + mois(1) end }",
            rule("m.f(decision.date) > decision.date"),
            "outils/m.lua:1:35 politique.arrondi-manquant"),
        ModuleCase(
            "function that nothing calls", module: "return { f = function(x) return x .. z end }",
            request + "local _x = m.f", "outils/m.lua:1:38 politique.nom-inconnu"),
    ])
    func `types go from file to file, and faults stand where they are written`(
        _ item: ModuleCase
    ) {
        #expect(findings(item) == item.expected)
    }

    @Test func `a misspelt member is named with the nearest one`() throws {
        let source = Trial.source(
            ModuleCheckTests.rule("m.libele == \"x\""),
            tables: ["outils/m.lua": "return { a = 1, libelle = \"x\" }"])

        let finding = try #require(Policy.check(source).first)

        #expect(finding.fix?.replacement == "libelle")
        #expect(finding.help == "la table a\u{A0}: a, libelle")
    }

    // MARK: - What a module sees

    @Test(arguments: [
        ModuleCase(
            "fact in a function",
            module: "return { f = function() return collectivite.nature end }",
            rule("m.f() == \"commune\""), "outils/m.lua:1:32 politique.fait-hors-regle"),
        ModuleCase(
            "parameter in a function", module: "return { f = function() return seuil end }",
            rule("m.f() == 1"), "outils/m.lua:1:32 politique.fait-hors-regle"),
        ModuleCase(
            "fact at its level", module: "return { a = decision.date }",
            rule("m.a == decision.date"), "outils/m.lua:1:14 politique.fait-hors-regle"),
        ModuleCase(
            "local of the rules", module: "return { f = function() return du_fichier end }",
            "local du_fichier = 1\n" + request + "local _x = m.f() + du_fichier",
            "outils/m.lua:1:32 politique.nom-inconnu"),
        ModuleCase(
            "local named like a parameter", module: "local seuil = 1\nreturn { a = seuil }",
            rule("m.a == 1"), "outils/m.lua:1:7 politique.nom-masque"),
        ModuleCase(
            "unused local", module: "local perdu = 1\nreturn {}", request + "local _x = m",
            "outils/m.lua:1:7 politique.local-inutilise"),
        ModuleCase("unused request", request, "essai/regles.lua:1:7 politique.local-inutilise"),
    ])
    func `a module sees its own locals and the functions`(_ item: ModuleCase) {
        #expect(findings(item) == item.expected)
    }

    // MARK: - Where require and return stand

    @Test(arguments: [
        ModuleCase("alone", "require \"outils/m\"", "essai/regles.lua:1:1 politique.require"),
        ModuleCase(
            "in a block", "do local _m = require \"outils/m\" end",
            "essai/regles.lua:1:15 politique.require"),
        ModuleCase(
            "in a function", "local function _f() local _m = require \"outils/m\" end",
            "essai/regles.lua:1:32 politique.require"),
        ModuleCase(
            "in an expression", "local _a = require(\"outils/m\").a",
            "essai/regles.lua:1:12 politique.require"),
        ModuleCase(
            "computed", "local _m = require(\"outils\" .. \"/m\")",
            "essai/regles.lua:1:12 politique.require"),
        ModuleCase(
            "two names", "local _m, _n = require \"outils/m\"",
            "essai/regles.lua:1:16 politique.require"),
        ModuleCase(
            "two arguments", "local _m = require(\"outils/m\", 1)",
            "essai/regles.lua:1:12 politique.require"),
        ModuleCase("as a value", "local _m = require", "essai/regles.lua:1:12 politique.require"),
        ModuleCase(
            "in a rule", rule("m.a == 1 and require(\"outils/m\").a == 1"),
            "essai/regles.lua:3:14 politique.require"),
        ModuleCase(
            "as a local", "local require = 1\nlocal _a = require",
            "essai/regles.lua:1:7 politique.nom-masque", "essai/regles.lua:2:12 politique.require"),
        ModuleCase(
            "misspelt", "local _m = requiere \"outils/m\"",
            "essai/regles.lua:1:12 politique.nom-inconnu"
        ),
        ModuleCase(
            "as a parameter",
            "parametre \"require\" { titre = \"T\", valeurs = { { du = jour \"2020-01-01\", valeur = 3, source = \"S\" } } }",
            "essai/regles.lua:1:11 politique.nom-pris"),
        ModuleCase(
            "return before the end", "if 1 < 2 then return end\nlocal _a = 1",
            "essai/regles.lua:1:15 politique.return-hors-fonction"),
    ])
    func `require stands in a local of the file, and return at its end`(_ item: ModuleCase) {
        #expect(findings(item) == item.expected)
    }

    @Test(arguments: [
        ModuleCase(
            "nothing", module: "return", request + "local _x = m",
            "outils/m.lua:1:1 politique.module-sans-table"),
        ModuleCase(
            "nil", module: "return nil", request + "local _x = m",
            "outils/m.lua:1:8 politique.module-sans-table"),
        ModuleCase(
            "number", module: "return 1", request + "local _x = m",
            "outils/m.lua:1:8 politique.module-sans-table"),
        ModuleCase(
            "function", module: "return function(x) return x end", request + "local _x = m",
            "outils/m.lua:1:8 politique.module-sans-table"),
        ModuleCase(
            "two values", module: "return {}, 1", request + "local _x = m",
            "outils/m.lua:1:8 politique.module-sans-table"),
        ModuleCase("local table", module: "local t = { a = 1 }\nreturn t", rule("m.a == 1")),
        ModuleCase(
            "table of a function", module: "local function f() return { a = 1 } end\nreturn f()",
            rule("m.a == 1")),
    ])
    func `a module gives one table`(_ item: ModuleCase) {
        #expect(findings(item) == item.expected)
    }

    // MARK: - Assignments

    @Test(arguments: [
        ModuleCase(
            "by a function of the language", module: "return { l = { 1 } }",
            request + "table.insert(m.l, 2)", "essai/regles.lua:2:14 politique.affectation-module"),
        ModuleCase(
            "field", request + "m.b = 2", "essai/regles.lua:2:1 politique.affectation-module"),
        ModuleCase(
            "element", module: "return { l = { 1 } }", request + "m.l[2] = 2",
            "essai/regles.lua:2:1 politique.affectation-module"),
        ModuleCase(
            "through another name", request + "local t = m\nt.b = 2",
            "essai/regles.lua:3:1 politique.affectation-module"),
        ModuleCase(
            "function", request + "function m.f() return 1 end",
            "essai/regles.lua:2:10 politique.affectation-module"),
        ModuleCase(
            "by a function of the module",
            module: "local t = { n = 0 }\nreturn { t = t, f = function(x) x.n = 1 end }",
            request + "m.f(m.t)", "outils/m.lua:2:33 politique.affectation-module"),
        ModuleCase(
            "table of the file filled by the module",
            module: "return { f = function(l, x) l[1] = x end }",
            request + "local l = {}\nm.f(l, 2)\nlocal _x = l[1]"),
        ModuleCase(
            "table that a function of the module makes",
            module: "return { f = function() return { a = 1 } end }",
            request + "local t = m.f()\nt.a = 2\nlocal _x = t.a"),
    ])
    func `only the module fills its tables`(_ item: ModuleCase) {
        #expect(findings(item) == item.expected)
    }
}
