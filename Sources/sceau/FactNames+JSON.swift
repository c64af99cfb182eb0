// Values of a dossier's JSON in French, and the facts that a witness turns on.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

extension FactNames {
    /// A value that a dossier holds at a path, with the wording of closed lists, countries and units.
    func french(_ value: JSONValue, at path: String) -> String {
        func shown(_ value: ShownValue) -> String {
            french(NamedValue(name: path, value: value), cutAt: 60)
        }
        switch value {
        case .null: return "non renseigné"
        case .boolean(let flag): return French.boolean(flag)
        case .integer(let number): return shown(.integer(number))
        case .number(let number): return shown(.decimal(number))
        case .string(let text) where text.allSatisfy(\.isWhitespace): return "blanc"
        case .string(let text): return Day(iso: text).map(French.day) ?? shown(.text(text))
        case .array([]): return "liste vide"
        case .array(let elements) where elements.allSatisfy(\.isScalar):
            return French.list(elements.map { french($0, at: path) })
        case .array(let elements): return French.count(elements.count, "élément", "éléments")
        case .object: return "ensemble de faits"
        }
    }

    /// How many facts of a witness are told.
    private static let mostFacts = 7

    /// The applicant's nature and the facts that a witness turns on: « nature de l’organisme : région ».
    ///
    /// The filing day is left out: it is told beside the decision day.
    func facts(of witness: Witness) -> String {
        let nature = FactPath("collectivite.nature").map { [$0] } ?? []
        let paths = (nature + witness.placed).withoutRepeats
        let told = paths.compactMap { path -> String? in
            guard path.description != "depose_le" else { return nil }
            let name = self.name(of: path.description)
            guard let value = witness.json.value(at: path) else {
                return "\(name)\u{A0}: absent du dossier"
            }
            // What holds facts that are told goes without saying, and a record says nothing itself.
            let isHolder = paths.contains { $0 != path && path.holds($0) }
            return value.isRecord || isHolder
                ? nil : "\(name)\u{A0}: \(french(value, at: path.description))"
        }
        let rest = told.count - FactNames.mostFacts
        let others = rest > 0 ? [French.count(rest, "autre fait", "autres faits")] : []
        return (told.prefix(FactNames.mostFacts) + others).joined(separator: " ; ")
    }
}

extension JSONValue {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        case .null, .boolean, .integer, .number, .string: true
        }
    }

    fileprivate var isRecord: Bool { if case .object = self { true } else { false } }
}
