// What a verdict shows of what a rule read.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct ReadingTests {
    @Test
    func `every fact that a rule names is shown, reached or not, in source order`() throws {
        let trial = try Trial.criterion(
            "collectivite.nature == \"region\" and nombre(dossier.labels) > 0 "
                + "and collectivite.population > 3")

        let result = try trial.verdict("\"labels\": []", collectivite: "\"population\": 5")
            .result("C")

        #expect(
            result.lus
                == [
                    NamedValueSample("collectivite.nature", .text("commune")),
                    NamedValueSample("labels", .list(count: 0)),
                    NamedValueSample("collectivite.population", .integer(5)),
                ].map(\.value))
    }

    @Test
    func `only the fields that ran are shown`() throws {
        let trial = try Trial(
            """
            critere "C" {
              titre = "Essai", source = "Essai",
              si = collectivite.nature == "region", exige = collectivite.population > 3,
              sinon = refus "non",
            }
            """)

        let result = try trial.verdict(collectivite: "\"population\": 5").result("C")

        #expect(result.outcome == .sansObjet)
        #expect(result.lus.map(\.name) == ["collectivite.nature"])
    }

    @Test
    func `a cell is shown with its row, and the parameter with its day`() throws {
        let trial = try Trial(
            """
            donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }
            parametre "seuil" {
              titre = "Essai",
              valeurs = {
                { du = jour "2020-01-01", valeur = 3, source = "Essai" },
                { du = jour "2021-01-01", valeur = 10, source = "Essai" },
              },
            }
            priorite "P" {
              titre = "Essai", source = "Essai",
              si = presence[demande.pays].nombre <= seuil, points = 30, motif = "{seuil}",
            }
            """, tables: ["donnees/presence.csv": "pays,nombre,source\nML,454,Essai\n"])

        let result = try trial.verdict("\"demandes\": [{ \"pays\": \"ML\" }]").result("P")

        #expect(result.outcome == .sansObjet)
        #expect(result.lus.map(\.name) == ["presence[ML].nombre", "demandes[1].pays"])
        #expect(result.parametres.map(\.value) == [.integer(10)])
        #expect(result.parametres.map { $0.du?.iso } == ["2021-01-01"])
    }

    @Test
    func `a country without a row is unknown, never zero`() throws {
        let trial = try Trial(
            """
            donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = presence[demande.pays].nombre <= 10, sinon = refus "non",
            }
            """, tables: ["donnees/presence.csv": "pays,nombre,source\nML,454,Essai\n"])

        let result = try trial.verdict("\"demandes\": [{ \"pays\": \"TV\" }]").result("C")

        #expect(result.outcome == .indeterminee)
        #expect(result.manquants == ["presence[TV]"])
    }

    @Test
    func `a row out of force does not count`() throws {
        let trial = try Trial(
            """
            donnees "pma" { fichier = "donnees/pma.csv", cle = "pays", complete = true }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = parmi(demande.pays, pma), sinon = refus "non",
            }
            """,
            tables: [
                "donnees/pma.csv":
                    "pays,du,jusqu_au,source\nVU,2000-01-01,2020-12-03,Essai\nML,,,Essai\n"
            ])

        let verdict = try trial.verdict(
            "\"demandes\": [{ \"pays\": \"VU\" }, { \"pays\": \"ML\" }]")

        #expect(verdict.regles.map(\.outcome) == [.nonSatisfaite, .satisfaite])
    }

    @Test
    func `what a helper reads of its argument is shown`() throws {
        let trial = try Trial(
            """
            local function peuplee(c) return c.population > 3 end
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = peuplee(collectivite), sinon = refus "non",
            }
            """)

        let result = try trial.verdict(collectivite: "\"population\": 5").result("C")

        #expect(result.lus.map(\.name) == ["collectivite.population"])
    }
}

/// A name and a value, written in a test.
private struct NamedValueSample {
    let name: String
    let shown: ShownValue

    init(_ name: String, _ shown: ShownValue) {
        self.name = name
        self.shown = shown
    }

    var value: NamedValue { NamedValue(name: name, value: shown) }
}
