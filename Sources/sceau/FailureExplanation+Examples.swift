// Why a property or an example failed.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

extension FailureExplanation {
    /// The entry of a property.
    func entry(_ result: PropertyResult) -> TestEntry {
        let place = result.property.location
        return TestEntry(
            group: .propriete, name: result.property.name, file: path(place.file),
            line: place.start.line, failure: failure(of: result))
    }

    private func failure(of result: PropertyResult) -> [String] {
        guard let found = result.counterexample else {
            guard result.compared == 0 else { return [] }
            return [
                "aucun des "
                    + French.count(result.tried, "dossier tiré", "dossiers tirés")
                    + " ne permet de comparer deux résultats"
            ]
        }
        let values = "\(found.values.0.french) puis \(found.values.1.french)"
        let results = "\(found.results.0.french) puis \(found.results.1.french)"
        return [
            "\(result.property.facet.name)\u{A0}: \(results), quand la valeur est \(values)",
            "  dossier \(result.tried) du tirage, décision le \(French.day(found.decisionDay))\u{A0}:",
            "  \(found.dossier.encoded())",
        ]
    }

    /// The entry of an example.
    func entry(_ result: ExampleResult) -> TestEntry {
        TestEntry(
            group: .exemple, name: result.example.path, file: result.example.expectedPath, line: 1,
            failure: result.passed ? [] : failure(of: result))
    }

    private func failure(of result: ExampleResult) -> [String] {
        if case .impossible(let reason) = result.observation {
            return ["aucun avis\u{A0}: \(reason)"]
        }
        guard result.expected != nil else {
            let reason =
                result.example.expected == nil
                ? "n’a pas d’avis attendu" : "a un avis attendu illisible"
            return ["ce dossier \(reason)\u{A0}: relire son avis, puis sceau test --accept"]
        }
        let changes = result.changes
        let shown = changes.prefix(8).map { "  \($0.french)" }
        let others = French.count(changes.count - 8, "autre différence", "autres différences")
        let rest = changes.count > 8 ? ["  et \(others)"] : []
        let verdict = result.observation.verdict
        let rule = changes.lazy.compactMap(\.rule).first
            .flatMap { verdict?.results(of: $0).first }
        return ["l’avis n’est plus celui qui est attendu"] + shown + rest
            + evidence(rule, under: verdict?.regime?.id)
    }
}

extension PropertyValue {
    /// The value as a sentence shows it.
    fileprivate var french: String {
        switch self {
        case .fact(let json): json.encoded()
        case .parameter(let constant): constant.french
        }
    }
}
