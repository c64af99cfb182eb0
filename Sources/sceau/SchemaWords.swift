// The words of JSON Schema, draft 2020-12, for the documents of reports.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// A document that a command writes: the value of its key `schema`, and its JSON Schema.
struct DocumentSchema {
    /// `sceau/…/1`.
    let identifier: String
    /// A JSON Schema that every such document satisfies.
    let json: JSONValue

    /// Describes a document; `sceau/impact/1` is named `urn:sceau:impact:1`.
    init(
        _ identifier: String, _ title: String, _ description: String,
        _ members: [JSONValue.Member], optional: [JSONValue.Member] = [],
        definitions: [JSONValue.Member] = []
    ) {
        self.identifier = identifier
        let urn = "urn:" + identifier.replacing("/", with: ":")
        let head: [JSONValue.Member] = [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
            .init("$id", .string(urn)), .init("title", .string(title)),
            .init("description", .string(description)),
        ]
        let all = [.init("schema", ["const": .string(identifier)])] + members
        json = .object(
            head + SchemaWords.members(all, optional: optional)
                + (definitions.isEmpty ? [] : [.init("$defs", .object(definitions))]))
    }
}

/// Values as a JSON Schema describes them.
enum SchemaWords {
    /// Whether a value may be null.
    enum Presence {
        case always, orNull
    }

    /// An object with exactly these members.
    static func object(_ members: [JSONValue.Member]) -> JSONValue {
        .object(self.members(members))
    }

    /// The same, of which more may be said.
    static func members(
        _ members: [JSONValue.Member], optional: [JSONValue.Member] = []
    ) -> [JSONValue.Member] {
        [
            .init("type", "object"),
            .init("additionalProperties", false),
            .init("required", .array(members.map { .string($0.key) })),
            .init("properties", .object(members + optional)),
        ]
    }

    /// An object with these members, of which some may be missing.
    static func object(
        _ members: [JSONValue.Member], optional: [JSONValue.Member]
    ) -> JSONValue {
        .object(self.members(members, optional: optional))
    }

    /// A list of what a definition describes.
    static func list(of name: String, _ description: String) -> JSONValue {
        ["description": .string(description), "type": "array", "items": reference(name)]
    }

    /// What a definition describes.
    static func reference(_ name: String, _ presence: Presence = .always) -> JSONValue {
        let reference: JSONValue = ["$ref": .string("#/$defs/\(name)")]
        return presence == .always ? reference : ["anyOf": [reference, ["type": "null"]]]
    }

    /// Texts.
    static func texts(_ description: String) -> JSONValue {
        [
            "description": .string(description), "type": "array", "items": ["type": "string"],
        ]
    }

    /// A list of numbers or texts of a closed set.
    static func list(_ items: JSONValue, _ description: String) -> JSONValue {
        ["description": .string(description), "type": "array", "items": items]
    }

    /// A dossier as it could stand in a file.
    static func dossier(_ description: String) -> JSONValue {
        [
            "description": .string(description), "type": "object",
            "properties": ["schema": ["const": .string(DossierSchema.identifier)]],
            "required": ["schema"],
        ]
    }

    /// One of some words.
    static func one(of words: [String], _ description: String) -> JSONValue {
        [
            "description": .string(description), "enum": .array(words.map { .string($0) }),
        ]
    }

    /// A text.
    static func text(_ description: String, _ presence: Presence = .always) -> JSONValue {
        value("string", description, presence)
    }

    /// A whole number.
    static func count(_ description: String, _ presence: Presence = .always) -> JSONValue {
        value("integer", description, presence)
    }

    /// A number of points; null when it cannot be known.
    static func points(_ description: String) -> JSONValue {
        value("number", description, .orNull)
    }

    /// `true` or `false`.
    static func boolean(_ description: String) -> JSONValue {
        value("boolean", description, .always)
    }

    /// A day, `yyyy-mm-dd`.
    static func day(_ description: String, _ presence: Presence = .always) -> JSONValue {
        [
            "description": .string(description),
            "type": presence == .always ? "string" : ["string", "null"],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        ]
    }

    /// The fingerprint of a policy.
    static func digest(_ description: String) -> JSONValue {
        [
            "description": .string(description), "type": "string",
            "pattern": "^sha256:[0-9a-f]{64}$",
        ]
    }

    /// One of the values of a closed set.
    static func one<Value: RawRepresentable<String> & CaseIterable>(
        of type: Value.Type, _ description: String, _ presence: Presence = .always
    ) -> JSONValue {
        let values = type.allCases.map { JSONValue.string($0.rawValue) }
        return [
            "description": .string(description),
            "enum": .array(values + (presence == .orNull ? [.null] : [])),
        ]
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

extension JSONValue {
    /// A number of points, as an integer when it is whole; null when there is none.
    static func points(_ points: Double?) -> JSONValue {
        points.map { number in
            Int64(exactly: number).map { .integer($0) } ?? .number(number)
        } ?? .null
    }
}
