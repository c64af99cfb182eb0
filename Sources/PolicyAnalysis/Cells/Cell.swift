// A part of what a fact may be, within which rules see no difference.
// SPDX-License-Identifier: MIT

public import Labelling

/// One of the parts into which the questions of rules cut a fact.
public struct Cell: Hashable, Sendable {
    /// What lies in a cell.
    public enum Extent: Hashable, Sendable {
        /// One of these values.
        case values([Fact])
        /// Any value of the fact's type but these.
        case others(than: [Fact])
        /// A whole number, or the ordinal of a day, from the first bound to the second, both
        /// included; nil for no bound.
        case numbers(Int64?, Int64?)
        /// A number with decimals between two bounds, both left out; nil for no bound.
        case decimals(Double?, Double?)
        /// A list of at least so many elements and at most so many; nil for no most.
        case counts(Int, Int?)
        /// A list of single values that holds these and none of the others asked about; of any further
        /// ones, none or some.
        case holding([Fact], of: [Fact])
        /// A record, whatever its facts.
        case present
        /// Nothing: the fact stays missing, where rules look at that itself.
        case absent
    }

    /// What lies in it.
    public let extent: Extent
    /// A value of it, the elements of a list and the facts of a record left unknown; nil for none.
    public let representative: Fact?
    /// Whether rules surely see no difference within it; otherwise they may.
    public let isExact: Bool

    /// Whether a value lies in the cell.
    func contains(_ fact: Fact) -> Bool {
        switch (extent, fact) {
        case (.values(let values), _): values.contains(fact)
        case (.others(let excluded), _): !excluded.contains(fact)
        case (.numbers(let low, let high), .integer(let number)):
            (low ?? .min) <= number && number <= (high ?? .max)
        case (.numbers(let low, let high), .day(let day)):
            (low ?? .min) <= Int64(day.ordinal) && Int64(day.ordinal) <= (high ?? .max)
        case (.decimals(let low, let high), .decimal(let number)):
            (low ?? -.infinity) < number && number < (high ?? .infinity)
        case (.counts(let low, let high), .list(let elements)):
            low <= elements.count && elements.count <= high ?? .max
        case (.holding(let facts, let all), .list(let elements)):
            facts.isEmpty == elements.isEmpty
                && all.allSatisfy { facts.contains($0) == elements.contains($0) }
        case (.present, .record): true
        default: false
        }
    }

    /// Whether more than one value may lie in it, records apart.
    var isWide: Bool {
        switch extent {
        case .values(let facts): facts.count > 1
        case .numbers(let low, let high): low == nil || low != high
        case .counts(let low, let high): low != high
        case .others, .decimals, .holding: true
        case .present, .absent: false
        }
    }

    /// Whether some value may lie in both of two cells of one fact.
    func overlaps(_ other: Cell) -> Bool {
        switch (extent, other.extent) {
        case (.absent, _), (_, .absent): extent == other.extent
        case (.values(let mine), .values(let others)):
            mine.contains { others.contains($0) }
        case (.values(let mine), .others(let excluded)), (.others(let excluded), .values(let mine)):
            mine.contains { !excluded.contains($0) }
        case (.numbers(let low, let high), .numbers(let otherLow, let otherHigh)):
            (low ?? .min) <= (otherHigh ?? .max) && (otherLow ?? .min) <= (high ?? .max)
        case (.counts(let low, let high), .counts(let otherLow, let otherHigh)):
            low <= otherHigh ?? .max && otherLow <= high ?? .max
        case (.holding(let mine, _), .holding(let others, _)): mine == others
        case (.decimals, .decimals): extent == other.extent
        default: true
        }
    }
}

extension Cell {
    /// The cell of what lies in either; nil when that is no cell.
    func joined(with other: Cell) -> Cell? {
        let both: Extent? =
            switch (extent, other.extent) {
            case (.values(let mine), .values(let others)): .values(mine + others)
            case (.values(let mine), .others(let excluded)),
                (.others(let excluded), .values(let mine)):
                .others(than: excluded.filter { !mine.contains($0) })
            case (.numbers(let low, let high?), .numbers(let next?, let top)) where next == high + 1:
                .numbers(low, top)
            case (.numbers(let next?, let top), .numbers(let low, let high?)) where next == high + 1:
                .numbers(low, top)
            case (.counts(let low, let high?), .counts(let next, let top)) where next == high + 1:
                .counts(low, top)
            case (.counts(let next, let top), .counts(let low, let high?)) where next == high + 1:
                .counts(low, top)
            default: nil
            }
        return both.map {
            Cell(
                extent: $0, representative: representative, isExact: isExact && other.isExact)
        }
    }

    /// The same part, of which it is no longer sure that rules see no difference within it.
    var unsure: Cell { Cell(extent: extent, representative: representative, isExact: false) }

    /// Whether it takes in every value that the fact may have, once it is there.
    public var isWhole: Bool {
        switch extent {
        case .others(than: []), .numbers(nil, nil), .decimals(nil, nil), .present: true
        default: false
        }
    }
}

/// A fact and the cell in which it lies.
public struct Placement: Hashable, Sendable {
    /// Which fact.
    public let path: FactPath
    /// Where it lies.
    public let cell: Cell
}
