// Which of several ways to a favourable opinion ask for the least.
// SPDX-License-Identifier: MIT

import Labelling

extension Counterfactual.Change {
    /// How much is asked: a fact counts one; an element counts one, and what it must say.
    var cost: Int {
        switch kind {
        case .given, .changed: 2
        case .added(let count): 2 * count + way.count
        }
    }
}

extension [Counterfactual] {
    /// Those that ask for no more than another one, cheapest first; of several that ask for the same
    /// facts, the one that asks least of them.
    var leastSets: [Counterfactual] {
        let sorted = merged.enumerated().sorted { first, second in
            (first.element.cost, first.offset) < (second.element.cost, second.offset)
        }
        var least: [Counterfactual] = []
        for (_, candidate) in sorted {
            let asked = candidate.asked
            if !least.contains(where: { asked.isSuperset(of: $0.asked) }) {
                least.append(candidate)
            }
        }
        return least
    }

    /// The same where two differ in the cell of one fact that would do in either.
    private var merged: [Counterfactual] {
        var merged: [Counterfactual] = []
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

extension Counterfactual {
    fileprivate var cost: Int { changes.map(\.cost).reduce(0, +) }

    /// Which facts it changes, and how.
    fileprivate var asked: Set<Asked> { Set(changes.map { Asked(path: $0.path, kind: $0.kind) }) }

    fileprivate struct Asked: Hashable {
        let path: FactPath
        let kind: Change.Kind
    }

    fileprivate func joined(with other: Counterfactual) -> Counterfactual? {
        guard changes.map(\.path) == other.changes.map(\.path),
            changes.map(\.kind) == other.changes.map(\.kind)
        else { return nil }
        let differing = changes.indices.filter { changes[$0] != other.changes[$0] }
        guard differing.count == 1, let place = differing.first,
            let way = changes[place].way.joined(with: other.changes[place].way)
        else { return nil }
        var both = changes
        both[place].way = way
        return Counterfactual(changes: both, witness: witness)
    }
}
