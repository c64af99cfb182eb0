// Where a missing fact may lie, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Words the ways in which a fact and its parts may lie.
struct PlacementWording {
    private let names: FactNames

    /// Words facts by these names.
    init(_ names: FactNames) { self.names = names }

    /// One way in which a fact and its parts may lie: « 1 élément au moins, avec « statut » : élu ».
    func french(_ way: [Placement], of fact: FactPath) -> String {
        let whole = way.filter { $0.path == fact }.map(names.french)
        // What may be anything goes without saying, beside what may not.
        let parts = way.filter { $0.path != fact && !$0.cell.isWhole }
        let places = parts.map(\.path.lastElement).withoutRepeats
        let told = places.enumerated().map { index, place in
            let facts = parts.filter { $0.path.lastElement == place }.map { placement in
                "« \(names.shortName(of: placement.path.description)) » : \(names.french(placement))"
            }
            let start =
                place == nil || places.count == 1 ? "avec " : "le n\u{B0}\u{A0}\(index + 1) avec "
            return start + French.list(facts)
        }
        return (whole + told).joined(separator: ", ")
    }
}

extension FactPath {
    /// The number of the innermost element on the way; nil when there is none.
    fileprivate var lastElement: Int? {
        steps.reversed().lazy.compactMap { step in
            if case .element(let number) = step { number } else { nil }
        }.first
    }
}
