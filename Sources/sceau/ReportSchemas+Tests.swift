// The JSON Schemas of what `test` finds and measures.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import PolicyTesting

extension ReportSchemas {
    /// `sceau test --format json`.
    static let tests = DocumentSchema(
        "sceau/tests/1", "Résultats des tests d’une politique",
        "Chaque cas, propriété et exemple, réussi ou non.",
        [
            .init("reussis", SchemaWords.count("Nombre de tests réussis.")),
            .init("echoues", SchemaWords.count("Nombre de tests échoués.")),
            .init("vides", SchemaWords.texts("Pourquoi l’essai ne prouve rien.")),
            .init("tests", SchemaWords.list(of: "test", "Dans l’ordre.")),
        ],
        definitions: [
            .init(
                "test",
                SchemaWords.object(
                    [
                        .init("genre", SchemaWords.one(of: TestEntry.Group.self, "Ce que c’est.")),
                        .init("nom", SchemaWords.text("Son nom, ou le chemin du dossier.")),
                        .init("fichier", SchemaWords.text("Fichier qui le porte.")),
                        .init("ligne", SchemaWords.count("Sa ligne, à partir de 1.")),
                        .init("reussi", SchemaWords.boolean("Réussi.")),
                        .init("echec", SchemaWords.texts("Pourquoi il échoue ; vide sinon.")),
                    ], optional: [.init("preuve", SchemaWords.reference("preuve"))])),
            .init(
                "preuve",
                SchemaWords.object([
                    .init(
                        "statut",
                        SchemaWords.one(
                            of: ["prouvee", "dementie", "eprouvee", "sans_objet"],
                            "Ce que l’on sait.")),
                    .init(
                        "portee",
                        SchemaWords.one(
                            of: [PropertyStatus.scope],
                            "Dossiers dont on le sait : ceux où aucune règle n’est en erreur.")),
                    .init("dossiers", SchemaWords.count("Dossiers tirés.", .orNull)),
                    .init("regions_explorees", SchemaWords.count("Régions regardées.")),
                    .init("par_la_forme", SchemaWords.boolean("Par la forme du calcul des jours.")),
                    .init(
                        "doutes",
                        SchemaWords.list(
                            SchemaWords.object([
                                .init("id", SchemaWords.text("Identifiant de la règle.")),
                                .init("raison", doubt),
                                .init("faits", SchemaWords.texts("Ceux qui cachent le reste.")),
                            ]), "Ce qui empêche de conclure.")),
                ])),
        ])

    /// `sceau test --coverage-json`.
    static let coverage = DocumentSchema(
        "sceau/couverture/1", "Couverture d’une politique par ses tests",
        "Ce que les tests couvrent de la politique, par sens.",
        [
            .init("regles", SchemaWords.reference("section")),
            .init("conditions", SchemaWords.reference("section")),
            .init("effets", SchemaWords.reference("section")),
            .init("seuils", SchemaWords.reference("section")),
            .init("parametres", SchemaWords.reference("section")),
            .init("lignes", SchemaWords.reference("section")),
        ],
        definitions: [
            .init(
                "section",
                SchemaWords.object([
                    .init("titre", SchemaWords.text("Ce qui est compté.")),
                    .init("couverts", SchemaWords.count("Nombre de couverts.")),
                    .init("total", SchemaWords.count("Nombre de tous.")),
                    .init(
                        "manquants",
                        SchemaWords.list(
                            SchemaWords.object([
                                .init("dans", SchemaWords.text("Règle, paramètre ou tableau.")),
                                .init("quoi", SchemaWords.text("Ce qui n’est pas couvert.")),
                            ]), "Dans l’ordre de la politique.")),
                ]))
        ])

    /// `sceau test --mutants-json`.
    static let mutants = DocumentSchema(
        "sceau/mutants/1", "Petits changements des règles que les tests remarquent ou non",
        "Les mutants d’une politique, et ce qui est su de ceux qu’aucun test ne remarque.",
        [
            .init("tues", SchemaWords.count("Mutants qu’un test remarque.")),
            .init("refuses", SchemaWords.count("Mutants qui ne se chargent pas.")),
            .init(
                "score",
                [
                    "description": "Part des mutants remarqués, équivalents et refusés à part.",
                    "type": "number", "minimum": 0, "maximum": 1,
                ]),
            .init("defauts", SchemaWords.texts("Pourquoi les tests ne suffisent pas.")),
            .init(
                "equivalents",
                SchemaWords.list(of: "mutant", "Ceux qu’aucun dossier ne distingue, prouvé.")),
            .init(
                "survivants", SchemaWords.list(of: "survivant", "Ceux qu’aucun test ne remarque.")),
            .init(
                "explications_inutiles",
                SchemaWords.texts("Noms de mutants expliqués qui ne survivent plus.")),
        ],
        definitions: [
            .init("mutant", SchemaWords.object(mutant)),
            .init(
                "survivant",
                SchemaWords.object(
                    mutant + [
                        .init("raison", SchemaWords.text("Explication écrite.", .orNull)),
                        .init("temoin", SchemaWords.reference("temoin", .orNull)),
                        .init(
                            "doutes",
                            SchemaWords.list(doubt, "Ce qui empêche de le dire équivalent.")),
                    ])),
        ] + witnessDefinitions)

    private static let mutant: [JSONValue.Member] = [
        .init("nom", SchemaWords.text("Règle ou paramètre, et le changement.")),
        .init("genre", SchemaWords.one(of: Mutant.Kind.self, "Ce qui est changé.")),
        .init("fichier", SchemaWords.text("Fichier, depuis les politiques.")),
        .init("ligne", SchemaWords.count("Sa ligne, à partir de 1.")),
    ]
}
