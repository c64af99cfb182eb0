// What a module gives to the rules of a regime, and what it never carries.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct ModuleTests {
    private static let texts = """
        -- What several regimes say.
        local seuils = { bas = 100, haut = 1000 }

        local function classe(population)
          if population < seuils.bas then
            return "petite"
          end
          return "grande"
        end

        return {
          seuils = seuils, classe = classe,
          rapport = function(a, b)
            return a
              // b
          end,
          compte = function(t)
            t.n = 1
            return t.n
          end,
          pose = function(l, x)
            table.insert(l, x)
            return nombre(l)
          end,
          compteur = {}, liste = { 1 },
        }
        """

    private static func trial(_ rules: String) throws -> Trial {
        try Trial(
            "local textes = require \"commun/textes\"\n" + rules,
            tables: ["commun/textes.lua": texts])
    }

    private static func calcul(_ valeur: String) throws -> Trial {
        try trial("calcul \"K\" { titre = \"T\", source = \"S\", nom = \"k\", valeur = \(valeur) }")
    }

    @Test func `rules and their texts read the members of a module`() throws {
        let trial = try ModuleTests.trial(
            """
            critere "C" {
              titre = "T", source = "S", exige = collectivite.population >= textes.seuils.haut,
              sinon = refus "Commune {textes.classe(collectivite.population)}.",
            }
            """)

        let small = try trial.verdict(collectivite: "\"population\": 99").result("C")
        let large = try trial.verdict(collectivite: "\"population\": 1000").result("C")
        let unknown = try trial.verdict().result("C")

        #expect(small.outcome == .nonSatisfaite && small.motif == "Commune petite.")
        #expect(large.outcome == .satisfaite)
        #expect(unknown.manquants == ["collectivite.population"])
    }

    @Test func `an unknown argument ends the call of a module's function`() throws {
        let trial = try ModuleTests.calcul("textes.classe(collectivite.population)")

        let result = try trial.verdict().result("K")

        #expect(result.outcome == .indeterminee)
        #expect(result.manquants == ["collectivite.population"])
    }

    @Test func `a failure at run stands at its line of the module`() throws {
        let trial = try ModuleTests.calcul("textes.rapport(1, nombre(dossier.labels))")

        let result = try trial.verdict("\"labels\": []").result("K")

        #expect(result.outcome == .enErreur)
        #expect(result.failedAt == "commun/textes.lua:14")
    }

    @Test func `a failure at load stands at its line of the module`() throws {
        let source = Trial.source(
            "local m = require \"commun/m\"\nlocal _x = m",
            tables: ["commun/m.lua": "local t = {}\n\n  t[1 // 0] = 1\nreturn t"])

        let found = try #require(Policy.check(source).first)

        #expect(found.code == "politique.echec-au-chargement")
        #expect(found.location.file == "commun/m.lua")
        #expect(found.location.start.line == 3 && found.location.start.column == 3)
    }

    // MARK: - No state

    @Test(arguments: [
        "textes.compte(textes.compteur)", "textes.pose(textes.liste, 2)",
        "textes.pose(si_sinon(1 < 2, textes.seuils, 3), 2)",
    ])
    func `a run changes no table of a module, dossier after dossier`(valeur: String) throws {
        let trial = try ModuleTests.trial(
            """
            calcul "K" { titre = "T", source = "S", nom = "k", valeur = \(valeur) }
            calcul "N" {
              titre = "T", source = "S", nom = "n", valeur = nombre(textes.liste) + textes.seuils.bas,
            }
            """)

        let verdicts = try trial.verdicts(onEachOf: ["", "", ""])

        for verdict in verdicts {
            #expect(try verdict.result("K").outcome == .enErreur)
            #expect(try verdict.result("K").failedAt?.hasPrefix("commun/textes.lua:") == true)
            #expect(try verdict.result("N").valeur == .integer(101))
        }
    }

    @Test func `a file that loads changes no table of a module that the checker cannot follow`()
        throws
    {
        let source = Trial.source(
            "local textes = require \"commun/textes\"\n\n"
                + "table.insert(si_sinon(1 < 2, textes.liste, 3), 2)",
            tables: ["commun/textes.lua": ModuleTests.texts])

        let found = Policy.check(source)

        #expect(found.map(\.code) == ["politique.echec-au-chargement"])
        #expect(found.map(\.location.file) == ["essai/regles.lua"])
        #expect(found.map(\.location.start.line) == [3])
    }

    @Test func `two regimes that require one module do not share it`() throws {
        func regime(_ id: String, _ period: String) -> String {
            """
            regime "\(id)" {
              titre = "T", \(period), date_de_choix = "depot", source = "S",
            }
            """
        }
        let rules = """
            local textes = require "commun/textes"
            local mesure = {}
            mesure.n = textes.pose(mesure, 1)
            calcul "K" {
              titre = "T", source = "S", nom = "k", valeur = textes.compte(textes.compteur),
            }
            calcul "N" { titre = "T", source = "S", nom = "n", valeur = mesure.n + nombre(textes.liste) }
            """
        let policy = try Policy.load(
            PolicySource(
                files: [
                    (
                        "avant/regime.lua",
                        regime("avant", "jusqu_au = jour \"2020-12-31\", du = jour \"2015-01-01\"")
                    ),
                    ("avant/regles.lua", rules),
                    ("apres/regime.lua", regime("apres", "du = jour \"2021-01-01\"")),
                    ("apres/regles.lua", rules), ("commun/textes.lua", ModuleTests.texts),
                ].map { SourceText(path: $0.0, text: $0.1) }))
        var evaluator = try Evaluator(policy)
        let day = try #require(Day(iso: "2021-03-10"))

        for filed in ["2020-03-01", "2021-03-01", "2020-03-01", "2021-03-01"] {
            let dossier = try Dossier.read(
                SourceText(
                    path: "d.json",
                    text: """
                        {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "\(filed)",
                         "collectivite": {"nom": "X", "nature": "commune"}}
                        """), schema: policy.schema)
            let verdict = try evaluator.evaluate(dossier, le: day)

            #expect(verdict.regime?.id == (filed < "2021" ? "avant" : "apres"))
            #expect(try verdict.result("K").outcome == .enErreur)
            #expect(try verdict.result("N").valeur == .integer(2))
        }
    }
}
