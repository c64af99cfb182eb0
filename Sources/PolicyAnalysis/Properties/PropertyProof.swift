// Whether a result follows what varies on every dossier.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling

/// What came of trying to prove a property.
public struct PropertyProof: Sendable {
    /// What came of it.
    public enum Outcome: Hashable, Sendable {
        /// It holds on every dossier on which no rule fails.
        case proved
        /// A dossier contradicts it, and the ordinary evaluation agrees.
        case refuted
        /// Nothing contradicts it, and `doubts` tells why more may be said.
        case open
        /// Cells do not tell: the result is a text, or what varies decides which rules there are.
        case beyond
        /// There is nothing that could vary.
        case vacuous
    }

    /// What came of it.
    public let outcome: Outcome
    /// What keeps it from being proved, in the order of rules; empty unless it is open.
    public let doubts: [Doubt]
    /// How many regions were looked at; none where no rule looks at what varies.
    public let explored: Int
    /// Whether the form of what is reckoned was a part of the proof: days that follow a parameter.
    public let isByForm: Bool

    /// Makes a proof.
    package init(
        outcome: Outcome, doubts: [Doubt] = [], explored: Int = 0, isByForm: Bool = false
    ) {
        self.outcome = outcome
        self.doubts = doubts
        self.explored = explored
        self.isByForm = isByForm
    }
}

/// A dossier on which a rule does not follow, to be judged by the ordinary evaluation.
public struct PropertySuspect: Sendable {
    /// The dossier with the earlier value.
    public let before: JSONValue
    /// The dossier with the later one; the same when the policy varies.
    public let after: JSONValue
    /// The decision day.
    public let decisionDay: Day
    /// The earlier value, by its place among all, from 0.
    public let first: Int
    /// The later one.
    public let second: Int
    /// The rule that does not follow.
    public let rule: RuleReference
}
