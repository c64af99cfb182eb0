// A policy as French prose: a page for the public and one for officers.
// SPDX-License-Identifier: MIT

import Labelling
package import PolicyEngine

/// Writes a policy as pages.
///
///     let pages = PolicyPages(policy)
///     pages.document(for: .instructeur).written(as: .markdown)
package struct PolicyPages: Sendable {
    let policy: Policy

    /// Prepares the pages of a policy.
    package init(_ policy: Policy) { self.policy = policy }

    /// The page for an audience.
    package func document(for audience: Audience) -> Document {
        switch audience {
        case .public: publicPage()
        case .instructeur: officerPage()
        }
    }

    /// The regimes by their first days; one without a first day comes first.
    var regimes: [Regime] {
        policy.regimes.sorted { left, right in
            let (first, second) = (left.declaration.period.du, right.declaration.period.du)
            let days = (first?.ordinal ?? 0, second?.ordinal ?? 0)
            return days.0 == days.1
                ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : days.0 < days.1
        }
    }
}

extension Period {
    /// « depuis le 8 juillet 2020 », « du 1er mars 2017 au 7 juillet 2020 »; nil without bounds.
    var french: String? {
        switch (du, jusquAu) {
        case (nil, nil): nil
        case (let start?, nil): "depuis le \(French.day(start))"
        case (nil, let end?): "jusqu’au \(French.day(end))"
        case (let start?, let end?): "du \(French.day(start)) au \(French.day(end))"
        }
    }
}

extension ChoiceDate {
    /// The day that chooses the regime, after « le ».
    var french: String {
        switch self {
        case .depot: "jour du dépôt"
        case .decision: "jour de la décision"
        }
    }
}

extension String {
    /// A name in an address: ASCII letters, digits and hyphens.
    var slug: String {
        let words = lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(words).split(separator: "-").joined(separator: "-")
    }
}
