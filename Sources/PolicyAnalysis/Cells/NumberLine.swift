// Whole numbers and days as places on one line, for looking where results turn.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The line of a fact that is a whole number or a day.
struct NumberLine {
    private let bounds: ClosedRange<Int64>
    private let isDay: Bool

    /// The line of a fact; nil when its values lie on none.
    init?(_ field: FactField, _ type: FactType) {
        switch type {
        case .integer:
            bounds = (field.minimum ?? -1_000_000)...(field.maximum ?? 1_000_000_000)
            isDay = false
        case .day:
            bounds = 1...3_652_059
            isDay = true
        default: return nil
        }
    }

    /// The fact at a place.
    func fact(at place: Int64) -> Fact {
        isDay ? .day(Day(clamping: Int(place))) : .integer(place)
    }

    /// Places to try, in order: round numbers, or days at round distances from a day.
    func samples(around day: Int64) -> [Int64] {
        let rounds: [Int64] =
            isDay
            ? [0, 1, 30, 90, 180, 365, 731, 1096, 1826, 3653, 7305, 36525]
            : [0, 1, 2, 3, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000]
        let near =
            isDay ? rounds.flatMap { [day - $0, day + $0] } : rounds + rounds.map { 2000 + $0 }
        return Set(near.filter(bounds.contains) + [bounds.lowerBound, bounds.upperBound]).sorted()
    }

    /// A question that cuts the line at a place.
    func question(at place: Int64, of path: FactPath) -> Question {
        Question(
            kind: .less, path: path.description, value: .integer(place), isExact: true)
    }
}
