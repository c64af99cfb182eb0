// `sceau test --accept`: expected verdicts rewritten, and what changed told by meaning.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

/// What accepting did.
struct Acceptance {
    /// What was rewritten and what it changes, one a line.
    var lines: [String] = []
    /// Whether every example gave something to accept.
    var isWhole = true

    /// The text to show; ends with an end of line.
    var text: String {
        lines.isEmpty ? "rien n’a changé\n" : lines.map { $0.withVisibleControls + "\n" }.joined()
    }
}

extension TestRun {
    /// Rewrites the expected verdicts that changed, and says what changed by meaning.
    ///
    /// What the policy says is written down too, unless only some of the examples are looked at.
    func accept(le: Day?, filter: String?) throws -> Acceptance {
        let results = try exampleResults(le: le, filter: filter)
        if let filter, results.isEmpty {
            throw CommandFailure(
                .faultFound,
                "aucun exemple ne porte un nom qui contient \(French.quoted(filter))")
        }
        var acceptance = Acceptance()
        for result in results where !result.passed { try accept(result, &acceptance) }
        if filter == nil { try acceptPolicy(&acceptance) }
        return acceptance
    }

    /// How many cases and properties fail whatever was accepted.
    var failingCases: Int {
        SuiteRun(suite, on: source, dossiers: tests.dossiers, policy: fullPolicy).failed
    }

    private func accept(_ result: ExampleResult, _ acceptance: inout Acceptance) throws {
        let path = result.example.path
        guard let obtained = result.obtained, result.observation.verdict?.hasFailure != true else {
            acceptance.isWhole = false
            let reason = result.obtained == nil ? "" : ", une règle est en erreur"
            acceptance.lines.append("\(path)\u{A0}: aucun avis à accepter\(reason)")
            return
        }
        try TestRun.write(obtained.text, to: result.example.expectedPath)
        let head =
            if result.example.expected == nil {
                "nouvel avis attendu"
            } else if result.expected == nil {
                "avis attendu illisible, récrit"
            } else {
                "avis attendu récrit"
            }
        acceptance.lines.append("\(path)\u{A0}: \(head)")
        acceptance.lines += result.changes.map { "  \($0.french)" }
        if case .refused(let diagnostics) = result.observation { colors.remark(diagnostics) }
    }

    private func acceptPolicy(_ acceptance: inout Acceptance) throws {
        let current = AcceptedPolicy(fullPolicy)
        let known = tests.accepted.flatMap { AcceptedPolicy($0) }
        acceptance.lines += known?.changes(to: current, behind: nil, under: nil) ?? []
        let text = current.jsonValue.encoded(style: .pretty) + "\n"
        guard tests.accepted?.bytes != Array(text.utf8) else { return }
        let path = "\(folder)/\(TestSource.folder)/\(AcceptedPolicy.file)"
        if known == nil {
            acceptance.lines.append("\(path)\u{A0}: ce que dit la politique est retenu")
        }
        try TestRun.write(text, to: path)
    }

    private static func write(_ text: String, to path: String) throws {
        do throws(FileError) {
            try FileAccess.replaceOwn(path, with: text)
        } catch {
            throw error.failure
        }
    }
}
