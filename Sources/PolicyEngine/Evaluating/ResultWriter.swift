// Puts a rule's run into the words of a verdict.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaRuntime
import LuaSyntax

/// Makes the results of one rule.
struct ResultWriter {
    let instance: RegimeInstance
    let index: Int
    let day: Day

    private var program: RuleProgram { instance.program.rules[index] }
    private var rule: Rule { program.rule }
    private var file: PolicyFile { instance.program.regime.files[rule.file] }

    /// The result of a run on a subject.
    func result(of run: RuleRun, sujet: String) -> RuleResult {
        RuleResult(
            kind: rule.kind, id: rule.id.value, titre: rule.titre, source: rule.source,
            note: rule.note, sujet: sujet, outcome: run.outcome, effect: rule.effect,
            isProvisional: !run.absents.isEmpty, motif: motif(of: run), lus: run.lus,
            parametres: program.parameters.compactMap(reading),
            manquants: missing(in: run), hypotheses: run.hypotheses,
            points: rule.kind == .priorite ? points(of: run) : nil,
            valeur: rule.kind == .calcul ? run.value : nil, nom: rule.nom?.value,
            failedAt: failurePlace(of: run), nodes: nodes(of: run), sourceText: sourceText,
            writtenAt: "\(file.source.path):\(file.source.line(at: rule.range.lowerBound))",
            isCommunicable: rule.isCommunicable, traced: traced(by: run))
    }

    private func traced(by run: RuleRun) -> [TracedValue] {
        run.nodes.compactMap { number, value in
            let node = instance.nodes[number - 1]
            return node.isShown ? nil : TracedValue(place: node.place, value: value)
        }
    }

    private func missing(in run: RuleRun) -> [String] {
        let reached = run.outcome == .indeterminee ? run.unknowns : []
        return Set(reached + run.absents + run.blanks).sortedByBytes
    }

    private func motif(of run: RuleRun) -> String? {
        switch (run.outcome, rule.kind) {
        case (.enErreur, _): failure(of: run)
        case (.indeterminee, _): Reasons.undetermined(missing(in: run))
        case (.nonSatisfaite, .critere), (.satisfaite, .priorite), (.satisfaite, .signalement),
            (.sansObjet, .calcul):
            rule.template?.filled(with: run.texts)
        default: nil
        }
    }

    private func failure(of run: RuleRun) -> String? {
        guard let error = run.failure else { return run.reason }
        return Reasons.failed(FailureText(error, budget: RegimeInstance.runInstructions).text)
    }

    /// A failed rule's line; the rule's own line where Lua gives none.
    private func failurePlace(of run: RuleRun) -> String? {
        guard run.outcome == .enErreur else { return nil }
        let line = run.failure?.line ?? file.source.line(at: rule.range.lowerBound)
        return "\(run.failure?.chunk ?? file.source.path):\(line)"
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

    private func reading(of name: String) -> ParameterReading? {
        let parameter = instance.program.regime.declarations.parameters.first {
            $0.name.value == name
        }
        guard let parameter, let value = parameter.value(on: day) else { return nil }
        return ParameterReading(
            name: name, value: value.value.value, du: value.period.du, unite: parameter.unite)
    }

    private func nodes(of run: RuleRun) -> [NodeValue] {
        run.nodes.filter { instance.nodes[$0.number - 1].isShown }
            .sorted { $0.number < $1.number }
            .map { node in
                let traced = instance.nodes[node.number - 1]
                return NodeValue(
                    depth: traced.depth, text: traced.text, value: node.value, field: traced.field)
            }
    }

    private var sourceText: [RuleResult.FieldText] {
        rule.fields.map { field in
            RuleResult.FieldText(
                field: field.name.text, text: file.source.text(in: field.expression.range))
        }
    }
}

extension Set<String> {
    /// The texts in byte order.
    var sortedByBytes: [String] { sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
}

extension RuleResult {
    /// The result of a rule whose list is absent: undetermined, naming the list.
    func onAbsentList(_ list: String) -> RuleResult {
        let missing = Set(manquants + [list]).sortedByBytes
        let span =
            kind == .priorite ? points.map { min(0, $0.lowerBound)...max(0, $0.upperBound) } : nil
        return copy(
            outcome: .indeterminee, motif: Reasons.undetermined(missing), manquants: missing,
            hypotheses: [], points: span)
    }

    /// The result of a rule that fails for a reason that only the whole verdict shows.
    func failing(_ reason: String) -> RuleResult {
        copy(
            outcome: .enErreur, motif: reason, manquants: manquants, hypotheses: hypotheses,
            points: nil)
    }

    private func copy(
        outcome: Outcome, motif: String, manquants: [String], hypotheses: [NamedValue],
        points: ClosedRange<Double>?
    ) -> RuleResult {
        RuleResult(
            kind: kind, id: id, titre: titre, source: source, note: note, sujet: sujet,
            outcome: outcome, effect: effect,
            isProvisional: outcome == .enErreur && isProvisional, motif: motif, lus: lus,
            parametres: parametres, manquants: manquants, hypotheses: hypotheses, points: points,
            valeur: nil, nom: nom, failedAt: outcome == .enErreur ? failedAt ?? writtenAt : nil,
            nodes: nodes, sourceText: sourceText, writtenAt: writtenAt,
            isCommunicable: isCommunicable)
    }
}
