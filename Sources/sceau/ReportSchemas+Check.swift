// The JSON Schema of what `check` finds.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine

extension ReportSchemas {
    /// `sceau check --format json`.
    static let check = DocumentSchema(
        "sceau/verification/1", "Vérification des politiques",
        "Les défauts des politiques et, avec --complet, ce qui n’y sert jamais.",
        [
            .init("erreurs", SchemaWords.count("Nombre d’erreurs.")),
            .init("avertissements", SchemaWords.count("Nombre d’avertissements.")),
            .init("regimes", SchemaWords.count("Null si rien ne se charge.", .orNull)),
            .init("regles", SchemaWords.count("Facultatives comprises.", .orNull)),
            .init("regles_facultatives", SchemaWords.count("Celles-là.", .orNull)),
            .init("tables", SchemaWords.count("Null si rien ne se charge.", .orNull)),
            .init("couverture", SchemaWords.reference("couverture", .orNull)),
            .init("diagnostics", SchemaWords.list(of: "diagnostic", "Triés par place.")),
        ],
        optional: [.init("completude", SchemaWords.reference("completude"))],
        definitions: [
            .init("diagnostic", FaultSchema.diagnosticSchema),
            .init("periode", period),
            .init(
                "couverture",
                SchemaWords.object([
                    .init("regimes", SchemaWords.list(of: "jours_de_regime", "Dans l’ordre.")),
                    .init("sans_regime", SchemaWords.list(of: "trou", "Ce qu’aucun ne couvre.")),
                ])),
            .init(
                "jours_de_regime",
                SchemaWords.object(
                    [
                        .init("regime", SchemaWords.text("Identifiant.")),
                        .init(
                            "date_de_choix",
                            SchemaWords.one(of: ChoiceDate.self, "Jour du dossier qui compte.")),
                    ] + days)),
            .init(
                "trou",
                SchemaWords.object([
                    .init("depot", SchemaWords.reference("periode")),
                    .init("decision", SchemaWords.reference("periode")),
                    .init(
                        "exemple",
                        SchemaWords.object([
                            .init("depose_le", SchemaWords.day("Jour du dépôt.")),
                            .init("decide_le", SchemaWords.day("Jour de la décision.")),
                        ])),
                ])),
            .init(
                "completude",
                SchemaWords.object([
                    .init("regions_explorees", SchemaWords.count("Régions regardées.")),
                    .init("remarques", SchemaWords.list(of: "remarque", "Ce qui ne sert jamais.")),
                    .init(
                        "jamais_lus",
                        SchemaWords.list(of: "jamais_lu", "Ce qui est déclaré et jamais lu.")),
                    .init(
                        "doutes",
                        SchemaWords.list(
                            SchemaWords.object([
                                .init("regime", SchemaWords.text("Identifiant du régime.")),
                                .init("id", SchemaWords.text("Identifiant de la règle.")),
                                .init("raison", doubt),
                            ]), "Ce qui empêche de conclure.")),
                ])),
            .init(
                "remarque",
                SchemaWords.object([
                    .init(
                        "remarque", SchemaWords.one(of: CompletenessFinding.Kind.self, "Laquelle.")),
                    .init("regime", SchemaWords.text("Null pour une ligne de table.", .orNull)),
                    .init("nom", SchemaWords.text("Règle, niveau, ligne ou nature.")),
                    .init("autres", SchemaWords.texts("Les autres règles en cause.")),
                    .init("exact", SchemaWords.boolean("Sûr, et non seulement possible.")),
                    .init("periodes", SchemaWords.list(of: "periode", "Quand.")),
                    .init("temoin", SchemaWords.reference("temoin", .orNull)),
                ])),
            .init(
                "temoin",
                SchemaWords.object([
                    .init("decision", SchemaWords.day("Jour pris pour la décision.")),
                    .init("dossier", SchemaWords.dossier("Un dossier qui le montre.")),
                    .init("avis", SchemaWords.one(of: Avis.self, "Son avis.")),
                ])),
            .init(
                "jamais_lu",
                SchemaWords.object([
                    .init(
                        "genre", SchemaWords.one(of: UnreadDeclaration.Kind.self, "Ce que c’est.")),
                    .init("nom", SchemaWords.text("Nom de la table, ou chemin du fait.")),
                    .init("fichier", SchemaWords.text("Fichier, depuis les politiques.")),
                    .init("ligne", SchemaWords.count("Sa ligne, à partir de 1.")),
                ])),
        ])
}
