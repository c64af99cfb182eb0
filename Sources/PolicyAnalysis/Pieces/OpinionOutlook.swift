// What completing a dossier makes of an opinion.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What completions make of one opinion.
struct OpinionOutlook {
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

extension ProbedResult {
    /// The rule on its subject.
    var target: Target { Target(rule: rule, sujet: result.sujet) }

    /// Whether a missing fact has left it undetermined, or has had a say in it.
    var isOpen: Bool { result.outcome == .indeterminee || result.isProvisional }

    /// Whether it failed after it asked of facts that a dossier lacks: with them, it may not.
    func fails(lackingOf dossier: Dossier) -> Bool {
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
