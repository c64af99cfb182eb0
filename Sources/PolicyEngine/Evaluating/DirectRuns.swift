// What the direct form gave, read as runs of rules.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The runs of the direct form on one dossier, in the order in which they took place.
struct DirectRuns {
    private let values: [LuaValue]
    private var place = 0

    /// Reads what the prelude's `passe` returned.
    init(_ results: [LuaValue]) { values = results.first?.elements ?? [] }

    /// One run as the machine tells it.
    struct Run {
        var outcome: Outcome
        /// Points, a calcul's value, or a validity's first day.
        var first: LuaValue?
        /// A validity's last day.
        var second: LuaValue?
        /// The values of the text's placeholders.
        var texts: [LuaValue] = []
        /// Two places in the notes, then the notes: identities of records and numbers of keys in
        /// turn; empty when nothing was noted.
        var notes: [LuaValue] = []
        var absents: [LuaValue] = []
        var blanks: [LuaValue] = []
        /// Whether `premier` found nothing.
        var foundNothing = false
    }

    /// The next run; nil where the direct form gave no result.
    mutating func next() -> Run? {
        let code = Int(take().integer ?? DirectRuns.noResult)
        guard let outcome = DirectRuns.outcomes[code & 7] else { return nil }
        var run = Run(outcome: outcome)
        if code & 8 != 0 { run.first = take() }
        if code & 16 != 0 { run.second = take() }
        if code & 32 != 0 { run.texts = take().elements }
        if code & 64 != 0 { run.notes = take().elements }
        if code & 128 != 0 { run.absents = take().elements }
        if code & 256 != 0 { run.blanks = take().elements }
        run.foundNothing = code & 512 != 0
        return run
    }

    private static let noResult: Int64 = 5
    private static let outcomes: [Outcome?] = [
        .satisfaite, .nonSatisfaite, .sansObjet, nil, nil, nil, nil, nil,
    ]

    private mutating func take() -> LuaValue {
        guard place < values.count else { return .none }
        defer { place += 1 }
        return values[place]
    }
}
