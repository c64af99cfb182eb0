// The least changes of a dossier that would make an expertise favourable.
// SPDX-License-Identifier: MIT

public import Labelling
public import PolicyEngine

/// Changes of facts that make an opinion favourable, with the dossier that shows it.
public struct Counterfactual: Sendable {
    /// One change.
    public struct Change: Hashable, Sendable {
        /// What is done to the fact.
        public enum Kind: Hashable, Sendable {
            /// It is given, where it was missing.
            case given
            /// It takes another value.
            case changed
            /// Elements are added to the list.
            case added(Int)
        }

        /// The fact, or the list.
        public let path: FactPath
        /// What is done to it.
        public let kind: Kind
        /// Where it must lie, with its parts.
        public internal(set) var way: [Placement]
    }

    /// In the order of the rules that ask for them; without any of them the opinion is another.
    public let changes: [Change]
    /// The dossier with the changes, as the ordinary evaluation judges it.
    public let witness: Witness
    /// Whether each value of the cells surely does, and not just the one that was tried.
    public let isExact: Bool
}

/// The counterfactuals of one expertise.
public struct CounterfactualReport: Sendable {
    /// The expertise, from 1; nil for a dossier without any.
    public let expertise: Int?
    /// The opinion as it is.
    public let avis: Avis
    /// Sets of changes of which none holds another, cheapest first; none when nothing was found.
    public let found: [Counterfactual]
    /// The rules that no admitted change satisfies, by id: proved, and told where nothing was found.
    public let blocking: [String]
    /// Whether the search ended before everything had been looked at.
    public let isPartial: Bool
    /// Whether there are, or may be, more sets of changes than are told.
    public let isLimited: Bool
}
