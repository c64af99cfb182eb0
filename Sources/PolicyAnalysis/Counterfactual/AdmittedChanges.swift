// Which facts of a dossier a counterfactual may change, and what its regions change of them.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What may be changed of a dossier for one of its expertises.
///
/// A fact that is missing, or a blank text, may be given; one that the schema or the policy marks
/// modifiable may take another value; elements may be added to a list that is marked so. Never a
/// country, a name or a day before the decision; of a list that is not marked, such as the requests
/// received, only that it is empty. What the other expertises say stays as it is.
struct AdmittedChanges {
    /// The dossier as it is.
    let dossier: Dossier
    /// The same without what may be changed: it can be placed anew.
    let opened: Dossier
    /// The expertise at hand, from 1.
    let seat: Int
    private let schema: DossierSchema
    private let decisionDay: Day

    /// The most elements that a list is given where no rule counts further.
    private static let mostAdded = 3
    /// The longest list that is made.
    private static let mostElements = 100

    /// Opens a dossier for one of its expertises, from 1.
    init(_ dossier: Dossier, seat: Int, schema: DossierSchema, le decisionDay: Day) {
        self.dossier = dossier
        self.schema = schema
        self.decisionDay = decisionDay
        self.seat = seat
        var facts = dossier.facts
        let expertises = facts["expertises"]
        facts["expertises"] = nil
        facts = facts.opened(as: schema.root)
        if case .list(var elements)? = expertises {
            let record = FactPath("expertises")?.field(in: schema)?.type.record
            if let record, elements.indices.contains(seat - 1) {
                elements[seat - 1] = elements[seat - 1].opened(as: record)
            }
            facts["expertises"] = .list(elements)
        }
        opened = Dossier(numero: dossier.numero, deposeLe: dossier.deposeLe, facts: facts)
    }

    /// Where a walk starts: as many expertises as there are or, where that may help, more.
    func starts(addingExpertises: Bool) -> [OpenRegion] {
        guard addingExpertises, let list = FactPath("expertises") else {
            return [OpenRegion(dossier: opened)]
        }
        let known = elements(of: list) ?? []
        return (0...AdmittedChanges.mostAdded).map { count in
            let blank = Array(repeating: Fact.record(FactRecord()), count: count)
            let longer = Cell(
                extent: .counts(known.count + count, known.count + count),
                representative: .list(known + blank), isExact: true)
            return OpenRegion(dossier: opened).placing(list, in: JoinedCell(longer), mayLack: false)
        }
    }

    /// Whether a fact that the opened dossier lacks may be placed.
    func isOpen(_ path: FactPath) -> Bool {
        guard let field = path.field(in: schema) else { return false }
        return field.isGivable && !(field.type == .day && isOfOthers(path))
    }

    /// Whether a fact is a part of what others did, such as the day on which they granted a label.
    private func isOfOthers(_ path: FactPath) -> Bool {
        var names: [String] = []
        for case .name(let name) in path.steps.prefix(while: \.isName) { names.append(name) }
        guard names.count < path.steps.count, names.first != "expertises" else { return false }
        let list = FactPath(names.joined(separator: "."))?.field(in: schema)
        return list.map { !$0.isModifiable } ?? true
    }

    /// The elements of a list that is known, as the opened dossier would hold them.
    private func elements(of list: FactPath) -> [Fact]? {
        if let known = opened[list] {
            guard case .list(let elements) = known else { return nil }
            return elements
        }
        guard case .list(let elements)? = dossier[list],
            let record = list.field(in: schema)?.type.record
        else { return nil }
        return elements.map { $0.opened(as: record) }
    }

    // MARK: - Cells

    /// The cells in which a fact may lie, those that take it as it is with its own value.
    func cells(of fact: Explorer.OpenFact, _ found: [JoinedCell]) -> [JoinedCell] {
        guard let known = dossier[fact.path], !known.isBlank else {
            return found.compactMap { admitted($0, of: fact) }
        }
        if let elements = elements(of: fact.path), fact.type.isListOfRecords {
            return lengths(from: elements, found)
        }
        return found.compactMap { joined in
            guard joined.cell.extent != .absent else { return nil }
            return joined.cell.contains(known)
                ? joined.standing(for: known) : admitted(joined, of: fact)
        }
    }

    /// The part of a cell that a fact may be given or changed to; nil for none.
    private func admitted(_ joined: JoinedCell, of fact: Explorer.OpenFact) -> JoinedCell? {
        switch joined.cell.extent {
        case .absent: return joined
        case .numbers(let low, let high) where fact.type == .day:
            let first = Int64(decisionDay.ordinal)
            guard (high ?? .max) >= first else { return nil }
            guard (low ?? .min) < first else { return joined }
            return JoinedCell(
                Cell(
                    extent: .numbers(first, high), representative: .day(decisionDay),
                    isExact: joined.cell.isExact))
        case .counts(_, let high) where fact.type.isListOfRecords && !fact.field.isModifiable:
            return high == 0 ? joined : nil
        default: return joined
        }
    }

    /// A list that is as long as it is, or a little longer, or as long as rules count.
    private func lengths(from known: [Fact], _ found: [JoinedCell]) -> [JoinedCell] {
        let starts = found.compactMap { joined -> Int? in
            guard case .counts(let low, _) = joined.cell.extent else { return nil }
            return low
        }
        let counts = Set(
            (0...AdmittedChanges.mostAdded).map { known.count + $0 }
                + starts.filter { $0 > known.count } + starts.map { known.count + $0 })
        let isExact = found.allSatisfy(\.cell.isExact)
        let sorted = counts.filter { $0 <= max(known.count, AdmittedChanges.mostElements) }.sorted()
        return sorted.map { count in
            // As long as the longest, or longer: it has an element for all that is asked.
            let high = count == sorted.last && isExact ? nil : count
            let blank = Array(repeating: Fact.record(FactRecord()), count: count - known.count)
            return JoinedCell(
                Cell(
                    extent: .counts(count, high), representative: .list(known + blank),
                    isExact: isExact))
        }
    }

    // MARK: - Changes

    /// What a region changes of the dossier.
    func changes(_ placements: [Placement]) -> [Counterfactual.Change] {
        var changes: [Counterfactual.Change] = []
        for placement in placements where placement.cell.extent != .absent {
            if let whole = changes.firstIndex(where: { takes($0, placement.path) }) {
                changes[whole].way.append(placement)
                continue
            }
            guard let known = dossier[placement.path], !known.isBlank else {
                changes.append(.init(path: placement.path, kind: .given, way: [placement]))
                continue
            }
            if case .list(let before) = known,
                case .list(let after)? = placement.cell.representative,
                placement.path.field(in: schema)?.type.isListOfRecords == true
            {
                guard after.count > before.count else { continue }
                changes.append(
                    .init(path: placement.path, kind: .added(after.count - before.count), way: []))
            } else if !placement.cell.contains(known) {
                changes.append(.init(path: placement.path, kind: .changed, way: [placement]))
            }
        }
        return changes
    }

    /// Whether a fact is a part of what a change gives or adds.
    private func takes(_ change: Counterfactual.Change, _ path: FactPath) -> Bool {
        guard change.path != path, change.path.holds(path) else { return false }
        switch change.kind {
        case .given: return true
        case .changed: return false
        case .added:
            guard case .list(let elements)? = dossier[change.path],
                case .element(let number)? = path.steps.dropFirst(change.path.steps.count).first
            else { return false }
            return number > elements.count
        }
    }

    /// The values that changes give, taken from a dossier with all of them.
    func values(
        of changes: [Counterfactual.Change], in changed: Dossier
    ) -> [FactPath: Fact] {
        var values: [FactPath: Fact] = [:]
        for change in changes {
            guard let value = changed[change.path] else { continue }
            if case .added(let count) = change.kind, case .list(let known)? = dossier[change.path],
                case .list(let elements) = value
            {
                values[change.path] = .list(known + elements.suffix(count))
            } else {
                values[change.path] = value
            }
        }
        return values
    }
}

extension FactPath.Step {
    fileprivate var isName: Bool { if case .name = self { true } else { false } }
}

extension FactField {
    /// Whether it may be given where it is missing: never a country or a name.
    fileprivate var isGivable: Bool { type != .country && name != "nom" }
}

extension FactType {
    /// Whether it is a list of records.
    fileprivate var isListOfRecords: Bool {
        if case .list(let element) = self { element.record != nil } else { false }
    }
}

extension FactRecord {
    /// The facts without those that may be changed.
    fileprivate func opened(as schema: RecordSchema) -> FactRecord {
        var facts = FactRecord()
        for (name, fact) in fields {
            guard let field = schema.field(named: name) else {
                facts[name] = fact
                continue
            }
            if let record = field.type.record {
                facts[name] =
                    field.type.isListOfRecords && field.isModifiable ? nil : fact.opened(as: record)
            } else if !field.isModifiable && !(fact.isBlank && field.isGivable) {
                facts[name] = fact
            }
        }
        return facts
    }
}

extension Fact {
    /// A record, or a list of records, without what may be changed of it.
    fileprivate func opened(as schema: RecordSchema) -> Fact {
        switch self {
        case .record(let record): .record(record.opened(as: schema))
        case .list(let elements): .list(elements.map { $0.opened(as: schema) })
        default: self
        }
    }

    /// Whether it is a text that says nothing, which is given as a missing one is.
    fileprivate var isBlank: Bool {
        if case .text(let text) = self { text.isBlank } else { false }
    }
}
