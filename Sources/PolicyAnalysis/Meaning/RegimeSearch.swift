// Walks what rules of a regime give on every dossier, period by period.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// The days on which a region was looked at.
struct Occasion: Hashable, Sendable {
    /// The piece of time.
    let piece: TimePiece
    /// The filing day, where no rule has asked for another.
    let filed: Day
    /// The decision day.
    let decided: Day
}

/// One regime of one policy, or of several versions of it, and every dossier under it.
///
/// Rules are numbered as in `Prober`: those of a version after those of the version before it.
struct RegimeSearch: ~Copyable {
    /// Each version's rules.
    let versions: [RegimeMeaning]
    /// The time that all versions share.
    let pieces: [TimePiece]
    /// How many regions may still be looked at.
    private(set) var budget: Int
    var explorer: Explorer

    /// The most regions that are looked at for one rule in one period, its decision days together.
    static let mostForOne = 700

    /// Loads a regime of each version.
    ///
    /// - Throws: a diagnostic where a file of it fails.
    init(_ policies: [Policy], regime id: String, budget: Int) throws(DiagnosticsError) {
        explorer = try Explorer(policies, regime: id)
        let regimes = policies.compactMap { $0.regime(id: id) }
        versions = zip(policies, regimes).map { RegimeMeaning($0, $1) }
        pieces = TimePiece.all(of: regimes)
        self.budget = budget
    }

    /// A rule on all its subjects.
    func target(_ number: Int) -> Target {
        let program = explorer.rules[number]
        return Target(rule: number, sujet: program.scope.list ?? "dossier")
    }

    /// The number of a rule of a version.
    func number(_ rule: Int, in version: Int) -> Int {
        versions[..<version].reduce(rule) { $0 + $1.rules.count }
    }

    /// Visits the regions of rules, every dossier of a piece of time taken together.
    ///
    /// - Parameters:
    ///   - targets: the rules, by number.
    ///   - piece: the time.
    ///   - readsDecision: whether one of them looks at the decision day.
    ///   - absences: which missing facts may also stay so.
    ///   - most: the most regions to look at.
    ///   - start: what is known of every dossier.
    ///   - isOpen: whether a missing fact may be placed.
    ///   - visit: called with each region; false ends it.
    /// - Returns: whether all was looked at.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func explore(
        _ targets: [Target], in piece: TimePiece, readsDecision: Bool,
        absences: Explorer.Absences = .thatSettle,
        atMost most: Int = RegimeSearch.mostForOne, from start: (Dossier) -> Dossier = { $0 },
        where isOpen: (FactPath) -> Bool = { _ in true },
        visit: (Region, Occasion) -> Bool
    ) throws(EvaluationError) -> Bool {
        let days =
            readsDecision
            ? piece.decisionDays(for: versions.map(\.regime)) : [piece.days.upperBound]
        var isWhole = true
        var isOver = false
        for day in days where !isOver {
            let occasion = occasion(piece, decided: day)
            let allowed = min(budget, most / days.count)
            enter(occasion, budget: allowed, isOpenEnded: !readsDecision)
            let empty = Dossier(
                numero: RegimeSearch.numero, deposeLe: occasion.filed,
                facts: FactRecord())
            try explorer.explore(
                targets, from: start(empty), where: isOpen, absences: absences
            ) { region in
                isOver = !visit(region, occasion)
                return !isOver
            }
            isWhole = isWhole && !explorer.isPartial
            budget -= allowed - max(0, explorer.budget)
        }
        return isWhole
    }

    /// Visits the regions of rules around what a dossier already says.
    ///
    /// - Parameters:
    ///   - targets: the rules, by number.
    ///   - dossier: what is known.
    ///   - occasion: when.
    ///   - most: the most regions to look at.
    ///   - isOpen: whether a missing fact may be placed.
    ///   - visit: called with each region; false ends it.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func explore(
        _ targets: [Target], from dossier: Dossier, at occasion: Occasion, atMost most: Int,
        where isOpen: (FactPath) -> Bool = { _ in true }, visit: (Region) -> Bool
    ) throws(EvaluationError) {
        let allowed = min(budget, most)
        enter(occasion, budget: allowed)
        try explorer.explore(targets, from: dossier, where: isOpen, visit: visit)
        budget -= allowed - max(0, explorer.budget)
    }

    /// Moves to an occasion.
    ///
    /// Where nothing looks at the decision day, a piece of time without an end has none: a rule may
    /// turn long after the last day that is written.
    mutating func enter(_ occasion: Occasion, budget: Int, isOpenEnded: Bool = false) {
        explorer.enter(
            le: occasion.decided,
            filingDays: filingDays(of: occasion, isOpenEnded: isOpenEnded), budget: budget)
    }

    /// The number of a dossier that nobody filed.
    static let numero = "TEMOIN"

    private var choice: ChoiceDate { versions[0].regime.declaration.choiceDate }

    private func occasion(_ piece: TimePiece, decided: Day) -> Occasion {
        Occasion(
            piece: piece, filed: choice == .depot ? piece.days.lowerBound : decided,
            decided: decided)
    }

    private func filingDays(of occasion: Occasion, isOpenEnded: Bool) -> ClosedRange<Day> {
        let (days, period) = (occasion.piece.days, occasion.piece.period)
        let isEndless = isOpenEnded && period.jusquAu == nil
        switch choice {
        case .depot:
            let first = isOpenEnded && period.du == nil ? Day.first : days.lowerBound
            return first...(isEndless ? Day.last : min(days.upperBound, occasion.decided))
        case .decision: return Day.first...(isEndless ? Day.last : occasion.decided)
        }
    }
}
