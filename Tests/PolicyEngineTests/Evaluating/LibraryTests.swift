// Lua's own libraries in policies: the values of the manual, unknowns, order, and errors in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct LibraryTests {
    /// Values that the Lua 5.4 manual gives or defines, sections 6.4 to 6.7.
    @Test(arguments: [
        LanguageCase(
            expression: "string.gsub(\"hello world\", \"(%w+)\", \"%1 %1\")",
            value: .text("hello hello world world")),
        LanguageCase(
            expression: "string.gsub(\"hello world\", \"%w+\", \"%0 %0\", 1)",
            value: .text("hello hello world")),
        LanguageCase(
            expression: "string.gsub(\"hello world from Lua\", \"(%w+)%s*(%w+)\", \"%2 %1\")",
            value: .text("world hello Lua from")),
        LanguageCase(
            expression: """
                string.gsub("$name-$version.tar.gz", "%$(%w+)", { name = "lua", version = "5.4" })
                """, value: .text("lua-5.4.tar.gz")),
        LanguageCase(
            expression: """
                string.gsub("4+5 = $return", "%$(%w+)", function(s) if s == "x" then return s end end)
                """, value: .text("4+5 = $return")),
        LanguageCase(
            helpers: """
                local function fois(t) local _, n = string.gsub(t, "a", "b") return n end
                """, expression: "fois(\"banane\")", value: .integer(2)),
        LanguageCase(
            helpers: """
                local function places()
                  local a, b = string.match("flaaap", "()aa()")
                  return a * 10 + b
                end
                """, expression: "places()", value: .integer(35)),
        LanguageCase(
            helpers: """
                local function paires(t)
                  local r = ""
                  for cle, v in string.gmatch(t, "(%w+)=(%w+)") do r = r .. v .. cle end
                  return r
                end
                """, expression: "paires(\"from=world, to=Lua\")", value: .text("worldfromLuato")),
        LanguageCase(
            helpers: """
                local function somme_places()
                  local i, j = string.find("hello Lua user", "Lua")
                  return i * 100 + j
                end
                """, expression: "somme_places()", value: .integer(709)),
        LanguageCase(
            expression: "string.find(\"a.b\", \".\", 2, true)", value: .integer(2)),
        LanguageCase(
            expression: "string.match(\"f(a(b)c)d\", \"%b()\")", value: .text("(a(b)c)")),
        LanguageCase(
            expression: "string.gsub(\"THE (quick) fox\", \"%f[%a]%a+%f[%A]\", \"x\")",
            value: .text("x (x) x")),
        LanguageCase(
            expression: "connu(string.match(\"abc\", \"%d\"))", value: .boolean(false)),
        LanguageCase(
            expression: "string.format(\"%5.2f|%03d|%s|%x|%%\", 3.14159, 7, \"a\", 255)",
            value: .text(" 3.14|007|a|ff|%")),
        LanguageCase(
            expression: "string.format(\"%s\", jour \"2020-07-08\")", value: .text("2020-07-08")),
        LanguageCase(
            expression: "string.rep(\"ab\", 3, \"-\")", value: .text("ab-ab-ab")),
        LanguageCase(expression: "string.rep(\"ab\", -1)", value: .text("")),
        LanguageCase(expression: "utf8.len(\"été\")", value: .integer(3)),
        LanguageCase(expression: "utf8.char(233, 116, 233)", value: .text("été")),
        LanguageCase(expression: "utf8.codepoint(\"été\")", value: .integer(233)),
        LanguageCase(expression: "extrait(\"Évêché\", 1, 3)", value: .text("Évê")),
        LanguageCase(expression: "extrait(\"Évêché\", -2)", value: .text("hé")),
        LanguageCase(expression: "extrait(\"Évêché\", 0, 9)", value: .text("Évêché")),
        LanguageCase(expression: "extrait(\"Évêché\", 4, 3)", value: .text("")),
        LanguageCase(expression: "extrait(\"Évêché\", -9, -6)", value: .text("É")),
        LanguageCase(expression: "math.fmod(-5, 3)", value: .integer(-2)),
        LanguageCase(expression: "math.sqrt(16)", value: .decimal(4)),
        LanguageCase(expression: "math.tointeger(3.0)", value: .integer(3)),
        LanguageCase(
            expression: "defaut(math.tointeger(3.5), 0)", value: .integer(0)),
        LanguageCase(
            expression: "math.maxinteger", value: .integer(9_223_372_036_854_775_807)),
        LanguageCase(expression: "assert(2, \"non\")", value: .integer(2)),
        LanguageCase(
            helpers: """
                local function dernier()
                  local a, b, c = table.unpack({ 1, 2, 3 }, 2)
                  return a * 10 + b + defaut(c, 0)
                end
                """, expression: "dernier()", value: .integer(23)),
        LanguageCase(
            helpers: """
                local function rang(t)
                  table.sort(t)
                  return t[1]
                end
                """, expression: "rang({ \"b\", \"B\", \"a\" })", value: .text("B")),
    ])
    func `a function has the value that the manual gives it`(_ item: LanguageCase) throws {
        let trial = try Trial(
            """
            \(item.helpers)
            calcul "K" { titre = "Essai", source = "Essai", nom = "k", valeur = \(item.expression) }
            """)

        let result = try trial.verdict().result("K")

        #expect(result.valeur == item.value, "\(result.motif ?? "")")
    }

    // MARK: - Unknowns

    @Test(arguments: [
        "string.find(collectivite.rna, \"W\") ~= nil",
        "string.match(collectivite.rna, \"W\") ~= nil",
        "string.match(\"W1\", collectivite.rna) ~= nil",
        "string.gsub(collectivite.rna, \"W\", \"\") == \"\"",
        "string.gsub(\"W1\", \"W\", collectivite.rna) == \"\"",
        "string.gsub(\"W1\", \"W\", { W = collectivite.rna }) == \"\"",
        "string.gsub(\"W1\", \"W\", function() return collectivite.rna end) == \"\"",
        "string.format(\"%s\", collectivite.rna) == \"\"",
        "string.rep(collectivite.rna, 2) == \"\"",
        "utf8.len(collectivite.rna) == 10", "utf8.codepoint(collectivite.rna) == 87",
        "extrait(collectivite.rna, 1, 1) == \"W\"", "assert(collectivite.rna == \"W\")",
        "mots(collectivite.rna) == 1", "paire(collectivite.rna)", "premiers({ collectivite.rna })",
        "trie({ \"b\", collectivite.rna })", "ordonne({ 2, 1 }, collectivite.rna)",
    ])
    func `an unknown argument, element or answer leaves the result unknown`(
        condition: String
    ) throws {
        let trial = try Trial(
            """
            local function mots(t)
              local n = 0
              for _ in string.gmatch(t, "%S+") do n = n + 1 end
              return n
            end
            local function paire(t)
              local reste, fois = string.gsub(t, "W", "")
              return reste == "" and fois == 1
            end
            local function premiers(l)
              local a, b = table.unpack(l)
              return a == b
            end
            local function trie(l)
              table.sort(l)
              return l[1] == "b"
            end
            local function ordonne(l, x)
              table.sort(l, function(a, b) return a < b and x == "W" end)
              return l[1] == 1
            end
            critere "C" {
              titre = "Essai", source = "Essai", exige = \(condition), sinon = refus "non",
            }
            critere "D" {
              titre = "Essai", source = "Essai",
              exige = mots("") == 0 and paire("W") and not premiers({ 1, 2 }) and trie({ "b", "c" })
                and ordonne({ 2, 1 }, "W"),
              sinon = refus "non",
            }
            """)

        let verdict = try trial.verdict()

        #expect(try verdict.result("C").outcome == .indeterminee)
        #expect(try verdict.result("C").manquants == ["collectivite.rna"])
        #expect(try verdict.result("D").outcome == .satisfaite)
    }

    @Test
    func `what an unknown does not reach is known`() throws {
        let trial = try Trial.criterion(
            """
            string.gsub("ab", "a", { a = "c", b = collectivite.rna }) == "cb"
              and string.gsub("ab", "z", function() return collectivite.rna end) == "ab"
            """)

        #expect(try trial.verdict().result("C").outcome == .satisfaite)
    }

    // MARK: - Order

    /// Sorts `{ cle, rang }` by their first character and lists the second ones.
    private static let sorting = """
        local function ordre(liste)
          table.sort(liste, function(a, b) return extrait(a, 1, 1) < extrait(b, 1, 1) end)
          return table.concat(liste, " ")
        end
        """

    @Test
    func `equal elements keep their order`() throws {
        let given = (10..<60).map { "\"\(["c", "a", "b"][$0 % 3])\($0)\"" }
        let trial = try Trial(
            """
            \(Self.sorting)
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k",
              valeur = ordre({ \(given.joined(separator: ", ")) }),
            }
            """)
        let sorted =
            (10..<60).filter { $0 % 3 == 1 }.map { "a\($0)" }
            + (10..<60).filter { $0 % 3 == 2 }.map { "b\($0)" }
            + (10..<60).filter { $0 % 3 == 0 }.map { "c\($0)" }

        let result = try trial.verdict().result("K")

        #expect(result.valeur == .text(sorted.joined(separator: " ")), "\(result.motif ?? "")")
    }

    private static let leap =
        Day(iso: "2020-02-29") ?? { preconditionFailure("a day of 2020") }()

    @Test(arguments: [
        LanguageCase(
            expression: """
                { jour "2021-03-01", jour "2020-02-29", jour "2020-03-01" }
                """, value: .day(leap)),
        LanguageCase(expression: "{ mois(13), ans(1), mois(14) }", value: .months(12)),
        LanguageCase(expression: "{ jours(9), jours(-1), jours(3) }", value: .days(-1)),
        LanguageCase(expression: "{ 2, 1.5, 3 }", value: .decimal(1.5)),
    ])
    func `days, durations and numbers are sorted by value`(_ item: LanguageCase) throws {
        let trial = try Trial(
            """
            local function premiere(liste)
              table.sort(liste)
              return liste[1]
            end
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k", valeur = premiere(\(item.expression)),
            }
            """)

        let result = try trial.verdict().result("K")

        #expect(result.valeur == item.value, "\(result.motif ?? "")")
    }

    @Test
    func `a list made while the file loads is sorted then, and not in a rule`() throws {
        let trial = try Trial(
            """
            local naturelles = { "b", "a" }
            table.sort(naturelles)
            local function trie(l)
              table.sort(l)
              return #l > 1
            end
            critere "C" {
              titre = "Essai", source = "Essai", exige = trie(naturelles), sinon = refus "non",
            }
            """)

        let result = try trial.verdict().result("C")

        #expect(result.outcome == .enErreur)
        #expect(result.motif?.contains("lecture seule") == true, "\(result.motif ?? "")")
    }

    @Test(arguments: ["string.gmatch(\"a b c\", \"%a\")", "pairs({ 1, 2, 3 })"])
    func `a walk begun while the file loads ends with it`(walk: String) throws {
        let trial = try Trial(
            """
            local parcours = \(walk)
            local function compte_tours()
              local n = 0
              for _ in parcours do n = n + 1 end
              return n
            end
            calcul "K" { titre = "Essai", source = "Essai", nom = "k", valeur = compte_tours() }
            """)

        let outcomes = try trial.verdicts(onEachOf: ["", ""]).map { try $0.result("K").outcome }

        #expect(outcomes == [.enErreur, .enErreur])
    }

    // MARK: - Errors

    struct Failure: CustomTestStringConvertible, Sendable {
        let expression: String
        let message: String
        var testDescription: String { expression }
    }

    @Test(arguments: [
        Failure(expression: "_trie(_cache({ 1, \"a\" }))", message: "on ne compare pas"),
        Failure(
            expression: "_trie(_cache({ true, false }))", message: "on ne compare pas un booléen"),
        Failure(
            expression: "_trie(_cache({ jours(1), mois(1) }))",
            message: "on ne compare pas une durée"),
        Failure(
            expression: "_par_reponse({ 1, 2 }, _cache(0))",
            message: "répond vrai ou faux, pas un nombre"),
        Failure(expression: "math.fmod(1, 0)", message: "division par zéro"),
        Failure(
            expression: "_cherche(_cache(collectivite))", message: "ne s’applique pas à une fiche"),
        Failure(
            expression: "_cherche(_cache(decision.date))", message: "ne s’applique pas à un jour"),
        Failure(
            expression: "_remplace(\"a\", function() return _cache(jour \"2020-01-01\") end)",
            message: "ne s’applique pas à un jour"),
        Failure(
            expression: "_remplace(\"a\", _cache(dossier))",
            message: "ne s’applique pas à une fiche"),
        Failure(
            expression: "_rempli(\"%s\", _cache(dossier))", message: "ne s’applique pas à une fiche"
        ),
        Failure(expression: "_rempli(\"%s\", _cache(nil))", message: "ne s’applique pas à rien"),
        Failure(
            expression: "_verse(_cache(dossier.objectifs))", message: "attend une liste du fichier"),
        Failure(expression: "extrait(\"\\xff\", 1)", message: "n’est pas en UTF-8"),
        Failure(expression: "assert(1 > 2, \"un est plus petit\")", message: "un est plus petit"),
        Failure(expression: "assert(1 > 2)", message: "une vérification a échoué"),
    ])
    func `a failure is told in French`(_ item: Failure) throws {
        let trial = try Trial(
            """
            local function _profond(x, n)
              if n == 0 then return x end
              return _profond(x, n - 1)
            end
            local function _cache(x) return _profond(x, 1) end
            local function _trie(l) table.sort(l) return 1 end
            local function _par_reponse(l, r)
              table.sort(l, function(a, b) if a > b then return r end return r end)
              return 1
            end
            local function _cherche(t) return string.find(t, "a") end
            local function _remplace(t, par) return string.gsub(t, "a", par) end
            local function _rempli(t, v) return string.format(t, v) end
            local function _verse(l) return (table.unpack(l)) end
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "k", valeur = \(item.expression),
            }
            """)

        let result = try trial.verdict("\"objectifs\": [\"promotion\"]").result("K")

        #expect(result.outcome == .enErreur)
        #expect(result.motif?.contains(item.message) == true, "\(result.motif ?? "")")
    }
}
