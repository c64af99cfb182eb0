// What one dossier leaves in a machine: nothing, not even an instruction spared or spent.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

struct HistoryTests {
    /// Work that a machine could remember, then as many turns as the dossier's population says.
    private static let rules = """
        local suivants = {}
        for i = 1, 100 do suivants[i] = i end
        local function attaque(depart, tours)
          local k = 0
          for i = 1, 60 do
            if jour(tostring(depart + jours(i))) > depart then k = k + 1 end
          end
          k = k + nombre(suivants)
          for _ = 1, tours do end
          return k
        end
        critere "C" {
          titre = "Essai", source = "Essai",
          exige = attaque(decision.date, collectivite.population) == 160, sinon = refus "non",
        }
        """

    @Test
    func `a budget is the same to the instruction whatever was evaluated before`() throws {
        let trial = try Trial(HistoryTests.rules)
        let most = try mostTurns { turns in
            var evaluator = try Evaluator(trial.policy)
            return try outcome(turns, under: &evaluator, trial)
        }
        var used = try Evaluator(trial.policy)
        for turns in [1, most, most + 1, 7] { _ = try outcome(turns, under: &used, trial) }

        let again = try mostTurns { try outcome($0, under: &used, trial) }

        #expect(most > 1000)
        #expect(again == most)
    }

    /// The most turns of the loop that the budget lets through.
    private func mostTurns(_ outcome: (Int) throws -> Outcome) throws -> Int {
        var (passes, fails) = (0, 400_000)
        while fails - passes > 1 {
            let turns = (passes + fails) / 2
            if try outcome(turns) == .satisfaite { passes = turns } else { fails = turns }
        }
        return passes
    }

    private func outcome(
        _ turns: Int, under evaluator: inout Evaluator, _ trial: Trial
    ) throws -> Outcome {
        let dossier = try trial.dossier(collectivite: "\"population\": \(turns)")
        let verdict = try evaluator.evaluate(dossier, le: #require(Day(iso: "2021-03-10")))
        return try verdict.result("C").outcome
    }
}
