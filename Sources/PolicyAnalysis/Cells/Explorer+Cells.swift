// Cuts what one missing fact may be, as far as the rules at hand tell it apart.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension Explorer {
    /// The cells of a fact in a dossier; those between which the rules see no difference are one.
    mutating func cells(
        of fact: OpenFact, _ results: [ProbedResult], _ targets: [Target], in dossier: Dossier,
        besides placed: Set<FactPath>
    ) throws(EvaluationError) -> [JoinedCell] {
        let path = fact.path.description
        let questions = results.flatMap(\.questions).filter { $0.path == path }
        // A list that rules run on is not even read where only its elements are.
        let isScope = results.contains { $0.result.sujet == path }
        let isScopeAlone = results.filter { $0.result.manquants.contains(path) }
            .allSatisfy { $0.result.sujet == path }
        let isComplete =
            questions.contains { $0.kind != .read } || isScopeAlone && questions.isEmpty
        let cells = try cells(
            of: fact, questions, isComplete: isComplete, isScope: isScope, targets, in: dossier)
        guard cells.count > 2, cells.contains(where: \.isListed) else {
            return cells.map { JoinedCell($0) }
        }
        return try joined(cells, of: fact, targets, in: dossier, besides: placed)
    }

    /// The cells into which questions cut a fact that a dossier lacks.
    mutating func cells(
        of fact: OpenFact, _ questions: [Question], isComplete: Bool, isScope: Bool,
        _ targets: [Target], in dossier: Dossier
    ) throws(EvaluationError) -> [Cell] {
        var questions = questions
        if !isComplete || questions.contains(where: \.isOpaqueComparison),
            let line = NumberLine(fact.field, fact.type)
        {
            for start in try turns(of: fact, on: line, targets, in: dossier) {
                questions.append(line.question(at: start, of: fact.path))
            }
        }
        return finder.cells(
            of: fact.field, fact.type, questions, isComplete: isComplete, isScope: isScope,
            near: decisionDay)
    }

    /// Joins cells of one result.
    ///
    /// Where results are still open, cells may lead apart later on: only many of them are joined then,
    /// and nothing is sure of them any more.
    private mutating func joined(
        _ cells: [Cell], of fact: OpenFact, _ targets: [Target], in dossier: Dossier,
        besides placed: Set<FactPath>
    ) throws(EvaluationError) -> [JoinedCell] {
        var groups: [[ResultSignature]: Int] = [:]
        var joined: [JoinedCell] = []
        for cell in cells {
            let next = dossier.setting(fact.path, to: cell.representative)
            let signature = try signature(of: targets, on: next)
            let isSettled = signature.allSatisfy { result in
                result.manquants.allSatisfy { path in
                    open(path, in: next).map { placed.contains($0.path) } ?? true
                }
            }
            if isSettled || cells.count > Explorer.mostApart, let known = groups[signature],
                let both = joined[known].joined(with: cell)
            {
                joined[known] = isSettled ? both : both.unsure
            } else {
                groups[signature] = joined.count
                joined.append(JoinedCell(cell))
            }
        }
        return joined
    }

    /// The most cells of one fact that are looked at one by one although they may lead to the same.
    private static let mostApart = 40

    private mutating func signature(
        of targets: [Target], on dossier: Dossier, tellingQuestions: Bool = true
    ) throws(EvaluationError) -> [ResultSignature] {
        try run(Set(targets.map(\.rule)), on: dossier, tellingQuestions: tellingQuestions)
            .filter { result in targets.contains { $0.takes(result) } }
            .map { ResultSignature($0) }
    }

    /// The same region, in which a list is no longer than it was looked at where one more element
    /// could change something: « an expert at least, elected » holds of all longer lists, « an expert,
    /// not elected » of that one alone.
    mutating func narrowed(
        _ region: Region, _ targets: [Target]
    ) throws(EvaluationError) -> Region {
        var placements = region.placements
        for (index, placement) in placements.enumerated() {
            guard case .counts(let low, let high) = placement.cell.extent, high != low,
                case .list(let elements)? = region.dossier[placement.path],
                placements.contains(where: {
                    $0.path != placement.path && placement.path.holds($0.path)
                })
            else { continue }
            let more = elements + [.record(FactRecord())]
            let longer = region.dossier.setting(placement.path, to: .list(more))
            let added = placement.path.appending(.element(more.count)).description
            let now = try signature(of: targets, on: longer)
            let isSame =
                now.map(\.outcomes) == region.results.map { ResultSignature($0).outcomes }
                && !now.contains { $0.manquants.contains { $0.hasPrefix(added) } }
            if !isSame { placements[index] = placement.counting(elements.count) }
        }
        return Region(
            placements: placements, dossier: region.dossier, results: region.results,
            gaps: region.gaps)
    }

    /// The most numbers at which results of one fact turn.
    private static let mostTurns = 64

    /// The numbers at which results turn, found by trying: between two samples with one result,
    /// nothing is seen.
    private mutating func turns(
        of fact: OpenFact, on line: NumberLine, _ targets: [Target], in dossier: Dossier
    ) throws(EvaluationError) -> [Int64] {
        var known: [Int64: [ResultSignature]] = [:]
        var found: [Int64] = []
        let samples = line.samples(around: Int64(decisionDay.ordinal))
        var pending = Array(zip(samples, samples.dropFirst()))
        while let (low, high) = pending.popLast() {
            // Results that change from one value to the next have no turns.
            guard found.count < Explorer.mostTurns else { return [] }
            for place in [low, high] where known[place] == nil {
                known[place] = try signature(
                    of: targets, on: dossier.setting(fact.path, to: line.fact(at: place)),
                    tellingQuestions: false
                )
                .map(\.outline)
            }
            guard known[low] != known[high] else { continue }
            guard high - low > 1 else {
                found.append(high)
                continue
            }
            let middle = low + (high - low) / 2
            pending += [(low, middle), (middle, high)]
        }
        return found.sorted()
    }
}

/// What tells one region from another: results, what is missing, and what is asked.
private struct ResultSignature: Hashable {
    let rule: Int
    let sujet: String
    let outcome: Outcome
    let points: ClosedRange<Double>?
    var period: LabelPeriod?
    var valeur: ShownValue?
    var manquants: [String]
    var questions: Set<Question>

    /// The same but for what was asked, and what is missing.
    var outcomes: ResultSignature {
        var other = self
        other.questions = []
        other.manquants = []
        return other
    }

    /// The same but for what differs from value to value: the questions where facts are added up,
    /// the days of a label that begins after a day, a calcul's value.
    var outline: ResultSignature {
        var other = self
        other.questions = []
        other.period = nil
        other.valeur = nil
        return other
    }
}

extension ResultSignature {
    fileprivate init(_ result: ProbedResult) {
        self.init(
            rule: result.rule, sujet: result.result.sujet, outcome: result.result.outcome,
            points: result.result.points, period: result.period, valeur: result.result.valeur,
            manquants: result.result.manquants, questions: Set(result.questions))
    }
}

extension Placement {
    /// The same, of a list of so many elements exactly.
    fileprivate func counting(_ count: Int) -> Placement {
        Placement(
            path: path,
            cell: Cell(
                extent: .counts(count, count), representative: cell.representative,
                isExact: cell.isExact))
    }
}

extension Question {
    /// Whether what a function made of the fact is compared.
    fileprivate var isOpaqueComparison: Bool { kind == .opaque || kind == .condition }
}

extension Cell {
    /// Whether its values are listed.
    fileprivate var isListed: Bool { if case .values = extent { true } else { false } }
}
