// Why a test failed, so that it is understood at once.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

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
            failure: result.passed ? [] : failure(of: result))
    }

    private func failure(of result: CaseResult) -> [String] {
        if result.isIdle {
            return [
                "aucune règle n’est en vigueur sous ce régime ce jour-là\u{A0}: rien n’est éprouvé"
            ]
        }
        switch result.observation {
        case .impossible(let reason): return ["aucun avis\u{A0}: \(reason)"]
        case .refused(let diagnostics)
        where result.mismatches.allSatisfy { $0.expectation.facet != .diagnostics }:
            return ["le dossier est refusé à la lecture"] + told(diagnostics, in: result.test)
        case .refused(let diagnostics):
            return result.mismatches.map(sentence) + told(diagnostics, in: result.test)
        case .verdict:
            var shown: Set<String> = []
            return result.mismatches.flatMap { mismatch -> [String] in
                let regime = result.observation.verdict?.regime?.id
                let rule = result.evidence(for: mismatch) { rule in
                    !changes(behind: rule, under: regime).isEmpty
                }
                let isNew = shown.insert(rule.map { "\($0.id) \($0.sujet)" } ?? "").inserted
                return [sentence(mismatch)] + (isNew ? evidence(rule, under: regime) : [])
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
    func evidence(_ rule: RuleResult?, under regime: String?) -> [String] {
        let changes = changes(behind: rule, under: regime)
        guard let rule else { return changes }
        let subject = rule.sujet == "dossier" ? "" : ", \(rule.sujet)"
        let head =
            "  règle en cause\u{A0}: \(rule.id) (\(rule.wording.word)\(subject)), "
            + "\(path(rule.writtenAt))"
        let rows = RuleRows([rule], names: names)
        let motif = rule.motif.map { ["  \($0)"] } ?? []
        let read = rows.readings(of: rule).map { "  a lu\u{A0}: \($0.text)" }
        let missing = rows.missing(of: rule).map { "  \($0.text)" }
        return [head] + motif + read + missing + changes
    }

    /// The first three changes since the accepted run of what a rule says or reads.
    private func changes(behind rule: RuleResult?, under regime: String?) -> [String] {
        guard let accepted else { return [] }
        return accepted.changes(to: current, behind: rule, under: regime).prefix(3).map {
            "  changé depuis la dernière exécution acceptée\u{A0}: \($0)"
        }
    }

    /// What is wrong with a dossier, with its place where that is in the test file.
    private func told(_ diagnostics: [Diagnostic], in test: TestCase) -> [String] {
        diagnostics.map { fault in
            let place = fault.location
            let shown =
                place.file == test.location.file
                ? "\(path(place.file)):\(place.start.line):\(place.start.column)\u{A0}: " : ""
            return "  \(shown)\(fault.message) [\(fault.code)]"
        }
    }

    /// The path of a policy file as shown.
    func path(_ relative: String) -> String { paths.path(of: relative) }
}
