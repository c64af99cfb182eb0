// The direct form's answers about one dossier, one after the other.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// What the direct form gave, for a runner that asks in the order in which the rules ran.
struct DirectAnswers {
    /// How many expertises and requests the dossier has.
    let counts: SubjectCounts
    private var runs: DirectRuns
    private var teller: RunTeller
    private let decisionDay: Day
    /// Whether the instrumented form was needed.
    private(set) var isPrepared = false

    /// Takes the runs on a dossier.
    init(_ runs: DirectRuns, teller: RunTeller, decisionDay: Day) {
        counts = SubjectCounts(teller.dossier)
        self.runs = runs
        self.teller = teller
        self.decisionDay = decisionDay
    }

    /// The next run; nil where only the instrumented form can tell.
    mutating func next(
        _ rule: Int, _ kind: RuleKind, expertise: Int?, demande: Int?
    ) -> RuleRun? {
        runs.next().flatMap {
            teller.run($0, of: rule, kind: kind, expertise: expertise, demande: demande)
        }
    }

    /// Makes the instrumented form ready for the dossier, once.
    mutating func prepare(_ instance: RegimeInstance) throws(LuaError) {
        guard !isPrepared else { return }
        try instance.prepare(decision: decisionDay)
        isPrepared = true
    }
}
