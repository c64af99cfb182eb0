// The facts of a labelling dossier, with their French titles.
// SPDX-License-Identifier: MIT

extension DossierSchema {
    /// The schema of every dossier, before a policy adds facts of its own.
    public static let standard = DossierSchema(
        root: RecordSchema([
            FactField("numero", "numéro du dossier", .text, isRequired: true),
            FactField(
                "depose_le", "jour du dépôt, à l’heure de Paris", .day, isRequired: true,
                acceptsDateTime: true),
            FactField(
                "nature_demande", "nature de la demande", .closed(.requestKinds), isModifiable: true
            ),
            FactField(
                "objectifs", "objectifs du programme visés", .list(.closed(.objectives)),
                isModifiable: true),
            FactField(
                "collectivite", "organisme qui demande le label", .record(collectivite),
                isRequired: true),
            FactField(
                "expertises", "expertises présentées", .list(.record(expertise)), isModifiable: true
            ),
            FactField("demandes", "demandes d’appui reçues", .list(.record(demande))),
            FactField(
                "partenariats", "partenariats de coopération décentralisée",
                .list(.record(partenariat))),
            FactField("labels", "labels déjà obtenus", .list(.record(label))),
            FactField("pieces", "pièces jointes", .list(.record(piece)), isModifiable: true),
            FactField("obligations", "obligations de déclaration", .record(obligations)),
            FactField(
                "complements", "faits propres à la politique appliquée", .record(RecordSchema([]))),
        ]))

    // Modifiable: what the applicant can still add to the dossier or put right, never who it is, which
    // countries ask, or what has happened.
    //
    // Personal: what the applicant writes freely, where a person may be named, and what describes
    // an expert. Names of bodies, titles of expertises and numbers are what the ministry publishes.

    private static let collectivite = RecordSchema([
        FactField("nom", "nom de l’organisme", .text, isRequired: true),
        FactField("nature", "nature de l’organisme", .closed(.natures), isRequired: true),
        FactField("siren", "numéro SIREN", .identifier(.siren)),
        FactField("siret", "numéro SIRET", .identifier(.siret)),
        FactField("code_insee", "code INSEE de la commune", .identifier(.codeInsee)),
        FactField(
            "categorie_juridique", "catégorie juridique de l’INSEE", .text, isModifiable: true),
        FactField("rna", "numéro RNA de l’association", .identifier(.rna)),
        FactField("departement", "code du département", .text),
        FactField("region", "code de la région", .text),
        FactField("outre_mer", "situé outre-mer", .boolean),
        FactField("population", "population", .integer, minimum: 0, unit: "habitants"),
    ])

    private static let expertise = RecordSchema([
        FactField("intitule", "intitulé de l’expertise", .text),
        FactField("domaine", "domaine de l’expertise", .text),
        FactField(
            "savoir_faire", "description du savoir-faire", .text, isPersonal: true,
            isModifiable: true),
        FactField(
            "references", "références de l’expertise", .list(.record(reference)), isModifiable: true
        ),
        FactField("experts", "experts mobilisables", .list(.record(expert)), isModifiable: true),
        FactField(
            "conditions", "conditions de mobilisation", .text, isPersonal: true, isModifiable: true),
    ])

    private static let reference = RecordSchema([
        FactField("type", "type de référence", .closed(.referenceKinds)),
        FactField("intitule", "intitulé de la référence", .text, isPersonal: true),
        FactField("annee", "année", .integer, minimum: 1900, maximum: 2100),
        FactField("pays", "pays concerné", .country),
    ])

    private static let expert = RecordSchema([
        FactField("statut", "statut de l’expert", .closed(.expertStatuses), isHidden: true),
        FactField("fonction", "fonction de l’expert", .text, isPersonal: true),
        FactField("langues", "langues parlées", .list(.text), isPersonal: true),
        FactField(
            "jours_par_an", "disponibilité annuelle", .integer, minimum: 0, maximum: 366,
            unit: "jours", isModifiable: true, isHidden: true),
    ])

    private static let demande = RecordSchema([
        FactField("pays", "pays de la mission", .country),
        FactField("origine", "origine de la demande", .closed(.requestOrigins)),
        FactField("demandeur", "organisme demandeur", .text),
        FactField("objet", "objet de la demande", .text, isPersonal: true),
        FactField("precise", "demande précise", .boolean),
        FactField("urgente", "demande urgente", .boolean),
        FactField("recue_le", "jour de réception", .day),
        FactField("reponse_attendue_le", "jour où la réponse est attendue", .day),
        FactField("mission_prevue_le", "jour prévu de la mission", .day),
    ])

    private static let partenariat = RecordSchema([
        FactField("pays", "pays partenaire", .country),
        FactField("depuis", "année de début", .integer, minimum: 1900, maximum: 2100),
        FactField("actif", "partenariat actif", .boolean),
    ])

    private static let label = RecordSchema([
        FactField("regime", "régime du label", .text),
        FactField("domaine", "domaine du label", .text),
        FactField("accorde_le", "jour d’octroi", .day),
        FactField("expire_le", "dernier jour de validité", .day),
    ])

    private static let piece = RecordSchema([
        FactField("type", "type de pièce", .text),
        FactField("date", "date de la pièce", .day),
        FactField("fichier", "nom du fichier", .text, isPersonal: true),
    ])

    private static let obligations = RecordSchema([
        FactField(
            "atlas_a_jour", "atlas de la coopération décentralisée à jour", .boolean,
            isModifiable: true),
        FactField(
            "apd_declaree_pour", "dernière année d’aide publique au développement déclarée",
            .integer, minimum: 1900, maximum: 2100, isModifiable: true),
        FactField(
            "rapports_manquants", "rapports non remis", .integer, minimum: 0, unit: "rapports",
            isModifiable: true),
    ])
}
