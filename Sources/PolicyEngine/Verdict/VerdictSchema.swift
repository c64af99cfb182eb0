// The JSON Schema of a verdict, for the programs that read one.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// The form of a verdict in JSON: `sceau/avis/1`.
public enum VerdictSchema {
    /// The value of the key `schema`.
    public static let identifier = "sceau/avis/1"

    /// The identifier of the flag that tells a filing or decision day outside the regime.
    public static let transitionFlag = "TRANSITION"

    /// The title of that flag.
    public static let transitionTitle = "Dossier à cheval sur une limite du régime"

    /// A JSON Schema, draft 2020-12, that every verdict satisfies.
    public static let json: JSONValue = .object(
        head + object(members).members + [.init("$defs", definitions)])

    private static let head: [JSONValue.Member] = [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("$id", "urn:sceau:avis:1"),
        .init("title", "Avis sur un dossier de labellisation"),
        .init(
            "description",
            "L’avis que les règles proposent sur un dossier, et tout ce qui y a conduit."),
    ]

    private static let members: [JSONValue.Member] = [
        .init("schema", ["const": .string(identifier)]),
        .init("dossier", object(dossier)),
        .init("politique", orNull(object(politique))),
        .init("moteur", text("Version du moteur.")),
        .init("date_decision", day("Jour pris pour la décision.")),
        .init("avis", values(of: Avis.self, "Avis sur le dossier.")),
        .init("motifs", list(text(), "Phrases des critères qui ont fait l’avis.")),
        .init("regles", list(reference("regle"), "Critères du dossier et de ses demandes.")),
        .init("expertises", list(reference("expertise"), "Un avis par expertise.")),
        .init("priorite", reference("priorite")),
        .init("signalements", list(reference("signalement"), "Points que l’avis ignore.")),
        .init("calculs", list(reference("calcul"), "Faits déduits par les règles.")),
        .init("hypotheses", list(reference("hypothese"), "Valeurs prises à défaut.")),
        .init("manquants", list(text(), "Faits et lignes qui manquent, triés.")),
        .init("inconnus", map(of: text(), "Motif d’absence que le dossier donne, par fait.")),
    ]

    private static let dossier: [JSONValue.Member] = [
        .init("numero", text("Numéro du dossier.")),
        .init("empreinte", digest("SHA-256 des octets du dossier.")),
    ]

    private static let politique: [JSONValue.Member] = [
        .init("regime", text("Identifiant du régime.")),
        .init("titre", text("Nom du régime.")),
        .init("empreinte", digest("SHA-256 des fichiers de la politique.")),
    ]

    private static let definitions: JSONValue = [
        "regle": object(rule + [.init("effet", effect)] + ruleDetails),
        "regle_de_priorite": object(
            rule + [
                .init("points", points), .init("points_max", points),
                .init("retenue", boolean),
            ] + ruleDetails),
        "expertise": object([
            .init("intitule", optionalText("Intitulé de l’expertise.")),
            .init("domaine", optionalText("Domaine de l’expertise.")),
            .init("avis", expertiseAvis),
            .init("validite", orNull(reference("validite"))),
            .init("regles", list(reference("regle"), "Règles de cette expertise.")),
        ]),
        "validite": object([
            .init("debut", day("Premier jour du label.")),
            .init("fin", day("Dernier jour du label, compris.")),
            .init("regle", text("Règle qui l’a donnée.")),
        ]),
        "priorite": object([
            .init("points", points),
            .init("points_max", points),
            .init("niveau", optionalText("Niveau des points acquis.")),
            .init("niveau_max", optionalText("Niveau des points possibles.")),
            .init("regles", list(reference("regle_de_priorite"), "Règles de priorité.")),
        ]),
        "signalement": object(rule + ruleDetails),
        "calcul": object(
            rule + [
                .init("nom", text("Nom sous lequel les règles le lisent.")),
                .init("valeur", reference("valeur")),
            ] + ruleDetails),
        "hypothese": object([
            .init("fait", text("Fait absent.")),
            .init("valeur", reference("valeur")),
            .init("regle", text("Règle qui l’a supposé.")),
            .init("sujet", subject),
        ]),
        "parametre": object([
            .init("valeur", reference("constante")),
            .init("du", orNull(day("Premier jour en vigueur."))),
        ]),
        "valeur": [
            "description": "Une valeur ; une liste est donnée par sa longueur.",
            "type": ["string", "number", "boolean", "null"],
        ],
        "constante": [
            "description": "La valeur d’un paramètre.",
            "type": ["string", "number", "boolean", "array"],
            "items": reference("constante"),
        ],
    ]

    private static let rule: [JSONValue.Member] = [
        .init("id", text("Identifiant de la règle.")),
        .init("titre", text("Titre de la règle.")),
        .init("source", optionalText("Texte d’où vient la règle.")),
        .init("sujet", subject),
        .init("resultat", result),
    ]

    private static let ruleDetails: [JSONValue.Member] = [
        .init("provisoire", boolean),
        .init("motif", optionalText("Phrase à lire.")),
        .init("lus", map(of: reference("valeur"), "Valeurs lues, dans l’ordre de la règle.")),
        .init("parametres", map(of: reference("parametre"), "Paramètres lus.")),
        .init("manquants", list(text(), "Ce qui manque à la règle.")),
    ]

    private static let subject = text(
        "Ce que la règle a jugé : dossier, expertises[1], demandes[2], ou la liste absente ou vide."
    )

    private static let result = values(of: Outcome.self, "Résultat de la règle.")

    private static let effect: JSONValue = [
        "description": "Effet d’un critère non satisfait ; null pour une validité.",
        "enum": .array(Effect.allCases.map { .string($0.rawValue) } + [.null]),
    ]

    /// One expertise never differs from itself.
    private static let expertiseAvis: JSONValue = [
        "description": "Avis sur l’expertise.",
        "enum": .array(Avis.allCases.filter { $0 != .partage }.map { .string($0.rawValue) }),
    ]

    private static let points: JSONValue = [
        "description": "Nombre de points ; null quand il ne peut être connu.",
        "type": ["number", "null"],
    ]

    private static let boolean: JSONValue = ["type": "boolean"]
}

// MARK: - The words of JSON Schema

extension VerdictSchema {
    /// An object with exactly these members.
    private static func object(_ members: [JSONValue.Member]) -> JSONValue {
        [
            "type": "object",
            "additionalProperties": false,
            "required": .array(members.map { .string($0.key) }),
            "properties": .object(members),
        ]
    }

    private static func map(of value: JSONValue, _ description: String) -> JSONValue {
        [
            "description": .string(description), "type": "object", "additionalProperties": value,
        ]
    }

    private static func list(_ items: JSONValue, _ description: String) -> JSONValue {
        ["description": .string(description), "type": "array", "items": items]
    }

    private static func text(_ description: String? = nil) -> JSONValue {
        guard let description else { return ["type": "string"] }
        return ["description": .string(description), "type": "string"]
    }

    private static func optionalText(_ description: String) -> JSONValue {
        ["description": .string(description), "type": ["string", "null"]]
    }

    private static func day(_ description: String) -> JSONValue {
        pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description)
    }

    private static func digest(_ description: String) -> JSONValue {
        pattern("^sha256:[0-9a-f]{64}$", description)
    }

    private static func pattern(_ pattern: String, _ description: String) -> JSONValue {
        ["description": .string(description), "type": "string", "pattern": .string(pattern)]
    }

    private static func values<Value: RawRepresentable<String> & CaseIterable>(
        of type: Value.Type, _ description: String
    ) -> JSONValue {
        [
            "description": .string(description),
            "enum": .array(type.allCases.map { .string($0.rawValue) }),
        ]
    }

    private static func orNull(_ schema: JSONValue) -> JSONValue {
        ["anyOf": [schema, ["type": "null"]]]
    }

    private static func reference(_ name: String) -> JSONValue {
        ["$ref": .string("#/$defs/\(name)")]
    }
}

extension JSONValue {
    /// The members of an object; none for another value.
    fileprivate var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }
}
