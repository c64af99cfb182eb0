// Whether a case passed, and whether it could have failed.
// SPDX-License-Identifier: MIT

import PolicyEngine

extension CaseResult {
    /// Whether a regime covers the dossier and not one of its rules is in force: such a case proves
    /// nothing of the policy.
    public var isIdle: Bool {
        guard let verdict = observation.verdict, verdict.regime != nil else { return false }
        return verdict.allRules.isEmpty && verdict.quietFlags.isEmpty
    }

    /// Whether everything expected came out, of rules that ran.
    public var passed: Bool { mismatches.isEmpty && !isIdle }
}
