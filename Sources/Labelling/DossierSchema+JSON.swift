// The schema as a JSON Schema, and as an empty dossier to fill in.
// SPDX-License-Identifier: MIT

public import Diagnostics

extension DossierSchema {
    /// The key that names the format.
    static let schemaKey = "schema"

    /// The JSON Schema (draft 2020-12) of a dossier.
    ///
    /// What it cannot tell (keys of identifiers, days that do not exist, a SIRET of another body,
    /// elements whose facts are all null) only `Dossier.read` finds. A whole number
    /// written `2.0` passes here and is refused there.
    public func jsonSchema() -> JSONValue {
        let identifier: JSONValue = [
            "const": .string(DossierSchema.identifier), "description": "format du fichier",
        ]
        var members = root.jsonSchemaMembers
        members.insert(
            JSONValue.Member("$schema", "https://json-schema.org/draft/2020-12/schema"), at: 0)
        members.insert(JSONValue.Member("title", "Dossier de labellisation"), at: 1)
        members = members.map { member in
            switch (member.key, member.value) {
            case ("properties", .object(let properties)):
                let first = JSONValue.Member(DossierSchema.schemaKey, identifier)
                return JSONValue.Member(member.key, .object([first] + properties))
            case ("required", .array(let names)):
                let first = JSONValue.string(DossierSchema.schemaKey)
                return JSONValue.Member(member.key, .array([first] + names))
            default: return member
            }
        }
        members.append(JSONValue.Member("$defs", ["inconnu": DossierSchema.unknownSchema]))
        return .object(members)
    }

    /// A dossier with every key and no value, to fill in.
    ///
    /// Optional facts, lists included, are null: an element without facts would count as known.
    /// Required texts are empty, so that the reader names those that are left.
    public func emptyDossier() -> JSONValue {
        guard case .object(let members) = root.template else { return root.template }
        let identifier = JSONValue.string(DossierSchema.identifier)
        return .object([JSONValue.Member(DossierSchema.schemaKey, identifier)] + members)
    }

    /// The schema of `{"inconnu": "reason"}`.
    private static let unknownSchema: JSONValue = [
        "description": "valeur inconnue, avec la raison",
        "type": "object",
        "properties": [DossierReader.unknownKey: ["type": "string", "pattern": "\\S"]],
        "required": [.string(DossierReader.unknownKey)],
        "additionalProperties": false,
    ]
}

// MARK: - JSON Schema

extension RecordSchema {
    fileprivate var jsonSchemaMembers: [JSONValue.Member] {
        let properties = fields.map { JSONValue.Member($0.name, $0.jsonSchema) }
        let required = fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        var members = [
            JSONValue.Member("type", "object"),
            JSONValue.Member("properties", .object(properties)),
        ]
        if !required.isEmpty { members.append(JSONValue.Member("required", .array(required))) }
        return members + [JSONValue.Member("additionalProperties", false)]
    }
}

extension FactField {
    fileprivate var jsonSchema: JSONValue {
        let description = JSONValue.Member("description", .string(describedTitle))
        // No key of JSON Schema says it, and strict validators refuse keys of one's own.
        let mark = isPersonal ? [JSONValue.Member("$comment", "fait personnel")] : []
        let value = type.jsonSchemaMembers(of: self)
        if isRequired { return .object([description] + mark + value) }
        let alternatives: JSONValue = [
            .object(value), ["type": "null"], ["$ref": "#/$defs/inconnu"],
        ]
        return .object([description] + mark + [JSONValue.Member("anyOf", alternatives)])
    }

    private var describedTitle: String { title + (unit.map { " (\($0))" } ?? "") }
}

extension FactType {
    fileprivate func jsonSchemaMembers(of field: FactField) -> [JSONValue.Member] {
        switch self {
        case .text:
            return FactType.string(field.isRequired ? [JSONValue.Member("pattern", "\\S")] : [])
        case .closed(let list): return FactType.choice(list.values)
        case .country: return FactType.choice(Country.codes)
        case .identifier(let kind): return FactType.pattern(kind.pattern)
        case .integer: return FactType.number("integer", field)
        case .decimal: return FactType.number("number", field)
        case .boolean: return [JSONValue.Member("type", "boolean")]
        case .day: return FactType.pattern(FactType.dayPattern(of: field))
        case .list(let element):
            let items = JSONValue.object(element.jsonSchemaMembers(of: field.element))
            return [JSONValue.Member("type", "array"), JSONValue.Member("items", items)]
        case .record(let schema): return schema.jsonSchemaMembers
        }
    }

    private static func string(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        [JSONValue.Member("type", "string")] + members
    }

    private static func pattern(_ pattern: String) -> [JSONValue.Member] {
        string([JSONValue.Member("pattern", .string(pattern))])
    }

    private static func choice(_ values: [String]) -> [JSONValue.Member] {
        string([JSONValue.Member("enum", .array(values.map { .string($0) }))])
    }

    private static func number(_ name: String, _ field: FactField) -> [JSONValue.Member] {
        let bounds = [("minimum", field.bounds.lowerBound), ("maximum", field.bounds.upperBound)]
        return [JSONValue.Member("type", .string(name))]
            + bounds.compactMap { key, bound in
                Int64(exactly: bound).map { JSONValue.Member(key, .integer($0)) }
            }
    }

    private static func dayPattern(of field: FactField) -> String {
        let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
        let hour =
            "T([01][0-9]|2[0-3]):[0-5][0-9](:([0-5][0-9]|60)([.][0-9]+)?)?"
            + "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
        return field.acceptsDateTime ? "^\(day)(\(hour))?$" : "^\(day)$"
    }
}

extension FactField {
    /// The same field for the elements of its list, which are not required texts.
    fileprivate var element: FactField {
        FactField(name, title, type, minimum: minimum, maximum: maximum, unit: unit)
    }
}

extension IdentifierKind {
    fileprivate var pattern: String {
        switch self {
        case .siren: "^[0-9]{9}$"
        case .siret: "^[0-9]{14}$"
        case .codeInsee: "^([0-9]{2}|2A|2B)[0-9]{3}$"
        case .rna: "^W([0-9]{9}|2[AB][0-9]{7})$"
        }
    }
}

// MARK: - Template

extension RecordSchema {
    fileprivate var template: JSONValue {
        .object(fields.map { JSONValue.Member($0.name, $0.template) })
    }
}

extension FactField {
    fileprivate var template: JSONValue {
        switch type {
        case .record(let schema): schema.template
        default: isRequired ? "" : .null
        }
    }
}
