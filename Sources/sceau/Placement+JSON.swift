// Where facts lie, for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis

extension Placement {
    /// The fact by its path, and where it lies.
    var jsonValue: JSONValue {
        ["fait": .string(path.description), "ou": cell.jsonValue]
    }
}

extension Cell {
    /// The cell under the key that tells how it is given; both ends of a stretch are included.
    fileprivate var jsonValue: JSONValue {
        switch extent {
        case .values(let facts): ["valeurs": .array(facts.map { $0.json(as: .text) })]
        case .others(let excluded): ["sauf": .array(excluded.map { $0.json(as: .text) })]
        case .numbers(let low, let high): ["de": bound(low), "a": bound(high)]
        case .decimals(let low, let high):
            [
                "plus_de": low.map { .number($0) } ?? .null,
                "moins_de": high.map { .number($0) } ?? .null,
            ]
        case .counts(let low, let high):
            ["elements_de": .integer(Int64(low)), "elements_a": .optional(high)]
        case .holding([], _): ["elements_de": 0, "elements_a": 0]
        case .holding(let facts, let all):
            [
                "contient": .array(facts.filter(all.contains).map { $0.json(as: .text) }),
                "sans": .array(all.filter { !facts.contains($0) }.map { $0.json(as: .text) }),
            ]
        case .present: ["present": .boolean(true)]
        case .absent: ["present": .boolean(false)]
        }
    }

    private func bound(_ number: Int64?) -> JSONValue {
        guard let number else { return .null }
        if case .day = representative { return .string(Day(clamping: Int(number)).iso) }
        return .integer(number)
    }
}
