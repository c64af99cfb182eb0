// The functions that a policy may call: one table for the checker, the engine and the reference.
// SPDX-License-Identifier: MIT

/// A function of the policy language.
public struct Builtin: Sendable {
    /// Its name, dotted for a function of a Lua library.
    public let name: String
    /// How many arguments it takes.
    public let arity: ClosedRange<Int>
    /// How it is written, for messages and for the reference.
    public let usage: String
    /// What it gives, in French, one sentence.
    public let summary: String

    init(_ name: String, _ arity: ClosedRange<Int>, _ usage: String, _ summary: String) {
        self.name = name
        self.arity = arity
        self.usage = usage
        self.summary = summary
    }

    /// The builtin of a name, if any.
    public static func named(_ name: String) -> Builtin? { table[name] }

    /// Every function, in the order of the reference.
    public static let all: [Builtin] = days + lists + presence + choices + texts + numbers + lua

    private static let table: [String: Builtin] =
        Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    private static let days = [
        Builtin("jour", 1...1, "jour \"2020-07-08\"", "le jour écrit année-mois-jour"),
        Builtin("ans", 1...1, "ans(3)", "une durée en années"),
        Builtin("mois", 1...1, "mois(6)", "une durée en mois"),
        Builtin("jours", 1...1, "jours(15)", "une durée en jours"),
        Builtin(
            "ans_revolus", 2...2, "ans_revolus(debut, fin)",
            "le nombre d’années entières entre deux jours"),
        Builtin(
            "mois_revolus", 2...2, "mois_revolus(debut, fin)",
            "le nombre de mois entiers entre deux jours"),
    ]

    private static let lists = [
        Builtin("parmi", 2...2, "parmi(x, liste)", "vrai si x est dans la liste ou la table"),
        Builtin("entre", 3...3, "entre(x, min, max)", "vrai si min ≤ x ≤ max, bornes comprises"),
        Builtin("nombre", 1...1, "nombre(liste)", "le nombre d’éléments de la liste"),
        Builtin(
            "existe", 2...2, "existe(liste, { champ = valeur })",
            "vrai si un élément au moins convient"),
        Builtin(
            "tous", 2...2, "tous(liste, { champ = valeur })",
            "vrai si tous les éléments conviennent"),
        Builtin(
            "compte", 2...2, "compte(liste, { champ = valeur })",
            "le nombre d’éléments qui conviennent"),
        Builtin(
            "somme", 2...2, "somme(liste, function(e) return e.champ end)",
            "la somme d’un nombre pris sur chaque élément"),
        Builtin(
            "premier", 2...3, "premier(liste, { champ = valeur }, sinon)",
            "le premier élément qui convient, à défaut `sinon`"),
    ]

    private static let presence = [
        Builtin("connu", 1...1, "connu(x)", "vrai si x est renseigné dans le dossier"),
        Builtin(
            "renseigne", 1...1, "renseigne(x)",
            "faux si x est absent, vide ou blanc ; le fait est alors nommé comme manquant"),
        Builtin(
            "defaut", 2...2, "defaut(x, v)", "x, ou v si x est absent : une hypothèse affichée"),
    ]

    private static let choices = [
        Builtin(
            "si_sinon", 3...3, "si_sinon(condition, a, b)", "a si la condition est vraie, b sinon")
    ]

    private static let texts = [
        Builtin("nom_pays", 1...1, "nom_pays(code)", "le nom français d’un pays"),
        Builtin("minuscules", 1...1, "minuscules(texte)", "le texte en minuscules"),
        Builtin("majuscules", 1...1, "majuscules(texte)", "le texte en majuscules"),
        Builtin(
            "contient", 2...2, "contient(texte, partie)", "vrai si le texte contient la partie"),
        Builtin(
            "commence_par", 2...2, "commence_par(texte, debut)",
            "vrai si le texte commence ainsi"),
        Builtin("joindre", 2...2, "joindre(liste, separateur)", "les textes de la liste, joints"),
    ]

    private static let numbers = [
        Builtin("math.floor", 1...1, "math.floor(x)", "l’entier juste au-dessous"),
        Builtin("math.ceil", 1...1, "math.ceil(x)", "l’entier juste au-dessus"),
        Builtin("math.abs", 1...1, "math.abs(x)", "la valeur absolue"),
        Builtin("math.max", 1...20, "math.max(a, b)", "le plus grand"),
        Builtin("math.min", 1...20, "math.min(a, b)", "le plus petit"),
    ]

    private static let lua = [
        Builtin("ipairs", 1...1, "for i, e in ipairs(liste) do", "parcourt une liste dans l’ordre"),
        Builtin(
            "pairs", 1...1, "for cle, v in pairs(table) do", "parcourt une table par clés triées"),
        Builtin("tostring", 1...1, "tostring(x)", "le texte d’un nombre ou d’un booléen"),
        Builtin("tonumber", 1...1, "tonumber(texte)", "le nombre écrit dans un texte"),
        Builtin("error", 1...2, "error(\"message\")", "arrête la règle avec un message"),
        Builtin("table.insert", 2...3, "table.insert(liste, x)", "ajoute à une liste locale"),
        Builtin("table.remove", 1...2, "table.remove(liste)", "retire d’une liste locale"),
        Builtin(
            "table.concat", 1...2, "table.concat(liste, \", \")", "les textes de la liste, joints"),
        Builtin("string.sub", 2...3, "string.sub(texte, i, j)", "une partie d’un texte, en octets"),
        Builtin("string.len", 1...1, "string.len(texte)", "la longueur d’un texte, en octets"),
    ]
}
