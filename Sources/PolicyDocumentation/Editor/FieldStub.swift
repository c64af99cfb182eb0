// The fields of constructs: their types and what they are for.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// What an editor tells of a field.
struct FieldStub {
    /// Its LuaCATS type.
    let type: String
    /// What it is for, in French.
    let words: String

    private init(_ type: String, _ words: String) {
        self.type = type
        self.words = words
    }

    /// The field of a name in a construct.
    static func of(_ name: String, in kind: ConstructKind) -> FieldStub {
        special["\(kind.rawValue).\(name)"] ?? common[name] ?? FieldStub("any", "")
    }

    /// Fields that mean something else in one construct.
    private static let special = [
        "calcul.sinon": FieldStub("string", "ce que l’avis imprime quand il n’y a pas de valeur"),
        "champ.valeurs": FieldStub("string[]", "les textes admis"),
        "signalement.si": FieldStub("boolean", "ce qui fait signaler"),
        "calcul.valeur": FieldStub("any", "ce qui est calculé"),
    ]

    private static let common: [String: FieldStub] = [
        "titre": FieldStub("string", "de quoi il s’agit, en une ligne"),
        "source": FieldStub("string", "le texte d’où cela vient"),
        "du": FieldStub("sceau.jour", "le premier jour"),
        "jusqu_au": FieldStub("sceau.jour", "le dernier jour, compris"),
        "date_de_choix": FieldStub(
            alternatives(ChoiceDate.allCases.map(\.rawValue)), "le jour qui choisit le régime"),
        "inclut": FieldStub("string[]", "les autres répertoires de règles que le régime prend"),
        "facultatif": FieldStub(
            "string[]", "les répertoires de règles que le régime ne prend que si on le demande"),
        "transition": FieldStub(
            "string", "ce qui est signalé quand le dépôt ou la décision tombe hors de la période"),
        "unite": FieldStub("string", "l’unité, au pluriel"),
        "valeurs": FieldStub("sceau.valeur[]", "les valeurs, chacune avec sa période"),
        "valeur": FieldStub("string|number|boolean|sceau.jour|table", "la valeur"),
        "fichier": FieldStub("string", "le fichier CSV, depuis le répertoire des politiques"),
        "cle": FieldStub("string", "la colonne qui désigne une ligne"),
        "complete": FieldStub("boolean", "si une valeur sans ligne n’est pas du tableau"),
        "colonnes": FieldStub(
            "table<string, \(alternatives(ScalarType.allCases.map(\.rawValue)))>",
            "ce que contient chaque colonne"),
        "type": FieldStub(
            alternatives(ScalarType.allCases.map(\.rawValue)), "ce que le renseignement peut être"),
        "personnel": FieldStub(
            "boolean", "si le renseignement peut dire quelque chose d’une personne"),
        "modifiable": FieldStub("boolean", "si le demandeur peut encore changer ce renseignement"),
        "si": FieldStub("boolean", "quand la règle s’applique"),
        "exige": FieldStub("boolean", "ce qui doit être vrai"),
        "sinon": FieldStub("sceau.suite", "ce qui suit une condition fausse"),
        "points": FieldStub("number", "les points donnés"),
        "motif": FieldStub("string", "la phrase qui dit pourquoi"),
        "debut": FieldStub("sceau.jour", "le premier jour du label"),
        "fin": FieldStub("sceau.jour", "le dernier jour du label, compris"),
        "message": FieldStub("string", "ce que l’avis signale"),
        "nom": FieldStub("string", "le nom par lequel d’autres règles lisent la valeur"),
        "arrondi": FieldStub(
            alternatives(DayRounding.allCases.map(\.rawValue)), "où va un jour que le mois n’a pas"
        ),
        "communicable": FieldStub("boolean", "false si le motif ne se dit pas au demandeur"),
        "motif_secret": FieldStub("string", "pourquoi le motif ne se dit pas"),
        "note": FieldStub("string", "ce qu’aucune source ne règle"),
    ]

    private static func alternatives(_ values: [String]) -> String {
        values.map { "\"\($0)\"" }.joined(separator: "|")
    }
}
