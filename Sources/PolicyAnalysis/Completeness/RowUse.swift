// Which rows of tables are in force while a rule reads their table.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// The rows of all tables, those of one file once however many regimes read it.
struct RowUse {
    private var rows: [Row: Bool] = [:]

    /// A row of a table.
    private struct Row: Hashable {
        let path: String
        let table: String
        let key: String?
        let number: Int
        let period: Period
    }

    /// Notes the rows that rules of a regime may read.
    mutating func add(_ meaning: RegimeMeaning, _ pieces: [TimePiece]) {
        for table in meaning.regime.declarations.tables {
            let readers = meaning.rules.indices.filter { index in
                meaning.tables(of: index).contains { $0.name.value == table.name.value }
            }
            let read = pieces.filter { piece in
                readers.contains { meaning.rules[$0].rule.period.contains(piece.days.lowerBound) }
            }
            for row in table.rows {
                let key = table.key.flatMap { row.cells[$0] }.map { constant in
                    if case .text(let text) = constant { text } else { "\(constant)" }
                }
                let isRead = read.contains { row.period.overlaps($0.period) }
                let entry = Row(
                    path: table.path, table: table.name.value, key: key, number: row.number,
                    period: row.period)
                rows[entry] = rows[entry] ?? false || isRead
            }
        }
    }

    /// The rows that no rule in force ever reads, by table and number.
    var unused: [CompletenessFinding] {
        rows.filter { !$0.value }.map(\.key)
            .sorted { ($0.table, $0.number) < ($1.table, $1.number) }
            .map { row in
                CompletenessFinding(
                    kind: .unusedRow, regime: nil,
                    name: "\(row.table)[\(row.key ?? String(row.number))]", others: [],
                    titre: row.path,
                    periods: [row.period], isExact: true, witness: nil)
            }
    }
}
