// Which rules share missing facts: the others can be looked at by themselves.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Rules that hang together by what they lack, with every region of it.
struct Component<Score: Hashable & Comparable & Sendable>: Sendable {
    /// The regions that the facts that they lack are cut into.
    let regions: [(region: Region, score: Score)]
    /// The facts that its rules lack before any is placed, but for those that only came up later.
    let lacked: Set<FactPath>
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
    /// Where a list is looked at for each element of another one, nothing is sure of any list.
    func isExact(where fact: FactPath, liesIn way: [Placement]) -> Bool {
        !regions.contains(where: \.region.isCrossed)
            && regions.allSatisfy { found in
                found.region.isExact
                    || !way.agrees(with: found.region.placements.filter { fact.holds($0.path) })
            }
    }

    /// The ways in which a fact or its parts lie in some region, each once.
    func ways(of fact: FactPath) -> [[Placement]] {
        regions.map { $0.region.placements.filter { fact.holds($0.path) } }
            .filter { !$0.isEmpty }.withoutRepeats
    }

    /// The scores of the regions in which a fact may lie in one way.
    func scores(where fact: FactPath, liesIn way: [Placement]) -> Set<Score> {
        Set(
            regions.filter { found in
                way.agrees(with: found.region.placements.filter { fact.holds($0.path) })
            }.map(\.score))
    }

    /// Whether two completions that differ in one fact alone differ in the score, as `tells` sees it.
    func depends(on fact: FactPath, _ tells: (Score, Score) -> Bool) -> Bool {
        let concerned = regions.filter { $0.region.placements.contains { fact.holds($0.path) } }
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
    /// - Parameters:
    ///   - groups: rules that belong together whatever they lack.
    ///   - dossier: what is known.
    ///   - score: what the results of a region amount to.
    /// - Returns: groups that share no missing fact.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func components<Score>(
        of groups: [[Target]], from dossier: Dossier, score: ([ProbedResult]) -> Score
    ) throws(EvaluationError) -> [Component<Score>] {
        var parts: [Part] = []
        for group in groups {
            // What shares a fact with it, whole or in part, joins it.
            var part = Part(targets: group, regions: try regions(of: group, from: dossier))
            parts.removeAll { other in
                guard !other.facts.isDisjoint(with: part.facts) else { return false }
                part.join(other)
                return true
            }
            parts.append(part)
        }
        var components: [Component<Score>] = []
        for part in parts {
            let regions =
                if let known = part.regions { known } else {
                    try regions(of: part.targets, from: dossier)
                }
            let lacked = try results(of: Set(part.targets.map(\.rule)), on: dossier)
                .filter { result in part.targets.contains { $0.takes(result) } }
                .flatMap(\.result.manquants).compactMap { FactPath($0) }
            var shown: [(Region, Score)] = []
            for region in regions {
                shown.append((try narrowed(region, part.targets), score(region.results)))
            }
            components.append(
                Component(regions: shown, lacked: Set(lacked), isPartial: isPartial))
        }
        return components
    }

    private mutating func regions(
        of targets: [Target], from dossier: Dossier
    ) throws(EvaluationError) -> [Region] {
        var regions: [Region] = []
        try explore(targets, from: dossier) { region in
            regions.append(region)
            return true
        }
        return regions
    }
}

/// Rules on the way to a component.
private struct Part {
    private(set) var targets: [Target]
    /// The facts that they lack.
    private(set) var facts: Set<FactPath>
    /// Their regions; nil where they have not been looked at together.
    private(set) var regions: [Region]?

    init(targets: [Target], regions: [Region]) {
        self.targets = targets
        facts = Set(regions.flatMap(\.placements.roots))
        self.regions = regions
    }

    /// Takes the rules of another part, which stand before its own.
    mutating func join(_ other: Part) {
        targets = other.targets + targets
        facts.formUnion(other.facts)
        regions = nil
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
