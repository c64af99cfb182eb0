// The JSON Schema of the faults of a dossier, for the programs that read results by lines.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The form of a dossier without a verdict, in a result by lines: `sceau/erreur/1`.
enum FaultSchema {
    /// The value of the key `schema`.
    static let identifier = "sceau/erreur/1"

    /// A JSON Schema, draft 2020-12, that every such line satisfies.
    static let json: JSONValue = .object(head + members(line))

    private static let head: [JSONValue.Member] = [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("$id", "urn:sceau:erreur:1"),
        .init("title", "Dossier sans avis"),
        .init("description", "Ce qui a empêché de donner un avis, à la place de cet avis."),
    ]

    private static let line: [JSONValue.Member] = [
        .init("schema", ["const": .string(identifier)]),
        .init("fichier", text("Fichier tel qu’il a été nommé ; - pour l’entrée standard.")),
        .init("ligne", number("Ligne du fichier ; null quand il ne porte qu’un dossier.", .orNull)),
        .init("statut", number("Statut de sortie que cette erreur entraîne.")),
        .init("erreur", text("Ce qui ne va pas, en une phrase.")),
        .init("aide", text("Ce qu’on peut y faire.", .orNull)),
        .init("diagnostics", ["type": "array", "items": .object(members(diagnostic))]),
    ]

    /// A diagnostic, as `Diagnostic.jsonValue` gives it.
    static let diagnosticSchema: JSONValue = .object(members(diagnostic))

    private static let diagnostic: [JSONValue.Member] = [
        .init("severite", ["enum": ["erreur", "avertissement"]]),
        .init("code", text("Nom stable de la faute.")),
        .init("message", text("Ce qui ne va pas, puis ce qui a été trouvé.")),
        .init("fichier", text("Fichier, tel qu’il est montré.")),
        .init("ligne", number("Ligne du premier caractère.")),
        .init("colonne", number("Colonne du premier caractère, en caractères Unicode.")),
        .init("ligne_fin", number("Ligne de la fin.")),
        .init("colonne_fin", number("Colonne qui suit le dernier caractère.")),
        .init("indication", text("Texte bref à côté de la faute.", .orNull)),
        .init("aide", text("Le remède.", .orNull)),
        .init("notes", ["type": "array", "items": ["type": "string"]]),
        .init("correction", text("Texte à mettre à la place.", .orNull)),
    ]

    /// An object with exactly these members.
    private static func members(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        [
            .init("type", "object"),
            .init("additionalProperties", false),
            .init("required", .array(members.map { .string($0.key) })),
            .init("properties", .object(members)),
        ]
    }

    /// Whether a value may be null.
    private enum Presence {
        case always, orNull
    }

    private static func text(_ description: String, _ presence: Presence = .always) -> JSONValue {
        value("string", description, presence)
    }

    private static func number(_ description: String, _ presence: Presence = .always) -> JSONValue {
        value("integer", description, presence)
    }

    private static func value(
        _ type: String, _ description: String, _ presence: Presence
    ) -> JSONValue {
        let type = JSONValue.string(type)
        return [
            "description": .string(description),
            "type": presence == .always ? type : [type, "null"],
        ]
    }
}
