// The closed lists of a dossier, with their French wording.
// SPDX-License-Identifier: MIT

extension ClosedList {
    /// Kinds of body that apply.
    public static let natures = ClosedList(
        name: "nature",
        [
            "commune": "commune",
            "departement": "département",
            "region": "région",
            "statut_particulier": "collectivité à statut particulier",
            "collectivite_outre_mer": "collectivité d’outre-mer",
            "communaute_communes": "communauté de communes",
            "communaute_agglomeration": "communauté d’agglomération",
            "communaute_urbaine": "communauté urbaine",
            "metropole": "métropole",
            "etablissement_public_territorial": "établissement public territorial",
            "syndicat_communes": "syndicat de communes",
            "syndicat_mixte": "syndicat mixte",
            "petr": "pôle d’équilibre territorial et rural",
            "pole_metropolitain": "pôle métropolitain",
            "association_collectivites": "association de collectivités",
            "association_thematique": "association thématique",
            "reseau": "réseau",
            "etablissement_public": "établissement public",
            "gip": "groupement d’intérêt public",
            "entreprise": "entreprise",
            "fondation": "fondation",
            "service_etat": "service de l’État",
            "collectivite_etrangere": "collectivité étrangère",
            "autre": "autre",
        ])

    /// Kinds of application.
    public static let requestKinds = ClosedList(
        name: "nature_demande",
        [
            "premiere": "première demande",
            "renouvellement": "renouvellement",
            "extension": "extension",
        ])

    /// The programme's objectives.
    public static let objectives = ClosedList(
        name: "objectifs",
        [
            "promotion": "promotion de l’expertise française",
            "demande_etrangere": "réponse à une demande étrangère",
            "faible_presence": "pays où les collectivités françaises sont peu présentes",
        ])

    /// Kinds of proof of an expertise.
    public static let referenceKinds = ClosedList(
        name: "type",
        [
            "mission": "mission",
            "prix": "prix",
            "publication": "publication",
            "reseau": "réseau",
            "reference": "référence",
        ])

    /// What an expert is to the body.
    public static let expertStatuses = ClosedList(
        name: "statut", ["elu": "élu", "agent": "agent", "autre": "autre"])

    /// Who asks for a mission.
    public static let requestOrigins = ClosedList(
        name: "origine",
        [
            "collectivite_etrangere": "collectivité étrangère",
            "ambassade": "ambassade",
            "afd": "Agence française de développement",
            "expertise_france": "Expertise France",
            "operateur_public": "opérateur public",
            "ministere": "ministère",
            "etat_etranger": "État étranger",
            "initiative_propre": "initiative propre",
        ])
}
