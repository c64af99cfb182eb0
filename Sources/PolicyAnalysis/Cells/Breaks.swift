// Where the questions of rules cut a line of whole numbers.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Whole numbers at which a cell begins, in order.
struct Breaks {
    /// The first number of each cell but the lowest.
    private(set) var starts: Set<Int64> = []

    /// Cuts nothing.
    init() {}

    /// Cuts where comparisons with a number turn: of values, or of lengths where `isCount` says so.
    init(_ questions: [Question], isCount: Bool = false) {
        for question in questions {
            guard let comparison = question.comparison, comparison.isCount == isCount,
                let number = question.value.number
            else { continue }
            add(comparison.turn, at: number)
        }
    }

    /// The size from which numbers cut nothing: between them, doubles skip whole ones.
    static let limit = 9e15

    /// Where a comparison turns.
    enum Turn {
        /// At the number: what equals it lies above.
        case at
        /// Past the number: what equals it lies below.
        case past
        /// On both sides of the number.
        case both
    }

    private mutating func add(_ turn: Turn, at number: Double) {
        guard abs(number) < Breaks.limit else { return }
        let floor = Int64(number.rounded(.down))
        let isWhole = Double(floor) == number
        switch turn {
        case .at: starts.insert(isWhole ? floor : floor + 1)
        case .past: starts.insert(floor + 1)
        case .both where isWhole: starts.formUnion([floor, floor + 1])
        case .both: break
        }
    }

    /// Adds the start of a cell.
    mutating func insert(_ start: Int64) { starts.insert(start) }

    /// The cells within bounds, from the lowest; nil for no bound.
    func ranges(from least: Int64?, to most: Int64?) -> [(Int64?, Int64?)] {
        let inside = starts.filter { $0 > least ?? .min && $0 <= most ?? .max }.sorted()
        let lows = [least] + inside
        let highs = inside.map { $0 - 1 } + [most]
        return Array(zip(lows, highs))
    }
}

extension Question {
    /// Where it turns, and whether the number of elements is compared; nil for what compares no numbers.
    var comparison: (turn: Breaks.Turn, isCount: Bool)? {
        switch kind {
        case .equal: (.both, false)
        case .less, .greaterOrEqual: (.at, false)
        case .lessOrEqual, .greater: (.past, false)
        case .countEqual: (.both, true)
        case .countLess, .countGreaterOrEqual: (.at, true)
        case .countLessOrEqual, .countGreater: (.past, true)
        case .opaque: (.both, false)
        case .key, .contains, .walk, .crossed, .read, .known, .filled, .pair, .condition: nil
        }
    }
}

extension ShownValue {
    /// The size of a number, a day or a duration in days; nil for anything else.
    var number: Double? {
        switch self {
        case .integer(let number), .days(let number): Double(number)
        case .decimal(let number): number
        case .day(let day): Double(day.ordinal)
        case .text, .boolean, .months, .list, .opaque: nil
        }
    }
}
