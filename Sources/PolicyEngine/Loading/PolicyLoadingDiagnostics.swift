// The texts of what is found when constructs are read: encodings, shapes and fields.
// SPDX-License-Identifier: MIT

import Diagnostics

// MARK: - Files

extension PolicyFinding {
    /// A byte that UTF-8 does not have there.
    static func wrongByte(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .encoding, message: "\(name) qui n’est pas de l’UTF-8",
            label: "ici et peut-être plus loin", help: saveAsUTF8,
            notes: ["le fichier est probablement enregistré en Windows-1252 (« ANSI »)"])
    }

    /// A file in UTF-16 or UTF-32.
    static func foreignEncoding(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .encoding, message: "fichier enregistré en \(name), et non en UTF-8",
            help: saveAsUTF8)
    }

    /// A workbook or a document under another name.
    static func officeDocument() -> PolicyFinding {
        PolicyFinding(
            code: .encoding,
            message: "ce fichier est un classeur ou un document, et non un fichier de texte",
            help: "ouvrez-le dans le logiciel qui l’a fait, et enregistrez un tableau en « CSV "
                + "UTF-8 », des règles en texte brut UTF-8")
    }

    /// A byte zero.
    static func nulByte() -> PolicyFinding {
        PolicyFinding(
            code: .encoding, message: "octet nul : ce n’est pas un fichier de texte en UTF-8",
            help: saveAsUTF8)
    }

    private static let saveAsUTF8 = "enregistrez le fichier de nouveau, en choisissant UTF-8"
}

// MARK: - Constructs

extension PolicyFinding {
    /// A call shaped like a construct whose name no one knows.
    static func unknownConstruct(
        _ name: String, nearest: String?, among known: [String]
    ) -> PolicyFinding {
        PolicyFinding(
            code: .unknownConstruct, message: "construction \(name.quotedToken) inconnue",
            label: proposal(nearest), help: "constructions : \(known.joined(separator: ", "))",
            fix: nearest)
    }

    /// A construct that is not written as it must be.
    static func wrongShape(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .shape, message: "\(kind.rawValue.quotedToken) ne s’écrit pas ainsi",
            help: "écrivez \(kind.shape)")
    }

    /// A construct without an identifier.
    static func constructWithoutID(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .shape, message: "\(kind.rawValue.quotedToken) sans identifiant",
            help: "écrivez \(kind.shape)")
    }

    /// A construct without a table.
    static func constructWithoutTable(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .shape, message: "\(kind.rawValue.quotedToken) sans table de champs",
            help: "écrivez \(kind.shape)")
    }

    /// A construct whose identifier is computed.
    static func computedID(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .shape,
            message: "l’identifiant de \(kind.rawValue.quotedToken) n’est pas un texte entre "
                + "guillemets",
            help: "écrivez \(kind.shape)")
    }

    /// A construct whose table is computed.
    static func computedTable(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .shape,
            message: "les champs de \(kind.rawValue.quotedToken) ne sont pas écrits entre "
                + "accolades",
            help: "écrivez \(kind.shape)")
    }

    /// A construct of test files among rules.
    static func testInPolicy(_ kind: ConstructKind) -> PolicyFinding {
        PolicyFinding(
            code: .misplacedTest,
            message: "\(kind.rawValue.quotedToken) ne se place pas parmi les règles",
            help: "les cas s’écrivent dans un fichier du dossier tests des politiques")
    }

    /// An identifier that holds blank space.
    static func wrongID(_ id: String) -> PolicyFinding {
        PolicyFinding(
            code: .identifier, message: "identifiant \(id.quotedToken) avec une espace",
            help: idShape)
    }

    /// An identifier without a character.
    static func emptyID() -> PolicyFinding {
        PolicyFinding(code: .identifier, message: "identifiant vide", help: idShape)
    }

    private static let idShape =
        "un identifiant se compose de lettres, de chiffres et de tirets, comme ELIG-01"
}

// MARK: - Fields

extension PolicyFinding {
    /// A field that a construct does not have.
    static func unknownField(
        _ name: String, in owner: String, among known: [String]
    ) -> PolicyFinding {
        let nearest = Spelling.nearest(to: name, among: known)
        return PolicyFinding(
            code: .unknownField, message: "champ \(name.quotedToken) inconnu dans \(owner)",
            label: proposal(nearest), help: "champs admis : \(known.joined(separator: ", "))",
            fix: nearest)
    }

    /// A field that a construct must have.
    static func missingField(_ name: String, in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .missingField, message: "champ \(name.quotedToken) manquant dans \(owner)",
            help: "ajoutez \(name) = …")
    }

    /// A field that stands twice.
    package static func repeatedField(_ name: String, firstLine: Int) -> PolicyFinding {
        PolicyFinding(
            code: .repeatedField, message: "champ \(name.quotedToken) donné deux fois",
            help: "gardez l’un des deux", notes: ["déjà donné à la ligne \(firstLine)"])
    }

    /// A text of nothing but blank space.
    static func blankField(_ name: String) -> PolicyFinding {
        PolicyFinding(
            code: .blankField, message: "le texte de \(name.quotedToken) est vide",
            help: "écrivez-le, ou retirez le champ s’il peut manquer")
    }

    /// A value without a name.
    static func positionalField(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .unnamedValue, message: "valeur sans nom de champ dans \(owner)",
            help: "écrivez nom_du_champ = valeur ; une virgule sépare deux champs")
    }

    /// `points = 0,5`.
    static func decimalComma(whole: String, decimals: String) -> PolicyFinding {
        PolicyFinding(
            code: .decimalComma,
            message: "\("\(whole),\(decimals)".quotedToken) est lu comme deux valeurs",
            label: "écrivez « \(whole).\(decimals) »",
            help: "un nombre à virgule s’écrit avec un point", fix: "\(whole).\(decimals)")
    }

    /// `["titre"] = …`.
    static func computedField(in owner: String) -> PolicyFinding {
        PolicyFinding(
            code: .computedField, message: "nom de champ entre crochets dans \(owner)",
            help: "écrivez nom_du_champ = valeur")
    }

    /// A named field in a list.
    static func namedElement(of field: String) -> PolicyFinding {
        PolicyFinding(
            code: .namedElement,
            message: "\(field.quotedToken) est une liste sans noms de champs",
            help: "retirez ce nom et son « = », ou entourez l’élément d’accolades")
    }
}
