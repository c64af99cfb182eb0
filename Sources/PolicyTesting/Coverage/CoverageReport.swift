// What a suite covers of a policy, by meaning.
// SPDX-License-Identifier: MIT

/// Everything that could be covered, and whether it was.
public struct CoverageReport: Hashable, Sendable {
    /// One kind of thing to cover.
    public struct Section: Hashable, Sendable {
        /// Its key in JSON.
        public let key: String
        /// Its name in French.
        public let title: String
        /// The things, in the order of the policy's names.
        public let items: [Item]

        /// How many of them are covered.
        public var covered: Int { items.filter(\.isCovered).count }
    }

    /// One thing to cover.
    public struct Item: Hashable, Sendable {
        /// What it belongs to: a rule, a parameter, a table.
        public let owner: String
        /// What it is.
        public let name: String
        /// Whether a test covers it.
        public let isCovered: Bool
    }

    /// The sections, in a fixed order.
    public let sections: [Section]
}
