// What a region comes to, and what comes of each way in which a fact may lie.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The least and the most that results amount to.
///
/// They differ where a row of a table is missing, and where a list of expertises that is missing
/// turns out to hold some of which one is better than another.
struct Score<Value: Hashable & Comparable & Sendable>: Hashable, Comparable {
    var least: Value
    var most: Value

    static func < (one: Score, other: Score) -> Bool {
        (one.least, one.most) < (other.least, other.most)
    }
}

extension Component {
    /// Ways that lead to the same stand together, in the order of the first.
    func choices<Result: Hashable>(
        of path: FactPath, _ areOthersExact: Bool, _ span: (Set<Score>) -> ClosedSpan<Result>
    ) -> [DecisivePiece.Choice<Result>] {
        var found: [(results: ClosedSpan<Result>, ways: [[Placement]])] = []
        for way in ways(of: path) {
            let results = span(scores(where: path, liesIn: way))
            if let same = found.firstIndex(where: { $0.results == results }) {
                found[same].ways.append(way)
            } else {
                found.append((results, [way]))
            }
        }
        return found.map { results, ways in
            DecisivePiece.Choice(
                ways: ways.simplified, results: results,
                isExact: areOthersExact
                    && ways.allSatisfy { isExact(where: path, liesIn: $0) },
                hasMore: ways.contains { hasMore(where: path, liesIn: $0) })
        }
    }
}
