// Dossiers in, verdicts out, and what could not be evaluated.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Evaluates dossiers one after the other; a bad one does not stop the rest.
struct Evaluation: ~Copyable {
    private let policy: Policy
    private let decisionDay: Day
    private let regime: String?
    private let colors: ColorOptions
    private var evaluator: Evaluator

    /// The statuses that occurred.
    private(set) var statuses: Set<ExitStatus> = []

    /// Loads the policy and checks what the options ask of it.
    init(policies: PolicyOptions, decision: DecisionOptions, colors: ColorOptions) throws {
        let day = try decision.decisionDay()
        let policy = try policies.load(colors)
        try decision.checkRegime(in: policy)
        evaluator = try policies.evaluator(policy, colors)
        self.policy = policy
        decisionDay = day
        regime = decision.regime
        self.colors = colors
    }

    /// The facts that a dossier may hold under this policy.
    var schema: DossierSchema { policy.schema }

    /// The regime of a verdict.
    func regime(of verdict: Verdict) -> Regime? {
        verdict.regime.flatMap { policy.regime(id: $0.id) }
    }

    /// The verdict on a dossier; nil when it has none, its faults then being told.
    mutating func verdict(on input: DossierInput) -> Verdict? {
        do {
            let source = try input.read()
            let dossier = try Dossier.read(source, schema: policy.schema)
            let verdict = try evaluator.evaluate(dossier, le: decisionDay, regime: regime)
            tellFailures(of: verdict)
            return verdict
        } catch let error as FileError {
            report(error.failure)
        } catch let error as DiagnosticsError {
            colors.remark(error.diagnostics)
            statuses.insert(.badDossier)
        } catch let error as EvaluationError {
            report(failure(error, on: input))
        } catch {
            report(.defect("évaluation de \(input.path)"))
        }
        return nil
    }

    /// Tells a failure and keeps its status.
    mutating func report(_ failure: CommandFailure) {
        Console.remark(failure.text)
        statuses.insert(failure.status)
    }

    /// Keeps the status of an opinion, as `--exit-verdict` asks.
    mutating func count(_ avis: Avis) {
        switch avis {
        case .favorable, .enErreur: break
        case .aExaminer: statuses.insert(.toExamine)
        case .incomplet: statuses.insert(.incomplete)
        case .defavorable: statuses.insert(.unfavorable)
        case .partage: statuses.insert(.divided)
        }
    }

    private mutating func tellFailures(of verdict: Verdict) {
        for rule in verdict.allRules where rule.outcome == .enErreur {
            let place = rule.failedAt ?? rule.writtenAt
            report(
                CommandFailure(
                    .badPolicy,
                    "\(place)\u{A0}: règle \(rule.id), \(rule.sujet)\u{A0}: \(rule.motif ?? "en erreur")"
                ))
        }
    }

    private func failure(_ error: EvaluationError, on input: DossierInput) -> CommandFailure {
        switch error {
        case .decisionBeforeFiling(let filed, let decided):
            .decisionBeforeFiling(
                file: input.path, filed: French.day(filed), decided: French.day(decided))
        case .unknownRegime(let name, let nearest):
            .unknownRegime(name, nearest: nearest, known: policy.regimes.map(\.id))
        case .machine(let reason): .defect("\(input.path)\u{A0}: \(reason)")
        }
    }
}
