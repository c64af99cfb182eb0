// One dossier after the other, with everything that is wrong with it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// What every dossier of a run is evaluated by.
struct EvaluationTerms: Sendable {
    let policy: Policy
    let decisionDay: Day
    /// Skips the choice of regime.
    let regime: String?
    /// Shares the work of loading; nil where nothing does.
    let helper: HelperThread?
    /// The machine that is made meanwhile; nil where none is.
    let early: EarlyMachine?

    /// Loads the policy and checks what the options ask of it.
    init(policies: PolicyChoice, decision: DecisionChoice, colors: ColorChoice) throws {
        decisionDay = try decision.decisionDay()
        let (day, name) = (decisionDay, decision.regime)
        let helper = HelperThread.started()
        let early = helper.map { EarlyMachine.started(on: $0) }
        (self.helper, self.early) = (helper, early)
        policy = try policies.load(colors, sharedBy: helper) { regimes, schema in
            if let helper { early?.expect(day, under: name, regimes, schema, on: helper) }
        }
        try decision.checkRegime(in: policy)
        regime = decision.regime
    }

    /// The terms of these dossiers under a policy that is loaded.
    init(_ policy: Policy, le decisionDay: Day, regime: String?) {
        self.policy = policy
        self.decisionDay = decisionDay
        self.regime = regime
        (helper, early) = (nil, nil)
    }
}

/// Evaluates dossiers from their texts; a regime is loaded when a dossier needs it.
struct FullEvaluator: ~Copyable {
    private let terms: EvaluationTerms
    private var evaluator: Evaluator

    /// Makes an evaluator.
    init(_ terms: EvaluationTerms) {
        self.terms = terms
        evaluator = Evaluator(
            asNeeded: terms.policy, ready: terms.early?.take(), threads: terms.helper?.starter)
    }

    /// The verdict on a dossier, or its fault, and the rules that failed.
    mutating func outcome(
        of text: DossierText
    ) -> (outcome: DossierOutcome, failures: [CommandFailure]) {
        do throws(DossierFault) {
            let verdict = try evaluate(text)
            return (.verdict(verdict), verdict.failures)
        } catch {
            return (.fault(error), [])
        }
    }

    private mutating func evaluate(_ text: DossierText) throws(DossierFault) -> Verdict {
        try verdict(on: read(text), at: text.place)
    }

    /// The dossier that a text holds.
    func read(_ text: DossierText) throws(DossierFault) -> Dossier {
        if let fault = text.fault { throw .unreadable([fault]) }
        do {
            return try Dossier.read(text.source, schema: terms.policy.schema)
        } catch {
            throw .unreadable(error.diagnostics)
        }
    }

    /// The verdict on a dossier that was read under the same policy.
    mutating func verdict(
        on dossier: Dossier, at place: DossierPlace
    ) throws(DossierFault) -> Verdict {
        do {
            return try evaluator.evaluate(dossier, le: terms.decisionDay, regime: terms.regime)
        } catch {
            throw fault(error, on: place.shown)
        }
    }

    private func fault(_ error: EvaluationError, on place: String) -> DossierFault {
        switch error {
        case .decisionBeforeFiling(let filed, let decided):
            .refused(
                .decisionBeforeFiling(
                    file: place, filed: French.day(filed), decided: French.day(decided)))
        case .unknownRegime(let name, let nearest):
            .refused(
                .unknownRegime(name, nearest: nearest, known: terms.policy.regimes.map(\.id)))
        case .loading(let diagnostics): .policy(diagnostics)
        case .machine(let reason): .refused(.defect("\(place)\u{A0}: \(reason)"))
        }
    }
}

extension Verdict {
    /// The rules that failed, as what stops a command.
    fileprivate var failures: [CommandFailure] {
        allRules.filter { $0.outcome == .enErreur }.map { rule in
            let place = rule.failedAt ?? rule.writtenAt
            return CommandFailure(
                .badPolicy,
                "\(place)\u{A0}: règle \(rule.id), \(rule.sujet)\u{A0}: \(rule.motif ?? "en erreur")"
            )
        }
    }
}
