// The numbers under which the names of facts and columns cross into Lua.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// Every name that a record of the dossier or a row of a table can have, numbered from 1.
struct KeyNumbers {
    /// The names, the first under number 1.
    let names: [String]
    private let numbers: [String: Int]

    /// Numbers the names of a schema and of the columns of tables.
    init(_ schema: DossierSchema, tables: [DataTable]) {
        var names: [String] = []
        var numbers: [String: Int] = [:]
        func add(_ name: String) {
            guard numbers[name] == nil else { return }
            names.append(name)
            numbers[name] = names.count
        }
        func add(_ record: RecordSchema) {
            for field in record.fields {
                add(field.name)
                if let inner = field.type.record { add(inner) }
            }
        }
        add(schema.root)
        for column in tables.flatMap(\.columns) { add(column.name) }
        self.names = names
        self.numbers = numbers
    }

    /// The number of a name; nil when no record and no row can have it.
    func number(of name: String) -> Int? { numbers[name] }
}

extension LuaArguments {
    /// Adds a record of facts; absent facts have no field.
    mutating func append(_ record: FactRecord, _ keys: KeyNumbers) {
        let known = record.fields.compactMap { name, fact in
            keys.number(of: name).map { (number: $0, fact: fact) }
        }
        beginRecord(identity: 1, fields: known.count)
        for field in known {
            append(key: field.number)
            append(field.fact, keys)
        }
    }

    private mutating func append(_ fact: Fact, _ keys: KeyNumbers) {
        switch fact {
        case .text(let text): append(text: text)
        case .integer(let number): append(integer: number)
        case .decimal(let number): append(number: number)
        case .boolean(let value): append(boolean: value)
        case .day(let day): append(box: Int64(day.ordinal))
        case .list(let elements):
            beginList(count: elements.count)
            for element in elements { append(element, keys) }
        case .record(let record): append(record, keys)
        }
    }
}

extension LuaArguments {
    /// Adds the rows of a table; those of the tables before it have the identities from `base` on.
    mutating func append(_ rows: [DataTable.Row], below base: Int, _ keys: KeyNumbers) {
        beginList(count: rows.count)
        for (index, row) in rows.enumerated() {
            let cells = row.cells.compactMap { column, cell in
                keys.number(of: column).map { (number: $0, cell: cell) }
            }
            beginRecord(identity: base - index - 1, fields: cells.count)
            for (number, cell) in cells {
                append(key: number)
                append(cell)
            }
        }
    }

    private mutating func append(_ constant: Constant) {
        switch constant {
        case .text(let text): append(text: text)
        case .integer(let number): append(integer: number)
        case .decimal(let number): append(number: number)
        case .boolean(let value): append(boolean: value)
        case .day(let day): append(box: Int64(day.ordinal))
        case .list(let elements):
            beginList(count: elements.count)
            for element in elements { append(element) }
        }
    }
}
