// A table of the policy on the page for officers.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The part of the page that shows a data table.
struct DataTableSection {
    private let table: DataTable

    /// More rows than a page is read for: the rest stays in the file.
    static let rowLimit = 300

    /// Prepares the part of a table.
    init(_ table: DataTable) { self.table = table }

    /// The table's facts, then its rows: by French name where a country is the key.
    var blocks: [PageBlock] {
        let heading = PageBlock.heading(
            level: 3, Prose(code: table.name.value), anchor: "tableau-\(table.name.value)".slug)
        guard !table.rows.isEmpty else {
            return [heading, .list(facts), .paragraph("Ce tableau ne contient aucune ligne.")]
        }
        return [heading, .list(facts), .table(rows)] + remainder
    }

    private var facts: [ListItem] {
        let key: Prose =
            if let key = table.key {
                "\(code: key) ; une valeur sans ligne \(table.isComplete ? "n’est pas du tableau" : "est inconnue, et ne vaut jamais zéro")"
            } else {
                "aucune : les lignes se lisent dans leur ordre"
            }
        return [
            ListItem("\(strong: "Fichier") : \(code: table.path)."),
            ListItem("\(strong: "Clé") : \(key)."),
            ListItem(
                "\(strong: "Contenu") : \(French.count(table.rows.count, "ligne", "lignes"))."),
        ]
    }

    private var remainder: [PageBlock] {
        let left = table.rows.count - DataTableSection.rowLimit
        guard left > 0 else { return [] }
        return [
            .paragraph("Le fichier contient \(French.count(left, "autre ligne", "autres lignes")).")
        ]
    }

    private var rows: Table {
        let columns = table.columns.filter { column in
            table.rows.contains { $0.cells[column.name] != nil }
        }
        return Table(
            header: columns.map { Prose(code: $0.name) },
            rows: orderedRows.prefix(DataTableSection.rowLimit).map { row in
                columns.map { Prose(text(row, $0)) }
            })
    }

    private var orderedRows: [DataTable.Row] {
        guard let key = table.columns.first(where: { $0.name == table.key }), key.type == .pays
        else { return table.rows }
        return French.ordered(table.rows) { text($0, key) }
    }

    private func text(_ row: DataTable.Row, _ column: DataTable.Column) -> String {
        row.cells[column.name]?.french(as: column.type.factType) ?? ""
    }
}
