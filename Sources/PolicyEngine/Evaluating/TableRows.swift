// Rows of the policy's tables, by the numbers that they have in the machine.
// SPDX-License-Identifier: MIT

import Labelling

/// The tables of a regime, as Lua and Swift both count their rows.
struct TableRows {
    private let tables: [DataTable]
    /// How many rows stand before each table's.
    private let bases: [Int]
    /// For each table with a key of texts, the rows of each key in order.
    private let rowsByKey: [[String: [Int]]]

    /// Counts the rows.
    init(_ tables: [DataTable]) {
        self.tables = tables
        var bases: [Int] = []
        var count = 0
        for table in tables {
            bases.append(count)
            count += table.rows.count
        }
        self.bases = bases
        rowsByKey = tables.map { table in
            guard let key = table.key else { return [:] }
            return Dictionary(grouping: table.rows.indices) { index in
                if case .text(let text) = table.rows[index].cells[key] { text } else { "" }
            }
        }
    }

    /// The number from 1, over all tables, of the row in force that a text finds.
    func row(of table: Int, key: String, on day: Day) -> Int? {
        rowsByKey[table][key]?.first { tables[table].rows[$0].period.contains(day) }
            .map { bases[table] + $0 + 1 }
    }

    /// A cell of a row as a verdict names it and shows it; nil when it is empty.
    func cell(_ column: String, ofRow number: Int) -> NamedValue? {
        let (table, row) = place(of: number)
        return row.cells[column].map {
            NamedValue(name: path(of: row, in: table) + "." + column, value: $0.shown)
        }
    }

    /// The path of a cell, whether it holds something or not.
    func path(of column: String, ofRow number: Int) -> String {
        let (table, row) = place(of: number)
        return path(of: row, in: table) + "." + column
    }

    private func place(of number: Int) -> (DataTable, DataTable.Row) {
        let table = (bases.lastIndex { $0 < number }) ?? 0
        return (tables[table], tables[table].rows[number - bases[table] - 1])
    }

    private func path(of row: DataTable.Row, in table: DataTable) -> String {
        let place = table.key.flatMap { row.cells[$0] }.map(\.keyText) ?? "\(row.number)"
        return "\(table.name.value)[\(place)]"
    }
}

extension Constant {
    /// The value as a verdict shows it.
    fileprivate var shown: ShownValue {
        switch self {
        case .text(let text): .text(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .decimal(number)
        case .boolean(let value): .boolean(value)
        case .day(let day): .day(day)
        case .list(let elements): .list(count: Int64(elements.count))
        }
    }

    /// The value as the key of a row.
    var keyText: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .boolean(let value): "\(value)"
        case .day(let day): day.iso
        case .list: ""
        }
    }
}
