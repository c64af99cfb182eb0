// The French names of types and faults, for diagnostics.
// SPDX-License-Identifier: MIT

import Diagnostics

extension FactType {
    /// What stands at the start of a message about a wrong type.
    var expectation: String {
        switch self {
        case .text, .closed, .country, .identifier, .day: "texte attendu"
        case .integer: "nombre entier attendu"
        case .decimal: "nombre attendu"
        case .boolean: "true ou false attendu"
        case .list: "liste attendue"
        case .record: "objet attendu"
        }
    }

    /// How a value of the type is written.
    var help: String {
        switch self {
        case .text, .identifier: "un texte s’écrit entre guillemets"
        case .closed(let list): "valeurs admises : " + list.values.joined(separator: ", ")
        case .country: "un pays s’écrit par son code de deux lettres, comme \"SN\""
        case .integer, .decimal: "un nombre s’écrit en chiffres, sans guillemets"
        case .boolean: "écrire true (oui) ou false (non), sans guillemets"
        case .day: "une date s’écrit entre guillemets, comme \"2020-07-08\""
        case .list: "une liste s’écrit entre crochets, vide ou non : []"
        case .record: "un objet s’écrit entre accolades, avec ses champs"
        }
    }
}

extension JSONNode.Value {
    /// What stands at the end of a message about a wrong type.
    var finding: String {
        switch self {
        case .null: "null trouvé"
        case .boolean(let value): value ? "true trouvé" : "false trouvé"
        case .integer, .number: "nombre trouvé"
        case .string: "texte trouvé"
        case .array: "liste trouvée"
        case .object: "objet trouvé"
        case .invalid: "contenu illisible"
        }
    }
}

extension IdentifierKind {
    /// The name before which no article stands and after which « erroné » agrees.
    var french: String {
        switch self {
        case .siren: "SIREN"
        case .siret: "SIRET"
        case .codeInsee: "code INSEE"
        case .rna: "numéro RNA"
        }
    }

    var code: DossierCode {
        switch self {
        case .siren: .siren
        case .siret: .siret
        case .codeInsee: .codeInsee
        case .rna: .rna
        }
    }

    /// How the code is made.
    var help: String {
        switch self {
        case .siren: "un SIREN compte neuf chiffres, sans espace"
        case .siret: "un SIRET compte quatorze chiffres, sans espace"
        case .codeInsee:
            "un code INSEE compte cinq caractères : le département (2A et 2B pour la Corse), "
                + "puis la commune"
        case .rna: "un numéro RNA commence par W, suivi de neuf chiffres"
        }
    }
}

extension IdentifierFault {
    /// What is wrong, in French.
    func french(_ kind: IdentifierKind) -> String {
        switch self {
        case .wrongLength(let expected, let found):
            let unit = kind == .siren || kind == .siret ? "chiffre" : "caractère"
            return French.count(found, unit, unit + "s") + " au lieu de \(expected)"
        case .notADigit(let character) where character.isWhitespace:
            return "il contient une espace"
        case .notADigit(let character):
            return "\(String(character).quotedToken) n’est pas un chiffre"
        case .wrongKey: return "la clé ne correspond pas, un chiffre au moins est faux"
        case .unknownDepartment(let department):
            return "aucun département ne porte le numéro \(department.quotedToken)"
        case .wrongPrefix: return "il ne commence pas par W"
        case .noCommune: return "le numéro de la commune est nul"
        }
    }
}
