// A file of rules, read by itself.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

/// What reading a file of rules gives, whichever regimes take it.
struct ReadFile: Sendable {
    /// The file with its constructs; nil when it does not parse.
    let file: PolicyFile?
    /// Why it does not parse.
    let faults: [Diagnostic]
    /// What is wrong with its constructs.
    let findings: [Diagnostic]

    /// Parses a file of a policy and reads its constructs, with the tables that they name.
    init(_ source: SourceText, of policy: PolicySource) {
        let findings = FileFindings(source: source)
        do throws(DiagnosticsError) {
            guard PolicyEncoding.check(findings) else {
                throw DiagnosticsError(findings.diagnostics)
            }
            let chunk = try LuaParser.parse(source)
            let reader = ConstructReader(chunk: chunk, policy: policy, findings: findings)
            file = PolicyFile(chunk: chunk, declarations: reader.declarations())
            faults = []
            self.findings = findings.diagnostics
        } catch {
            file = nil
            faults = error.diagnostics
            self.findings = []
        }
    }
}
