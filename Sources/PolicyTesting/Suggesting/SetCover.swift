// The fewest sets that hold together what all of them hold.
// SPDX-License-Identifier: MIT

/// A choice of sets that leaves nothing out.
struct SetCover {
    /// The sets that were chosen, by index, in increasing order.
    private(set) var chosen: [Int] = []
    /// Whether fewer would not do; false where the search was cut short.
    private(set) var isSmallest = true

    private let sets: [Set<Int>]
    private var steps = 0

    /// The most sets that are looked at before what was found has to do.
    private static let mostSteps = 2_000_000

    /// Chooses among sets of numbers.
    init(_ sets: [Set<Int>]) {
        self.sets = sets
        let all = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
        chosen = greedy(all).sorted()
        search(from: [], all)
        chosen.sort()
    }

    /// The set that adds most, again and again.
    private func greedy(_ all: Set<Int>) -> [Int] {
        var left = all
        var taken: [Int] = []
        while !left.isEmpty {
            let best = sets.indices.max { one, other in
                (sets[one].intersection(left).count, other)
                    < (sets[other].intersection(left).count, one)
            }
            guard let best else { break }
            taken.append(best)
            left.subtract(sets[best])
        }
        return taken
    }

    /// Covers the number that the fewest sets hold in each possible way, while that can be better.
    private mutating func search(from taken: [Int], _ left: Set<Int>) {
        guard !left.isEmpty else {
            if taken.count < chosen.count { chosen = taken }
            return
        }
        steps += sets.count * max(1, left.count)
        guard steps <= SetCover.mostSteps else {
            isSmallest = false
            return
        }
        let largest = sets.map { $0.intersection(left).count }.max() ?? 0
        let least = taken.count + (left.count + largest - 1) / max(largest, 1)
        guard least < chosen.count else { return }
        let holders = left.map { number in sets.indices.filter { sets[$0].contains(number) } }
        guard let fewest = holders.min(by: { ($0.count, $0) < ($1.count, $1) }) else { return }
        for index in fewest { search(from: taken + [index], left.subtracting(sets[index])) }
    }
}

/// Shorter lists first, then the order of their numbers.
private func < (one: (Int, [Int]), other: (Int, [Int])) -> Bool {
    one.0 == other.0 ? one.1.lexicographicallyPrecedes(other.1) : one.0 < other.0
}
