// The plane of filing and decision days, cut at the bounds of the regimes' periods.
// SPDX-License-Identifier: MIT

import Labelling

/// A rectangle of the plane: filing days and decision days.
///
/// Only its pairs on or above the diagonal are dossiers: none is decided before it is filed.
struct DayRectangle: Hashable {
    let filed: DaySpan
    let decided: DaySpan

    /// Its dossier decided first, filed as late as may be; nil when it holds no dossier.
    var witness: RegimeCoverage.Pair? {
        let decision = max(decided.first, filed.first)
        let filing = min(filed.last, decision)
        guard decision <= decided.last, filing >= filed.first,
            let filingDay = Day(ordinal: filing), let decisionDay = Day(ordinal: decision)
        else { return nil }
        return RegimeCoverage.Pair(filed: filingDay, decided: decisionDay)
    }
}

/// The pairs that choose one regime: a strip of filing days, or one of decision days.
struct Strip {
    /// The regime and its days.
    let reach: RegimeCoverage.Reach
    /// The days that choose it.
    let days: DaySpan

    /// Takes a regime's period.
    init(_ declaration: RegimeDeclaration) {
        reach = RegimeCoverage.Reach(
            regime: declaration.id.value, choiceDate: declaration.choiceDate,
            period: declaration.period)
        days = DaySpan(declaration.period)
    }

    private var filed: DaySpan { reach.choiceDate == .depot ? days : .all }
    private var decided: DaySpan { reach.choiceDate == .decision ? days : .all }

    /// The days of a rectangle on the axis that chooses this regime.
    func axis(of rectangle: DayRectangle) -> DaySpan {
        reach.choiceDate == .depot ? rectangle.filed : rectangle.decided
    }

    /// What two regimes share; nil for nothing.
    func overlap(with other: Strip) -> RegimeCoverage.Overlap? {
        let common = DayRectangle(
            filed: filed.intersection(other.filed), decided: decided.intersection(other.decided))
        return common.witness.map {
            RegimeCoverage.Overlap(earlier: reach.regime, later: other.reach.regime, witness: $0)
        }
    }
}

/// The strips of all regimes on the plane.
struct Plane {
    /// The strips.
    let strips: [Strip]

    /// The rectangles between regimes that no strip covers.
    ///
    /// Cut at every bound, each rectangle lies wholly in a strip or wholly outside it.
    var gaps: [RegimeCoverage.Gap] {
        let decided = uncovered(.decision)
        return uncovered(.depot).flatMap { filed in
            decided.compactMap { gap(DayRectangle(filed: filed, decided: $0)) }
        }
    }

    /// The days of an axis that no regime chosen by it has.
    private func uncovered(_ choiceDate: ChoiceDate) -> [DaySpan] {
        let days = strips.filter { $0.reach.choiceDate == choiceDate }.map(\.days)
        return spans(choiceDate).filter { span in !days.contains { $0.contains(span) } }
    }

    /// The days of an axis, cut where a regime that it chooses begins or has ended.
    private func spans(_ choiceDate: ChoiceDate) -> [DaySpan] {
        let days = strips.filter { $0.reach.choiceDate == choiceDate }.map(\.days)
        let ends = days.map(\.last).filter { $0 < DaySpan.all.last }
        let cuts = Set(days.map(\.first) + ends.map { $0 + 1 }).subtracting([DaySpan.all.first])
        let starts = [DaySpan.all.first] + cuts.sorted()
        return starts.indices.map { index in
            let next = index + 1 < starts.count ? starts[index + 1] - 1 : DaySpan.all.last
            return DaySpan(first: starts[index], last: next)
        }
    }

    /// What a rectangle that no regime covers stands between; nil at either end.
    private func gap(_ rectangle: DayRectangle) -> RegimeCoverage.Gap? {
        guard let witness = rectangle.witness,
            let ended = strips.filter({ $0.days.last < $0.axis(of: rectangle).first })
                .max(by: { $0.days.last < $1.days.last }),
            let next = strips.filter({ $0.days.first > $0.axis(of: rectangle).last })
                .min(by: { $0.days.first < $1.days.first })
        else { return nil }
        return RegimeCoverage.Gap(
            after: ended.reach.regime, before: next.reach.regime,
            filed: rectangle.filed.period, decided: rectangle.decided.period, witness: witness)
    }
}
