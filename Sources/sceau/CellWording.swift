// Where facts lie, as French conditions.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

extension FactNames {
    /// « nature de l’organisme : commune ; population : au plus 999 habitants »; nil for no condition.
    ///
    /// A list or a record that a part of it tells about is left out.
    func french(_ placements: [Placement]) -> String? {
        let shown = placements.filter { placement in
            !placement.isMereHolder
                || !placements.contains { $0 != placement && placement.path.contains($0.path) }
        }
        let texts = shown.map { "\(name(of: $0.path.description))\u{A0}: \(french($0))" }
        return texts.isEmpty ? nil : texts.joined(separator: " ; ")
    }

    /// How many values of a list are told by name.
    private static let mostValues = 6

    /// Where one fact lies.
    func french(_ placement: Placement) -> String {
        let path = placement.path.description
        func shown(_ fact: Fact) -> String {
            french(NamedValue(name: path, value: fact.shownValue))
        }
        switch placement.cell.extent {
        case .values(let facts): return choice(facts.map(shown))
        case .others(let excluded):
            return excluded.isEmpty
                ? "toute valeur" : "autre que " + choice(excluded.map(shown))
        case .numbers(let low, let high):
            let isDay = if case .day = placement.cell.representative { true } else { false }
            let write: (Int64) -> String = { number in
                isDay ? French.day(Day(clamping: Int(number))) : shown(.integer(number))
            }
            return isDay ? days(low, high, write) : numbers(low.map(write), high.map(write))
        case .decimals(let low, let high):
            return numbers(
                low.map { "plus de " + French.decimal($0) }, high.map { French.decimal($0) })
        case .counts(let low, let high): return counts(low, high)
        case .holding(let facts):
            return facts.isEmpty
                ? "liste vide" : "liste qui tient " + choice(facts.map(shown), "et")
        case .present: return "renseigné"
        case .absent: return "absent du dossier"
        }
    }

    private func choice(_ texts: [String], _ word: String = "ou") -> String {
        guard texts.count > 1 else { return texts.first ?? "" }
        if texts.count > FactNames.mostValues {
            let some = texts.prefix(FactNames.mostValues - 1).joined(separator: ", ")
            let rest = texts.count - FactNames.mostValues + 1
            return "\(some) ou \(French.count(rest, "autre valeur", "autres valeurs"))"
        }
        return texts.dropLast().joined(separator: ", ") + " \(word) " + (texts.last ?? "")
    }

    private func numbers(_ low: String?, _ high: String?) -> String {
        switch (low, high) {
        case (let low?, let high?): low == high ? low : "de \(low) à \(high)"
        case (let low?, nil): "\(low) ou plus"
        case (nil, let high?): "\(high) ou moins"
        case (nil, nil): "tout nombre"
        }
    }

    private func days(_ low: Int64?, _ high: Int64?, _ write: (Int64) -> String) -> String {
        switch (low, high) {
        case (let low?, let high?):
            low == high ? "le \(write(low))" : "du \(write(low)) au \(write(high))"
        case (let low?, nil): "à partir du \(write(low))"
        case (nil, let high?): "jusqu’au \(write(high))"
        case (nil, nil): "tout jour"
        }
    }

    private func counts(_ low: Int, _ high: Int?) -> String {
        switch (low, high) {
        case (0, 0?): "liste vide"
        case (let low, let high?) where low == high: French.count(low, "élément", "éléments")
        case (let low, let high?): "de \(low) à \(French.count(high, "élément", "éléments"))"
        case (let low, nil): "au moins \(French.count(low, "élément", "éléments"))"
        }
    }
}

extension Placement {
    /// Whether it only says that there is something, of which more may be said.
    fileprivate var isMereHolder: Bool {
        switch cell.extent {
        case .present, .counts(1, _): true
        default: false
        }
    }
}

extension FactPath {
    /// Whether another path leads to a part of this fact.
    fileprivate func contains(_ other: FactPath) -> Bool { other.steps.starts(with: steps) }
}

extension Fact {
    /// The fact as a value of a verdict.
    fileprivate var shownValue: ShownValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): .day(day)
        case .list(let elements): .list(count: Int64(elements.count))
        case .record: .opaque
        }
    }
}
