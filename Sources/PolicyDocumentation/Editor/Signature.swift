// The parameters and results of the functions of the language, for editors.
// SPDX-License-Identifier: MIT

/// How an editor shows a function.
struct Signature {
    /// The parameters in order; the name of an optional one ends with `?`.
    let parameters: [(name: String, type: String)]
    /// What it gives.
    let result: String

    /// Makes a signature.
    init(_ parameters: [(name: String, type: String)], _ result: String) {
        self.parameters = parameters
        self.result = result
    }

    /// Whether some type is that of the elements of a list given.
    var isGeneric: Bool {
        (parameters.map(\.type) + [result]).contains { type in
            type.split { !($0.isLetter || $0.isNumber) }.contains("T")
        }
    }

    /// By the function's name.
    static let of: [String: Signature] = [days, lists, choices, texts, forms, numbers, lua]
        .reduce(into: [:]) { $0.merge($1) { first, _ in first } }

    private static let days = [
        "jour": Signature([("texte", "string")], "sceau.jour"),
        "ans": Signature([("nombre", "number")], "sceau.duree"),
        "mois": Signature([("nombre", "number")], "sceau.duree"),
        "jours": Signature([("nombre", "number")], "sceau.duree"),
        "ans_revolus": Signature([("debut", "sceau.jour"), ("fin", "sceau.jour")], "integer"),
        "mois_revolus": Signature([("debut", "sceau.jour"), ("fin", "sceau.jour")], "integer"),
    ]

    private static let lists = [
        "parmi": Signature([("x", "any"), ("liste", "table")], "boolean"),
        "nombre": Signature([("liste", "table")], "integer"),
        "existe": Signature([("liste", "table"), ("choix", "sceau.choix")], "boolean"),
        "tous": Signature([("liste", "table"), ("choix", "sceau.choix")], "boolean"),
        "compte": Signature([("liste", "table"), ("choix", "sceau.choix")], "integer"),
        "somme": Signature(
            [("liste", "T[]"), ("valeur", "fun(element: T): number")], "number"),
        "premier": Signature(
            [("liste", "T[]"), ("choix", "sceau.choix"), ("sinon?", "any")], "T"),
        "joindre": Signature([("liste", "string[]"), ("separateur", "string")], "string"),
    ]

    private static let choices = [
        "entre": Signature(
            [("x", "T"), ("min", "T"), ("max", "T")], "boolean"),
        "connu": Signature([("x", "any")], "boolean"),
        "renseigne": Signature([("x", "any")], "boolean"),
        "defaut": Signature([("x", "T"), ("v", "T")], "T"),
        "si_sinon": Signature([("condition", "boolean"), ("a", "T"), ("b", "T")], "T"),
    ]

    private static let texts = [
        "nom_pays": Signature([("code", "string")], "string"),
        "minuscules": Signature([("texte", "string")], "string"),
        "majuscules": Signature([("texte", "string")], "string"),
        "contient": Signature([("texte", "string"), ("partie", "string")], "boolean"),
        "commence_par": Signature([("texte", "string"), ("debut", "string")], "boolean"),
        "extrait": Signature(
            [("texte", "string"), ("i", "integer"), ("j?", "integer")], "string"),
        "string.sub": Signature(
            [("texte", "string"), ("i", "integer"), ("j?", "integer")], "string"),
        "string.len": Signature([("texte", "string")], "integer"),
        "tostring": Signature([("x", "any")], "string"),
        "tonumber": Signature([("texte", "string")], "number?"),
    ]

    private static let forms = [
        "string.find": Signature(
            [
                ("texte", "string"), ("modele", "string"), ("depuis?", "integer"),
                ("tel_quel?", "boolean"),
            ], "integer?, integer?"),
        "string.match": Signature(
            [("texte", "string"), ("modele", "string"), ("depuis?", "integer")],
            "string?, string?"),
        "string.gmatch": Signature(
            [("texte", "string"), ("modele", "string"), ("depuis?", "integer")],
            "fun(): string, string"),
        "string.gsub": Signature(
            [
                ("texte", "string"), ("modele", "string"),
                ("remplacement", "string|table|function"), ("fois?", "integer"),
            ], "string, integer"),
        "string.format": Signature([("texte", "string"), ("...", "any")], "string"),
        "string.rep": Signature(
            [("texte", "string"), ("fois", "integer"), ("separateur?", "string")], "string"),
        "utf8.len": Signature(
            [("texte", "string"), ("i?", "integer"), ("j?", "integer")], "integer"),
        "utf8.char": Signature([("numero", "integer"), ("...", "integer")], "string"),
        "utf8.codepoint": Signature(
            [("texte", "string"), ("i?", "integer"), ("j?", "integer")], "integer"),
    ]

    private static let numbers = [
        "math.floor": Signature([("x", "number")], "integer"),
        "math.ceil": Signature([("x", "number")], "integer"),
        "math.abs": Signature([("x", "number")], "number"),
        "math.max": Signature([("a", "T"), ("...", "T")], "T"),
        "math.min": Signature([("a", "T"), ("...", "T")], "T"),
        "math.sqrt": Signature([("x", "number")], "number"),
        "math.fmod": Signature([("a", "number"), ("b", "number")], "number"),
        "math.tointeger": Signature([("x", "number")], "integer?"),
    ]

    private static let lua = [
        "ipairs": Signature([("liste", "T[]")], "fun(): integer, T"),
        "pairs": Signature([("table", "table<any, T>")], "fun(): any, T"),
        "error": Signature([("message", "string"), ("niveau?", "integer")], "nil"),
        "table.insert": Signature([("liste", "T[]"), ("x", "any"), ("y?", "T")], "nil"),
        "table.remove": Signature([("liste", "T[]"), ("i?", "integer")], "T?"),
        "table.concat": Signature(
            [("liste", "string[]"), ("separateur?", "string")], "string"),
        "table.sort": Signature(
            [("liste", "T[]"), ("avant?", "fun(a: T, b: T): boolean")], "nil"),
        "table.unpack": Signature(
            [("liste", "T[]"), ("i?", "integer"), ("j?", "integer")], "T, T"),
        "assert": Signature([("condition", "T"), ("message?", "string")], "T"),
    ]
}
