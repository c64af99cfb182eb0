// Ranks from the definition, worked out by hand.
// SPDX-License-Identifier: MIT

import PolicyAnalysis
import Testing

struct RankTableTests {
    private func ranks(_ spans: PointSpan...) -> [PointSpan: ClosedRange<Int>] {
        var table = RankTable()
        for span in spans { table.add(span) }
        return table.ranks
    }

    @Test func `settled points share their rank, and the next rank counts them all`() {
        let found = ranks(
            PointSpan(30, 30), PointSpan(10, 10), PointSpan(10, 10), PointSpan(0, 0))

        #expect(found[PointSpan(30, 30)] == 1...1)
        #expect(found[PointSpan(10, 10)] == 2...2)
        #expect(found[PointSpan(0, 0)] == 4...4)
    }

    @Test func `an open span may stand anywhere that its points allow`() {
        // Over 10 to 40 nothing is sure; 40 and 30 may be above 10, and the span above 30.
        let found = ranks(PointSpan(40, 40), PointSpan(30, 30), PointSpan(10, 40))

        #expect(found[PointSpan(40, 40)] == 1...1)
        #expect(found[PointSpan(30, 30)] == 2...3)
        #expect(found[PointSpan(10, 40)] == 1...3)
    }

    @Test func `two equal open spans may stand above each other`() {
        let found = ranks(PointSpan(0, 20), PointSpan(0, 20))

        #expect(found[PointSpan(0, 20)] == 1...2)
    }

    @Test func `a number that nobody knows may exceed all others`() {
        let found = ranks(PointSpan(0, .infinity), PointSpan(5, 5))

        #expect(found[PointSpan(5, 5)] == 1...2)
        #expect(found[PointSpan(0, .infinity)] == 1...2)
    }

    @Test func `dossiers counted together are as many dossiers`() {
        var table = RankTable()
        table.add(PointSpan(10, 10), times: 3)
        table.add(PointSpan(0, 0))

        #expect(table.count == 4)
        #expect(table.ranks[PointSpan(0, 0)] == 4...4)
        #expect(table.ranks[PointSpan(10, 10)] == 1...1)
    }

    @Test func `points that nothing bounds may stand anywhere`() {
        let found = ranks(PointSpan(-.infinity, .infinity), PointSpan(5, 5), PointSpan(1, 1))

        #expect(found[PointSpan(-.infinity, .infinity)] == 1...3)
        #expect(found[PointSpan(5, 5)] == 1...2)
        #expect(found[PointSpan(1, 1)] == 2...3)
    }
}
