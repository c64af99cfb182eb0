// The JSON Schema of an explanation.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine

extension ReportSchemas {
    /// `sceau explain --format json`.
    static let explanation = DocumentSchema(
        "sceau/explication/1", "Explication d’un avis",
        "L’avis, ce que les faits manquants peuvent encore changer, et les changements qui le rendraient favorable.",
        [
            .init("avis", SchemaWords.reference("avis")),
            .init("pieces", SchemaWords.list(of: "piece", "Les faits qui manquent.")),
            .init(
                "lignes_manquantes",
                SchemaWords.texts("Les lignes de tables qui manquent : presence[TV].")),
            .init(
                "avis_acquis",
                SchemaWords.list(
                    SchemaWords.one(
                        of: Avis.self, "Ce que rien de manquant ne changera ; null sinon.", .orNull
                    ), "Une place par expertise, ou une pour un dossier qui n’en a pas.")),
            .init("points_possibles", SchemaWords.reference("points_possibles", .orNull)),
            .init(
                "contrefactuels",
                [
                    "description": "Une place par expertise ; null si ce n’était pas demandé.",
                    "type": ["array", "null"], "items": SchemaWords.reference("contrefactuel"),
                ]),
        ],
        definitions: [
            .init(
                "points_possibles",
                SchemaWords.object([
                    .init("au_mieux", SchemaWords.points("Le plus de points, prouvé.")),
                    .init("au_pire", SchemaWords.points("Le moins de points, prouvé.")),
                ])),
            .init(
                "piece",
                SchemaWords.object([
                    .init("chemin", SchemaWords.text("Chemin du fait.")),
                    .init(
                        "sans_effet", SchemaWords.boolean("Aucune valeur ne change rien, prouvé.")),
                    .init("partiel", SchemaWords.boolean("Tout n’a pas été regardé.")),
                    .init("avis", SchemaWords.list(of: "effet_sur_avis", "Ce qu’il peut changer.")),
                    .init("points", SchemaWords.list(of: "choix_de_points", "De même.")),
                ])),
            .init(
                "effet_sur_avis",
                SchemaWords.object([
                    .init(
                        "expertises",
                        SchemaWords.list(
                            ["type": "integer"], "Places à partir de 1 ; vide sans expertise.")),
                    .init("choix", SchemaWords.list(of: "choix_d_avis", "Selon sa valeur.")),
                ])),
            .init("choix_d_avis", choice(SchemaWords.one(of: Avis.self, "Un avis."))),
            .init("choix_de_points", choice(["description": "Des points.", "type": "number"])),
            .init(
                "contrefactuel",
                SchemaWords.object([
                    .init("expertise", SchemaWords.count("Sa place à partir de 1.", .orNull)),
                    .init("avis", SchemaWords.one(of: Avis.self, "L’avis tel qu’il est.")),
                    .init("partiel", SchemaWords.boolean("Tout n’a pas été regardé.")),
                    .init(
                        "autres_possibles",
                        SchemaWords.boolean("D’autres façons que celles qui sont données.")),
                    .init(
                        "bloquants",
                        SchemaWords.texts("Règles qu’aucun changement admis ne satisfait, prouvé.")
                    ),
                    .init(
                        "propositions", SchemaWords.list(of: "proposition", "La moindre d’abord.")),
                ])),
            .init(
                "proposition",
                SchemaWords.object([
                    .init(
                        "certain", SchemaWords.boolean("Chaque valeur des parts dites convient.")),
                    .init("changements", SchemaWords.list(of: "changement", "Tous nécessaires.")),
                    .init("dossier", SchemaWords.dossier("Le dossier ainsi changé.")),
                ])),
            .init(
                "changement",
                SchemaWords.object([
                    .init("chemin", SchemaWords.text("Chemin du fait, ou de la liste.")),
                    .init(
                        "geste",
                        SchemaWords.one(of: ["donner", "changer", "ajouter"], "Que faire.")
                    ),
                    .init("si", SchemaWords.reference("maniere")),
                ])),
            .init("avis", verdict.members),
        ] + placementDefinitions + verdict.definitions)

    private static func choice(_ value: JSONValue) -> JSONValue {
        SchemaWords.object([
            .init("au_mieux", value), .init("au_pire", value),
            .init("certain", SchemaWords.boolean("Sûr pour toute valeur de la part.")),
            .init(
                "entre_autres",
                SchemaWords.boolean("Des listes plus longues, non essayées, peuvent y mener aussi.")
            ),
            .init("si", SchemaWords.list(of: "maniere", "L’une de ces manières suffit.")),
        ])
    }

    /// Where facts lie, as `Placement.jsonValue` gives it.
    static let placementDefinitions: [JSONValue.Member] = [
        .init("maniere", SchemaWords.list(of: "place_d_un_fait", "Toutes à la fois.")),
        .init(
            "place_d_un_fait",
            SchemaWords.object([
                .init("fait", SchemaWords.text("Chemin du fait.")),
                .init("ou", SchemaWords.reference("part")),
            ])),
        .init("part", ["description": "Une part de ses valeurs.", "anyOf": .array(cells)]),
    ]

    private static let cells: [JSONValue] = {
        let values = { SchemaWords.list([:], $0) }
        let bound: JSONValue = [
            "description": "Compris ; null sans borne.", "type": ["string", "integer", "null"],
        ]
        let open = SchemaWords.points("Non compris ; null sans borne.")
        let members: [[JSONValue.Member]] = [
            [.init("valeurs", values("L’une de ces valeurs."))],
            [.init("sauf", values("Toute autre que celles-ci."))],
            [.init("de", bound), .init("a", bound)],
            [.init("plus_de", open), .init("moins_de", open)],
            [
                .init("elements_de", SchemaWords.count("Longueur de la liste, au moins.")),
                .init("elements_a", SchemaWords.count("Au plus ; null sans borne.", .orNull)),
            ],
            [
                .init("contient", values("Une liste non vide, avec ceux-ci.")),
                .init("sans", values("Et sans ceux-là ; d’autres éléments sont indifférents.")),
            ],
            [.init("present", SchemaWords.boolean("Que le fait soit là, ou manque."))],
        ]
        return members.map { SchemaWords.object($0) }
    }()
}
