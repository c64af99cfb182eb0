// Where a walk through regions goes first, and where it does not go.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// Leads a walk that looks for some regions and not for all.
protocol RegionGuide {
    /// The cells of a missing fact in which the walk goes on, in place of those that were found.
    func cells(of fact: Explorer.OpenFact, _ found: [JoinedCell]) -> [JoinedCell]

    /// How far away a part lies, from 0: the nearest is looked at first.
    func distance(to part: OpenRegion) -> Int

    /// Whether nothing that is looked for lies in a part, whatever is placed in it besides.
    func isHopeless(_ part: OpenRegion, _ results: [ProbedResult]) -> Bool

    /// Whether a region with these results is one that is looked for.
    func isSought(_ results: [ProbedResult]) -> Bool
}

/// Goes everywhere.
struct EveryRegion: RegionGuide {
    func cells(of fact: Explorer.OpenFact, _ found: [JoinedCell]) -> [JoinedCell] { found }
    func distance(to part: OpenRegion) -> Int { 0 }
    func isHopeless(_ part: OpenRegion, _ results: [ProbedResult]) -> Bool { false }
    func isSought(_ results: [ProbedResult]) -> Bool { true }
}

/// Parts that are still to be looked at.
struct PendingRegions {
    /// By their distance; of one distance the last is looked at first.
    private var byDistance: [[OpenRegion]] = []

    /// Adds parts, of which the first is to be looked at before the others.
    mutating func add(_ parts: [OpenRegion], _ guide: some RegionGuide) {
        for part in parts.reversed() {
            let distance = guide.distance(to: part)
            while byDistance.count <= distance { byDistance.append([]) }
            byDistance[distance].append(part)
        }
    }

    /// Takes the nearest out; nil when there is none.
    mutating func popNearest() -> OpenRegion? {
        guard let nearest = byDistance.firstIndex(where: { !$0.isEmpty }) else { return nil }
        return byDistance[nearest].popLast()
    }
}
