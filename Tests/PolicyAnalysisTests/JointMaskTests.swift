// Criteria that several others mask together are found in small policies.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct JointMaskTests {
    /// Fails below 1000 people, for those overseas and for the others.
    private static let halves =
        OneRegime.critere("A", "collectivite.population >= 1000 or not collectivite.outre_mer")
        + OneRegime.critere("B", "collectivite.population >= 1000 or collectivite.outre_mer")

    @Test func `two halves mask what fails in both`() throws {
        let rules =
            JointMaskTests.halves
            + OneRegime.critere("C", "collectivite.population >= 500", "examen")

        let masked = try #require(try OneRegime.findings(rules).first)
        #expect(try OneRegime.found(rules) == ["critere_masque C A B"])
        let verdict = try #require(masked.witness?.verdict)
        #expect(verdict.avis == .defavorable)
        #expect(verdict.regles.filter { $0.outcome == .nonSatisfaite }.count == 2)
    }

    @Test func `what reaches beyond the two halves decides alone`() throws {
        let rules =
            JointMaskTests.halves
            + OneRegime.critere("C", "collectivite.population >= 1001", "examen")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `what the halves weigh less decides`() throws {
        let rules =
            OneRegime.critere(
                "A", "collectivite.population >= 1000 or not collectivite.outre_mer", "examen")
            + OneRegime.critere(
                "B", "collectivite.population >= 1000 or collectivite.outre_mer", "examen")
            + OneRegime.critere("C", "collectivite.population >= 500")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `a criterion that shares no fact may be one of those that mask`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000 or not collectivite.outre_mer")
            + OneRegime.critere("B", "collectivite.outre_mer")
            + OneRegime.critere("C", "collectivite.population >= 500", "examen")

        #expect(try OneRegime.found(rules) == ["critere_masque C A B"])
    }

    @Test func `three thirds are needed, and a fourth criterion is left out`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.nature ~= \"commune\"")
            + OneRegime.critere("B", "collectivite.nature ~= \"region\"")
            + OneRegime.critere(
                "D", "collectivite.population >= 7 or collectivite.nature == \"gip\"")
            + OneRegime.critere(
                "E", "collectivite.nature ~= \"gip\" or collectivite.population >= 9")
            + OneRegime.critere("C", "collectivite.population >= 5", "examen")

        #expect(try OneRegime.found(rules) == ["critere_masque C D E"])
    }

    @Test func `a fact that stays missing lets a criterion decide`() throws {
        // Overseas or not is not said: neither half fails, the third does.
        let rules =
            OneRegime.critere(
                "A", "defaut(collectivite.outre_mer, false) or collectivite.population >= 1000")
            + OneRegime.critere(
                "B",
                "not connu(collectivite.outre_mer) or not collectivite.outre_mer or collectivite.population >= 1000"
            )
            + OneRegime.critere("C", "collectivite.population >= 500", "examen")

        #expect(try OneRegime.found(rules) == ["critere_masque C A B"])
    }

    @Test func `the text of several speaks of one of them at least`() throws {
        let rules =
            JointMaskTests.halves
            + OneRegime.critere("C", "contient(collectivite.nom, \"ville\")", "examen")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `what one other masks masks nothing together with others`() throws {
        let rules =
            OneRegime.critere(
                "A", "collectivite.population >= 1000 and collectivite.population <= 5000")
            + OneRegime.critere("B", "collectivite.population >= 1000")
            + OneRegime.critere("C", "collectivite.population <= 5000")
        #expect(try OneRegime.found(rules) == ["critere_masque B A", "critere_masque C A"])
    }
}
