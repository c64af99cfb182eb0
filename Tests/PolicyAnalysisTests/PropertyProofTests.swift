// What is proved holds, what is refuted comes with a dossier, and what is neither says why.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct PropertyProofTests {
    private static let population = "collectivite.population"

    /// The proof over a population of 0, 1500 and 9000, with the dossiers that contradict it.
    private func proof(
        _ rules: String, _ watched: WatchedResult = .avis, _ trend: Trend = .constant,
        budget: Int = 50_000
    ) throws -> (PropertyProof, [PropertySuspect]) {
        let policy = try OneRegime.load(rules)
        let path = try #require(FactPath(PropertyProofTests.population))
        let values: [Fact] = [.integer(0), .integer(1500), .integer(9000)]
        var evaluator = try Evaluator(policy)
        var confirmed: [PropertySuspect] = []
        let proof = try PropertyProof.search(
            watched, trend, of: path, values: values, under: "r", of: policy, budget: budget
        ) { suspect in
            let witnesses = [suspect.before, suspect.after].compactMap { json in
                Witness(json, le: suspect.decisionDay, schema: policy.schema, by: &evaluator)
            }
            guard witnesses.count == 2,
                witnesses[0].verdict.avis != witnesses[1].verdict.avis
                    || witnesses[0].verdict.priorite.points != witnesses[1].verdict.priorite.points
            else { return false }
            confirmed.append(suspect)
            return true
        }
        return (proof, confirmed)
    }

    @Test func `what no rule reads is proved without a look`() throws {
        let (proof, _) = try proof(OneRegime.critere("A", "collectivite.outre_mer"))

        #expect(proof.outcome == .proved)
        #expect(proof.explored == 0)
    }

    @Test func `a fact that a rule reads between its thresholds alone is proved constant`() throws {
        let (proof, _) = try proof(
            OneRegime.critere("A", "collectivite.population < 10000 or collectivite.outre_mer"))

        #expect(proof.outcome == .proved)
        #expect(proof.explored > 0)
    }

    @Test func `one rule of two that follows the wrong way is shown by a dossier`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.outre_mer")
            + OneRegime.critere(
                "B", "collectivite.population >= 1000 or expertise.domaine == \"eau\"", "examen")

        let (rising, _) = try proof(rules, .avis, .rising)
        let (falling, confirmed) = try proof(rules, .avis, .falling)

        #expect(rising.outcome == .proved)
        #expect(falling.outcome == .refuted)
        let suspect = try #require(confirmed.first)
        #expect(suspect.rule.id == "B")
        #expect(suspect.before["collectivite"]?["population"] == .integer(0))
        #expect(suspect.after["collectivite"]?["population"] == .integer(1500))
    }

    @Test func `points follow where each rule does, missing facts included`() throws {
        let rules = """
            priorite "P" { titre = "P", source = "E", points = 10, motif = "M.",
              si = collectivite.population >= 1000 and demande.urgente }
            priorite "Q" { titre = "Q", source = "E", points = 5, motif = "M.",
              si = collectivite.population >= 2000 }

            """

        #expect(try proof(rules, .points, .rising).0.outcome == .proved)
        #expect(try proof(rules, .pointsMax, .rising).0.outcome == .proved)
        #expect(try proof(rules, .points, .falling).0.outcome == .refuted)
    }

    @Test func `what another rule makes up for is neither proved nor refuted`() throws {
        let rules = """
            priorite "P" { titre = "P", source = "E", points = 10, motif = "M.",
              si = collectivite.population >= 1000 }
            priorite "Q" { titre = "Q", source = "E", points = 10, motif = "M.",
              si = collectivite.population < 1000 }

            """
        let (proof, _) = try proof(rules, .points)

        #expect(proof.outcome == .open)
        #expect(proof.doubts.map(\.rule.id) == ["P", "Q"])
        #expect(Set(proof.doubts.map(\.reason)) == [.unconfirmed])
    }

    @Test func `points that are reckoned from facts are only tried`() throws {
        let (proof, _) = try proof(
            """
            priorite "P" { titre = "P", source = "E", motif = "M.",
              points = collectivite.population }

            """, .points, .rising)

        #expect(proof.outcome == .open)
        #expect(proof.doubts.map(\.reason) == [.sampled])
    }

    @Test func `what a function makes of another fact is only tried`() throws {
        let (proof, _) = try proof(
            OneRegime.critere(
                "A",
                "collectivite.population >= 0 and extrait(collectivite.nom, 1, 2) ~= \"La\""))

        #expect(proof.outcome == .open)
        #expect(proof.doubts.map(\.reason) == [.sampled])
    }

    @Test func `a rule that reads the decision day is tried on some days`() throws {
        let (proof, _) = try proof(
            OneRegime.critere(
                "A",
                "collectivite.population >= 0 or decision.date < dossier.depose_le + jours(90)"))

        #expect(proof.doubts.map(\.reason).contains(.days))
    }

    @Test func `a budget that runs out leaves a partial result`() throws {
        let (proof, _) = try proof(
            OneRegime.critere(
                "A", "collectivite.population < 10000 and parmi(demande.pays, { \"MG\", \"SN\" })"),
            budget: 3)

        #expect(proof.outcome == .open)
        #expect(proof.doubts.map(\.reason) == [.partial])
    }

    @Test func `a computed key may be any fact`() throws {
        let (proof, _) = try proof(
            """
            local function lit(x, cle) return x[cle] end

            """ + OneRegime.critere("A", "lit(collectivite, \"popu\" .. \"lation\") >= 1000"))

        #expect(proof.outcome == .refuted)
    }

    @Test func `the day of filing is beyond what is proved`() throws {
        let policy = try OneRegime.load(OneRegime.critere("A", "collectivite.outre_mer"))
        let path = try #require(FactPath("depose_le"))
        let proof = try PropertyProof.search(
            .avis, .constant, of: path, values: [], under: "r", of: policy
        ) { _ in true }

        #expect(proof.outcome == .beyond)
    }
}
