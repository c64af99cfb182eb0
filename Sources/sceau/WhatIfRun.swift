// `evaluate --avec`: the verdict as it is, and as it would be with other values.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// A dossier judged twice.
struct ComparedDossier {
    /// Where it stands.
    let place: DossierPlace
    /// The verdict as it is.
    let base: Verdict
    /// The verdict with the replacements.
    let other: Verdict
    /// What differs.
    let change: VerdictChange
    /// Each replaced parameter or fact, with what it was; null where it was not known.
    let replaced: [(replacement: Replacement, before: JSONValue)]
    /// The replaced parameters that its regime does not have.
    let idle: [String]
}

/// Judges dossiers as they are and with replacements.
struct WhatIfRun: ~Copyable {
    private let whatIf: WhatIf
    private let base: Policy
    private var evaluation: Evaluation
    private var variant: FullEvaluator
    private let colors: ColorChoice

    /// Reads the replacements; all that is wrong with them is told, and ends the run.
    init(_ texts: [String], _ terms: EvaluationTerms, _ colors: ColorChoice) throws {
        do throws(ReplacementFaults) {
            whatIf = try WhatIf(texts, policy: terms.policy)
        } catch {
            for fault in error.faults { Console.remark(CommandFailure(fault).text) }
            throw ExitStatus.usage
        }
        base = terms.policy
        evaluation = Evaluation(terms, colors)
        variant = FullEvaluator(
            EvaluationTerms(whatIf.policy, le: terms.decisionDay, regime: terms.regime))
        self.colors = colors
    }

    /// The statuses that occurred.
    var statuses: Set<ExitStatus> { evaluation.statuses }

    /// Keeps the status of something that was told.
    mutating func keep(_ status: ExitStatus) { evaluation.keep(status) }

    /// The dossiers of an input that both ways can judge; what is wrong with others is told.
    mutating func compare(_ input: DossierInput) -> [ComparedDossier] {
        evaluation.texts(of: input).compactMap { text in
            switch evaluation.outcome(of: text) {
            case .verdict(let verdict): return compare(text, verdict)
            case .fault(let fault):
                evaluation.tell(fault)
                return nil
            }
        }
    }

    private mutating func compare(_ text: DossierText, _ verdict: Verdict) -> ComparedDossier? {
        // A dossier with a verdict is sound JSON.
        guard let json = JSONReader.read(text.source).root.flatMap({ JSONValue($0) }) else {
            return nil
        }
        let edited: DossierText
        do throws(ReplacementFault) {
            edited = try whatIf.editsFacts ? text.holding(whatIf.edited(json)) : text
        } catch {
            evaluation.report(CommandFailure(error, on: text.place))
            return nil
        }
        let (outcome, failures) = variant.outcome(of: edited)
        for failure in failures { evaluation.report(failure) }
        switch outcome {
        case .verdict(let other): return compared(text.place, json, verdict, other)
        case .fault(.unreadable(let found)):
            for finding in found {
                evaluation.report(
                    CommandFailure(
                        .usage, "\(text.place.shown)\u{A0}: avec ces valeurs, \(finding.message)",
                        help: finding.label ?? finding.help))
            }
        case .fault(let fault):
            evaluation.tell(fault)
            evaluation.keep(fault.status)
        }
        return nil
    }

    private func compared(
        _ place: DossierPlace, _ json: JSONValue, _ verdict: Verdict, _ other: Verdict
    ) -> ComparedDossier {
        let replaced = whatIf.replacements.map { replacement in
            let before: JSONValue? =
                switch replacement.target {
                case .parameter:
                    whatIf.parameter(replacement.name, under: verdict, in: base)?.jsonValue
                case .fact(let edit): json.value(at: edit.path)
                }
            return (replacement, before ?? .null)
        }
        return ComparedDossier(
            place: place, base: verdict, other: other,
            change: VerdictChange(from: verdict, to: other), replaced: replaced,
            idle: whatIf.idleParameters(under: verdict, in: base))
    }
}

extension DossierText {
    /// The same dossier with other facts.
    fileprivate func holding(_ json: JSONValue) -> DossierText {
        DossierText(
            place, shownAs: place.shown, bytes: Array(json.encoded().utf8)[...])
    }
}

extension CommandFailure {
    /// A replacement that makes no sense.
    fileprivate init(_ fault: ReplacementFault, on place: DossierPlace? = nil) {
        let start = place.map { "\($0.shown)\u{A0}: " } ?? ""
        self.init(
            .usage, "\(start)--avec \(fault.text)\u{A0}: \(fault.message)", help: fault.help)
    }
}

extension Replacement {
    /// The value that it gives; null where it takes a fact away.
    var after: JSONValue {
        switch target {
        case .parameter(let value): value.jsonValue
        case .fact(let edit): edit.value ?? .null
        }
    }
}
