// What plain Lua means, the instrumented form means too.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

/// An expression of plain Lua, with helpers, and the value that Lua's manual gives it.
struct LanguageCase: CustomTestStringConvertible, Sendable {
    var helpers = ""
    let expression: String
    let value: ShownValue
    var testDescription: String { expression }
}

struct LanguageTests {
    private static let two = "local function deux() return 1, 2 end"

    @Test(arguments: [
        LanguageCase(helpers: two, expression: "\"x\" .. deux()", value: .text("x1")),
        LanguageCase(helpers: two, expression: "5 - deux()", value: .integer(4)),
        LanguageCase(
            helpers: "local function g() return 2, \"*\", 10 end", expression: "1 + g()",
            value: .integer(3)),
        LanguageCase(expression: "1 > 2", value: .boolean(false)),
        LanguageCase(expression: "string.len(\"\\xff\")", value: .integer(1)),
        LanguageCase(
            expression: "string.sub(\"é\", 1, 1) == \"\\xc3\"", value: .boolean(true)),
        LanguageCase(
            helpers: """
                local function paire()
                  local t, i = { 1, 2, 3 }, 1
                  i, t[i] = i + 1, 20
                  return t[1]
                end
                """, expression: "paire()", value: .integer(20)),
        LanguageCase(helpers: "local a <const> = 7", expression: "a", value: .integer(7)),
        LanguageCase(
            expression: Array(repeating: "1", count: 300).joined(separator: " + "),
            value: .integer(300)),
        LanguageCase(
            expression: Array(repeating: "\"a\"", count: 150).joined(separator: " .. ")
                + " == \"\"", value: .boolean(false)),
        LanguageCase(
            expression: Array(repeating: "1 == 1", count: 300).joined(separator: " and "),
            value: .boolean(true)),
        LanguageCase(
            helpers: (1...150).map { "local v\($0) = \($0)" }.joined(separator: "\n"),
            expression: "math.max(\((1...15).map { "v\($0 * 10)" }.joined(separator: ", ")))"
                + (1...150).map { " + v\($0)" }.joined(), value: .integer(11_475)),
        LanguageCase(expression: "2 ^ 3 ^ 2", value: .decimal(512)),
        LanguageCase(expression: "-2 ^ 2", value: .decimal(-4)),
        LanguageCase(expression: "10 - 3 - 2 + 7 // 2 * 3 % 5", value: .integer(9)),
    ])
    func `an expression has the value that Lua gives it`(_ item: LanguageCase) throws {
        let trial = try Trial(
            """
            \(item.helpers)
            calcul "K" { titre = "Essai", source = "Essai", nom = "k", valeur = \(item.expression) }
            """)

        let result = try trial.verdict().result("K")

        #expect(result.valeur == item.value, "\(result.motif ?? "")")
    }

    @Test(arguments: [
        "essai(error(\"fin : sans_objet\"))", "essai(table.remove({}, 4))",
        "decision.date + ans(9223372036854775807)",
    ])
    func `a failure is never without object`(expression: String) throws {
        let trial = try Trial(
            """
            local function _essai(x) return x end
            local function essai(x) return _essai(x) end
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k", arrondi = "dernier_jour",
              valeur = \(expression), sinon = "rien",
            }
            calcul "L" { titre = "Essai", source = "Essai", nom = "l", valeur = essai(1) }
            """)

        #expect(try trial.verdict().result("K").outcome == .enErreur)
    }

    @Test
    func `the fields of a record are not walked: they would tell what is absent`() throws {
        let trial = try Trial(
            """
            local function champs(r)
              local n = 0
              for _, _ in pairs(r) do n = n + 1 end
              return n
            end
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = champs(collectivite) <= 5, sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().result("C").outcome == .enErreur)
    }

    @Test(arguments: [
        "table.insert(l, n, 9)", "table.remove(l, n)", "l[n] = 4", "local m = { [n] = 1 } l = m",
    ])
    func `an unknown place leaves the list unknown`(statement: String) throws {
        let trial = try Trial(
            """
            local function essai(n)
              local l = { 1, 2 }
              \(statement)
              return nombre(l)
            end
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = essai(collectivite.population) >= 0, sinon = refus "non",
            }
            """)

        let result = try trial.verdict().result("C")

        #expect(result.outcome == .indeterminee)
        #expect(result.manquants == ["collectivite.population"])
    }

    @Test
    func `a table is no key`() throws {
        let trial = try Trial(
            """
            donnees "zones" { fichier = "donnees/zones.csv", cle = "pays" }
            local function profond(n)
              if n == 0 then return { 1 } end
              return profond(n - 1)
            end
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k", valeur = zones[profond(3)].nombre,
            }
            """, tables: ["donnees/zones.csv": "pays,nombre,source\nML,1,Essai\n"])

        let result = try trial.verdict().result("K")

        #expect(result.outcome == .enErreur)
        #expect(result.motif?.contains("0x") == false)
    }

    @Test(arguments: [
        """
        local function deux(x)
          if x > 3 then return true, true end
          return true, false
        end
        local function f(x) local a, b = deux(x) return a and b end
        """,
        """
        local function collecte(l, x) if x > 3 then table.insert(l, 1) end end
        local function f(x) local l = {} collecte(l, x) return nombre(l) == 1 end
        """,
        """
        local choix = { oui = function(x) return x > 3 end }
        local function f(x) return choix[si_sinon(x > 3, "oui", "oui")](x) end
        """,
    ])
    func `what an unknown touches in a helper stays unknown`(helper: String) throws {
        let trial = try Trial(
            """
            \(helper)
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = not f(collectivite.population), sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().result("C").outcome == .indeterminee)
        #expect(
            try trial.verdict(collectivite: "\"population\": 5").result("C").outcome
                == .nonSatisfaite)
    }

    @Test
    func `what is only named cannot make a rule fail`() throws {
        let trial = try Trial(
            """
            donnees "zones" { fichier = "donnees/zones.csv", cle = "pays" }
            local codes = { region = { pays = "ML" } }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = 1 > 2 and zones[codes[collectivite.nature].pays].nombre > 3,
              sinon = refus "non",
            }
            """, tables: ["donnees/zones.csv": "pays,nombre,source\nML,1,Essai\n"])

        #expect(try trial.verdict().result("C").outcome == .nonSatisfaite)
    }

    @Test
    func `a list of hundreds fits in the budget`() throws {
        let trial = try Trial.criterion(
            "not existe(dossier.partenariats, { pays = \"SN\", actif = true })")
        let partners = Array(repeating: "{ \"pays\": \"ML\", \"actif\": true }", count: 300)

        let result = try trial.verdict("\"partenariats\": [\(partners.joined(separator: ", "))]")
            .result("C")

        #expect(result.outcome == .satisfaite, "\(result.motif ?? "")")
    }

    @Test
    func `a text that fails without object makes the calcul fail`() throws {
        let trial = try Trial(
            """
            donnees "comites" { fichier = "donnees/comites.csv" }
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k",
              valeur = premier(comites, { date = jour "2030-01-01" }).date,
              sinon = "{premier(comites, { date = jour '2030-01-01' }).date}",
            }
            """, tables: ["donnees/comites.csv": "date,source\n2021-02-01,Essai\n"])

        #expect(try trial.verdict().result("K").outcome == .enErreur)
    }

    @Test
    func `a calcul named only in a text changes no result`() throws {
        let trial = try Trial(
            """
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k",
              valeur = defaut(collectivite.population, 3),
            }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = collectivite.nature == "region", sinon = refus "{k}",
            }
            """)

        let result = try trial.verdict().result("C")

        #expect(result.motif == "3")
        #expect(!result.isProvisional)
        #expect(result.manquants == [])
    }
}
