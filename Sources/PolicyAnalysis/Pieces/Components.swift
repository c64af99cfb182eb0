// Which rules share missing facts: the others can be looked at by themselves.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Rules that hang together by what they lack, with every region of it.
struct Component<Score: Hashable & Comparable & Sendable>: Sendable {
    /// A region with what its results amount to.
    struct Found: Sendable {
        /// The region, its lists no longer than its results surely hold for.
        let region: Region
        /// Where facts lie in the region that was looked at: lists may be longer there.
        let wider: [Placement]
        let score: Score

        /// Where a fact and its parts lie.
        func places(of fact: FactPath) -> [Placement] {
            region.placements.filter { fact.holds($0.path) }
        }

        /// The same in the region that was looked at.
        func widerPlaces(of fact: FactPath) -> [Placement] {
            wider.filter { fact.holds($0.path) }
        }
    }

    /// The regions that the facts that they lack are cut into.
    let regions: [Found]
    /// The facts that its rules lack before any is placed, but for those that only came up later.
    let lacked: Set<FactPath>
    /// Where facts lie in regions in which a rule only lacks what another one is settled without.
    let lacking: [[Placement]]
    /// Whether the search was cut short.
    let isPartial: Bool

    /// The scores that completions lead to.
    var scores: Set<Score> { Set(regions.map(\.score)) }

    /// Whether the scores surely hold throughout its regions.
    var isExact: Bool { !isPartial && regions.allSatisfy(\.region.isExact) }

    /// Its rules, by index.
    var rules: Set<Int> { Set(regions.flatMap(\.region.results).map(\.rule)) }

    /// Whether its rules lack a fact, or a part of it.
    func concerns(_ fact: FactPath) -> Bool {
        lacked.contains { fact.holds($0) || $0.holds(fact) } || !ways(of: fact).isEmpty
    }

    /// Whether it surely gives these scores and no others where a fact lies in one way.
    ///
    /// Where a list is looked at for each element of another one, nothing is sure of any list; nor is
    /// anything of an absence that leaves some rule without an answer elsewhere.
    func isExact(where fact: FactPath, liesIn way: [Placement]) -> Bool {
        !regions.contains(where: \.region.isCrossed)
            && regions.allSatisfy { found in
                !way.agrees(with: found.widerPlaces(of: fact))
                    || found.region.isExact && way.agrees(with: found.places(of: fact))
            }
            && !(way.contains { $0.cell == .absent }
                && lacking.contains { way.agrees(with: $0.filter { fact.holds($0.path) }) })
    }

    /// Whether lists that are longer than a way says may lead to the same, or to something else.
    func hasMore(where fact: FactPath, liesIn way: [Placement]) -> Bool {
        regions.contains { found in
            let places = found.places(of: fact)
            return way.agrees(with: places) && places != found.widerPlaces(of: fact)
        }
    }

    /// Whether a fact may tell regions apart of which some are none, for a rule only lacks another
    /// fact there.
    func mayHide(_ fact: FactPath) -> Bool {
        !lacking.isEmpty
            && regions.contains { found in
                !found.places(of: fact).isEmpty
                    && found.region.placements.contains {
                        !fact.holds($0.path) && $0.cell == .absent
                    }
            }
    }

    /// The ways in which a fact or its parts lie in some region, each once.
    func ways(of fact: FactPath) -> [[Placement]] {
        regions.map { $0.places(of: fact) }.filter { !$0.isEmpty }.withoutRepeats
    }

    /// The scores of the regions in which a fact may lie in one way.
    func scores(where fact: FactPath, liesIn way: [Placement]) -> Set<Score> {
        Set(regions.filter { way.agrees(with: $0.places(of: fact)) }.map(\.score))
    }

    /// Whether two completions that differ in one fact alone differ in the score, as `tells` sees it.
    func depends(on fact: FactPath, _ tells: (Score, Score) -> Bool) -> Bool {
        let concerned = regions.filter { !$0.places(of: fact).isEmpty }
        for (index, one) in concerned.enumerated() {
            let others = one.region.placements.filter { !fact.holds($0.path) }
            for two in concerned[(index + 1)...] where tells(one.score, two.score) {
                if others.agrees(with: two.region.placements.filter { !fact.holds($0.path) }) {
                    return true
                }
            }
        }
        return false
    }
}

extension [Placement] {
    /// The facts of which no whole is placed as well.
    var roots: [FactPath] {
        map(\.path).filter { path in !contains { $0.path != path && $0.path.holds(path) } }
    }

    /// Whether one dossier may lie in all of these places and of those.
    func agrees(with others: [Placement]) -> Bool {
        allSatisfy { mine in
            others.allSatisfy { $0.path != mine.path || $0.cell.overlaps(mine.cell) }
        }
    }
}

extension Explorer {
    /// Groups rules by the missing facts that they share, and visits the regions of each group.
    ///
    /// Each group has its share of the budget, so that one of many regions leaves the others theirs.
    ///
    /// - Parameters:
    ///   - groups: rules that belong together whatever they lack.
    ///   - dossier: what is known.
    ///   - score: what the results of a region amount to.
    /// - Returns: groups that share no missing fact.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func components<Score>(
        of groups: [[Target]], from dossier: Dossier, score: ([ProbedResult]) -> Score
    ) throws(EvaluationError) -> [Component<Score>] {
        let share = groups.isEmpty ? budget : max(1, budget / groups.count)
        var parts: [Part] = []
        for group in groups {
            budget = share
            // What shares a fact with it, whole or in part, joins it.
            let walk = Walk(regions: try regions(of: group, from: dossier), isPartial: isPartial)
            var part = Part(targets: group, walk: walk)
            parts.removeAll { other in
                guard !other.facts.isDisjoint(with: part.facts) else { return false }
                part.join(other)
                return true
            }
            parts.append(part)
        }
        var components: [Component<Score>] = []
        for part in parts {
            var known = part.walk
            if known == nil {
                budget = share
                known = Walk(
                    regions: try regions(of: part.targets, from: dossier), isPartial: isPartial)
            }
            guard let walk = known else { continue }
            let lacked = try results(of: Set(part.targets.map(\.rule)), on: dossier)
                .filter { result in part.targets.contains { $0.takes(result) } }
                .flatMap(\.result.manquants).compactMap { FactPath($0) }
            let found = try walk.regions.filter { !$0.isLacking }.map {
                region throws(EvaluationError) in
                Component<Score>.Found(
                    region: try narrowed(region, part.targets), wider: region.placements,
                    score: score(region.results))
            }
            components.append(
                Component(
                    regions: found, lacked: Set(lacked),
                    lacking: walk.regions.filter(\.isLacking).map(\.placements),
                    isPartial: walk.isPartial))
        }
        return components
    }

    private mutating func regions(
        of targets: [Target], from dossier: Dossier
    ) throws(EvaluationError) -> [Region] {
        var regions: [Region] = []
        try explore(targets, from: dossier, showsLacking: true) { region in
            regions.append(region)
            return true
        }
        return regions
    }
}

/// The regions of some rules, and whether the budget ran out before their end.
private struct Walk {
    let regions: [Region]
    let isPartial: Bool
}

/// Rules on the way to a component.
private struct Part {
    private(set) var targets: [Target]
    /// The facts that they lack.
    private(set) var facts: Set<FactPath>
    /// Their regions; nil where they have not been looked at together.
    private(set) var walk: Walk?

    init(targets: [Target], walk: Walk) {
        self.targets = targets
        facts = Set(walk.regions.flatMap(\.placements.roots))
        self.walk = walk
    }

    /// Takes the rules of another part, which stand before its own.
    mutating func join(_ other: Part) {
        targets = other.targets + targets
        facts.formUnion(other.facts)
        walk = nil
    }
}

extension [[Placement]] {
    /// The same ways with fewer words: two that differ in one fact are one where its cells join.
    ///
    /// The shortest come first. Of very many, none are joined: nobody reads them all.
    var simplified: [[Placement]] {
        guard count <= 200 else { return self }
        var ways = self
        var index = 0
        while index < ways.count {
            let other = ways.indices.first {
                $0 != index && ways[index].joined(with: ways[$0]) != nil
            }
            if let other, let both = ways[index].joined(with: ways[other]) {
                ways[Swift.min(index, other)] = both
                ways.remove(at: Swift.max(index, other))
                index = 0
            } else {
                index += 1
            }
        }
        return ways.enumerated()
            .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
            .map(\.element)
    }
}

extension [Placement] {
    /// The places of both, where all but one are the same and those two join.
    func joined(with other: [Placement]) -> [Placement]? {
        guard count == other.count, map(\.path) == other.map(\.path) else { return nil }
        let differing = indices.filter { self[$0] != other[$0] }
        guard differing.count == 1, let place = differing.first,
            let cell = self[place].cell.joined(with: other[place].cell)
        else { return nil }
        var both = self
        both[place] = Placement(path: self[place].path, cell: cell)
        return both
    }
}
