// What the direct form gave, read as runs of rules.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The runs of the direct form on one dossier, in the order in which they took place.
struct DirectRuns {
    private var results: LuaResults

    /// Reads what the prelude's `passe` told.
    init(_ results: LuaResults) { self.results = results }

    /// One run as the machine tells it.
    struct Run {
        var outcome: Outcome
        /// Points, a calcul's value, or a validity's first day.
        var first: LuaValue?
        /// A validity's last day.
        var second: LuaValue?
        /// The values of the text's placeholders.
        var texts: [LuaValue] = []
        /// How many notes there are before those of the rule's fields, and of its texts, and then the
        /// notes: identities of records and numbers of keys in turn; empty when nothing was noted.
        var notes: [Int32] = []
        var absents: [Int32] = []
        var blanks: [Int32] = []
        /// Whether `premier` found nothing.
        var foundNothing = false
    }

    /// The next run; nil where the direct form gave no result.
    mutating func next() -> Run? {
        let code = Int(results.nextInteger() ?? DirectRuns.noResult)
        guard let outcome = DirectRuns.outcomes[code & 7] else { return nil }
        return Run(
            outcome: outcome,
            first: code & 8 != 0 ? results.next() : nil,
            second: code & 16 != 0 ? results.next() : nil,
            texts: code & 32 != 0 ? results.next().elements : [],
            notes: code & 64 != 0 ? results.nextNumbers() : [],
            absents: code & 128 != 0 ? results.nextNumbers() : [],
            blanks: code & 256 != 0 ? results.nextNumbers() : [],
            foundNothing: code & 512 != 0)
    }

    private static let noResult: Int64 = 5
    private static let outcomes: [Outcome?] = [
        .satisfaite, .nonSatisfaite, .sansObjet, nil, nil, nil, nil, nil,
    ]
}
