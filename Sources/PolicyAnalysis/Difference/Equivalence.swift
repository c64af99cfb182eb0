// Whether two versions of a policy give the same verdict on every dossier.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// What is known of two versions of a policy that may mean the same.
///
///     if case .refuted(let pair) = try Equivalence.of(policy, mutant) { print(pair.after.json) }
public enum Equivalence: Sendable {
    /// They give the same results on every dossier, whatever is missing in it.
    case proved
    /// They do not on this dossier, which the ordinary evaluation has judged under both.
    case refuted(WitnessPair)
    /// No dossier was found on which they do not; why there may still be one, in byte order.
    case unsettled([Doubt.Reason])

    /// Compares two versions of a policy until one dossier tells them apart.
    ///
    /// Results are compared with their reasons, values and missing pieces; what a rule read on the
    /// way is not.
    ///
    /// - Parameters:
    ///   - before: the first version.
    ///   - after: the second.
    ///   - budget: the most regions to look at.
    /// - Returns: what was found.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public static func of(
        _ before: Policy, _ after: Policy, budget: Int = 5_000
    ) throws -> Equivalence {
        var comparison = try StrictComparison(before, after, budget: budget)
        if let pair = try comparison.witness() { return .refuted(pair) }
        let reasons = comparison.reasons
        return reasons.isEmpty
            ? .proved : .unsettled(reasons.sorted { $0.rawValue < $1.rawValue })
    }
}
