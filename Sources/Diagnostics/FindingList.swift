// The diagnostics found in one file, up to a limit.
// SPDX-License-Identifier: MIT

/// Collects findings, and stops at a hundred: no one reads more, and a broken file could hold
/// millions.
package struct FindingList: Sendable {
    /// The findings kept.
    package private(set) var diagnostics: [Diagnostic] = []

    private static let limit = 100

    /// Makes an empty list.
    package init() {}

    /// Whether the limit is reached, so that another finding would not be kept.
    package var isFull: Bool { diagnostics.count == FindingList.limit }

    /// Adds a finding; beyond the limit, notes on the last one kept that more follow.
    ///
    /// What would not be kept is not even worded.
    package mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) {
        if isFull { noteMore() } else { diagnostics.append(diagnostic()) }
    }

    /// Notes on the last finding of a full list that more follow.
    package mutating func noteMore() {
        guard diagnostics[FindingList.limit - 1].notes.last != FindingList.more else { return }
        diagnostics[FindingList.limit - 1].notes.append(FindingList.more)
    }

    private static let more = "d’autres erreurs suivent, qui ne sont pas montrées"
}
