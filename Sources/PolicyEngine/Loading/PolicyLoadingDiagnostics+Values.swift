// The texts of what is found in literal values, and the remedies that they suggest.
// SPDX-License-Identifier: MIT

import Diagnostics
package import Labelling
package import LuaSyntax

extension PolicyFinding {
    /// A value of another kind, or one that is computed.
    package static func wrongKind(
        of field: String, expected: LiteralKind, found: Expression
    ) -> PolicyFinding {
        let remedy = found.remedy(for: expected)
        return PolicyFinding(
            code: .valueType,
            message: "\(field.quotedToken) attend \(expected.rawValue), et non \(found.noun)",
            label: remedy.map { "écrivez « \($0) »" },
            help: found.isComputed
                ? "ce champ ne se calcule pas : écrivez sa valeur" : expected.example,
            fix: remedy)
    }

    /// A text outside a short list.
    package static func unknownChoice(
        _ text: String, of field: String, among known: [String]
    ) -> PolicyFinding {
        let nearest = Spelling.nearest(to: text, among: known)
        return PolicyFinding(
            code: .outsideList,
            message: "\(text.quotedToken) n’est pas une valeur de \(field.quotedToken)",
            label: proposal(nearest), help: "valeurs admises : \(known.joined(separator: ", "))",
            fix: nearest.map { "\"\($0)\"" })
    }

    /// A text that is no day.
    package static func impossibleDay(_ text: String) -> PolicyFinding {
        let meant = Day(french: text)?.iso
        return PolicyFinding(
            code: .impossibleDay, message: "\(text.quotedToken) n’est pas un jour",
            label: meant.map { "écrivez « \($0) »" },
            help: Day.lengthOfItsMonth(text)
                ?? "un jour s’écrit année-mois-jour, par exemple jour \"2020-07-08\"",
            fix: meant.map { "\"\($0)\"" })
    }

    /// A period that ends before it starts.
    package static func invertedPeriod(du: Day, jusquAu: Day) -> PolicyFinding {
        PolicyFinding(
            code: .invertedPeriod,
            message: "la période finit le \(jusquAu.iso), avant son début le \(du.iso)",
            help: "« du » et « jusqu_au » sont le premier et le dernier jour, tous deux compris")
    }

    /// The question that proposes the nearest name, if there is one.
    package static func proposal(_ nearest: String?) -> String? {
        nearest.map { "vouliez-vous dire \($0.quotedToken) ?" }
    }
}

extension LiteralKind {
    /// How such a value is written.
    fileprivate var example: String {
        switch self {
        case .text: "un texte s’écrit \"entre guillemets droits\""
        case .number: "un nombre s’écrit 30 ou 0.5"
        case .boolean: "écrivez true pour vrai, false pour faux"
        case .day: "un jour s’écrit jour \"2020-07-08\""
        case .list: "une liste s’écrit { \"a\", \"b\" }"
        case .record: "une table s’écrit { nom = valeur, … }"
        case .constant: "écrivez un texte, un nombre, true, false, un jour ou une liste"
        }
    }
}

extension Expression {
    /// What it is for a French reader.
    var noun: String {
        switch kind {
        case .nilLiteral: "nil"
        case .boolean(let value): value ? "true" : "false"
        case .number(let literal): literal.isFinite ? "un nombre" : "un nombre trop grand"
        case .string: "un texte"
        case .function: "une fonction"
        case .name(let name): "le nom \(name.text.quotedToken)"
        case .table: "une table"
        case .unary(.negate, let operand, _) where operand.noun == "un nombre": "un nombre"
        default: dayText == nil ? "un calcul" : "un jour"
        }
    }

    /// Whether it is anything but a value written out.
    fileprivate var isComputed: Bool {
        noun == "un calcul" || noun.hasPrefix("le nom")
    }

    /// The text to write in its place, when it can be told.
    fileprivate func remedy(for expected: LiteralKind) -> String? {
        switch (expected, kind) {
        case (.boolean, .name(let name)): LiteralKind.boolean(name.text)
        case (.boolean, .string(let literal)): LiteralKind.boolean(literal.text)
        case (.day, .string(let literal)):
            (Day(iso: literal.text) ?? Day(french: literal.text)).map { "jour \"\($0.iso)\"" }
        case (.text, .number(let literal)): "\"\(literal.text)\""
        case (.number, .string(let literal)): Double(literal.text).map { _ in literal.text }
        default: nil
        }
    }
}

extension NumberLiteral {
    /// Whether its value can be told.
    fileprivate var isFinite: Bool {
        if case .float(let value) = value { value.isFinite } else { true }
    }
}

extension LiteralKind {
    /// The Boolean that a word means.
    fileprivate static func boolean(_ word: String) -> String? {
        switch word.lowercased() {
        case "vrai", "oui", "true": "true"
        case "faux", "non", "false": "false"
        default: nil
        }
    }
}
