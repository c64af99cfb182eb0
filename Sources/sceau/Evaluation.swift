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
        evaluator = try policies.evaluator(policy, colors, loading: .asNeeded)
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

    /// The dossiers of an input; none when it cannot be read, which is told.
    mutating func texts(of input: DossierInput) -> [DossierText] {
        do {
            return try input.read()
        } catch {
            report(error.failure)
            return []
        }
    }

    /// The verdict on a dossier, or its fault, which is left to tell; its status is kept.
    mutating func outcome(of text: DossierText) -> DossierOutcome {
        do {
            let verdict = try evaluate(text)
            tellFailures(of: verdict)
            return .verdict(verdict)
        } catch {
            statuses.insert(error.status)
            return .fault(error)
        }
    }

    /// Tells why a dossier has no verdict.
    func tell(_ fault: DossierFault) {
        switch fault {
        case .unreadable(let diagnostics): colors.remark(diagnostics)
        case .refused(let failure): Console.remark(failure.text)
        }
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

    private mutating func evaluate(_ text: DossierText) throws(DossierFault) -> Verdict {
        if let fault = text.fault { throw .unreadable([fault]) }
        let dossier: Dossier
        do {
            dossier = try Dossier.read(text.source, schema: policy.schema)
        } catch {
            throw .unreadable(error.diagnostics)
        }
        do {
            return try evaluator.evaluate(dossier, le: decisionDay, regime: regime)
        } catch {
            throw .refused(failure(error, on: text.place.shown))
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

    private func failure(_ error: EvaluationError, on place: String) -> CommandFailure {
        switch error {
        case .decisionBeforeFiling(let filed, let decided):
            .decisionBeforeFiling(
                file: place, filed: French.day(filed), decided: French.day(decided))
        case .unknownRegime(let name, let nearest):
            .unknownRegime(name, nearest: nearest, known: policy.regimes.map(\.id))
        case .loading(let diagnostics): .regimeFails(diagnostics)
        case .machine(let reason): .defect("\(place)\u{A0}: \(reason)")
        }
    }
}
