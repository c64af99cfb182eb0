// `sceau test --prove`: properties on every dossier, and those that every policy must have.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting

extension TestRun {
    /// Tries to prove the properties that held on the dossiers drawn.
    func proved(
        _ results: [PropertyResult], _ explanation: FailureExplanation
    ) throws -> [TestEntry] {
        var runner = CaseRunner(source, dossiers: tests.dossiers, policies: loaded)
        return try results.map { tried in
            let (proof, result) = try runner.prove(tried)
            var entry = explanation.entry(result)
            if tried.passed, !result.passed {
                entry.failure[1] = explanation.place(of: result)
            }
            if tried.passed {
                entry.status = PropertyStatus(
                    proof: proof, tried: tried.tried, names: explanation.names)
            }
            return entry
        }
    }

    /// The properties of every policy, under each regime, whose name holds a text.
    func builtInProperties(
        filter: String?, _ explanation: FailureExplanation
    ) throws -> [TestEntry] {
        let found = try BuiltInProperty.search(fullPolicy) { kind, regime in
            filter.map { kind.name(under: regime.id).lowercased().contains($0.lowercased()) }
                ?? true
        }
        return found.map(explanation.entry)
    }
}

extension FailureExplanation {
    /// Where a dossier that no draw gave comes from.
    fileprivate func place(of result: PropertyResult) -> String {
        let day = result.counterexample.map { French.day($0.decisionDay) } ?? ""
        return "  dossier trouvé par la preuve, décision le \(day)\u{A0}:"
    }

    /// The entry of a property of every policy.
    fileprivate func entry(_ property: BuiltInProperty) -> TestEntry {
        TestEntry(
            group: .propriete, name: property.kind.name(under: property.regime),
            file: path("\(property.regime)/regime.lua"), line: 1,
            failure: property.counterexample.map { failure($0, property.kind) } ?? [],
            status: PropertyStatus(
                proof: property.proof, tried: nil, names: names, vacuity: property.kind.vacuity))
    }

    private func failure(
        _ found: BuiltInCounterexample, _ kind: BuiltInProperty.Kind
    ) -> [String] {
        let day = French.day(found.before.decisionDay)
        let (before, after) = (found.before.verdict.summary, found.after.verdict.summary)
        let head = "\(kind.contradiction)\u{A0}: \(before), puis \(after)"
        let rule = "  règle en cause\u{A0}: \(found.rule.id) (\(found.rule.titre))"
        if let presence = found.presence {
            return [
                head, rule,
                "  nombre de tout pays au tableau\u{A0}: \(presence.before), puis \(presence.after) ; décision le \(day)\u{A0}:",
                "  \(found.before.json.encoded())",
            ]
        }
        return [
            head, rule, "  dossier, décision le \(day)\u{A0}:", "  \(found.before.json.encoded())",
            "  puis\u{A0}:", "  \(found.after.json.encoded())",
        ]
    }
}

extension Verdict {
    /// « favorable, 30 points ».
    fileprivate var summary: String {
        let points = priorite.points.map { pointCount($0) }
        return ([avis.word] + [points].compactMap(\.self)).joined(separator: ", ")
    }
}

extension BuiltInProperty.Kind {
    /// The property as a sentence, under a regime.
    func name(under regime: String) -> String {
        let sentence =
            switch self {
            case .name: "le nom du demandeur ne compte jamais"
            case .contact: "le contact du demandeur ne compte jamais"
            case .presence: "une présence plus faible ne retire jamais de points"
            case .references: "une référence de plus ne nuit jamais"
            case .information: "un fait de plus ne défait jamais un résultat arrêté"
            }
        return "\(sentence) (\(regime))"
    }

    /// Why there may be nothing to prove.
    fileprivate var vacuity: String {
        switch self {
        case .name: "aucun dossier ne porte de nom"
        case .contact: "aucun fait du dossier ne dit comment joindre le demandeur"
        case .presence: "aucune règle de priorité ne lit le nombre d’un tableau « presence »"
        case .references: "aucun dossier ne porte de références"
        case .information: "aucune règle ne lit de fait"
        }
    }

    /// What the counterexample shows.
    fileprivate var contradiction: String {
        switch self {
        case .name: "le nom change le résultat"
        case .contact: "le contact change le résultat"
        case .presence: "une présence plus faible retire des points"
        case .references: "une référence de plus nuit"
        case .information: "un fait qui manquait défait un résultat arrêté"
        }
    }
}
