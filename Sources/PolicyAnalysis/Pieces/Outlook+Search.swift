// Finds what completing a dossier can still change.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
public import PolicyEngine

/// Looks at what completing dossiers can still change, one dossier after the other.
public struct OutlookFinder: ~Copyable {
    private let policy: Policy
    private let decisionDay: Day
    private let budget: Int
    private var explorer: Explorer?

    /// Prepares to look at dossiers of a policy.
    ///
    /// - Parameters:
    ///   - policy: the policy of the verdicts to come.
    ///   - decisionDay: their decision day.
    ///   - budget: the most regions to look at for one dossier.
    public init(_ policy: Policy, le decisionDay: Day, budget: Int = 3_000) {
        self.policy = policy
        self.decisionDay = decisionDay
        self.budget = budget
    }

    /// Looks at every completion of a dossier, as far as the rules of its regime tell them apart.
    ///
    /// - Parameters:
    ///   - dossier: a dossier with missing facts.
    ///   - verdict: the verdict on it.
    /// - Returns: what each missing fact can change, nothing for a dossier without a regime; nil for a
    ///   dossier too large to be looked at.
    /// - Throws: `DiagnosticsError` where the regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public mutating func outlook(on dossier: Dossier, _ verdict: Verdict) throws -> Outlook? {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else {
            return Outlook(pieces: [], gaps: [], settled: [], points: nil)
        }
        guard dossier.isExplorable else { return nil }
        var explorer =
            if let known = self.explorer.take(), known.regime.id == regime.id { known } else {
                try Explorer(policy, regime: regime, le: decisionDay, budget: budget)
            }
        let outlook = try Outlook(dossier, verdict, regime, policy.schema, budget, &explorer)
        self.explorer = consume explorer
        return outlook
    }
}

extension Outlook {
    fileprivate init(
        _ dossier: Dossier, _ verdict: Verdict, _ regime: Regime, _ schema: DossierSchema,
        _ budget: Int, _ explorer: inout Explorer
    ) throws {
        let facts = Dossier(
            numero: dossier.numero, deposeLe: dossier.deposeLe, facts: dossier.facts)
        let results = try explorer.results(of: Set(explorer.rules.indices), on: facts)
        let paths = verdict.manquants.compactMap { text in
            FactPath(text).flatMap { path in
                facts[path] == nil && path.field(in: schema) != nil ? path : nil
            }
        }
        let count = verdict.expertises.count
        let seats: [Int?] = count == 0 ? [nil] : (1...count).map { $0 }
        // Points and each opinion have their share, and enough of one.
        let share = max(budget / (seats.count + 1), budget / 3)
        let opinions = try seats.map { seat in
            explorer.budget = share
            return try OpinionOutlook(of: seat, results, from: facts, &explorer)
        }
        explorer.budget = share
        let points = try PointsOutlook(results, from: facts, &explorer)
        pieces = paths.map { path in
            DecisivePiece(
                path: path, opinions: Outlook.changes(of: path, in: opinions),
                points: points.choices(of: path),
                isPartial: opinions.contains { $0.isPartial(on: path) }
                    || points.isPartial(on: path),
                isExact: opinions.allSatisfy { $0.isExact(on: path) } && points.isExact(on: path))
        }
        gaps = verdict.manquants.filter { $0.isRow(in: regime) }
        settled = opinions.map(\.settled)
        self.points = points.span
    }

    /// What a fact changes of each opinion; expertises of which it changes the same stand together.
    private static func changes(
        of path: FactPath, in opinions: [OpinionOutlook]
    ) -> [DecisivePiece.OpinionChange] {
        var found: [(expertises: [Int], choices: [DecisivePiece.Choice<Avis>])] = []
        for opinion in opinions {
            let choices = opinion.choices(of: path)
            guard !choices.isEmpty else { continue }
            let number = [opinion.expertise].compactMap(\.self)
            if let same = found.firstIndex(where: { $0.choices == choices }) {
                found[same].expertises += number
            } else {
                found.append((number, choices))
            }
        }
        return found.map { .init(expertises: $0.expertises, choices: $0.choices) }
    }
}

extension String {
    /// Whether it names a row of a table: `presence[TV]`.
    fileprivate func isRow(in regime: Regime) -> Bool {
        regime.declarations.tables.contains { hasPrefix($0.name.value + "[") }
    }
}

/// The least and the most that results amount to.
///
/// They differ where a row of a table is missing, and where a list of expertises that is missing
/// turns out to hold some of which one is better than another.
private struct Score<Value: Hashable & Comparable & Sendable>: Hashable, Comparable {
    var least: Value
    var most: Value

    static func < (one: Score, other: Score) -> Bool {
        (one.least, one.most) < (other.least, other.most)
    }
}

/// What completions make of one opinion.
private struct OpinionOutlook {
    /// The expertise, from 1; nil for the dossier as a whole.
    let expertise: Int?
    /// How bad the results are that are settled already.
    private let base: Int
    /// Whether a rule failed that a missing fact may yet keep from it.
    private let mayRecover: Bool
    private let components: [Component<Score<Int>>]

    init(
        of expertise: Int?, _ results: [ProbedResult], from dossier: Dossier,
        _ explorer: inout Explorer
    ) throws {
        self.expertise = expertise
        let counting = results.filter { result in
            [.critere, .validite].contains(result.result.kind)
                && (result.expertise == nil || result.expertise == expertise)
        }
        base = counting.filter { !$0.isOpen }.map(\.severity).max() ?? 0
        mayRecover = counting.contains { $0.fails(lackingOf: dossier) }
        let open = counting.filter(\.isOpen)
        // Two validities that apply are an error: they are looked at together.
        let validities = counting.filter { $0.result.kind == .validite }.map(\.target)
        let criteria = open.filter { $0.result.kind == .critere }.map { [$0.target] }
        let isOpen = open.contains { $0.result.kind == .validite }
        components = try explorer.components(
            of: criteria + (isOpen ? [validities] : []), from: dossier, score: \.severity)
    }

    /// Whether the search for what a fact changes was cut short.
    func isPartial(on path: FactPath) -> Bool {
        components.contains { $0.isPartial && $0.concerns(path) }
    }

    /// The only opinion that completions lead to; nil where there are several.
    var settled: Avis? {
        let span = span(of: components.map(\.scores))
        let isCertain = components.allSatisfy(\.isExact) || base == Avis.enErreur.severity
        return isCertain && !mayRecover && span.best == span.worst ? span.best : nil
    }

    /// Whether a fact surely changes nothing but what is told of it.
    ///
    /// What a result hides that is no better is only as sure as that result.
    func isExact(on path: FactPath) -> Bool {
        let concerned = components.filter { $0.concerns(path) }
        let isIdle = concerned.allSatisfy { !$0.depends(on: path, !=) }
        return !mayRecover && concerned.allSatisfy { $0.isExact && !$0.mayHide(path) }
            && (isIdle || components.allSatisfy(\.isExact))
    }

    /// What comes of each way in which a fact may lie; empty when it changes nothing.
    func choices(of path: FactPath) -> [DecisivePiece.Choice<Avis>] {
        guard let index = components.firstIndex(where: { !$0.ways(of: path).isEmpty }) else {
            return []
        }
        let others = components.indices.filter { $0 != index }.map { components[$0].scores }
        let floor = max(base, others.map { $0.map(\.least).min() ?? 0 }.max() ?? 0)
        let tells: (Score<Int>, Score<Int>) -> Bool = {
            max($0.least, floor) != max($1.least, floor)
                || max($0.most, floor) != max($1.most, floor)
        }
        guard components[index].depends(on: path, tells) else { return [] }
        let isExact = components.indices.allSatisfy { $0 == index || components[$0].isExact }
        return components[index].choices(of: path, isExact) { span(of: others + [$0]) }
    }

    private func span(of scores: [Set<Score<Int>>]) -> ClosedSpan<Avis> {
        let best = scores.map { $0.map(\.least).min() ?? 0 }.max() ?? 0
        let worst = scores.map { $0.map(\.most).max() ?? 0 }.max() ?? 0
        return ClosedSpan(
            best: Avis(severity: max(base, best)), worst: Avis(severity: max(base, worst)))
    }
}

/// What completions make of the points.
private struct PointsOutlook {
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

extension Component {
    /// Ways that lead to the same stand together, in the order of the first.
    fileprivate func choices<Result: Hashable>(
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

extension ProbedResult {
    /// The rule on its subject.
    var target: Target { Target(rule: rule, sujet: result.sujet) }

    /// Whether a missing fact has left it undetermined, or has had a say in it.
    var isOpen: Bool { result.outcome == .indeterminee || result.isProvisional }

    /// Whether it failed after it asked of facts that a dossier lacks: with them, it may not.
    fileprivate func fails(lackingOf dossier: Dossier) -> Bool {
        result.outcome == .enErreur
            && questions.contains { FactPath($0.path).map { dossier[$0] == nil } ?? true }
    }

    /// How bad the opinion is that it leads to.
    var severity: Int {
        if result.kind == .validite && result.outcome == .indeterminee { return 0 }
        return Avis(ledToBy: result.kind, result.effect, result.outcome).severity
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

    /// How bad the opinion is on the best expertise, and on the worst; what counts for all counts
    /// for each.
    fileprivate var severity: Score<Int> {
        let all = severities
        return Score(least: all.min() ?? 0, most: all.max() ?? 0)
    }

    /// How bad the opinion is on each expertise; what counts for all counts for each.
    var severities: [Int] {
        let numbers = Set(compactMap(\.expertise)).sorted()
        let each = numbers.map { number in
            filter { $0.expertise == nil || $0.expertise == number }.opinion
        }
        return each.isEmpty ? [opinion] : each
    }

    /// How bad the opinion is that results of one place lead to.
    private var opinion: Int {
        let isClash =
            count { $0.result.kind == .validite && $0.result.outcome == .satisfaite } > 1
        return isClash ? Avis.enErreur.severity : map(\.severity).max() ?? 0
    }
}

extension Avis {
    /// The opinion on one expertise that is so bad.
    fileprivate init(severity: Int) {
        self = [.favorable, .aExaminer, .incomplet, .defavorable, .enErreur][severity]
    }
}
