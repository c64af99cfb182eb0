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
                || !placements.contains { $0 != placement && placement.path.holds($0.path) }
        }
        let texts = shown.map { "\(name(of: $0.path.description))\u{A0}: \(french($0))" }
        return texts.isEmpty ? nil : texts.joined(separator: " ; ")
    }

    /// How many values of a list are told by name.
    private static let mostValues = 24

    /// How many values are told as they are, whatever could be said of the others.
    private static let fewValues = 6

    /// The values of a closed list or the countries that are not among these; nil where there is no
    /// end of them.
    private func others(than facts: [Fact], at path: String) -> [Fact]? {
        let texts = Set(
            facts.compactMap { if case .text(let text) = $0 { text } else { nil } })
        switch type(at: path) {
        case .closed(let list)?:
            return list.values.filter { !texts.contains($0) }.map { .text($0) }
        case .country?: return Country.codes.filter { !texts.contains($0) }.map { .text($0) }
        default: return nil
        }
    }

    /// The table whose keys many values are, in guillemets; nil for few values or no such table.
    private func table(of facts: [Fact]) -> String? {
        guard facts.count > FactNames.fewValues else { return nil }
        let texts = facts.compactMap { if case .text(let text) = $0 { text } else { nil } }
        return tables.first { $0.keys == Set(texts) }.map { French.quoted($0.name) }
    }

    /// Where one fact lies.
    func french(_ placement: Placement) -> String {
        let path = placement.path.description
        func shown(_ fact: Fact) -> String {
            switch fact {
            case .text(""): "un texte vide"
            case .text(let text) where text.isBlank: "blanc"
            default: french(NamedValue(name: path, value: fact.shownValue), cutAt: 60)
            }
        }
        switch placement.cell.extent {
        case .values(let facts):
            if let table = table(of: facts) { return "une valeur du tableau \(table)" }
            let others = others(than: facts, at: path)
            guard let others, facts.count > FactNames.fewValues, others.count < facts.count else {
                return choice(facts.map(shown).withoutRepeats)
            }
            return others.isEmpty ? "renseigné" : "autre que " + choice(others.map(shown))
        case .others(let excluded):
            // A fact that is given and not blank is just given.
            let told = excluded.filter { fact in
                if case .text(let text) = fact { !text.isBlank } else { true }
            }
            guard !told.isEmpty else { return "renseigné" }
            if let table = table(of: told) { return "une valeur absente du tableau \(table)" }
            let others = others(than: told, at: path) ?? []
            let isShorter =
                told.count > FactNames.fewValues && !others.isEmpty && others.count < told.count
            return isShorter ? choice(others.map(shown)) : "autre que " + choice(told.map(shown))
        case .numbers(let low, let high):
            guard case .day = placement.cell.representative else {
                let write: (Int64) -> String = { shown(.integer($0)) }
                return numbers(low.map(write), high.map(write))
            }
            return days(low, high)
        case .decimals(let low, let high): return decimals(low, high)
        case .counts(let low, let high): return counts(low, high)
        case .holding(let facts, let all):
            guard !facts.isEmpty else { return "liste vide" }
            // What no rule asks about stands for any other value.
            let held = facts.filter(all.contains).map(shown)
            let lacking = all.filter { !facts.contains($0) }.map(shown)
            let parts = [
                held.isEmpty ? nil : "avec " + French.list(held),
                lacking.isEmpty ? nil : "sans " + lacking.joined(separator: " ni "),
            ].compactMap(\.self)
            return parts.isEmpty ? "liste non vide" : "liste " + parts.joined(separator: ", ")
        case .present: return "renseigné"
        case .absent: return "absent du dossier"
        }
    }

    /// « a, b ou c »; of many, the first ones and how many others there are.
    private func choice(_ texts: [String]) -> String {
        let rest = texts.count - FactNames.mostValues + 1
        let told =
            rest < 2
            ? texts
            : texts.prefix(FactNames.mostValues - 1)
                + [French.count(rest, "autre valeur", "autres valeurs")]
        guard let last = told.last, told.count > 1 else { return told.first ?? "" }
        return told.dropLast().joined(separator: ", ") + " ou " + last
    }

    private func numbers(_ low: String?, _ high: String?) -> String {
        switch (low, high) {
        case (let low?, let high?): low == high ? low : "de \(low) à \(high)"
        case (let low?, nil): "\(low) ou plus"
        case (nil, let high?): "\(high) ou moins"
        case (nil, nil): "renseigné"
        }
    }

    private func decimals(_ low: Double?, _ high: Double?) -> String {
        switch (low.map(French.decimal), high.map(French.decimal)) {
        case (let low?, let high?): "plus de \(low) et moins de \(high)"
        case (let low?, nil): "plus de \(low)"
        case (nil, let high?): "moins de \(high)"
        case (nil, nil): "renseigné"
        }
    }

    private func days(_ low: Int64?, _ high: Int64?) -> String {
        func day(_ ordinal: Int64) -> String { French.day(Day(clamping: Int(ordinal))) }
        let end = high.flatMap { $0 >= Cell.calendarEnd ? nil : $0 }
        switch (low.map(day), end.map(day)) {
        case (let low?, let high?): return low == high ? "le \(low)" : "du \(low) au \(high)"
        case (let low?, nil): return "à partir du \(low)"
        case (nil, let high?): return "jusqu’au \(high)"
        case (nil, nil): return "renseigné"
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
