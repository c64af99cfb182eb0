// The JSON Schema of a difference of two versions of the policies.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

extension ReportSchemas {
    /// `sceau diff --format json`.
    static let difference = DocumentSchema(
        "sceau/difference/1", "Différence de deux versions des politiques",
        "Ce que deux versions décident autrement, chaque différence avec un dossier qui la montre.",
        [
            .init("identiques", SchemaWords.boolean("Aucune différence n’a été trouvée.")),
            .init("exact", SchemaWords.boolean("Il n’y en a pas d’autres, prouvé.")),
            .init("regions_explorees", SchemaWords.count("Régions regardées.")),
            .init("regimes", SchemaWords.list(of: "regime", "Régimes dont les jours changent.")),
            .init("niveaux", SchemaWords.list(of: "niveau", "Totaux dont le niveau change.")),
            .init("faits_declares", SchemaWords.list(of: "fait_declare", "Déclarations changées.")),
            .init("regles", SchemaWords.list(of: "regle_changee", "Règles qui changent.")),
            .init("renommees", SchemaWords.list(of: "renommage", "Mêmes résultats.")),
            .init(
                "renommees_modifiees",
                SchemaWords.list(of: "renommage", "Reconnues au titre et au texte.")),
            .init(
                "ecrites_autrement", SchemaWords.list(of: "regle", "Sans différence trouvée.")),
            .init("doutes", SchemaWords.list(of: "doute", "Ce qui empêche de conclure.")),
        ],
        definitions: [
            .init("regle", SchemaWords.object(rule)),
            .init(
                "renommage",
                SchemaWords.object([
                    .init("avant", SchemaWords.reference("regle")),
                    .init("apres", SchemaWords.reference("regle")),
                ])),
            .init(
                "doute",
                SchemaWords.object([
                    .init("regle", SchemaWords.reference("regle")), .init("raison", doubt),
                ])),
            .init(
                "regime",
                SchemaWords.object([
                    .init("regime", SchemaWords.text("Identifiant.")),
                    .init("avant", SchemaWords.reference("jours_de_regime", .orNull)),
                    .init("apres", SchemaWords.reference("jours_de_regime", .orNull)),
                    .init("temoin", SchemaWords.reference("temoin", .orNull)),
                ])),
            .init(
                "jours_de_regime",
                SchemaWords.object(
                    days + [
                        .init(
                            "date_de_choix",
                            SchemaWords.one(of: ChoiceDate.self, "Jour du dossier qui compte.")),
                        .init("transition", SchemaWords.text("Signalement aux limites.", .orNull)),
                    ])),
            .init("periode", period),
            .init(
                "niveau",
                SchemaWords.object([
                    .init("regime", SchemaWords.text("Identifiant.")),
                    .init("a_partir_de", number("Le moindre total.")),
                    .init("moins_de", SchemaWords.points("Total non compris ; null sans borne.")),
                    .init("avant", SchemaWords.text("Nom du niveau.", .orNull)),
                    .init("apres", SchemaWords.text("Nom du niveau.", .orNull)),
                ])),
            .init(
                "fait_declare",
                SchemaWords.object([
                    .init("chemin", SchemaWords.text("Chemin du fait.")),
                    .init(
                        "differe",
                        SchemaWords.list(
                            SchemaWords.one(of: FactChange.Aspect.self, "Un aspect."),
                            "Ce qui change de la déclaration.")),
                    .init("change_dossiers", SchemaWords.boolean("D’autres dossiers sont lus.")),
                    .init("avant", SchemaWords.reference("declaration", .orNull)),
                    .init("apres", SchemaWords.reference("declaration", .orNull)),
                ])),
            .init(
                "declaration",
                SchemaWords.object([
                    .init("titre", SchemaWords.text("Titre.")),
                    .init("type", SchemaWords.text("Type déclaré.")),
                    .init(
                        "valeurs",
                        [
                            "description": "Liste fermée ; null sans liste.",
                            "type": ["array", "null"], "items": ["type": "string"],
                        ]),
                    .init("unite", SchemaWords.text("Unité.", .orNull)),
                    .init("obligatoire", SchemaWords.boolean("Un dossier sans lui est refusé.")),
                    .init("modifiable", SchemaWords.boolean("Le demandeur peut le changer.")),
                    .init(
                        "personnel", SchemaWords.boolean("Il peut dire quelque chose de quelqu’un.")
                    ),
                ])),
            .init(
                "regle_changee",
                SchemaWords.object([
                    .init("regle", SchemaWords.reference("regle")),
                    .init("avant", SchemaWords.reference("portee", .orNull)),
                    .init("apres", SchemaWords.reference("portee", .orNull)),
                    .init("exact", SchemaWords.boolean("Tout dossier de la région le montre.")),
                    .init(
                        "periodes",
                        SchemaWords.list(of: "periode", "Quand : jours du dépôt ou de la décision.")
                    ),
                    .init(
                        "periodes_exactes",
                        SchemaWords.boolean("Ces jours, et aucun autre ; sinon d’autres aussi.")),
                    .init("regions", SchemaWords.count("Nombre de régions.")),
                    .init(
                        "faits", SchemaWords.list(of: "place_d_un_fait", "La région montrée.")),
                    .init("change_avis", SchemaWords.boolean("Pour le témoin.")),
                    .init("change_points", SchemaWords.boolean("Pour le témoin.")),
                    .init("change_dates", SchemaWords.boolean("Pour le témoin.")),
                    .init("temoin", SchemaWords.reference("temoin", .orNull)),
                ])),
            .init(
                "portee", ["description": "Ce que la règle apporte.", "anyOf": .array(bearings)]),
        ] + witnessDefinitions + placementDefinitions)

    private static let rule: [JSONValue.Member] = [
        .init("regime", SchemaWords.text("Identifiant du régime.")),
        .init("id", SchemaWords.text("Identifiant de la règle.")),
        .init("nature", SchemaWords.one(of: RuleKind.self, "Construction qui la déclare.")),
        .init("titre", SchemaWords.text("Titre de la règle.")),
    ]

    private static let bearings: [JSONValue] = [
        SchemaWords.object([.init("avis", SchemaWords.one(of: Avis.self, "Un avis."))]),
        SchemaWords.object([
            .init("points", number("Au moins.")), .init("points_max", number("Au plus.")),
        ]),
        SchemaWords.object([
            .init("debut", SchemaWords.day("Premier jour.", .orNull)),
            .init("fin", SchemaWords.day("Dernier jour, compris.", .orNull)),
        ]),
        SchemaWords.object([.init("signale", SchemaWords.boolean("Signalement levé."))]),
        SchemaWords.object([.init("valeur", SchemaWords.text("Valeur d’un calcul.", .orNull))]),
        SchemaWords.object([
            .init("resultat", SchemaWords.one(of: ["indeterminee", "en_erreur"], "Sans portée."))
        ]),
    ]

    private static func number(_ description: String) -> JSONValue {
        ["description": .string(description), "type": "number"]
    }

    /// The first and the last day; null without a bound.
    static let days: [JSONValue.Member] = [
        .init("du", SchemaWords.day("Premier jour ; null sans borne.", .orNull)),
        .init("jusqu_au", SchemaWords.day("Dernier jour, compris ; null sans borne.", .orNull)),
    ]

    /// A stretch of days.
    static let period = SchemaWords.object(days)

    /// Why something is not proved.
    static let doubt = SchemaWords.one(
        of: ["valeurs_essayees", "jours_essayes", "resultat_partiel", "sans_temoin"],
        "Pourquoi rien n’est prouvé.")

    /// One dossier under two versions, as `WitnessPair.jsonValue` gives it.
    static let witnessDefinitions: [JSONValue.Member] = [
        .init(
            "temoin",
            SchemaWords.object([
                .init("decision", SchemaWords.day("Jour pris pour la décision.")),
                .init("dossier", SchemaWords.dossier("Un dossier entier qui le montre.")),
                .init("avant", SchemaWords.reference("issue_du_temoin")),
                .init("apres", SchemaWords.reference("issue_du_temoin")),
            ])),
        .init(
            "issue_du_temoin",
            SchemaWords.object([
                .init("regime", SchemaWords.text("Identifiant du régime.", .orNull)),
                .init("avis", SchemaWords.one(of: Avis.self, "Avis sur le dossier.")),
                .init(
                    "expertises",
                    SchemaWords.list(
                        SchemaWords.object([
                            .init("avis", SchemaWords.one(of: Avis.self, "Son avis.")),
                            .init("debut", SchemaWords.day("Premier jour du label.", .orNull)),
                            .init("fin", SchemaWords.day("Dernier jour du label.", .orNull)),
                        ]), "Une par expertise.")),
                .init("points", SchemaWords.points("Points acquis.")),
                .init("points_max", SchemaWords.points("Points possibles.")),
                .init("niveau", SchemaWords.text("Niveau des points acquis.", .orNull)),
            ])),
    ]
}
