// The stretches of time throughout which the same things are in force.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// Days on which every version of a regime has the same parameters, rows and rules in force.
struct TimePiece: Hashable, Sendable {
    /// The days that are looked at; an open end stops some time after the last day that is written.
    let days: ClosedRange<Day>
    /// The same days, as far as they go.
    let period: Period

    /// Cuts the time that all versions of a regime share, in order; empty when there is none.
    static func all(of regimes: [Regime]) -> [TimePiece] {
        let bounds = regimes.map(\.declaration.period)
        let du = bounds.compactMap(\.du).max()
        let jusquAu = bounds.compactMap(\.jusquAu).min()
        let changes = Set(regimes.flatMap(\.changes))
        let written = changes.union(regimes.flatMap(\.writtenDays))
        let first = du ?? Day(clamping: (written.min()?.ordinal ?? 730_000) - 366)
        let horizon = max(first, written.max() ?? first)
        let last = jusquAu ?? Day(clamping: horizon.ordinal + 366)
        guard first <= last else { return [] }
        let starts = [first] + changes.filter { first < $0 && $0 <= last }.sorted()
        let ends = starts.dropFirst().map { Day(clamping: $0.ordinal - 1) } + [last]
        return zip(starts, ends).enumerated().map { index, piece in
            TimePiece(
                days: piece.0...piece.1,
                period: Period(
                    du: index == 0 ? du : piece.0,
                    jusquAu: index == starts.count - 1 ? jusquAu : piece.1))
        }
    }

    /// The decision days to look at for rules that read the decision day.
    ///
    /// Such a rule may turn on any day: these are the ends of the piece and the days on which
    /// something written turns, a few at most.
    func decisionDays(for regimes: [Regime]) -> [Day] {
        let turns = Set(regimes.flatMap(\.writtenDays)).flatMap {
            [$0, Day(clamping: $0.ordinal + 1)]
        }
        let inside = Set(turns.filter(days.contains)).sorted()
        let step = max(1, (inside.count + TimePiece.mostTurns - 1) / TimePiece.mostTurns)
        let some = stride(from: 0, to: inside.count, by: step).map { inside[$0] }
        return Set(some + [days.lowerBound, days.upperBound]).sorted()
    }

    private static let mostTurns = 6
}

extension Regime {
    /// The first days of what is in force, and the days after the last ones.
    fileprivate var changes: [Day] {
        let periods =
            declarations.parameters.flatMap { $0.values.map(\.period) }
            + declarations.tables.flatMap { $0.rows.map(\.period) }
            + declarations.rules.map(\.period)
        return periods.flatMap { period in
            [period.du, period.jusquAu.map { Day(clamping: $0.ordinal + 1) }].compactMap(\.self)
        }
    }

    /// The days in the cells of its tables, in its parameters and in the texts of its files.
    fileprivate var writtenDays: [Day] {
        let cells = declarations.tables.flatMap { $0.rows.flatMap(\.cells.values) }
        let values = declarations.parameters.flatMap { $0.values.map(\.value.value) }
        let constants = (cells + values).compactMap { constant -> Day? in
            if case .day(let day) = constant { day } else { nil }
        }
        let texts = files.flatMap { file in
            file.chunk.tokens.filter { $0.kind == .string && $0.range.count == 12 }.compactMap {
                Day(iso: file.source.text(in: $0.range).dropFirst().dropLast())
            }
        }
        return constants + texts
    }
}
