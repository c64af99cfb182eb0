// A rule as sentences: what it asks, of what, and what follows.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

/// Says one rule of a regime.
struct RuleProse {
    let program: RuleProgram
    let prose: ExpressionProse

    var rule: Rule { program.rule }

    /// Prepares a rule.
    init(_ program: RuleProgram, _ book: NameBook) {
        self.program = program
        prose = ExpressionProse(book, file: program.rule.file)
    }

    /// What the rule asks and gives, one point a field.
    var substance: [ListItem] {
        let before: [ListItem?] = [scope, applies]
        let after: [ListItem?] = [consequence]
        return (before + fields + after).compactMap(\.self)
    }

    /// The same without the text that the service sends.
    var substanceWithoutText: [ListItem] {
        let before: [ListItem?] = [scope, applies]
        return (before + fields).compactMap(\.self)
    }

    /// The text of `sinon`, `motif` or `message`, with the names of values in brackets.
    var text: Prose? {
        rule.template.map { template in
            template.pieces.reduce(into: Prose()) { result, piece in
                switch piece {
                case .text(let text): result.append(.text(text))
                case .placeholder(let expression):
                    let noun = prose.noun(expression)
                    result.append("[\(noun.bare ?? noun.prose)]")
                }
            }
        }
    }

    /// When the rule is in force and how it rounds.
    var terms: [ListItem] {
        let period = rule.period.french.map { ListItem("\(strong: "En vigueur") : \($0).") }
        return [period, rounding].compactMap(\.self)
    }

    // MARK: - Points

    private var scope: ListItem? {
        switch program.scope {
        case .dossier: nil
        case .expertise: ListItem("\(strong: "Porte sur") : chaque expertise du dossier.")
        case .demande: ListItem("\(strong: "Porte sur") : chaque demande de mission du dossier.")
        }
    }

    private var applies: ListItem? {
        guard let field = rule.field("si") else { return nil }
        let label: Prose = rule.kind == .signalement ? "\(strong: "Signale")" : "\(strong: "Quand")"
        return prose.condition(field.expression).item("\(label) : ")
    }

    private var fields: [ListItem] {
        rule.fields.filter { $0.name.text != "si" }.map { field in
            switch field.name.text {
            case "exige":
                return prose.condition(field.expression).item("\(strong: "Condition") : ")
            case "points":
                return ListItem("\(strong: "Points") : \(prose.noun(field.expression).prose).")
            case "debut":
                return ListItem(
                    "\(strong: "Premier jour") : \(prose.noun(field.expression).prose).")
            case "fin":
                let end = prose.seeingStart.noun(field.expression).prose
                return ListItem("\(strong: "Dernier jour, compris") : \(end).")
            default:
                return ListItem("\(strong: "Valeur") : \(prose.noun(field.expression).prose).")
            }
        }
    }

    private var consequence: ListItem? {
        guard let text else { return nil }
        switch rule.kind {
        case .critere:
            return ListItem(
                "\(strong: "Sinon"), \(rule.effect?.consequence ?? "") : \(text.ended)")
        case .priorite: return ListItem("\(strong: "Motif") : \(text.ended)")
        case .signalement: return ListItem("\(strong: "Message") : \(text.ended)")
        case .calcul: return ListItem("\(strong: "S’il n’y en a pas") : \(text.ended)")
        case .validite: return nil
        }
    }

    private var rounding: ListItem? {
        switch rule.rounding {
        case nil: nil
        case .lastDay:
            ListItem(
                "\(strong: "Arrondi") : un jour que le mois n’a pas est ramené au dernier jour de ce mois."
            )
        case .nextDay:
            ListItem(
                "\(strong: "Arrondi") : un jour que le mois n’a pas est reporté au premier jour du mois suivant."
            )
        }
    }
}

extension Effect {
    /// What follows a condition that does not hold.
    var consequence: String {
        switch self {
        case .refus: "motif de refus"
        case .examen: "à examiner"
        case .piece: "pièce ou renseignement à fournir"
        }
    }
}

extension RuleKind {
    /// The heading over the rules of this kind.
    var heading: String {
        switch self {
        case .critere: "Conditions"
        case .priorite: "Priorités"
        case .validite: "Durée du label"
        case .signalement: "Signalements"
        case .calcul: "Calculs"
        }
    }
}
