// What a rule gave on a subject, as far as opinions, points and periods go.
// SPDX-License-Identifier: MIT

import Labelling

/// A rule's result on one subject, with or without the texts that explain it.
///
/// Lists of them stand in the order of the regime's rules, those of a rule in that of its subjects.
protocol WeighedOutcome {
    /// The rule's index in the regime.
    var rule: Int { get }
    /// The rule's kind.
    var kind: RuleKind { get }
    /// A criterion's effect when it does not hold; nil for other kinds.
    var effect: Effect? { get }
    /// The result.
    var outcome: Outcome { get }
    /// The expertise that it concerns, from 1; nil for the dossier and its requests.
    var expertise: Int? { get }
    /// Points of a priority rule; nil for other kinds or when unknown or failed.
    var points: ClosedRange<Double>? { get }
    /// A validity's days; nil for other kinds and when there are none.
    var period: (debut: Day, fin: Day)? { get }
}

/// A rule's result on one subject, without any text: what a short verdict is made of.
struct PlacedOutcome: WeighedOutcome {
    let rule: Int
    let kind: RuleKind
    let effect: Effect?
    var outcome: Outcome
    let expertise: Int?
    let points: ClosedRange<Double>?
    let period: (debut: Day, fin: Day)?
}

extension PlacedResult: WeighedOutcome {
    var kind: RuleKind { result.rule.kind }
    var effect: Effect? { result.rule.effect }
    var outcome: Outcome { result.outcome }
    var points: ClosedRange<Double>? { result.points }
}

extension WeighedOutcome {
    /// Whether it is a validity that applies.
    var isApplyingValidity: Bool { kind == .validite && outcome == .satisfaite }
}
