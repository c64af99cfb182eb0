// What completing a dossier makes of its points.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What completions make of the points.
struct PointsOutlook {
    private let base: Score<Double>
    private let components: [Component<Score<Double>>]
    /// The rules whose points are made of facts: each region shows but one number of them.
    private let made: Set<Int>
    /// Whether a rule failed: there are no points then.
    private let isVoid: Bool
    /// Whether a missing fact may yet keep it from failing.
    private let mayRecover: Bool

    init(
        _ results: [ProbedResult], from dossier: Dossier, _ explorer: inout Explorer
    ) throws {
        let priorities = results.filter { $0.result.kind == .priorite }
        isVoid = priorities.contains { $0.result.outcome == .enErreur }
        mayRecover = priorities.contains { $0.fails(lackingOf: dossier) }
        let open = Set(priorities.filter(\.isOpen).map(\.rule))
        base = priorities.filter { !open.contains($0.rule) }.points
        let groups = open.sorted().map { rule in
            priorities.filter { $0.rule == rule }.map(\.target)
        }
        if open.isEmpty {
            made = []
        } else {
            let meaning = RegimeMeaning(explorer.policy, explorer.regime)
            made = open.filter { meaning.givesMoreThanRegionsTell($0) }
        }
        components = try explorer.components(of: groups, from: dossier, score: \.points)
    }

    /// Whether the search for what a fact changes was cut short.
    func isPartial(on path: FactPath) -> Bool {
        components.contains { $0.isPartial && $0.concerns(path) }
    }

    /// The points that completions lead to; nil where that is not sure.
    var span: ClosedSpan<Double>? {
        guard !isVoid, components.allSatisfy(isExact) else { return nil }
        return span(of: components.map(\.scores))
    }

    private func span(of scores: [Set<Score<Double>>]) -> ClosedSpan<Double> {
        ClosedSpan(
            best: scores.reduce(base.most) { $0 + ($1.map(\.most).max() ?? 0) },
            worst: scores.reduce(base.least) { $0 + ($1.map(\.least).min() ?? 0) })
    }

    /// Whether a fact surely changes nothing but what is told of it.
    func isExact(on path: FactPath) -> Bool {
        !mayRecover
            && components.allSatisfy {
                isExact($0) && !$0.mayHide(path) || !$0.concerns(path)
            }
    }

    private func isExact(_ component: Component<Score<Double>>) -> Bool {
        component.isExact && made.isDisjoint(with: component.rules)
    }

    func choices(of path: FactPath) -> [DecisivePiece.Choice<Double>] {
        guard !isVoid, let index = components.firstIndex(where: { $0.depends(on: path, !=) })
        else { return [] }
        let others = components.indices.filter { $0 != index }.map { components[$0].scores }
        let isExact = components.indices.allSatisfy { place in
            self.isExact(components[place])
                || place == index && made.isDisjoint(with: components[place].rules)
        }
        return components[index].choices(of: path, isExact) { span(of: others + [$0]) }
    }
}

extension [ProbedResult] {
    /// The sum of each priority rule's best subject.
    fileprivate var points: Score<Double> {
        Set(map(\.rule)).sorted().reduce(into: Score(least: 0, most: 0)) { sum, rule in
            let spans = filter { $0.rule == rule }.map { $0.result.points ?? 0...0 }
            sum.least += spans.map(\.lowerBound).max() ?? 0
            sum.most += spans.map(\.upperBound).max() ?? 0
        }
    }
}
