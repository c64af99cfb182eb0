// Dossiers in, verdicts out, and what could not be evaluated.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Evaluates dossiers one after the other; a bad one does not stop the rest.
struct Evaluation: ~Copyable {
    private let terms: EvaluationTerms
    private let colors: ColorChoice
    private var evaluator: FullEvaluator
    private var finder: OutlookFinder

    /// The statuses that occurred.
    private(set) var statuses: Set<ExitStatus> = []

    /// Prepares to evaluate.
    init(_ terms: EvaluationTerms, _ colors: ColorChoice) {
        self.terms = terms
        self.colors = colors
        evaluator = FullEvaluator(terms)
        finder = OutlookFinder(terms.policy, le: terms.decisionDay)
    }

    /// The facts that a dossier may hold under this policy.
    var schema: DossierSchema { terms.policy.schema }

    /// The tables that are read by key.
    var tables: [KeyedTable] { terms.policy.keyedTables }

    /// The regime of a verdict.
    func regime(of verdict: Verdict) -> Regime? {
        verdict.regime.flatMap { terms.policy.regime(id: $0.id) }
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
        let (outcome, failures) = evaluator.outcome(of: text)
        for failure in failures { report(failure) }
        if case .fault(let fault) = outcome { statuses.insert(fault.status) }
        return outcome
    }

    /// What completing a dossier can still change; nil when nothing is missing, or it cannot be told.
    mutating func outlook(on text: DossierText, _ verdict: Verdict) -> Outlook? {
        guard !verdict.manquants.isEmpty,
            let dossier = try? Dossier.read(text.source, schema: schema)
        else { return nil }
        return Self.searched { try finder.outlook(on: dossier, verdict) }.flatMap(\.self)
    }

    /// What a search gives; where it fails the verdict stands by itself, and that is told.
    private static func searched<Result>(_ search: () throws -> Result) -> Result? {
        do { return try search() } catch {
            Console.remark(
                "avertissement\u{A0}: ce qui pourrait encore changer l’avis n’a pas pu être cherché (\(error))\n"
            )
            return nil
        }
    }

    /// The least changes that would make each expertise favourable; nil when no regime covers it.
    func counterfactuals(
        on text: DossierText, _ verdict: Verdict
    ) -> [CounterfactualReport]? {
        guard let dossier = try? Dossier.read(text.source, schema: schema) else { return nil }
        guard dossier.isExplorable else {
            Console.remark(
                "avertissement\u{A0}: ce dossier est trop grand pour que des changements soient cherchés\n"
            )
            return nil
        }
        return Self.searched {
            var search = try CounterfactualSearch(dossier, verdict, under: terms.policy)
            return try search?.reports()
        }.flatMap(\.self)
    }

    /// Tells why a dossier has no verdict.
    func tell(_ fault: DossierFault) {
        switch fault {
        case .unreadable(let diagnostics), .policy(let diagnostics): colors.remark(diagnostics)
        case .refused(let failure): Console.remark(failure.text)
        }
    }

    /// Tells a failure and keeps its status.
    mutating func report(_ failure: CommandFailure) {
        Console.remark(failure.text)
        statuses.insert(failure.status)
    }

    /// Keeps the status of a failure that has been told.
    mutating func keep(_ status: ExitStatus) { statuses.insert(status) }

    /// Ends the process, which takes down the machines and the policy at once.
    func end(with status: ExitStatus) { Surroundings.end(with: status.rawValue) }

    /// Keeps the status of an opinion, as `--exit-verdict` asks.
    mutating func count(_ avis: Avis) {
        if let status = ExitStatus(of: avis) { statuses.insert(status) }
    }
}
