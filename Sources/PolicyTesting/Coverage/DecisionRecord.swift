// What the runs of a suite showed of one decision.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The values that a decision and its conditions took, run after run.
struct DecisionRecord {
    /// The decision.
    let decision: Decision
    /// Each distinct combination of values that was seen.
    private var samples: Set<Sample> = []
    /// Where the left side of each comparison stood against the right one.
    private var positions: [Int: Set<Position>] = [:]

    /// The conditions' values in one run (nil where one was not reached or unknown), and the result.
    private struct Sample: Hashable {
        let conditions: [Bool?]
        let result: Bool
    }

    /// Where a value stands against a threshold.
    enum Position: String, CaseIterable {
        case below = "au-dessous"
        case at = "au seuil"
        case above = "au-dessus"
    }

    /// Nothing seen yet.
    init(_ decision: Decision) { self.decision = decision }

    /// Notes what one rule run took, in the order in which it was taken.
    mutating func note(_ values: [TracedValue]) {
        var taken: [TracedPlace: ShownValue] = [:]
        for value in values {
            taken[value.place] = value.value
            for (index, condition) in decision.conditions.enumerated()
            where condition.place == value.place {
                guard let sides = condition.sides, let left = taken[sides.left],
                    let right = taken[sides.right], let position = Position(of: left, to: right)
                else { continue }
                positions[index, default: []].insert(position)
            }
            guard value.place == decision.place else { continue }
            if case .boolean(let result)? = value.value {
                let conditions = decision.conditions.map { taken[$0.place]?.boolean }
                samples.insert(Sample(conditions: conditions, result: result))
            }
            for condition in decision.conditions { taken[condition.place] = nil }
        }
    }

    /// Whether a condition took a value.
    func took(_ value: Bool, condition: Int) -> Bool {
        samples.contains { $0.conditions[condition] == value }
    }

    /// Whether two runs differ in the result and in this condition, and in no other one that both
    /// reached.
    func showsEffect(ofCondition index: Int) -> Bool {
        samples.contains { first in
            first.conditions[index] == true
                && samples.contains { second in
                    second.conditions[index] == false && first.result != second.result
                        && zip(first.conditions, second.conditions).enumerated().allSatisfy {
                            place, pair in
                            place == index || pair.0 == nil || pair.1 == nil || pair.0 == pair.1
                        }
                }
        }
    }

    /// Whether a comparison was made at a place.
    func took(_ position: Position, condition: Int) -> Bool {
        positions[condition]?.contains(position) ?? false
    }
}

extension DecisionRecord.Position {
    /// Where one value stands against another; nil for values without an order of size.
    fileprivate init?(of left: ShownValue, to right: ShownValue) {
        guard let a = left.size, let b = right.size else { return nil }
        self = a < b ? .below : a > b ? .above : .at
    }
}

extension ShownValue {
    /// The Boolean, if it is one.
    fileprivate var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

    /// The size of a number, a day or a duration.
    fileprivate var size: Double? {
        switch self {
        case .integer(let number), .months(let number), .days(let number): Double(number)
        case .decimal(let number): number
        case .day(let day): Double(day.ordinal)
        case .list(let count): Double(count)
        case .text, .boolean, .opaque: nil
        }
    }
}
