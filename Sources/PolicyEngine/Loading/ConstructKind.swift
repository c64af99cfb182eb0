// The constructs of the policy language and the fields that each may have.
// SPDX-License-Identifier: MIT

/// A construct: a top-level statement such as `critere "ELIG-01" { … }`.
public enum ConstructKind: String, Sendable, CaseIterable {
    case regime, parametre, donnees, champ, critere, priorite, validite, signalement, calcul
    case niveaux
    /// The constructs of test files.
    case cas, tableau, propriete, survivant

    /// Whether it stands in the files of `tests`, and nowhere else.
    public var isTest: Bool { [.cas, .tableau, .propriete, .survivant].contains(self) }

    /// The fields that it must have, in the order in which to write them.
    public var requiredFields: [String] {
        switch self {
        case .regime: ["titre", "du", "date_de_choix", "source"]
        case .parametre: ["titre", "valeurs"]
        case .donnees: ["fichier"]
        case .champ: ["titre", "type"]
        case .critere: ["titre", "source", "exige", "sinon"]
        case .priorite: ["titre", "source", "points", "motif"]
        case .validite: ["titre", "source", "debut", "fin"]
        case .signalement: ["titre", "source", "si", "message"]
        case .calcul: ["titre", "source", "nom", "valeur"]
        case .niveaux: []
        case .cas: ["dossier", "le", "attend"]
        case .tableau: ["dossier", "colonnes", "lignes"]
        case .propriete: ["regime", "fait", "valeurs", "resultat", "sens"]
        case .survivant: ["raison"]
        }
    }

    /// The fields that it may have besides, in the order in which to write them.
    public var optionalFields: [String] {
        switch self {
        case .regime: ["jusqu_au", "inclut", "facultatif", "transition"]
        case .parametre: ["unite"]
        case .donnees: ["cle", "complete", "colonnes"]
        case .champ: ["unite", "valeurs", "personnel", "modifiable"]
        case .critere, .priorite, .validite: ["si"] + ConstructKind.ruleFields
        case .signalement: ConstructKind.ruleFields
        case .calcul: ["si", "sinon"] + ConstructKind.ruleFields
        case .niveaux: []
        case .cas: ConstructKind.settingFields
        case .tableau: ["le"] + ConstructKind.settingFields + ["attend"]
        case .propriete: ["dossiers", "graine"] + ConstructKind.settingFields.suffix(4)
        case .survivant: []
        }
    }

    /// The fields that say on what a case runs.
    private static let settingFields = [
        "modifie", "sans", "regime", "donnees", "parametres", "options", "note",
    ]

    /// The fields that every rule may have.
    private static let ruleFields = [
        "arrondi", "du", "jusqu_au", "communicable", "motif_secret", "note",
    ]
}

extension ConstructKind {
    /// What it is to a French reader, with its article.
    var noun: String {
        switch self {
        case .regime: "le régime"
        case .parametre: "le paramètre"
        case .donnees: "le tableau"
        case .champ: "le champ"
        case .critere: "le critère"
        case .priorite: "la priorité"
        case .validite: "la validité"
        case .signalement: "le signalement"
        case .calcul: "le calcul"
        case .niveaux: "la liste des niveaux"
        case .cas: "le cas"
        case .tableau: "le tableau de cas"
        case .propriete: "la propriété"
        case .survivant: "le survivant"
        }
    }

    /// How it is written.
    var shape: String {
        switch self {
        case .regime: "regime \"nom-du-dossier\" { … }"
        case .parametre, .donnees: "\(rawValue) \"nom\" { … }"
        case .champ: "champ \"complements.nom\" { … }"
        case .niveaux: "niveaux { { a_partir_de = 30, nom = \"haute\" }, … }"
        case .critere, .priorite, .validite, .signalement, .calcul: "\(rawValue) \"ID\" { … }"
        case .cas, .tableau, .propriete: "\(rawValue) \"ce qui est éprouvé\" { … }"
        case .survivant: "survivant \"nom du mutant\" { raison = \"…\" }"
        }
    }
}
