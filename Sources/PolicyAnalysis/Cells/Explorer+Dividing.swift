// Asks once more what rules ask of the facts placed in a region, and divides it where they tell more
// apart than had been seen.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What became of a region that was looked at once more.
enum Division {
    /// It is one, though perhaps not surely.
    case none(Region)
    /// These, between which rules may see a difference.
    case into([OpenRegion])
}

extension Explorer {
    /// Looks once more at a region, its cells left open all at once.
    ///
    /// Two dossiers of a region give the same when no question that comes up on the way to the result
    /// of one parts the cells: the first question to which both have other answers would be one. What
    /// is asked with the cells open takes in all that is asked on that way, but for what comes after a
    /// condition that an open cell leaves undecided, and where two facts are compared with each other:
    /// nothing is sure then.
    ///
    /// - Parameters:
    ///   - region: a region.
    ///   - part: how it was placed.
    ///   - targets: the rules and their subjects.
    /// - Returns: the region, or the parts of it that are to be looked at one by one.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func division(
        of region: Region, _ part: OpenRegion, _ targets: [Target]
    ) throws(EvaluationError) -> Division {
        let parts = part.parts
        guard region.isExact else { return .none(region) }
        let wide = region.placements.indices.filter { region.placements[$0].cell.isWide }
        guard !wide.isEmpty else { return .none(region) }
        let isJoined = parts.count > 1
        let asked = try reopened(region, wide, targets)
        for index in wide {
            let placement = region.placements[index]
            if asked.questions(about: placement.path).contains(where: \.isUndecided) {
                return .none(region.unsure(index))
            }
        }
        for index in wide {
            let cells =
                isJoined && index == region.placements.count - 1
                ? parts : [region.placements[index].cell]
            var pieces = try pieces(of: cells, index, asked, region, targets)
            if pieces.count > cells.count || !pieces.allSatisfy(\.isExact), wide.count > 1,
                !isJoined
            {
                // Perhaps that is asked only where the other facts lie elsewhere in their cells.
                let alone = try reopened(region, [index], targets)
                pieces = try self.pieces(of: cells, index, alone, region, targets)
            }
            if pieces.count > cells.count {
                return .into(pieces.map { part.placing(index, in: $0, isJoined: isJoined) })
            }
            if !pieces.allSatisfy(\.isExact) { return .none(region.unsure(index)) }
        }
        return .none(region)
    }

    /// The same region without one of the facts placed in it, for each of which rules look at whether it
    /// is there, and that was not left out so far.
    ///
    /// - Parameters:
    ///   - region: a region.
    ///   - part: how it was placed.
    ///   - targets: the rules and their subjects.
    /// - Returns: one region for each such fact.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func lacking(
        _ region: Region, _ part: OpenRegion, _ targets: [Target]
    ) throws(EvaluationError) -> [OpenRegion] {
        guard targets.contains(where: { absenceRules.contains($0.rule) }) else { return [] }
        let present = region.placements.indices.filter { index in
            let path = region.placements[index].path
            guard region.placements[index].cell != .absent, !part.lacked.contains(path)
            else { return false }
            let bare = region.dossier.setting(path, to: nil)
            return open(path.description, in: bare).map { !$0.field.isRequired } ?? false
        }
        guard !present.isEmpty else { return [] }
        let asked = try reopened(region, present, targets)
        return present.filter { asked.look(atAbsenceOf: region.placements[$0].path) }
            .map { index in
                let path = region.placements[index].path
                var other = part.placing(index, in: .absent)
                other.placements.removeAll { $0.path != path && path.holds($0.path) }
                other.lacked.insert(path)
                return other
            }
    }

    /// What rules give, and ask, where placed facts are there and otherwise unknown, and lists may be
    /// longer.
    private mutating func reopened(
        _ region: Region, _ places: [Int], _ targets: [Target]
    ) throws(EvaluationError) -> [ProbedResult] {
        var dossier = region.dossier
        var (present, open): (Set<String>, Set<String>) = ([], [])
        for placement in places.map({ region.placements[$0] }) {
            if case .counts = placement.cell.extent {
                open.insert(placement.path.description)
            } else {
                dossier = dossier.setting(placement.path, to: nil)
                present.insert(placement.path.description)
            }
        }
        return try run(
            Set(targets.map(\.rule)), on: dossier,
            presuming: Presumption(present: present, open: open)
        ).filter { result in targets.contains { $0.takes(result) } }
    }

    /// The parts of cells of one fact that questions tell apart, each with a value in it.
    private mutating func pieces(
        of cells: [Cell], _ index: Int, _ asked: [ProbedResult], _ region: Region,
        _ targets: [Target]
    ) throws(EvaluationError) -> [Cell] {
        let path = region.placements[index].path
        let bare = region.dossier.setting(path, to: nil)
        let questions = asked.questions(about: path)
        guard !questions.isEmpty, let fact = open(path.description, in: bare) else { return cells }
        let isScope = asked.contains { $0.result.sujet.hasPrefix(path.description + "[") }
        var pieces: [Cell] = []
        for cell in cells {
            let all = try self.cells(
                of: fact, questions + cell.bounds(of: path),
                isComplete: isScope || questions.contains { $0.kind != .read }, isScope: isScope,
                targets, in: bare)
            pieces += all.compactMap { cell.part(in: $0, from: region.dossier[path]) }
        }
        return pieces
    }
}

extension [ProbedResult] {
    /// Whether it is looked at whether a fact is there, or perhaps.
    func look(atAbsenceOf path: FactPath) -> Bool {
        let name = path.description
        return contains { result in
            result.questions.contains { $0.path == name && $0.isHiding }
        }
    }

    /// What is asked about a fact.
    ///
    /// Rules on each element of a list ask the same each time.
    fileprivate func questions(about path: FactPath) -> [Question] {
        let name = path.description
        var byRule: [Int: [Question]] = [:]
        for result in self {
            let asked = result.questions.filter { $0.path == name }
            let known = byRule[result.rule] ?? []
            let (most, fewer) =
                asked.count > known.count ? (asked, known) : (known, asked)
            byRule[result.rule] = most + fewer.filter { !most.contains($0) }
        }
        return byRule.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}

extension Question {
    /// Whether its answer is not that of a cell of the fact alone, or hides what comes after it.
    fileprivate var isUndecided: Bool { [.condition, .pair, .crossed].contains(kind) }
}

extension Region {
    /// The same, where each fact that stays missing in it is one that some result is settled without.
    ///
    /// Nil where some result lacks one for nothing. A fact that nothing looks at may as well be there.
    var settledByAbsences: Region? {
        let idle = placements.filter { placement in
            placement.cell == .absent && !results.contains { $0.settles(without: placement.path) }
        }
        guard !idle.isEmpty else { return self }
        let isLacked = idle.contains { placement in
            results.contains { $0.result.manquants.contains(placement.path.description) }
        }
        guard !isLacked else { return nil }
        return Region(
            placements: placements.filter { !idle.contains($0) }, dossier: dossier,
            results: results, gaps: gaps)
    }

    /// The same, of which one placement is no longer sure.
    fileprivate func unsure(_ index: Int) -> Region {
        var placements = placements
        placements[index] = Placement(
            path: placements[index].path, cell: placements[index].cell.unsure)
        return Region(placements: placements, dossier: dossier, results: results, gaps: gaps)
    }
}

extension OpenRegion {
    /// The part of it in which a placed fact lies in another cell.
    ///
    /// What was joined last, all else being as it was, is placed anew.
    fileprivate func placing(_ index: Int, in cell: Cell, isJoined: Bool = false) -> OpenRegion {
        var other = self
        other.dossier = dossier.setting(placements[index].path, to: cell.representative)
        other.placements[index] = Placement(path: placements[index].path, cell: cell)
        other.parts = []
        if isJoined, index < placements.count - 1, let last = other.placements.popLast() {
            other.dossier = other.dossier.setting(last.path, to: nil)
        }
        return other
    }
}

extension Cell {
    /// Questions that cut a fact at the ends of the cell.
    fileprivate func bounds(of path: FactPath) -> [Question] {
        func question(_ kind: Question.Kind, _ value: ShownValue) -> Question {
            Question(kind: kind, path: path.description, value: value, isExact: true)
        }
        switch extent {
        case .others(let excluded):
            return excluded.compactMap(\.writtenText).map { question(.equal, .text($0)) }
        case .numbers(let low, let high):
            return [
                low.map { question(.greaterOrEqual, .integer($0)) },
                high.map { question(.lessOrEqual, .integer($0)) },
            ].compactMap(\.self)
        case .decimals(let low, let high):
            return [low, high].compactMap(\.self).map { question(.equal, .decimal($0)) }
        case .counts(let low, let high):
            return [question(.countGreaterOrEqual, .integer(Int64(low)))]
                + [high.map { question(.countLessOrEqual, .integer(Int64($0))) }].compactMap(\.self)
        case .holding(_, let all):
            return all.compactMap(\.writtenText).map { question(.contains, .text($0)) }
        case .values, .present, .absent: return []
        }
    }

    /// The part of it that lies in another cell of the fact, with the fact's value where it can be.
    ///
    /// Nil for none. All but listed values lie wholly in the other cell or not at all.
    fileprivate func part(in other: Cell, from fact: Fact?) -> Cell? {
        func cell(_ extent: Extent, _ representative: Fact?) -> Cell {
            Cell(extent: extent, representative: representative, isExact: isExact && other.isExact)
        }
        if case .values(let mine) = extent {
            let values = mine.filter(other.contains)
            guard let first = values.first else { return nil }
            return cell(.values(values), fact.flatMap { values.contains($0) ? $0 : nil } ?? first)
        }
        guard let representative = other.representative, contains(representative) else {
            return nil
        }
        if let fact, other.contains(fact) { return cell(other.extent, fact) }
        guard case .list(let elements)? = fact, case .list(let more) = representative,
            case .counts = extent
        else { return cell(other.extent, representative) }
        return cell(other.extent, .list(elements + more.dropFirst(elements.count)))
    }
}

extension Fact {
    /// The text that it is; nil for anything else.
    fileprivate var writtenText: String? { if case .text(let text) = self { text } else { nil } }
}
