// The lists of names in the reference: facts and functions, written from what the engine knows.
// SPDX-License-Identifier: MIT

public import Labelling

/// The generated part of `docs/policy-language.md`.
public enum LanguageReference {
    /// Two Markdown tables: the facts of a dossier, then the functions.
    public static func markdown(for schema: DossierSchema) -> String {
        let facts = rows(of: schema.root, reading: "dossier")
        let functions = Builtin.all.map { "| `\($0.usage)` | \($0.summary) |" }
        return """
            | fact | type | what it is |
            | --- | --- | --- |
            \(facts.joined(separator: "\n"))

            | function | what it gives |
            | --- | --- |
            \(functions.joined(separator: "\n"))
            """
    }

    /// How rules name a record: lists by the word for one element.
    private static let elements = [
        "expertises": "expertise", "demandes": "demande", "partenariats": "partenariat",
        "labels": "label", "pieces": "piece", "references": "reference", "experts": "expert",
    ]

    private static func rows(of schema: RecordSchema, reading name: String) -> [String] {
        schema.fields.flatMap { field -> [String] in
            let own = "| `\(name).\(field.name)` | \(label(of: field.type)) | \(field.title) |"
            switch field.type {
            case .record(let inner):
                let isRoot = field.name == "collectivite"
                return [own]
                    + rows(
                        of: inner,
                        reading: isRoot ? field.name : "\(name).\(field.name)")
            case .list(.record(let inner)):
                return [own]
                    + rows(
                        of: inner,
                        reading: elements[field.name] ?? field.name)
            default: return [own]
            }
        }
    }

    private static func label(of type: FactType) -> String {
        switch type {
        case .text: "texte"
        case .closed(let list): list.values.map { "`\($0)`" }.joined(separator: ", ")
        case .country: "pays (ISO 3166-1 alpha-2)"
        case .identifier(let kind): "identifiant \(kind.rawValue)"
        case .integer: "entier"
        case .decimal: "nombre"
        case .boolean: "booléen"
        case .day: "jour"
        case .list(.record): "liste de fiches"
        case .list(let element): "liste : \(label(of: element))"
        case .record: "fiche"
        }
    }
}
