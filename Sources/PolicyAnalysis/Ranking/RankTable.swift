// The ranks that spans of points allow.
// SPDX-License-Identifier: MIT

/// Spans of points, counted: all that a rank depends on, whatever the number of dossiers.
///
/// ```swift
/// var table = RankTable()
/// table.add(PointSpan(30, 30))
/// table.ranks[PointSpan(30, 30)]  // 1...1
/// ```
public struct RankTable: Sendable {
    private var counts: [PointSpan: Int] = [:]
    /// How many spans there are.
    public private(set) var count = 0

    /// No span yet.
    public init() {}

    /// Counts spans.
    public mutating func add(_ span: PointSpan, times: Int = 1) {
        counts[span, default: 0] += times
        count += times
    }

    /// The rank of each different span.
    ///
    /// From one more than those surely above to one more than those possibly above. Spans of one
    /// settled number share their rank.
    public var ranks: [PointSpan: ClosedRange<Int>] {
        let least = Steps(counts.map { ($0.key.least, $0.value) })
        let most = Steps(counts.map { ($0.key.most, $0.value) })
        var ranks: [PointSpan: ClosedRange<Int>] = [:]
        for span in counts.keys {
            let surely = least.count(above: span.most)
            // A span that is open stands above its own least, which says nothing about others.
            let possibly = most.count(above: span.least) - (span.isExact ? 0 : 1)
            ranks[span] = (1 + surely)...(1 + possibly)
        }
        return ranks
    }
}

/// Numbers with how often each occurs, from the highest to the lowest.
private struct Steps {
    private let numbers: [Double]
    /// How many stand before each number, and last how many there are.
    private let before: [Int]

    init(_ counted: [(number: Double, count: Int)]) {
        let sorted = counted.sorted { $0.number > $1.number }
        numbers = sorted.map(\.number)
        before = sorted.reduce(into: [0]) { sums, item in
            sums.append((sums.last ?? 0) + item.count)
        }
    }

    /// How many are greater than a number.
    func count(above number: Double) -> Int {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] > number { low = middle + 1 } else { high = middle }
        }
        return before[low]
    }
}
