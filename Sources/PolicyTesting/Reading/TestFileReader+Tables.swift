// Rows that a test puts in the place of a table's own, held to the rules of its file.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

extension TestFileReader {
    /// The rows of a table, cells by column; nil, and reported, when there is no such table.
    func rows(_ name: Located<String>, _ list: Expression) -> [[String: Constant]]? {
        guard let table = vocabulary.tables[name.value] else {
            let names = vocabulary.tables.keys.sorted()
            findings.report(
                .unknownName(name.value, what: "tableau inconnu", known: names), at: name.range)
            return nil
        }
        guard let elements = literals.list(list, of: name.value) else { return nil }
        var rows: [[String: Constant]] = []
        var known: [Constant: [Period]] = [:]
        for element in elements {
            let cells = cells(element, of: table)
            rows.append(cells)
            guard let period = period(of: cells, at: element.range),
                let column = table.key, let key = cells[column]
            else { continue }
            if known[key, default: []].contains(where: { $0.overlaps(period) }) {
                findings.report(.repeatedRow(key.french, of: name.value), at: element.range)
            }
            known[key, default: []].append(period)
        }
        return rows
    }

    /// The cells of a row by column; unknown columns, wrong values and a missing key are reported.
    private func cells(_ row: Expression, of table: DataTable) -> [String: Constant] {
        var cells: [String: Constant] = [:]
        let entries = entries(row, of: "donnees")
        for (key, value) in entries {
            guard let column = table.columns.first(where: { $0.name == key.value }) else {
                let what = "colonne inconnue dans \(table.name.value.quotedToken)"
                findings.report(
                    .unknownName(key.value, what: what, known: table.columns.map(\.name)),
                    at: key.range)
                continue
            }
            cells[key.value] = cell(value, of: column)
        }
        if let key = table.key, row.isTable, !entries.contains(where: { $0.key.value == key }) {
            findings.report(.rowWithoutKey(key, of: table.name.value), at: row.range)
        }
        return cells
    }

    /// A value that the column may hold; nil, and reported, for another.
    private func cell(_ value: Expression, of column: DataTable.Column) -> Constant? {
        guard let constant = literals.constant(value, of: column.name)?.value else { return nil }
        switch (column.type, constant) {
        case (.texte, .text), (.entier, .integer), (.nombre, .integer), (.nombre, .decimal),
            (.booleen, .boolean), (.jour, .day):
            return constant
        case (.pays, .text(let code)):
            if Country.frenchName(of: code) != nil { return constant }
            findings.report(.unknownCountryCell(code), at: value.range)
        case (.nature, .text(let nature)):
            if ClosedList.natures.values.contains(nature) { return constant }
            findings.report(
                .unknownName(nature, what: "nature inconnue", known: ClosedList.natures.values),
                at: value.range)
        default:
            findings.report(
                .wrongType(column.name, expected: column.type.written), at: value.range)
        }
        return nil
    }

    /// When a row is in force; nil, and reported, when it ends before it starts.
    private func period(of cells: [String: Constant], at range: SourceRange) -> Period? {
        func day(_ column: String) -> Day? {
            if case .day(let day)? = cells[column] { day } else { nil }
        }
        let (du, jusquAu) = (day("du"), day("jusqu_au"))
        if let du, let jusquAu, du > jusquAu {
            findings.report(.invertedPeriod(du: du, jusquAu: jusquAu), at: range)
            return nil
        }
        return Period(du: du, jusquAu: jusquAu)
    }
}

extension ScalarType {
    /// How a test writes such a value, for a French reader.
    fileprivate var written: String {
        switch self {
        case .texte, .pays, .nature: "un texte entre guillemets"
        case .entier: "un nombre entier"
        case .nombre: "un nombre"
        case .booleen: "true ou false"
        case .jour: "un jour, par exemple jour \"2020-07-08\""
        }
    }
}
