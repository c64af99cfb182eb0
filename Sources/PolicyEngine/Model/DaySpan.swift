// Days from one to another, for the proofs that reason on periods.
// SPDX-License-Identifier: MIT

import Labelling

/// Days by their numbers; a last day without end is as far as numbers go.
struct DaySpan: Hashable {
    let first: Int
    let last: Int

    /// Every day.
    static let all = DaySpan(first: 1, last: .max)

    /// Takes the days of a period.
    init(_ period: Period) {
        self.init(
            first: period.du?.ordinal ?? DaySpan.all.first,
            last: period.jusquAu?.ordinal ?? DaySpan.all.last)
    }

    /// Takes the days between two numbers, both included.
    init(first: Int, last: Int) {
        self.first = first
        self.last = last
    }

    /// Whether it holds no day.
    var isEmpty: Bool { first > last }

    /// Whether every day of another span, which is not empty, lies in it.
    func contains(_ other: DaySpan) -> Bool { first <= other.first && other.last <= last }

    /// The days of both; perhaps none.
    func intersection(_ other: DaySpan) -> DaySpan {
        DaySpan(first: max(first, other.first), last: min(last, other.last))
    }

    /// The first days that none of some spans holds.
    ///
    /// - Parameter spans: in order of their first days, none over another.
    /// - Returns: the days up to the next span; nil when the spans hold every day.
    func firstHole(in spans: [DaySpan]) -> DaySpan? {
        var start = first
        for span in spans where span.last >= start {
            if span.first > start { break }
            guard span.last < last else { return nil }
            start = span.last + 1
        }
        guard start <= last else { return nil }
        let next = spans.map(\.first).filter { $0 > start }.min() ?? .max
        return DaySpan(first: start, last: min(last, next - 1))
    }

    /// The same days, without the bounds that every day has.
    var period: Period {
        Period(
            du: first == DaySpan.all.first ? nil : Day(ordinal: first),
            jusquAu: last == DaySpan.all.last ? nil : Day(ordinal: last))
    }
}
