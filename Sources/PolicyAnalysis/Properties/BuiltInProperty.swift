// What must be so of every policy, without a test file that says it.
// SPDX-License-Identifier: MIT

/// A property of every policy under one of its regimes, with what came of proving it.
public struct BuiltInProperty: Sendable {
    /// What must be so.
    public enum Kind: String, Sendable, CaseIterable {
        /// The applicant's name changes neither opinion, points nor days.
        case name = "nom"
        /// Nor does how to reach it.
        case contact
        /// Fewer French authorities in a country never take points away.
        case presence
        /// One more reference harms neither opinion nor points.
        case references
        /// A fact that comes to be known leaves settled results as they are, provisional ones aside.
        case information
    }

    /// What must be so.
    public let kind: Kind
    /// The regime.
    public let regime: String
    /// What came of it.
    public let proof: PropertyProof
    /// Two dossiers, or one under two tables, that contradict it; nil unless it is refuted.
    public let counterexample: BuiltInCounterexample?
}

/// Two verdicts of the ordinary evaluation that contradict a built-in property.
public struct BuiltInCounterexample: Sendable {
    /// The earlier dossier with its verdict.
    public let before: Witness
    /// The later one.
    public let after: Witness
    /// A rule that does not follow.
    public let rule: RuleReference
    /// The numbers that every country has in the table of presence; nil for other properties.
    public let presence: (before: Int64, after: Int64)?
}
