// A policy with other parameters and rows, as test cases ask for.
// SPDX-License-Identifier: MIT

import Labelling

extension Policy {
    /// The same policy with some parameters and tables replaced in every regime.
    ///
    /// - Parameters:
    ///   - parameters: one value for each name, in force on every day.
    ///   - rows: the only rows of each table, cells by column; `du` and `jusqu_au` date them.
    /// - Returns: the policy itself when nothing is replaced.
    package func replacing(
        parameters: [String: Constant], rows: [String: [[String: Constant]]]
    ) -> Policy {
        guard !(parameters.isEmpty && rows.isEmpty) else { return self }
        let programs = programs.map { $0.replacing(parameters: parameters, rows: rows) }
        return Policy(
            regimes: programs.map(\.regime), wholeRegimes: wholeRegimes, warnings: warnings,
            coverage: coverage, fingerprint: fingerprint, schema: schema, programs: programs)
    }
}

extension RegimeProgram {
    fileprivate func replacing(
        parameters: [String: Constant], rows: [String: [[String: Constant]]]
    ) -> RegimeProgram {
        var declarations = regime.declarations
        declarations.parameters = declarations.parameters.map { parameter in
            parameters[parameter.name.value].map { parameter.always($0) } ?? parameter
        }
        declarations.tables = declarations.tables.map { table in
            rows[table.name.value].map { table.holding($0) } ?? table
        }
        return RegimeProgram(
            regime: regime.declaring(declarations),
            rules: self.rules, calculOrder: calculOrder)
    }
}

extension Parameter {
    /// The parameter with one value, in force on every day.
    fileprivate func always(_ value: Constant) -> Parameter {
        let located = Located(value: value, range: name.range)
        return Parameter(
            name: name, titre: titre, unite: unite,
            values: [DatedValue(period: Period(), value: located, source: "")])
    }
}

extension DataTable {
    /// The table with other rows.
    fileprivate func holding(_ rows: [[String: Constant]]) -> DataTable {
        DataTable(
            name: name, path: path, key: key, isComplete: isComplete, columns: columns,
            rows: rows.enumerated().map { index, cells in
                Row(
                    number: index + 1,
                    period: Period(du: cells["du"]?.day, jusquAu: cells["jusqu_au"]?.day),
                    cells: cells)
            })
    }
}

extension Constant {
    /// The day that it is, if it is one.
    fileprivate var day: Day? { if case .day(let day) = self { day } else { nil } }
}
