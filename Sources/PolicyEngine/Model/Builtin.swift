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
        Builtin(
            "extrait", 2...3, "extrait(texte, i, j)",
            "une partie d’un texte, du caractère i au caractère j"),
    ]

    private static let numbers = [
        Builtin("math.floor", 1...1, "math.floor(x)", "l’entier juste au-dessous"),
        Builtin("math.ceil", 1...1, "math.ceil(x)", "l’entier juste au-dessus"),
        Builtin("math.abs", 1...1, "math.abs(x)", "la valeur absolue"),
        Builtin("math.max", 1...20, "math.max(a, b)", "le plus grand"),
        Builtin("math.min", 1...20, "math.min(a, b)", "le plus petit"),
        Builtin("math.sqrt", 1...1, "math.sqrt(x)", "la racine carrée"),
        Builtin(
            "math.fmod", 2...2, "math.fmod(a, b)", "le reste de la division, du signe de a"),
        Builtin(
            "math.tointeger", 1...1, "math.tointeger(x)",
            "x écrit en entier, rien s’il a une virgule"),
    ]

    private static let lua = walks + tables + strings

    private static let walks = [
        Builtin("ipairs", 1...1, "for i, e in ipairs(liste) do", "parcourt une liste dans l’ordre"),
        Builtin(
            "pairs", 1...1, "for cle, v in pairs(table) do", "parcourt une table par clés triées"),
        Builtin("tostring", 1...1, "tostring(x)", "le texte d’un nombre ou d’un booléen"),
        Builtin("tonumber", 1...1, "tonumber(texte)", "le nombre écrit dans un texte"),
        Builtin("error", 1...2, "error(\"message\")", "arrête la règle avec un message"),
        Builtin(
            "assert", 1...2, "assert(condition, \"message\")",
            "arrête la règle quand la condition est fausse"),
    ]

    private static let tables = [
        Builtin("table.insert", 2...3, "table.insert(liste, x)", "ajoute à une liste locale"),
        Builtin("table.remove", 1...2, "table.remove(liste)", "retire d’une liste locale"),
        Builtin(
            "table.concat", 1...2, "table.concat(liste, \", \")", "les textes de la liste, joints"),
        Builtin(
            "table.sort", 1...2, "table.sort(liste, function(a, b) return a < b end)",
            "trie une liste locale ; deux éléments égaux gardent leur ordre"),
        Builtin(
            "table.unpack", 1...3, "local a, b = table.unpack(liste)",
            "les éléments d’une liste locale, un pour chaque nom"),
    ]

    private static let strings = [
        Builtin("string.sub", 2...3, "string.sub(texte, i, j)", "une partie d’un texte, en octets"),
        Builtin("string.len", 1...1, "string.len(texte)", "la longueur d’un texte, en octets"),
        Builtin(
            "string.find", 2...4, "string.find(texte, modele)",
            "le début et la fin du premier passage de cette forme, en octets, rien s’il n’y en a pas"
        ),
        Builtin(
            "string.match", 2...3, "string.match(texte, modele)",
            "le premier passage de cette forme, ou ses captures, rien s’il n’y en a pas"),
        Builtin(
            "string.gmatch", 2...3, "for mot in string.gmatch(texte, modele) do",
            "parcourt les passages de cette forme"),
        Builtin(
            "string.gsub", 3...4, "string.gsub(texte, modele, remplacement)",
            "le texte où chaque passage de cette forme est remplacé, puis leur nombre"),
        Builtin(
            "string.format", 1...20, "string.format(\"%d sur %d\", a, b)",
            "le texte où chaque « % » reçoit une valeur"),
        Builtin("string.rep", 2...3, "string.rep(texte, n)", "le texte répété n fois"),
        Builtin("utf8.len", 1...3, "utf8.len(texte)", "le nombre de caractères d’un texte"),
        Builtin("utf8.char", 1...20, "utf8.char(233)", "le caractère de ce numéro Unicode"),
        Builtin(
            "utf8.codepoint", 1...3, "utf8.codepoint(texte)",
            "le numéro Unicode du premier caractère"),
    ]
}
