// Something that the tests of a policy miss, and that one more case could show.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// An item that no test covers, or a mutant that none notices.
public struct SuggestionGoal: Hashable, Sendable {
    /// What it belongs to: a rule, a parameter or a table, with its folder.
    public let owner: String
    /// What it is, in French.
    public let name: String
    /// The section of the coverage; nil for a mutant.
    let section: String?

    /// « essai/POP-01, satisfaite ».
    public var french: String {
        section == nil ? "mutant \(name)" : "\(owner) : \(name)"
    }
}

extension CoverageReport {
    /// What is not covered, in order.
    var goals: [SuggestionGoal] {
        sections.flatMap { section in
            section.items.filter { !$0.isCovered }.map {
                SuggestionGoal(owner: $0.owner, name: $0.name, section: section.key)
            }
        }
    }
}
