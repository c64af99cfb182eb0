// The JSON Schemas of the documents that reports are written as.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// The documents of `evaluate --avec`, `impact` and `rank`; those of `explain`, `diff`, `check` and
/// `test` stand in files of their own.
enum ReportSchemas {
    /// `sceau evaluate --avec … --format json`.
    static let comparison = DocumentSchema(
        "sceau/comparaison/1", "Avis comparés",
        "L’avis sur un dossier, et celui que d’autres valeurs donneraient.",
        [
            .init(
                "fichier",
                SchemaWords.text("Fichier tel qu’il a été nommé ; - pour l’entrée standard.")),
            .init(
                "ligne",
                SchemaWords.count(
                    "Ligne du fichier ; null quand il ne porte qu’un dossier.", .orNull)),
            .init("remplacements", SchemaWords.list(of: "remplacement", "Ce qui est remplacé.")),
            .init("changements", SchemaWords.object(VerdictChange.schemaMembers)),
            .init("base", SchemaWords.reference("avis")),
            .init("avec", SchemaWords.reference("avis")),
        ],
        definitions: VerdictChange.schemaDefinitions + [
            .init(
                "remplacement",
                SchemaWords.object([
                    .init("nom", SchemaWords.text("Nom du paramètre, ou chemin du fait.")),
                    .init("genre", ["enum": ["parametre", "fait"]]),
                    .init(
                        "avant",
                        ["description": "Valeur de départ ; null si elle n’est pas connue."]),
                    .init(
                        "apres",
                        ["description": "Valeur mise à la place ; null pour un fait retiré."]),
                ])),
            .init("avis", verdict.members),
        ] + verdict.definitions)

    /// `sceau rank --format json`.
    static let ranking = DocumentSchema(
        "sceau/classement/1", "Classement de dossiers",
        "Les dossiers favorables de chaque régime par priorité, les autres à part.",
        [
            .init("politique", SchemaWords.digest("SHA-256 des fichiers de la politique.")),
            .init("moteur", SchemaWords.text("Version du moteur.")),
            .init("date_decision", SchemaWords.day("Jour pris pour la décision.")),
            .init(
                "classements",
                SchemaWords.list(of: "classement", "Un classement par régime, par identifiant.")),
            .init(
                "sans_points",
                SchemaWords.list(
                    of: "dossier", "Favorables dont une règle de priorité est en erreur.")),
            .init(
                "possibles",
                SchemaWords.list(
                    of: "dossier", "Dossiers que ce qui manque peut rendre favorables, hors rang.")),
            .init("autres", SchemaWords.list(of: "dossier", "Tous les autres, par avis.")),
            unjudged,
        ],
        definitions: [
            .init("non_evalue", SchemaWords.object(UnjudgedDossier.schemaMembers)),
            .init(
                "classement",
                SchemaWords.object([
                    .init("regime", SchemaWords.text("Identifiant du régime.")),
                    .init("titre", SchemaWords.text("Nom du régime.")),
                    .init("dossiers", SchemaWords.list(of: "place", "Du plus au moins de points.")),
                ])),
            .init(
                "place",
                SchemaWords.object(
                    [
                        .init(
                            "rang_min", SchemaWords.count("Meilleur rang possible, à partir de 1.")),
                        .init("rang_max", SchemaWords.count("Moins bon rang possible.")),
                        .init(
                            "ex_aequo",
                            SchemaWords.boolean("Un autre dossier a les mêmes points, connus.")),
                    ] + dossier)),
            .init("dossier", SchemaWords.object(dossier)),
        ])

    private static let unjudged = JSONValue.Member(
        "non_evalues",
        SchemaWords.list(of: "non_evalue", "Dossiers qui n’ont pu être lus ou évalués."))

    private static let dossier: [JSONValue.Member] =
        place + [
            .init("depose_le", SchemaWords.day("Jour du dépôt.")),
            .init("avis", SchemaWords.one(of: Avis.self, "Avis sur le dossier.")),
            .init(
                "avis_provisoire",
                SchemaWords.boolean("Favorable, mais un critère a conclu d’un fait absent.")),
            .init(
                "points",
                SchemaWords.points(
                    "Le moins de points possible ; null s’il est inconnu, ou après une erreur.")),
            .init(
                "points_max",
                SchemaWords.points(
                    "Le plus de points possible ; null s’il est inconnu, ou après une erreur.")),
            .init(
                "points_provisoires",
                SchemaWords.boolean("Une règle a conclu d’un fait absent : ils peuvent changer.")),
            .init("niveau", SchemaWords.text("Niveau du moins de points possible.", .orNull)),
            .init("niveau_max", SchemaWords.text("Niveau du plus de points possible.", .orNull)),
            .init("manquants", SchemaWords.count("Nombre de faits et de lignes qui manquent.")),
        ]

    /// What names a dossier.
    static let place: [JSONValue.Member] = [
        .init(
            "fichier", SchemaWords.text("Fichier tel qu’il a été nommé ; - pour l’entrée standard.")
        ),
        .init(
            "ligne",
            SchemaWords.count("Ligne du fichier ; null quand il ne porte qu’un dossier.", .orNull)),
        .init("numero", SchemaWords.text("Numéro du dossier.")),
        .init("demandeur", SchemaWords.text("Nom du demandeur.")),
    ]

    /// A verdict within another document, whose definitions stand beside ours: not every validator
    /// knows a document in a document.
    static let verdict: (members: JSONValue, definitions: [JSONValue.Member]) = {
        guard case .object(let members) = VerdictSchema.json,
            case .object(let definitions)? = VerdictSchema.json["$defs"]
        else { return (.null, []) }
        let kept = members.filter { !["$schema", "$id", "$defs"].contains($0.key) }
        return (.object(kept), definitions)
    }()

    /// `sceau impact --format json`.
    static let impact = DocumentSchema(
        "sceau/impact/1", "Impact d’un changement de politique",
        "Ce que deux politiques disent des mêmes dossiers ; seuls ceux qui changent sont nommés.",
        [
            .init("avant", SchemaWords.reference("politique")),
            .init("apres", SchemaWords.reference("politique")),
            .init("moteur", SchemaWords.text("Version du moteur.")),
            .init("date_decision", SchemaWords.day("Jour pris pour la décision.")),
            .init("dossiers", SchemaWords.count("Dossiers évalués selon les deux politiques.")),
            .init("labels_en_cours", SchemaWords.count("Ceux dont un label court ce jour-là.")),
            .init(
                "transitions", SchemaWords.list(of: "transition", "Dossiers sans label en cours.")),
            .init(
                "transitions_labels_en_cours",
                SchemaWords.list(of: "transition", "Dossiers dont un label est en cours.")),
            .init(
                "changements", SchemaWords.list(of: "changement", "Dossiers dont l’issue change.")),
            .init(
                "rangs_changes",
                SchemaWords.count("Dossiers favorables avant et après dont le rang change.")),
            .init(
                "regles_sans_effet",
                [
                    "description":
                        "Par règle, les dossiers inchangés pour lesquels son résultat ou son texte change.",
                    "type": "object", "additionalProperties": ["type": "integer"],
                ]),
            .init(
                "depasses",
                SchemaWords.list(
                    of: "depasse",
                    "Ceux d’entre eux dont seul le rang change : d’autres passent devant ou derrière."
                )),
            .init(
                "refus", SchemaWords.list(of: "refus", "Dossiers qu’une seule politique refuse.")),
            unjudged,
        ],
        definitions: VerdictChange.schemaDefinitions + [
            .init(
                "politique",
                SchemaWords.object([
                    .init("nom", SchemaWords.text("Répertoire, ou révision et commit.")),
                    .init("empreinte", SchemaWords.digest("SHA-256 des fichiers de la politique.")),
                ])),
            .init(
                "transition",
                SchemaWords.object([
                    .init("avant", SchemaWords.one(of: Avis.self, "Avis d’avant.")),
                    .init("apres", SchemaWords.one(of: Avis.self, "Avis d’après.")),
                    .init("dossiers", SchemaWords.count("Nombre de dossiers.")),
                ])),
            .init("changement", SchemaWords.object(place + move + VerdictChange.schemaMembers)),
            .init("non_evalue", SchemaWords.object(UnjudgedDossier.schemaMembers)),
            .init(
                "depasse",
                SchemaWords.object(
                    place + [
                        .init("rang_avant", SchemaWords.reference("rang")),
                        .init("rang_apres", SchemaWords.reference("rang")),
                    ])),
            .init(
                "refus",
                SchemaWords.object(
                    place.prefix(2) + [
                        .init(
                            "politique",
                            SchemaWords.one(of: PolicySide.self, "Politique qui refuse le dossier.")
                        ),
                        .init("motif", SchemaWords.text("Pourquoi.")),
                    ])),
            .init(
                "rang",
                SchemaWords.object([
                    .init("min", SchemaWords.count("Meilleur rang possible, à partir de 1.")),
                    .init("max", SchemaWords.count("Moins bon rang possible.")),
                ])),
        ])

    private static let move: [JSONValue.Member] = [
        .init("label_en_cours", SchemaWords.boolean("Un label court encore ce jour-là.")),
        .init("perd_sa_decision", SchemaWords.boolean("Était tranché, ne l’est plus.")),
        .init("rang_avant", SchemaWords.reference("rang", .orNull)),
        .init("rang_apres", SchemaWords.reference("rang", .orNull)),
    ]
}
