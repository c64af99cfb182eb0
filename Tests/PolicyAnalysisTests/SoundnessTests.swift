// Changes that some dossier shows are never said to change nothing.
// SPDX-License-Identifier: MIT

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
}
