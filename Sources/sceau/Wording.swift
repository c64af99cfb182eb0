// The words and symbols for opinions, results and values.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A symbol and a word, always together: colour alone never tells anything.
struct Wording {
    /// One column wide.
    let symbol: String
    /// The word.
    let word: String
    /// The colour that goes with it.
    let ink: Ink

    /// Both, a space between.
    var stretch: Stretch { Stretch("\(symbol) \(word)", ink) }

    /// Makes a wording.
    init(_ symbol: String, _ word: String, _ ink: Ink) {
        self.symbol = symbol
        self.word = word
        self.ink = ink
    }
}

extension Avis {
    /// How the opinion is announced.
    var wording: Wording {
        switch self {
        case .favorable: Wording("✓", "FAVORABLE", .good)
        case .aExaminer: Wording("!", "À EXAMINER", .open)
        case .incomplet: Wording("?", "INCOMPLET", .open)
        case .defavorable: Wording("✗", "DÉFAVORABLE", .bad)
        case .partage: Wording("≠", "PARTAGÉ", .open)
        case .enErreur: Wording("⚠", "EN ERREUR", .bad)
        }
    }

    /// The opinion inside a sentence.
    var word: String { wording.word.lowercased() }
}

extension RuleResult {
    /// How the result is announced.
    var wording: Wording {
        switch outcome {
        case .satisfaite: done
        case .nonSatisfaite where kind == .signalement, .sansObjet where kind == .signalement:
            Wording("–", "non signalé", .faint)
        case .nonSatisfaite: Wording("✗", "non satisfaite", effect == .refus ? .bad : .open)
        case .sansObjet: Wording("–", "sans objet", .faint)
        case .indeterminee:
            Wording("?", isMasculine ? "indéterminé" : "indéterminée", .open)
        case .enErreur: Wording("⚠", "en erreur", .bad)
        }
    }

    private var isMasculine: Bool { kind == .signalement || kind == .calcul }

    private var done: Wording {
        switch kind {
        case .signalement: Wording("!", "signalé", .open)
        case .calcul: Wording("✓", "calculé", .good)
        case .critere, .priorite, .validite: Wording("✓", "satisfaite", .good)
        }
    }
}

extension Effect {
    /// What a criterion that does not hold asks for.
    var word: String {
        switch self {
        case .refus: "Motif de refus"
        case .examen: "À examiner"
        case .piece: "Pièce à fournir"
        }
    }
}

extension ShownValue {
    /// The value as an officer's text shows it: a free text stands in guillemets.
    var shown: String {
        switch self {
        case .text(let text): French.quoted(text)
        case .list(0): "liste vide"
        case .integer, .decimal, .boolean, .day, .months, .days, .list, .opaque: french
        }
    }
}

extension Constant {
    /// The value as a French reader expects it.
    var shown: String {
        switch self {
        case .text(let text): French.quoted(text)
        case .integer(let number): French.number(number)
        case .decimal(let number): French.decimal(number)
        case .boolean(let flag): French.boolean(flag)
        case .day(let day): French.day(day)
        case .list(let elements): French.list(elements.map(\.shown))
        }
    }
}

extension ParameterReading {
    /// The parameter with its value, its unit and since when it is in force.
    var french: String {
        // A unit is written in the plural: "1 (références)" beside "3 ans".
        let isSingular = [.integer(-1), .integer(0), .integer(1)].contains(value)
        let unit = unite.map { isSingular ? " (\($0))" : " \($0)" } ?? ""
        let start = du.map { ", depuis le \(French.day($0))" } ?? ""
        return "\(name)\u{A0}: \(value.shown)\(unit)\(start)"
    }
}

extension LabelPeriod {
    /// The period, both days included.
    var french: String { "du \(French.day(debut)) au \(French.day(fin)) inclus" }

    /// The period, with what it depends on and the rule that gave it.
    var ifGranted: String { "s’il est accordé, \(french) (\(regle))" }
}

/// A number of points and its noun.
func pointCount(_ points: Double) -> String {
    French.decimal(points) + (points.magnitude < 2 ? " point" : " points")
}
