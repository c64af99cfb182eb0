// The names that rules may use, as two tables of a reference page.
// SPDX-License-Identifier: MIT

package import Labelling
import PolicyEngine

/// Lists the facts of a schema and the functions of the language, in Markdown.
package struct LanguageReference {
    private let schema: DossierSchema

    /// Lists the facts of this schema.
    package init(_ schema: DossierSchema) { self.schema = schema }

    /// Both tables, with their headings.
    package var markdown: String {
        let facts = rows(of: schema.root, under: "dossier")
        let functions = Builtin.all.map { "| `\($0.usage)` | \($0.summary) |" }
        let constants = LibraryConstant.all.map { "| `\($0.name)` | \($0.summary) |" }
        return """
            ### Faits

            Un *fait personnel* peut dire quelque chose d’une personne\u{A0}: aucun texte d’une règle ni
            aucun calcul ne le cite, et il n’est ni une clé, ni un jour, ni une hypothèse, ni un
            message d’échec.

            | nom | ce que c’est | type |
            | --- | --- | --- |
            \(facts.joined(separator: "\n"))

            ### Fonctions

            | écriture | ce qu’elle donne |
            | --- | --- |
            \((functions + constants).joined(separator: "\n"))

            """
    }

    /// A row for each fact, those of a record or of a list's elements after it.
    private func rows(of record: RecordSchema, under prefix: String) -> [String] {
        record.fields.flatMap { field in
            let path = "\(prefix).\(field.name)"
            let mark = field.isPersonal ? " (*fait personnel*)" : ""
            let title = field.title + (field.unit.map { " (\($0))" } ?? "") + mark
            let row = "| `\(path)` | \(title) | \(field.type.french) |"
            let inner = field.type.record.map { rows(of: $0, under: rootName(field, path)) }
            return [row] + (inner ?? [])
        }
    }

    /// The name by which rules read a record: those at the top have names of their own.
    private func rootName(_ field: FactField, _ path: String) -> String {
        switch path {
        case "dossier.collectivite": "collectivite"
        case "dossier.expertises": "expertise"
        case "dossier.demandes": "demande"
        default: if case .list = field.type { path + "[]" } else { path }
        }
    }
}

extension FactType {
    /// What the fact may be, for a reader.
    var french: String {
        switch self {
        case .text: "texte"
        case .closed(let list): list.values.map { "`\($0)`" }.joined(separator: ", ")
        case .country: "pays (deux lettres)"
        case .identifier: "numéro vérifié"
        case .integer: "nombre entier"
        case .decimal: "nombre"
        case .boolean: "oui ou non"
        case .day: "jour"
        case .list(.record): "liste"
        case .list(let element): "liste\u{A0}: \(element.french)"
        case .record: "ensemble de faits"
        }
    }
}
