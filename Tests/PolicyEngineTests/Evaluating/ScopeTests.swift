// What a rule runs on: the dossier, each expertise, each request, or a list that is not there.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct ScopeTests {
    private static let perExpertise = """
        critere "E" {
          titre = "Essai", source = "Essai",
          exige = expertise.domaine == "eau", sinon = refus "Domaine {expertise.domaine}.",
        }
        """

    @Test
    func `a rule that reads expertise runs once on each`() throws {
        let verdict = try Trial(ScopeTests.perExpertise)
            .verdict("\"expertises\": [{ \"domaine\": \"eau\" }, { \"domaine\": \"sel\" }]")

        #expect(verdict.expertises.map(\.avis) == [.favorable, .defavorable])
        #expect(
            verdict.expertises.map { $0.regles.map(\.sujet) } == [
                ["expertises[1]"], ["expertises[2]"],
            ])
        #expect(verdict.avis == .partage)
        #expect(verdict.motifs == ["Expertise 2\u{A0}: Domaine sel."])
    }

    @Test
    func `an absent list makes the rule undetermined once, naming the list`() throws {
        let verdict = try Trial(ScopeTests.perExpertise).verdict()

        #expect(verdict.regles.map(\.sujet) == ["expertises"])
        #expect(verdict.regles.map(\.outcome) == [.indeterminee])
        #expect(verdict.manquants == ["expertises"])
        #expect(verdict.avis == .incomplet)
    }

    @Test
    func `an empty list leaves the rule without object`() throws {
        let verdict = try Trial(ScopeTests.perExpertise).verdict("\"expertises\": []")

        #expect(verdict.regles.map(\.outcome) == [.sansObjet])
        #expect(verdict.avis == .favorable)
    }

    @Test
    func `a criterion on requests counts for every expertise by its worst result`() throws {
        let trial = try Trial(
            """
            critere "D" {
              titre = "Essai", source = "Essai",
              exige = demande.origine ~= "etat_etranger", sinon = examen "État",
            }
            """)

        let verdict = try trial.verdict(
            """
            "expertises": [{}, {}],
            "demandes": [{ "origine": "afd" }, { "origine": "etat_etranger" }]
            """)

        #expect(verdict.regles.map(\.sujet) == ["demandes[1]", "demandes[2]"])
        #expect(verdict.expertises.map(\.avis) == [.aExaminer, .aExaminer])
    }

    @Test
    func `a priority on requests counts by its best, and says which`() throws {
        let trial = try Trial(
            """
            priorite "P" {
              titre = "Essai", source = "Essai",
              si = demande.urgente, points = 40, motif = "urgente",
            }
            """)

        let priority = try trial.verdict(
            "\"demandes\": [{ \"urgente\": false }, { \"urgente\": true }, { \"urgente\": true }]"
        ).priorite

        #expect(priority.points == 40)
        #expect(priority.pointsMax == 40)
        #expect(priority.regles.map(\.isCounted) == [false, true, false])
    }

    @Test
    func `a rule reads a calcul by its name, in the calcul's scope`() throws {
        let trial = try Trial(
            """
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "taille",
              valeur = nombre(expertise.references),
            }
            critere "C" {
              titre = "Essai", source = "Essai", exige = taille >= 1, sinon = piece "manque",
            }
            """)

        let verdict = try trial.verdict(
            "\"expertises\": [{ \"references\": [] }, { \"references\": [{}] }]")

        #expect(verdict.expertises.map(\.avis) == [.incomplet, .favorable])
        #expect(verdict.calculs.map(\.valeur) == [.integer(0), .integer(1)])
    }

    @Test
    func `a calcul without object is unknown to its readers, by its name`() throws {
        let trial = try Trial(
            """
            donnees "comites" { fichier = "donnees/comites.csv" }
            calcul "K" {
              titre = "Essai", source = "Essai", nom = "comite",
              valeur = premier(comites, function(c) return dossier.depose_le < c.limite end).date,
              sinon = "aucun comité",
            }
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = comite > jour "2021-01-01", sinon = piece "manque",
            }
            """,
            tables: ["donnees/comites.csv": "date,limite,source\n2021-02-01,2021-01-15,Essai\n"])

        let verdict = try trial.verdict()

        #expect(try verdict.result("K").outcome == .sansObjet)
        #expect(try verdict.result("K").motif == "aucun comité")
        #expect(try verdict.result("C").outcome == .indeterminee)
        #expect(try verdict.result("C").manquants == ["comite"])
    }

    @Test
    func `a rule on both expertise and demande is refused`() throws {
        let source = Trial.source(
            """
            critere "B" {
              titre = "Essai", source = "Essai",
              exige = expertise.domaine == demande.objet, sinon = refus "non",
            }
            """)

        #expect(Policy.check(source).map(\.code) == ["politique.deux-portees"])
    }

    @Test
    func `a circle of calculs is named`() throws {
        let source = Trial.source(
            """
            calcul "A" { titre = "Essai", source = "Essai", nom = "a", valeur = b + 1 }
            calcul "B" { titre = "Essai", source = "Essai", nom = "b", valeur = a + 1 }
            """)

        let found = Policy.check(source)

        #expect(found.map(\.code) == ["politique.cercle"])
        #expect(found.first?.message.contains("a → b → a") == true)
    }
}
