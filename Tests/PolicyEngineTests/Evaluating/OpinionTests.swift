// From results to an opinion, a validity and a priority.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

/// Criteria that fail, and the opinion that they make.
struct OpinionCase: CustomTestStringConvertible, Sendable {
    let effects: [String]
    let avis: Avis
    var testDescription: String { effects.joined(separator: " + ") }
}

struct OpinionTests {
    @Test(arguments: [
        OpinionCase(effects: [], avis: .favorable),
        OpinionCase(effects: ["examen"], avis: .aExaminer),
        OpinionCase(effects: ["piece", "examen"], avis: .incomplet),
        OpinionCase(effects: ["examen", "piece", "refus"], avis: .defavorable),
    ])
    func `the worst effect makes the opinion`(_ item: OpinionCase) throws {
        let rules = item.effects.map { effect in
            """
            critere "\(effect)" {
              titre = "Essai", source = "Essai",
              exige = collectivite.nature == "region", sinon = \(effect) "non",
            }
            """
        }

        let verdict = try Trial(rules.joined(separator: "\n")).verdict("\"expertises\": [{}]")

        #expect(verdict.avis == item.avis)
        #expect(verdict.motifs.isEmpty == item.effects.isEmpty)
    }

    @Test
    func `an undetermined criterion of any effect makes the opinion incomplete`() throws {
        let verdict = try Trial.criterion("collectivite.outre_mer").verdict()

        #expect(verdict.avis == .incomplet)
    }

    @Test
    func `a failed criterion is no opinion, and other rules still stand`() throws {
        let trial = try Trial(
            """
            local function sans_fin(n)
              while n > 0 do n = n + 1 end
              return true
            end
            critere "A" {
              titre = "Essai", source = "Essai",
              exige = sans_fin(collectivite.population), sinon = refus "non",
            }
            critere "B" {
              titre = "Essai", source = "Essai",
              exige = collectivite.nature == "commune", sinon = refus "non",
            }
            """)

        let verdict = try trial.verdict("\"expertises\": [{}]", collectivite: "\"population\": 5")

        #expect(verdict.avis == .enErreur)
        #expect(try verdict.result("A").outcome == .enErreur)
        #expect(try verdict.result("A").failedAt == "essai/regles.lua:2")
        #expect(try verdict.result("B").outcome == .satisfaite)
        #expect(verdict.hasFailure)
    }

    @Test
    func `only what makes the opinion on an expertise is among its reasons`() throws {
        let trial = try Trial(
            """
            critere "A" {
              titre = "Essai", source = "Essai",
              exige = collectivite.nature == "region", sinon = examen "à voir",
            }
            critere "B" {
              titre = "Essai", source = "Essai",
              exige = expertise.domaine == "eau", sinon = piece "{expertise.domaine}",
            }
            """)

        let one = try trial.verdict("\"expertises\": [{\"domaine\": \"sol\"}]")
        let two = try trial.verdict(
            "\"expertises\": [{\"domaine\": \"sol\"}, {\"domaine\": \"eau\"}]")

        #expect(one.motifs == ["sol"])
        #expect(two.motifs == ["Expertise 1\u{A0}: sol", "à voir"])
        #expect(two.expertises.map(two.motifs(of:)) == [["sol"], ["à voir"]])
    }

    private static func validity(_ id: String) -> String {
        """
        validite "\(id)" {
          titre = "Essai", source = "Essai", debut = decision.date,
          fin = debut + ans(3) - jours(1), arrondi = "dernier_jour",
        }
        """
    }

    @Test(arguments: [
        ("2022-01-27", "2025-01-26"), ("2024-02-29", "2027-02-27"), ("2021-12-31", "2024-12-30"),
    ])
    func `a label runs three years, its last day included`(decided: String, last: String) throws {
        let verdict = try Trial(OpinionTests.validity("V"))
            .verdict("\"expertises\": [{}]", le: decided)

        let period = try #require(verdict.expertises.first?.validite)
        #expect(period.debut.iso == decided)
        #expect(period.fin.iso == last)
        #expect(period.regle == "V")
    }

    @Test
    func `two validities that apply are an error`() throws {
        let trial = try Trial(OpinionTests.validity("V") + "\n" + OpinionTests.validity("W"))

        let verdict = try trial.verdict("\"expertises\": [{}]")

        #expect(verdict.avis == .enErreur)
        #expect(verdict.expertises.map(\.validite) == [nil])
        #expect(try verdict.result("V").outcome == .enErreur)
    }

    @Test
    func `validities that clash on one expertise leave the others alone`() throws {
        let trial = try Trial(
            OpinionTests.validity("V") + """

                validite "W" {
                  titre = "Essai", source = "Essai", si = expertise.domaine == "b",
                  debut = decision.date, fin = debut + jours(9),
                }
                """)

        let verdict = try trial.verdict(
            "\"expertises\": [{ \"domaine\": \"a\" }, { \"domaine\": \"b\" }]")

        #expect(verdict.expertises.map(\.avis) == [.favorable, .enErreur])
        #expect(verdict.expertises.map { $0.validite?.regle } == ["V", nil])
    }

    @Test
    func `regimes that cover the same days are a fault of the policy`() {
        func regime(_ id: String, _ du: String) -> SourceText {
            SourceText(
                path: "\(id)/regime.lua",
                text: """
                    regime "\(id)" {
                      titre = "Essai", du = jour "\(du)", date_de_choix = "depot", source = "Essai",
                    }
                    """)
        }

        let found = Policy.check(
            PolicySource(files: [regime("a", "2020-01-01"), regime("b", "2022-01-01")]))

        #expect(found.map(\.code) == ["politique.regimes-simultanes"])
        #expect(found.first?.location.file == "b/regime.lua")
    }

    @Test
    func `an unfavourable opinion has no validity`() throws {
        let trial = try Trial(
            OpinionTests.validity("V") + """

                critere "R" {
                  titre = "Essai", source = "Essai",
                  exige = collectivite.nature == "region", sinon = refus "non",
                }
                """)

        let verdict = try trial.verdict("\"expertises\": [{}]")

        #expect(verdict.avis == .defavorable)
        #expect(verdict.expertises.map(\.validite) == [nil])
    }

    @Test
    func `a failed priority makes the points null and changes no opinion`() throws {
        let trial = try Trial(
            """
            priorite "P" {
              titre = "Essai", source = "Essai", points = 10 // collectivite.population, motif = "x",
            }
            """)

        let verdict = try trial.verdict(collectivite: "\"population\": 0")

        #expect(verdict.priorite.points == nil)
        #expect(verdict.priorite.pointsMax == nil)
        #expect(verdict.avis == .favorable)
        #expect(verdict.hasFailure)
    }

    @Test
    func `a dossier that no regime covers is unfavourable for that reason`() throws {
        let trial = try Trial.criterion("true == true")
        var evaluator = try Evaluator(trial.policy)
        let dossier = try Dossier.read(
            .init(
                path: "d.json",
                text: """
                    {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2010-06-01",
                     "collectivite": {"nom": "X", "nature": "commune"}}
                    """), schema: .standard)

        let verdict = try evaluator.evaluate(dossier, le: #require(Day(iso: "2010-06-02")))

        #expect(verdict.regime == nil)
        #expect(verdict.avis == .defavorable)
        #expect(verdict.motifs.count == 1)
        #expect(verdict.expertises.isEmpty)
    }

    @Test
    func `a parameter without a value on a day outside the regime makes its readers fail`() throws {
        let trial = try Trial(
            """
            parametre "seuil" {
              titre = "Essai",
              valeurs = { { du = jour "2020-01-01", valeur = 3, source = "Essai" } },
            }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = collectivite.population > seuil, sinon = refus "non",
            }
            """)

        let before = try trial.verdict(
            collectivite: "\"population\": 5", depose: "2019-12-31", regime: "essai")
        let within = try trial.verdict(collectivite: "\"population\": 5", regime: "essai")

        #expect(try before.result("C").outcome == .enErreur)
        #expect(
            try before.result("C").motif?.hasSuffix("n’a pas de valeur le 31 décembre 2019.")
                == true)
        #expect(try within.result("C").outcome == .satisfaite)
    }

    @Test
    func `a rule out of force is left out`() throws {
        let trial = try Trial(
            """
            critere "C" {
              titre = "Essai", source = "Essai", jusqu_au = jour "2021-02-28",
              exige = collectivite.nature == "region", sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().regles.isEmpty)
    }
}
