// Puts a rule's run into the words of a verdict.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// Makes the results of one rule.
struct ResultWriter {
    let rule: WrittenRule
    /// The parameters that it names, those in force.
    let parameters: [ParameterReading]
    /// The nodes that runs trace.
    let tracedNodes: [TracedNode]

    /// The result of a run on a subject.
    func result(of run: RuleRun, sujet: String) -> RuleResult {
        let missing = missing(in: run)
        return RuleResult(
            rule: rule, sujet: sujet, outcome: run.outcome,
            isProvisional: !run.absents.isEmpty, motif: motif(of: run, missing: missing),
            lus: run.lus, parametres: parameters, manquants: missing,
            hypotheses: run.hypotheses, points: rule.kind == .priorite ? points(of: run) : nil,
            valeur: rule.kind == .calcul ? run.value : nil, failedAt: failurePlace(of: run),
            nodes: run.nodes.isEmpty ? [] : nodes(of: run),
            traced: run.nodes.isEmpty ? [] : traced(by: run))
    }

    private func traced(by run: RuleRun) -> [TracedValue] {
        run.nodes.compactMap { number, value in
            tracedNodes[number - 1].isShown
                ? nil : TracedValue(place: tracedNodes[number - 1].place, value: value)
        }
    }

    private func missing(in run: RuleRun) -> [String] {
        let reached = run.outcome == .indeterminee ? run.unknowns : []
        if reached.isEmpty, run.absents.isEmpty, run.blanks.isEmpty { return [] }
        return Set(reached + run.absents + run.blanks).sortedByBytes
    }

    private func motif(of run: RuleRun, missing: [String]) -> String? {
        switch run.outcome {
        case .enErreur: failure(of: run)
        case .indeterminee: Reasons.undetermined(missing)
        case _ where rule.kind.showsText(of: run.outcome):
            rule.template?.filled(with: run.texts)
        case .satisfaite, .nonSatisfaite, .sansObjet: nil
        }
    }

    private func failure(of run: RuleRun) -> String? {
        guard let error = run.failure else { return run.reason }
        return Reasons.failed(FailureText(error, budget: RegimeInstance.runInstructions).text)
    }

    /// A failed rule's line; the rule's own line where Lua gives none.
    private func failurePlace(of run: RuleRun) -> String? {
        guard run.outcome == .enErreur else { return nil }
        return "\(run.failure?.chunk ?? rule.file):\(run.failure?.line ?? rule.line)"
    }

    private func points(of run: RuleRun) -> ClosedRange<Double>? {
        switch (run.outcome, run.value) {
        case (.sansObjet, _): 0...0
        case (.satisfaite, .integer(let points)?): Double(points)...Double(points)
        case (.satisfaite, .decimal(let points)?): points...points
        case (.indeterminee, .integer(let points)?): span(Double(points))
        case (.indeterminee, .decimal(let points)?): span(points)
        default: nil
        }
    }

    /// Nothing, or the points: an unknown `si` may turn out either way.
    private func span(_ points: Double) -> ClosedRange<Double> { min(0, points)...max(0, points) }

    /// The nodes to show, in the order of the text.
    private func nodes(of run: RuleRun) -> [NodeValue] {
        var shown: [(number: Int, value: ShownValue?)] = []
        var isOrdered = true
        for index in run.nodes.indices
        where tracedNodes[run.nodes[index].number - 1].isShown {
            if let last = shown.last, last.number > run.nodes[index].number { isOrdered = false }
            shown.append(run.nodes[index])
        }
        if !isOrdered { shown.sort { $0.number < $1.number } }
        return shown.map { number, value in
            let traced = tracedNodes[number - 1]
            return NodeValue(
                depth: traced.depth, text: traced.text, value: value, field: traced.field)
        }
    }
}

extension Sequence<String> {
    /// The texts in byte order.
    var sortedByBytes: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

extension RuleResult {
    /// The result of a rule whose list is absent: undetermined, naming the list.
    ///
    /// What it concluded from the absence of an element's facts, an element may change.
    func onAbsentList(_ list: String) -> RuleResult {
        let missing = Set(manquants + [list]).sortedByBytes
        let span: ClosedRange<Double>? =
            if isProvisional {
                fixedPoints.map { min(0, $0)...max(0, $0) }
            } else {
                points.map { min(0, $0.lowerBound)...max(0, $0.upperBound) }
            }
        return copy(
            outcome: .indeterminee, motif: Reasons.undetermined(missing), manquants: missing,
            hypotheses: [], points: kind == .priorite ? span : nil)
    }

    /// The result of a validity that fails because others apply as well.
    func clashing(_ reason: String) -> RuleResult {
        var failed = copy(
            outcome: .enErreur, motif: reason, manquants: manquants, hypotheses: hypotheses,
            points: nil)
        failed.isClash = true
        return failed
    }

    private func copy(
        outcome: Outcome, motif: String, manquants: [String], hypotheses: [NamedValue],
        points: ClosedRange<Double>?
    ) -> RuleResult {
        RuleResult(
            rule: rule, sujet: sujet, outcome: outcome, isProvisional: isProvisional, motif: motif,
            lus: lus, parametres: parametres, manquants: manquants, hypotheses: hypotheses,
            points: points,
            valeur: nil, failedAt: outcome == .enErreur ? failedAt ?? writtenAt : nil,
            nodes: nodes)
    }
}
