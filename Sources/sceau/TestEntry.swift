// One test of a run, whatever its kind, with what explains its failure.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

/// A case, a property or an example, passed or failed.
struct TestEntry {
    /// What it is.
    enum Group: String, CaseIterable {
        case cas, propriete, exemple

        /// The group for a French reader.
        var noun: (singular: String, plural: String) {
            switch self {
            case .cas: ("cas", "cas")
            case .propriete: ("propriété", "propriétés")
            case .exemple: ("exemple", "exemples")
            }
        }
    }

    /// What it is.
    let group: Group
    /// Its name, or its dossier's path.
    let name: String
    /// The file in which it is written.
    let file: String
    /// Its line, from 1.
    let line: Int
    /// Why it failed, one paragraph each, the first in one sentence; empty when it passed.
    let failure: [String]

    /// Whether it passed.
    var passed: Bool { failure.isEmpty }
}

/// Explains failures: expected beside obtained, the rule behind it, what changed.
struct FailureExplanation {
    /// Names facts in French.
    let names: FactNames
    /// What the policy said when its verdicts were last accepted, if that is known.
    let accepted: AcceptedPolicy?
    /// What it says today.
    let current: AcceptedPolicy
    /// Shows where the policy's files are.
    let paths: ReportPaths

    /// The entry of a case.
    func entry(_ result: CaseResult) -> TestEntry {
        let place = result.test.location
        return TestEntry(
            group: .cas, name: result.test.name, file: path(place.file), line: place.start.line,
            failure: result.mismatches.isEmpty ? [] : failure(of: result))
    }

    private func failure(of result: CaseResult) -> [String] {
        switch result.observation {
        case .impossible(let reason): return ["aucun avis\u{A0}: \(reason)"]
        case .refused(let diagnostics)
        where result.mismatches.allSatisfy { $0.expectation.facet != .diagnostics }:
            return ["le dossier est refusé à la lecture"] + told(diagnostics)
        case .refused(let diagnostics):
            return result.mismatches.map(sentence) + told(diagnostics)
        case .verdict:
            var shown: Set<String> = []
            return result.mismatches.flatMap { mismatch -> [String] in
                let rule = result.evidence(for: mismatch)
                let isNew = rule.map { shown.insert("\($0.id) \($0.sujet)").inserted } ?? true
                return [sentence(mismatch)] + (isNew ? evidence(rule) : [])
            }
        }
    }

    /// « avis : attendu favorable, obtenu incomplet (ligne 12) ».
    private func sentence(_ mismatch: Mismatch) -> String {
        let obtained = mismatch.obtained?.french ?? "rien"
        return "\(mismatch.expectation.facet.name)\u{A0}: attendu "
            + "\(mismatch.expectation.expected.french), obtenu \(obtained) "
            + "(ligne \(mismatch.expectation.line))"
    }

    /// The rule, its reason, what it read, and what changed of it.
    private func evidence(_ rule: RuleResult?) -> [String] {
        guard let rule else { return changes(behind: nil) }
        let subject = rule.sujet == "dossier" ? "" : ", \(rule.sujet)"
        let head =
            "  règle en cause\u{A0}: \(rule.id) (\(rule.wording.word)\(subject)), "
            + "\(path(rule.writtenAt))"
        let rows = RuleRows([rule], names: names)
        let motif = rule.motif.map { ["  \($0)"] } ?? []
        let read = rows.readings(of: rule).map { "  a lu\u{A0}: \($0.text)" }
        let missing = rows.missing(of: rule).map { "  \($0.text)" }
        return [head] + motif + read + missing + changes(behind: rule)
    }

    private func changes(behind rule: RuleResult?) -> [String] {
        guard let accepted else { return [] }
        return accepted.changes(to: current, behind: rule).prefix(3).map {
            "  changé depuis la dernière exécution acceptée\u{A0}: \($0)"
        }
    }

    private func told(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "  \($0.message) [\($0.code)]" }
    }

    private func path(_ relative: String) -> String { paths.path(of: relative) }
}

// MARK: - Properties and examples

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
        let rest =
            changes.count > 8 ? ["  et \(changes.count - 8) autres différences"] : []
        let rule = changes.lazy.compactMap(\.rule).first.flatMap { id in
            result.observation.verdict?.results(of: id).first
        }
        return ["l’avis n’est plus celui qui est attendu"] + shown + rest + evidence(rule)
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
