// Criteria that others mask and rules that always agree are found in small policies.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct RulePairTests {
    // MARK: - Masked criteria

    @Test func `a milder criterion that fails only where a refusal does is masked`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000")
            + OneRegime.critere("B", "collectivite.population >= 500", "examen")

        let masked = try #require(try OneRegime.findings(rules).first)
        #expect(try OneRegime.found(rules) == ["critere_masque B A"])
        let verdict = try #require(masked.witness?.verdict)
        #expect(verdict.avis == .defavorable)
        #expect(verdict.regles.map(\.outcome) == [.nonSatisfaite, .nonSatisfaite])
    }

    @Test func `what fails alone somewhere is not masked`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 500")
            + OneRegime.critere("B", "collectivite.population >= 1000", "examen")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `what fails less badly masks nothing`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000", "examen")
            + OneRegime.critere("B", "collectivite.population >= 500")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `a criterion may be masked for a time alone`() throws {
        let rules =
            """
            parametre "seuil" { titre = "S", unite = "h", valeurs = {
              { du = jour "2020-01-01", jusqu_au = jour "2021-06-30", valeur = 500, source = "E" },
              { du = jour "2021-07-01", valeur = 2000, source = "E" } } }

            """ + OneRegime.critere("A", "collectivite.population >= 1000")
            + OneRegime.critere("B", "collectivite.population >= seuil", "examen")

        let masked = try #require(try OneRegime.findings(rules).first)
        #expect(masked.others == ["A"])
        #expect(
            masked.periods == [Period(du: Day(iso: "2020-01-01"), jusquAu: Day(iso: "2021-06-30"))])
    }

    @Test func `a criterion that may be undetermined where another fails masks nothing`() throws {
        // 500 people and nothing said of overseas: the second alone is against it.
        let rules =
            OneRegime.critere(
                "A",
                "si_sinon(collectivite.outre_mer, collectivite.population >= 2000, collectivite.population >= 1000)"
            ) + OneRegime.critere("B", "collectivite.population >= 900")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `a criterion on expertises alone asks for them where none are given`() throws {
        // 1000 people and no list of expertises: the second alone makes the dossier incomplete.
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000")
            + OneRegime.critere(
                "B", "expertise.domaine == \"eau\" or collectivite.population >= 1000", "piece")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `a criterion on expertises masks none on the dossier, which may have none`() throws {
        let rules =
            OneRegime.critere(
                "A", "collectivite.population >= 1000 and expertise.domaine == \"eau\"")
            + OneRegime.critere("B", "collectivite.population >= 500", "examen")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `a criterion that no dossier meets masks nothing in particular`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population < 0")
            + OneRegime.critere("B", "collectivite.population >= 500", "examen")

        #expect(try OneRegime.found(rules) == ["jamais_satisfaite A"])
    }

    // MARK: - Rules that agree

    @Test func `two ways to say one thing agree`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000")
            + OneRegime.critere("B", "not (collectivite.population < 1000)")

        let agreeing = try #require(try OneRegime.findings(rules).first)
        #expect(try OneRegime.found(rules) == ["regles_toujours_d_accord A B"])
        #expect(agreeing.witness?.verdict.avis == .defavorable)
    }

    @Test func `of two that agree, the milder one is masked`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 1000", "examen")
            + OneRegime.critere("B", "not (collectivite.population < 1000)")

        #expect(
            try OneRegime.found(rules) == ["critere_masque A B", "regles_toujours_d_accord A B"])
    }

    @Test func `of three that agree, each is told of with the first`() throws {
        let rules = ["A", "B", "C"].map { OneRegime.critere($0, "collectivite.outre_mer") }.joined()

        #expect(
            try OneRegime.found(rules) == [
                "regles_toujours_d_accord A B", "regles_toujours_d_accord A C",
            ])
    }

    @Test func `rules that differ in one case alone do not agree`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population ~= 1000 or collectivite.outre_mer")
            + OneRegime.critere(
                "B", "collectivite.population ~= 1000 or not collectivite.outre_mer")

        #expect(try OneRegime.found(rules) == [])
    }

    @Test func `two flags raised together agree, a flag and a criterion do not`() throws {
        let flags = ["S", "T"].map { id in
            """
            signalement "\(id)" { titre = "S", source = "E", message = "M",
              si = collectivite.outre_mer }

            """
        }.joined()

        #expect(
            try OneRegime.found(flags + OneRegime.critere("A", "collectivite.outre_mer"))
                == ["regles_toujours_d_accord S T"])
    }

    @Test func `what a function hides makes it possible only`() throws {
        let rules =
            OneRegime.critere("A", "contient(collectivite.nom, \"ville\")")
            + OneRegime.critere("B", "commence_par(collectivite.nom, \"ville\")")

        #expect(try OneRegime.found(rules).allSatisfy { $0.hasSuffix(" ?") })
    }
}
