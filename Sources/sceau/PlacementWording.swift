// Where a missing fact may lie, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Words the cells of facts.
struct PlacementWording {
    private let names: FactNames

    /// Words facts by these names.
    init(_ names: FactNames) { self.names = names }

    /// One way in which a fact and its parts may lie: « 1 élément au moins, avec statut : élu ».
    func french(_ way: [Placement], of fact: FactPath) -> String {
        let whole = way.filter { $0.path == fact }.map(words)
        // What may be anything goes without saying, beside what may not.
        let parts = way.filter { $0.path != fact && !$0.cell.isWhole }
        let places = parts.map(\.path.lastElement).withoutRepeats
        let told = places.enumerated().map { index, place in
            let facts = parts.filter { $0.path.lastElement == place }.map { placement in
                "\(names.shortName(of: placement.path.description)) \(words(placement))"
            }
            let start =
                place == nil || places.count == 1 ? "avec " : "le n\u{B0}\u{A0}\(index + 1) avec "
            return start + French.list(facts)
        }
        return (whole + told).joined(separator: ", ")
    }

    private func words(_ placement: Placement) -> String {
        let path = placement.path.description
        switch placement.cell.extent {
        case .values(let facts): return either(facts.map { named($0, path) })
        case .others(let excluded):
            let known = excluded.filter { $0 != .text("") }
            return known.isEmpty
                ? "renseigné" : "autre chose que \(either(known.map { named($0, path) }))"
        case .numbers(let low, let high): return range(low, high, placement, path)
        case .decimals(let low, let high):
            return between(low.map(French.decimal), high.map(French.decimal), isStrict: true)
        case .counts(0, 0): return "liste vide"
        case .counts(let low, let high):
            guard let high, high != low else {
                let many = French.count(low, "élément", "éléments")
                return high == nil ? "\(many) au moins" : many
            }
            return "de \(low) à \(high) éléments"
        case .holding(let facts):
            return facts.isEmpty
                ? "liste vide" : "avec \(French.list(facts.map { named($0, path) }))"
        case .present: return "présent"
        case .absent: return "toujours manquant"
        }
    }

    private func range(
        _ low: Int64?, _ high: Int64?, _ placement: Placement, _ path: String
    ) -> String {
        guard case .day? = placement.cell.representative else {
            func number(_ value: Int64) -> String { named(.integer(value), path) }
            if low == high, let low { return number(low) }
            return between(low.map(number), high.map(number), isStrict: false)
        }
        func day(_ ordinal: Int64) -> String {
            Day(ordinal: Int(ordinal)).map(French.day) ?? "\(ordinal)"
        }
        switch (low.map(day), high.map(day)) {
        case (let low?, let high?): return low == high ? "le \(low)" : "du \(low) au \(high)"
        case (let low?, nil): return "à partir du \(low)"
        case (nil, let high?): return "jusqu’au \(high)"
        case (nil, nil): return "renseigné"
        }
    }

    private func between(_ low: String?, _ high: String?, isStrict: Bool) -> String {
        switch (low, high) {
        case (let low?, let high?): isStrict ? "entre \(low) et \(high)" : "de \(low) à \(high)"
        case (let low?, nil): isStrict ? "plus de \(low)" : "\(low) au moins"
        case (nil, let high?): isStrict ? "moins de \(high)" : "\(high) au plus"
        case (nil, nil): "renseigné"
        }
    }

    private func named(_ fact: Fact, _ path: String) -> String {
        guard let value = ShownValue(fact) else { return "…" }
        if case .text("") = value { return "un texte vide" }
        return names.french(NamedValue(name: path, value: value), cutAt: 60)
    }

    /// « a, b ou c »; of many, the first ones and how many there are.
    private func either(_ items: [String]) -> String {
        guard items.count > 6 else { return items.choice }
        return "l’une de \(items.count) valeurs (\(items.prefix(3).joined(separator: ", "))…)"
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

extension [String] {
    /// « a, b ou c ».
    var choice: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " ou " + last
    }
}

extension ShownValue {
    /// A fact as verdicts show it; nil for a record.
    init?(_ fact: Fact) {
        switch fact {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .integer(number)
        case .decimal(let number): self = .decimal(number)
        case .boolean(let value): self = .boolean(value)
        case .day(let day): self = .day(day)
        case .list(let elements): self = .list(count: Int64(elements.count))
        case .record: return nil
        }
    }
}
