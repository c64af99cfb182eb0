// The data tables of a regime, as its machine holds them.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// The tables of a regime, and the numbers of the keys under which their cells and facts cross.
struct RegisteredTables {
    /// The tables, in the order of the regime.
    let tables: [DataTable]
    /// The names of facts and columns.
    let keys: KeyNumbers

    /// The tables of a regime under a schema.
    init(_ tables: [DataTable], _ schema: DossierSchema) {
        self.init(tables, KeyNumbers(schema, tables: tables))
    }

    /// Tables whose columns have numbers already.
    init(_ tables: [DataTable], _ keys: KeyNumbers) {
        (self.tables, self.keys) = (tables, keys)
    }

    /// Whether rules that read one find in it what they would find in the other.
    func isSame(as other: RegisteredTables) -> Bool {
        keys.names == other.keys.names && tables.count == other.tables.count
            && zip(tables, other.tables).allSatisfy { one, other in
                one.name.value == other.name.value && one.key == other.key
                    && one.isComplete == other.isComplete && one.rows == other.rows
            }
    }

    /// Registers in a machine the tables whose rows are not those of the tables before them; rows
    /// have the identities below 0.
    ///
    /// - Throws: `LuaError` of kind `memoryLimit` when the machine has no room for them.
    func register(
        in machine: inout LuaMachine, by prelude: Prelude, besides known: [DataTable] = []
    ) throws(LuaError) {
        var arguments = LuaArguments()
        var base = 0
        for (index, table) in tables.enumerated() {
            if !known.indices.contains(index) || known[index].rows != table.rows {
                try arguments.write(table, below: base, keys)
                _ = try machine.call(
                    prelude.table, with: arguments,
                    instructions: RegimeInstance.ownInstructions)
            }
            base -= table.rows.count
        }
    }
}

extension LuaArguments {
    /// Writes a table's name, key column or "", whether it is complete, its rows, and for each of
    /// them its number and the days on which it comes into force and goes.
    fileprivate mutating func write(
        _ table: DataTable, below base: Int, _ keys: KeyNumbers
    ) throws(LuaError) {
        removeAll()
        append(text: table.name.value)
        append(text: table.key ?? "")
        append(boolean: table.isComplete)
        append(table.rows, below: base, keys)
        for numbers in [
            table.rows.map(\.number), table.rows.map { $0.period.du?.ordinal ?? 0 },
            table.rows.map { $0.period.jusquAu?.ordinal ?? Int.max },
        ] {
            try append(.table(array: numbers.map { .integer(Int64($0)) }, fields: [:]))
        }
    }
}
