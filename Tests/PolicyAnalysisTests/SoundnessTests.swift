// Changes that some dossier shows are never said to change nothing.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

/// Each pair was told apart by a dossier that a reader found, in ways that cells do not follow.
struct SoundnessTests {
    /// Conditions that differ, on an expertise `e` or on the applicant.
    static let conditions: [(String, String)] = [
        (
            "renseigne(expertise.domaine)",
            "renseigne(expertise.domaine) and expertise.domaine ~= \"armement\""
        ),
        (
            "connu(collectivite.population) and collectivite.population >= 100",
            "connu(collectivite.population) and collectivite.population >= 101"
        ),
        (
            "renseigne(expertise.domaine)",
            "connu(expertise.domaine) and expertise.domaine ~= \"\""
        ),
        ("defaut(collectivite.population, 0) >= 100", "defaut(collectivite.population, 0) >= 101"),
        (
            "renseigne(expertise.references) and nombre(expertise.references) >= 3",
            "renseigne(expertise.references) and nombre(expertise.references) >= 4"
        ),
        ("nombre(expertise.references) * 10 >= 50", "nombre(expertise.references) * 10 >= 60"),
        (
            "nombre(expertise.references) + nombre(expertise.experts) >= 4",
            "nombre(expertise.references) + nombre(expertise.experts) >= 5"
        ),
        (
            "math.min(nombre(expertise.references), 6) >= 4",
            "math.min(nombre(expertise.references), 6) >= 5"
        ),
        ("nombre(expertise.references) % 7 ~= 5", "nombre(expertise.references) >= 0"),
        (
            "compte(expertise.references, { type = \"prix\" }) ~= 30",
            "nombre(expertise.references) >= 0"
        ),
        ("expertise.domaine < \"m\"", "expertise.domaine < \"n\""),
        ("expertise.domaine <= \"m\"", "expertise.domaine < \"m\""),
        ("entre(expertise.domaine, \"a\", \"m\")", "entre(expertise.domaine, \"a\", \"z\")"),
        (
            "({ eau = 1, dechets = 2 })[expertise.domaine] == 2",
            "({ eau = 2, dechets = 1 })[expertise.domaine] == 2"
        ),
        ("dossier.numero ~= \"12\"", "dossier.numero ~= \"13\""),
        ("(collectivite.population >> 3) ~= 7", "(collectivite.population >> 3) ~= 8"),
        ("#expertise.domaine ~= 30", "#expertise.domaine ~= 31"),
        ("nombre(expertise.references) <= 1999", "nombre(expertise.references) <= 2000"),
        ("nombre(dossier.expertises) * 2 ~= 8", "nombre(dossier.expertises) * 2 ~= 10"),
        (
            "renseigne(expertise.domaine)",
            "connu(expertise.domaine) and expertise.domaine ~= \"\" and expertise.domaine ~= \" \""
        ),
        (
            "connu(collectivite.population ~= 1) and collectivite.population > 2",
            "connu(collectivite.population ~= 1) and collectivite.population > 3"
        ),
        (
            "defaut(compte(expertise.references, { type = \"prix\" }), 0) < 2",
            "defaut(compte(expertise.references, { type = \"prix\" }), 0) < 3"
        ),
        (
            "defaut(nombre(expertise.references) - nombre(expertise.experts), 4) < 3",
            "defaut(nombre(expertise.references) - nombre(expertise.experts), 4) < 4"
        ),
        (
            "collectivite.population + 9223372036854775807 > 0",
            "collectivite.population > -9223372036854775807"
        ),
    ]

    /// With 9 people and no overseas body the second criterion holds and the first does not.
    @Test func `what another fact's presence hides is asked before it is cut`() throws {
        let rules =
            """
            critere "A" { titre = "A", source = "Essai", si = collectivite.population <= 9,
              exige = collectivite.outre_mer, sinon = refus "Non." }

            """
            + OneRegime.critere(
                "B", "connu(collectivite.outre_mer) and collectivite.population >= 9")
        #expect(try !OneRegime.found(rules).contains("critere_masque A B"))
    }

    @Test(arguments: SoundnessTests.conditions)
    func `a condition that changes is found, or doubted`(before: String, after: String) throws {
        let old = try OneRegime.load(OneRegime.critere("A", before))
        let new = try OneRegime.load(OneRegime.critere("A", after))

        let difference = try PolicyDifference.between(old, new)

        #expect(!(difference.isEmpty && difference.isExact))
        if case .proved = try Equivalence.of(old, new) { Issue.record("proved") }
    }

    @Test func `choices that lead apart later are not one`() throws {
        func rule(_ points: Int) -> String {
            """
            priorite "P" { titre = "P", source = "E", motif = "Oui.",
              points = si_sinon(collectivite.nature == "commune",
                si_sinon(collectivite.population > 5000, 10, 0),
                si_sinon(collectivite.nature == "departement",
                  si_sinon(collectivite.population > 5000, \(points), 0), 0)) }
            """
        }
        let difference = try PolicyDifference.between(
            OneRegime.load(rule(20)), OneRegime.load(rule(21)))

        #expect(!(difference.isEmpty && difference.isExact))
    }

    @Test func `days long after the last one that is written are looked at`() throws {
        func rule(_ days: Int) -> String {
            OneRegime.critere(
                "A", "dossier.depose_le - jours(\(days)) <= jour \"2022-01-01\"")
        }
        let difference = try PolicyDifference.between(
            OneRegime.load(rule(5000)), OneRegime.load(rule(6000)))

        #expect(!difference.isEmpty)
    }

    /// On a third request that is precise and urgent, the second criterion holds and the first does not.
    @Test func `how long a list is may be asked only once it has elements`() throws {
        let rules =
            """
            critere "A" { titre = "A", source = "E", si = renseigne(collectivite.rna)
              and existe(dossier.demandes, { urgente = true }),
              exige = not demande.urgente and (compte(dossier.demandes, { precise = true }) < 1
                or not collectivite.outre_mer), sinon = examen "Non." }

            """
            + OneRegime.critere(
                "B", "(demande.urgente or demande.precise) and not demande.urgente", "examen")
        #expect(try !OneRegime.found(rules).contains("critere_masque A B"))
    }

    /// With four requests, one not precise but urgent, of 10 people: the second criterion holds.
    @Test func `how long a list is may be asked behind whether a fact is there`() throws {
        let rules =
            """
            critere "A" { titre = "A", source = "E", si = not demande.precise,
              exige = not demande.urgente or collectivite.population <= 5, sinon = examen "Non." }

            """
            + OneRegime.critere(
                "B",
                """
                (demande.precise and not (collectivite.population <= 5))
                  or (renseigne(collectivite.rna) and nombre(dossier.demandes) >= 3)
                """, "piece")
        #expect(try !OneRegime.found(rules).contains("critere_masque A B"))
    }

    /// A region's request that is not urgent and names no country fails.
    @Test func `a fact may stay missing although others are placed after it`() throws {
        let rules = OneRegime.critere(
            "A",
            "renseigne(demande.pays) or demande.urgente or collectivite.nature == \"commune\"")
        #expect(try OneRegime.found(rules) == [])
    }

    /// Nobody overseas is known of, and no request is urgent: it holds.
    @Test func `what an absence lets hold is not said never to hold`() throws {
        let rules = OneRegime.critere(
            "A",
            """
            not connu(collectivite.outre_mer)
              and (not existe(dossier.demandes, { urgente = true }) or collectivite.outre_mer)
            """)
        #expect(try OneRegime.found(rules) == [])
    }

    /// Three references are enough, whether the field is said or not.
    @Test func `a fact that stays missing may leave the best opinion open`() throws {
        let small = try AnalysedPolicy(
            OneRegime.critere(
                "A",
                "nombre(expertise.references) >= 3 or renseigne(expertise.domaine)", "piece"))
        let outlook = try small.outlook(on: small.dossier(", \"expertises\": [{}]"))

        let domaine = try #require(
            outlook.pieces.first { $0.path.description == "expertises[1].domaine" })
        let absent = try #require(
            domaine.opinions.flatMap(\.choices).first { choice in
                choice.ways.contains { $0.contains { $0.cell.extent == .absent } }
            })
        #expect(absent.results.best == .favorable)
        #expect(absent.results.worst == .incomplet)
    }
}
