// The fewest sets, beside every choice of sets there is.
// SPDX-License-Identifier: MIT

import Testing

@testable import PolicyTesting

struct SetCoverTests {
    @Test func `the largest set first is not always the best`() {
        // Greedy takes the set of six, and then needs two more.
        let cover = SetCover([[1, 2, 3, 4, 5, 6], [1, 2, 3, 7], [4, 5, 6, 8], [7], [8]])

        #expect(cover.chosen == [1, 2])
        #expect(cover.isSmallest)
    }

    @Test func `nothing needs no set`() {
        #expect(SetCover([]).chosen == [])
        #expect(SetCover([[], []]).chosen == [])
    }

    @Test func `drawn sets are covered by as few as trying every choice finds`() {
        var generator = SplitMix64(seed: 7)
        for _ in 0..<300 {
            let count = Int.random(in: 1...9, using: &generator)
            let sets = (0..<count).map { _ in
                Set((0..<8).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
            }
            let all = sets.reduce(into: Set<Int>()) { $0.formUnion($1) }
            let fewest = (0..<(1 << count)).filter { choice in
                sets.indices.filter { choice >> $0 & 1 == 1 }
                    .reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) } == all
            }.map(\.nonzeroBitCount).min()

            let cover = SetCover(sets)

            #expect(cover.chosen.reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) } == all)
            #expect(cover.chosen.count == fewest)
            #expect(cover.isSmallest)
        }
    }
}
