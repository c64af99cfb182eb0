// Puts a run of the direct form into the terms of the instrumented one.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// Tells what runs read in one dossier, and what they found absent or blank.
struct RunTeller {
    let dossier: FactNodes
    private let plan: ReadingPlan
    private var walk: ReadingWalk
    private var read: ReadValues

    /// Prepares to tell of the runs on a dossier, on the day on which the rules are in force.
    init(_ dossier: FactNodes, _ plan: ReadingPlan, day: Day) {
        self.dossier = dossier
        self.plan = plan
        walk = ReadingWalk(dossier, rows: plan.rows, keys: plan.keys, day: day)
        read = ReadValues(plan, FactPaths(dossier))
    }

    /// The run as the instrumented form would have reported it; nil when only that form can tell.
    mutating func run(
        _ direct: DirectRuns.Run, of rule: Int, kind: RuleKind, expertise: Int?, demande: Int?
    ) -> RuleRun? {
        let period = direct.period(of: kind)
        let value = kind == .validite ? nil : direct.first?.shown
        guard let known = plan.readings else {
            return RuleRun(outcome: direct.outcome, value: value, period: period)
        }
        guard let readings = known[rule] else { return nil }
        let subject: RunSubject =
            switch (expertise, demande) {
            case (let number?, _): .element(.expertise, number)
            case (_, let number?): .element(.demande, number)
            case (nil, nil): .dossier
            }
        read.values = []
        walk.follow(readings, direct, of: kind, on: subject, into: &read)
        return RuleRun(
            outcome: direct.outcome, absents: plan.paths(direct.absents, &read.paths),
            blanks: plan.paths(direct.blanks, &read.paths), lus: read.values,
            texts: direct.texts, value: value, period: period)
    }
}

/// What a run read, as values under their names.
private struct ReadValues: ReadingSink {
    private let plan: ReadingPlan
    var paths: FactPaths
    var values: [NamedValue] = []

    init(_ plan: ReadingPlan, _ paths: FactPaths) {
        self.plan = plan
        self.paths = paths
    }

    mutating func add(factAt node: Int) {
        guard let value = paths.dossier.shown(node) else { return }
        values.append(NamedValue(name: paths.text(of: node), value: value))
    }

    mutating func add(cell column: Int, ofRow row: Int) {
        guard let cell = plan.rows.cell(plan.names[column - 1], ofRow: row) else { return }
        values.append(cell)
    }
}
