// Sets of changes, and which of several ask for the least.
// SPDX-License-Identifier: MIT

import Labelling

/// Changes of a dossier that belong together.
struct ChangeSet: Sendable {
    /// In the order in which rules ask for them.
    var changes: [Counterfactual.Change] = []
    /// The value of each fact that is changed.
    var values: [FactPath: Fact] = [:]
    /// Whether each value of the cells surely does.
    var isExact = true

    /// How much is asked.
    var cost: Int { changes.cost }

    /// Both; they change different facts.
    func adding(_ other: ChangeSet) -> ChangeSet {
        ChangeSet(
            changes: changes + other.changes, values: values.merging(other.values) { $1 },
            isExact: isExact && other.isExact)
    }

    /// Whether a fact that one changes is, or holds, or is a part of one that the other changes.
    func overlaps(_ other: ChangeSet) -> Bool {
        changes.contains { mine in
            other.changes.contains { $0.path.holds(mine.path) || mine.path.holds($0.path) }
        }
    }

    /// A dossier with the changes; a list before what is changed in it.
    func applied(to dossier: Dossier) -> Dossier {
        changes.map(\.path).sorted { $0.steps.count < $1.steps.count }
            .reduce(dossier) { $0.setting($1, to: values[$1]) }
    }
}

extension Counterfactual.Change {
    /// How much is asked: a fact counts two; an element counts two, and what it must say.
    fileprivate var cost: Int {
        switch kind {
        case .changed: return 2
        case .given:
            guard case .list(let elements)? = way.first?.cell.representative else { return 2 }
            return 2 * max(1, elements.count) + way.dropFirst().count
        case .added(let count): return 2 * count + way.count
        }
    }
}

extension [Counterfactual.Change] {
    /// How much is asked.
    var cost: Int { map(\.cost).reduce(0, +) }

    /// Whether they ask for all that others ask for, whatever the values.
    func asksFor(_ others: [Counterfactual.Change]) -> Bool {
        others.allSatisfy { other in
            contains { mine in
                switch (mine.kind, other.kind) {
                case (.added(let count), .added(let fewer)):
                    mine.path == other.path && count >= fewer
                default: mine.path == other.path && mine.kind == other.kind
                }
            }
        }
    }
}

extension [ChangeSet] {
    /// Those that ask for no more than another one, cheapest first; of several that ask for the same
    /// facts, the one that asks least of them.
    var least: [ChangeSet] {
        let sorted = merged.enumerated().sorted { first, second in
            (first.element.cost, first.offset) < (second.element.cost, second.offset)
        }
        var least: [ChangeSet] = []
        for (_, candidate) in sorted {
            if !least.contains(where: { candidate.changes.asksFor($0.changes) }) {
                least.append(candidate)
            }
        }
        return least
    }

    /// The same where two differ in the cell of one fact that would do in either.
    private var merged: [ChangeSet] {
        var merged: [ChangeSet] = []
        for candidate in self {
            if let (place, both) = merged.enumerated().lazy.compactMap({ place, known in
                known.joined(with: candidate).map { (place, $0) }
            }).first {
                merged[place] = both
            } else {
                merged.append(candidate)
            }
        }
        return merged.count < count ? merged.merged : merged
    }
}

extension ChangeSet {
    fileprivate func joined(with other: ChangeSet) -> ChangeSet? {
        guard changes.map(\.path) == other.changes.map(\.path),
            changes.map(\.kind) == other.changes.map(\.kind)
        else { return nil }
        let differing = changes.indices.filter { changes[$0] != other.changes[$0] }
        guard differing.count == 1, let place = differing.first,
            let way = changes[place].way.joined(with: other.changes[place].way)
        else { return nil }
        var both = self
        both.changes[place].way = way
        both.isExact = isExact && other.isExact
        return both
    }
}
