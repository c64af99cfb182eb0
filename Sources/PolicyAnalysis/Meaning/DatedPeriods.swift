// Periods put together where one follows the other.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Periods in order, two that touch made one.
struct DatedPeriods: Sendable {
    /// The periods.
    private(set) var periods: [Period] = []

    /// Adds a period that begins after those before it.
    mutating func add(_ period: Period) {
        if let last = periods.last, last.jusquAu == nil { return }
        if let last = periods.last, let end = last.jusquAu, let start = period.du,
            end.ordinal + 1 >= start.ordinal
        {
            periods[periods.count - 1] = Period(du: last.du, jusquAu: period.jusquAu)
        } else {
            periods.append(period)
        }
    }
}
