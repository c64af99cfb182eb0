// What differs between two verdicts, for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

extension VerdictChange {
    /// The outcome before and after, then the rules that differ.
    var jsonMembers: [JSONValue.Member] {
        [
            .init("issue_changee", .boolean(movesOutcome)),
            .init("avant", before.jsonValue), .init("apres", after.jsonValue),
            .init("regles", .array(rules.map(\.jsonValue))),
        ]
    }

    /// The members that `jsonMembers` gives.
    static let schemaMembers: [JSONValue.Member] = [
        .init(
            "issue_changee",
            SchemaWords.boolean("L’avis, les points, les dates ou le régime changent.")),
        .init("avant", SchemaWords.reference("issue")),
        .init("apres", SchemaWords.reference("issue")),
        .init("regles", SchemaWords.list(of: "regle_changee", "Règles dont le résultat change.")),
    ]

    /// The definitions that those name.
    static let schemaDefinitions: [JSONValue.Member] = [
        .init("issue", VerdictOutline.schema), .init("regle_changee", RuleChange.schema),
        .init("etat", RuleState.schema), .init("cause", RuleCause.schema),
        .init("valeur_lue", RuleCause.valueSchema),
    ]
}

extension VerdictOutline {
    fileprivate var jsonValue: JSONValue {
        [
            "regime": .optional(regime), "avis": .string(avis.rawValue),
            "expertises": .array(
                expertises.map { expertise in
                    ["avis": .string(expertise.avis.rawValue), "label": .optional(expertise.label)]
                }),
            "points": .points(points), "points_max": .points(pointsMax),
            "niveau": .optional(niveau), "niveau_max": .optional(niveauMax),
        ]
    }

    fileprivate static let schema = SchemaWords.object([
        .init(
            "regime",
            SchemaWords.text(
                "Identifiant du régime ; null quand aucun ne couvre le dossier.", .orNull)),
        .init("avis", SchemaWords.one(of: Avis.self, "Avis sur le dossier.")),
        .init(
            "expertises",
            [
                "description": "Une par expertise, dans l’ordre du dossier.", "type": "array",
                "items": SchemaWords.object([
                    .init("avis", SchemaWords.one(of: Avis.self, "Avis sur l’expertise.")),
                    .init("label", labelSchema),
                ]),
            ]),
        .init("points", SchemaWords.points("Points acquis ; null après une erreur.")),
        .init("points_max", SchemaWords.points("Points possibles ; null s’ils sont inconnus.")),
        .init("niveau", SchemaWords.text("Niveau des points acquis.", .orNull)),
        .init("niveau_max", SchemaWords.text("Niveau des points possibles.", .orNull)),
    ])

    fileprivate static let labelSchema: JSONValue = [
        "anyOf": [
            SchemaWords.object([
                .init("debut", SchemaWords.day("Premier jour du label.")),
                .init("fin", SchemaWords.day("Dernier jour du label, compris.")),
            ]), ["type": "null"],
        ]
    ]
}

extension JSONValue {
    fileprivate static func optional(_ label: VerdictOutline.Label?) -> JSONValue {
        label.map { ["debut": .string($0.debut.iso), "fin": .string($0.fin.iso)] } ?? .null
    }
}

extension RuleChange {
    fileprivate var jsonValue: JSONValue {
        [
            "id": .string(id), "ancien_id": .optional(formerID), "titre": .string(titre),
            "genre": .string(kind.rawValue),
            "sujet": .string(sujet), "avant": before?.jsonValue ?? .null,
            "apres": after?.jsonValue ?? .null, "causes": .array(causes.map(\.jsonValue)),
            "lus": .object(readings.map { .init($0.name, $0.value.jsonValue) }),
        ]
    }

    fileprivate static let schema = SchemaWords.object([
        .init("id", SchemaWords.text("Identifiant de la règle.")),
        .init(
            "ancien_id",
            SchemaWords.text("Identifiant d’avant ; null si la règle garde le sien.", .orNull)),
        .init("titre", SchemaWords.text("Titre de la règle.")),
        .init("genre", SchemaWords.one(of: RuleKind.self, "Construction qui la déclare.")),
        .init("sujet", SchemaWords.text("Ce que la règle juge : dossier, expertises[1]…")),
        .init("avant", SchemaWords.reference("etat", .orNull)),
        .init("apres", SchemaWords.reference("etat", .orNull)),
        .init("causes", SchemaWords.list(of: "cause", "Pourquoi le résultat change.")),
        .init(
            "lus",
            [
                "description": "Valeurs lues.", "type": "object",
                "additionalProperties": SchemaWords.reference("valeur_lue"),
            ]),
    ])
}

extension RuleState {
    fileprivate var jsonValue: JSONValue {
        [
            "resultat": .string(outcome.rawValue), "effet": .optional(effect?.rawValue),
            "motif": .optional(motif),
            "manquants": .array(manquants.map { .string($0) }),
            "provisoire": .boolean(isProvisional),
            "points": .points(points?.lowerBound), "points_max": .points(points?.upperBound),
            "retenue": .boolean(isCounted), "valeur": valeur?.jsonValue ?? .null,
            "label": .optional(label),
        ]
    }

    fileprivate static let schema = SchemaWords.object([
        .init("resultat", SchemaWords.one(of: Outcome.self, "Résultat de la règle.")),
        .init("effet", SchemaWords.one(of: Effect.self, "Effet d’un critère.", .orNull)),
        .init("motif", SchemaWords.text("Phrase à lire.", .orNull)),
        .init(
            "manquants",
            [
                "description": "Ce qui manque à la règle.", "type": "array",
                "items": ["type": "string"],
            ]),
        .init("provisoire", SchemaWords.boolean("Conclu en constatant une absence.")),
        .init("points", SchemaWords.points("Points d’une règle de priorité.")),
        .init("points_max", SchemaWords.points("Points qu’elle peut donner.")),
        .init("retenue", SchemaWords.boolean("Faux quand un autre sujet donne plus.")),
        .init("valeur", SchemaWords.reference("valeur_lue")),
        .init("label", VerdictOutline.labelSchema),
    ])
}

extension RuleCause {
    /// The name of the cause, what it is about, and the two values.
    fileprivate var jsonValue: JSONValue {
        switch self {
        case .added: json("ajoutee")
        case .removed: json("retiree")
        case .addedSubject: json("sujet_ajoute")
        case .removedSubject: json("sujet_retire")
        case .regime: json("regime")
        case .effect(let before, let after):
            json("effet", nil, .optional(before?.rawValue), .optional(after?.rawValue))
        case .fields(let fields): json("expression", fields.joined(separator: ", "))
        case .parameter(let name, let before, let after):
            json(
                "parametre", name, before?.value.jsonValue ?? .null,
                after?.value.jsonValue ?? .null)
        case .reading(let name, let before, let after):
            json("valeur", name, before?.jsonValue ?? .null, after?.jsonValue ?? .null)
        case .table(let name): json("tableau", name)
        case .wording: json("texte")
        case .otherValidity: json("autre_validite")
        case .elsewhere: json("ailleurs")
        }
    }

    private func json(
        _ cause: String, _ name: String? = nil, _ before: JSONValue = .null,
        _ after: JSONValue = .null
    ) -> JSONValue {
        ["cause": .string(cause), "nom": .optional(name), "avant": before, "apres": after]
    }

    fileprivate static let schema = SchemaWords.object([
        .init(
            "cause",
            [
                "description":
                    "ajoutee, retiree (la règle) ; sujet_ajoute, sujet_retire (ce qu’elle juge) ; regime (un autre) ; effet ; expression (champs écrits autrement) ; parametre ; valeur (fait, case ou calcul) ; tableau (autres lignes) ; texte ; autre_validite (une autre s’applique aussi, ou plus) ; ailleurs (fonction ou valeur du fichier, ou d’un module).",
                "enum": [
                    "ajoutee", "retiree", "sujet_ajoute", "sujet_retire", "regime", "effet",
                    "expression",
                    "parametre", "valeur", "tableau", "texte", "autre_validite",
                    "ailleurs",
                ],
            ]),
        .init(
            "nom", SchemaWords.text("Paramètre, fait, case, tableau ou champs en cause.", .orNull)),
        .init("avant", SchemaWords.reference("valeur_lue")),
        .init("apres", SchemaWords.reference("valeur_lue")),
    ])

    fileprivate static let valueSchema: JSONValue = [
        "description": "Une valeur ; null quand elle est inconnue.",
        "type": ["string", "number", "boolean", "array", "null"],
        "items": SchemaWords.reference("valeur_lue"),
    ]
}
