// Makes typed rows of the cells of a CSV file.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// A reader of one table's columns and rows.
struct DataTableReader {
    /// The cells.
    let content: CSVContent
    /// The types that the policy declares, by column.
    let declared: [String: ScalarType]
    /// The column that finds a row, if any.
    let key: String?
    /// The findings of the CSV file.
    let findings: FileFindings

    private var types: CellTypes {
        CellTypes(allowsDecimalComma: content.separator == UInt8(ascii: ";"))
    }

    // MARK: - Columns

    /// The columns in order; faults of the header are reported.
    func columns() -> [DataTable.Column] {
        reportHeader()
        return content.header.enumerated().map { index, cell in
            DataTable.Column(name: cell.text, type: type(of: cell.text, at: index))
        }
    }

    private func reportHeader() {
        var known: Set<String> = []
        for cell in content.header {
            if cell.text.isEmpty {
                findings.report(.namelessColumn(), at: cell.range)
            } else if !cell.text.isPolicyName {
                findings.report(.wrongColumnName(cell.text), at: cell.range)
            } else if !known.insert(cell.text).inserted {
                findings.report(.repeatedColumn(cell.text), at: cell.range)
            } else if cell.text != DataTableReader.end,
                Spelling.nearest(to: cell.text, among: [DataTableReader.end]) != nil
            {
                // Read as any other column, it would leave every period open.
                findings.report(.misspeltEnd(cell.text), at: cell.range)
            }
        }
        guard !known.contains("source") else { return }
        let first = content.header[0].range.lowerBound
        let last = content.header[content.header.count - 1].range.upperBound
        let nearest = Spelling.nearest(to: "source", among: known.sorted())
        findings.report(.tableWithoutSource(nearest: nearest), at: first..<last)
    }

    /// The column of a row's last day in force.
    private static let end = "jusqu_au"

    private func type(of name: String, at index: Int) -> ScalarType {
        if name == "du" || name == "jusqu_au" { return .jour }
        if let type = declared[name] { return type }
        if name == "pays" { return .pays }
        if name == "source" { return .texte }
        let cells = content.rows.map { $0[index] }.filter { !$0.text.isEmpty }
        let type = types.common(cells.map(\.text))
        if type == .texte {
            reportFrenchDays(at: index)
            reportStray(among: cells, of: name)
        }
        return type
    }

    /// Reports the first cell that is not what the others are: it would make all of them texts,
    /// which rules then cannot compare.
    private func reportStray(among cells: [CSVCell], of column: String) {
        guard let stray = types.stray(among: cells), Day(french: stray.cell.text) == nil
        else { return }
        let number = stray.type == .nombre ? types.number(inFrench: stray.cell.text) : nil
        findings.report(
            .strayCell(stray.cell.text, number: number, column: column, type: stray.type),
            at: stray.cell.range)
    }

    private func reportFrenchDays(at index: Int) {
        let column = content.header[index].text
        for row in content.rows {
            guard let day = Day(french: row[index].text) else { continue }
            findings.report(
                .frenchDay(row[index].text, iso: day.iso, column: column), at: row[index].range)
        }
    }

    // MARK: - Rows

    /// The rows in order; cells that do not fit are reported and left out.
    func rows(_ columns: [DataTable.Column]) -> [DataTable.Row] {
        let rows = content.rows.enumerated().map { row($1, number: $0 + 1, columns) }
        if let index = content.header.firstIndex(where: { $0.text == key }) {
            reportKeys(rows, at: index)
        }
        return rows
    }

    private func row(
        _ cells: [CSVCell], number: Int, _ columns: [DataTable.Column]
    ) -> DataTable.Row {
        var values = [String: Constant](minimumCapacity: columns.count)
        for (cell, column) in zip(cells, columns) {
            if cell.text.isEmpty {
                reportEmpty(cell, column.name, in: cells)
            } else if let value = value(cell, column) {
                values[column.name] = value
            }
        }
        let end = columns.firstIndex { $0.name == "jusqu_au" }.map { cells[$0].range }
        return DataTable.Row(number: number, period: period(values, end: end), cells: values)
    }

    private func reportEmpty(_ cell: CSVCell, _ column: String, in row: [CSVCell]) {
        let place =
            cell.range.isEmpty
            ? row[0].range.lowerBound..<row[row.count - 1].range.upperBound : cell.range
        if column == "source" { findings.report(.rowWithoutSource(), at: place) }
        if column == key { findings.report(.rowWithoutKey(column), at: place) }
    }

    private func value(_ cell: CSVCell, _ column: DataTable.Column) -> Constant? {
        guard let value = types.value(cell.text, column.type) else {
            reportMisfit(cell, column)
            return nil
        }
        if column.type == .nombre, types.isAmbiguous(cell.text) {
            findings.report(.ambiguousCell(cell.text, column: column.name), at: cell.range)
        }
        return value
    }

    private func reportMisfit(_ cell: CSVCell, _ column: DataTable.Column) {
        if column.type == .jour, let day = Day(french: cell.text) {
            findings.report(
                .frenchDay(cell.text, iso: day.iso, column: column.name), at: cell.range)
        } else if column.type == .pays {
            findings.report(.unknownCountryCell(cell.text), at: cell.range)
        } else if column.type == .nature {
            findings.report(.unknownNatureCell(cell.text), at: cell.range)
        } else {
            findings.report(
                .misfitCell(cell.text, column: column.name, type: column.type), at: cell.range)
        }
    }

    private func period(_ values: [String: Constant], end: SourceRange?) -> Period {
        let (du, jusquAu) = (values["du"]?.day, values["jusqu_au"]?.day)
        guard let du, let jusquAu, du > jusquAu, let end else {
            return Period(du: du, jusquAu: jusquAu)
        }
        findings.report(.invertedPeriod(du: du, jusquAu: jusquAu), at: end)
        return Period(du: du)
    }

    /// Two rows of one key must not be in force on the same day.
    private func reportKeys(_ rows: [DataTable.Row], at index: Int) {
        var numbers: [String: [Int]] = [:]
        for (number, row) in rows.enumerated() {
            guard let key = row.cells[content.header[index].text]?.keyText else { continue }
            numbers[key, default: []].append(number)
        }
        for same in numbers.values.sorted(by: { $0[0] < $1[0] }) where same.count > 1 {
            reportOverlaps(among: same, of: rows, at: index)
        }
    }

    /// Along their first days, each period is held against the one that lasts longest before it.
    private func reportOverlaps(among numbers: [Int], of rows: [DataTable.Row], at index: Int) {
        let spans = numbers.map { (number: $0, span: DaySpan(rows[$0].period)) }
            .sorted { ($0.span.first, $0.number) < ($1.span.first, $1.number) }
        var longest = spans[0]
        for next in spans.dropFirst() {
            if next.span.first <= longest.span.last {
                reportRepeat(of: next.number, longest.number, rows, at: index)
            }
            if next.span.last > longest.span.last { longest = next }
        }
    }

    private func reportRepeat(
        of one: Int, _ other: Int, _ rows: [DataTable.Row], at index: Int
    ) {
        let again = content.rows[max(one, other)][index]
        let first = content.rows[min(one, other)][index]
        let hasPeriod = [one, other].contains { rows[$0].period != Period() }
        findings.report(
            .repeatedKey(
                again.text, otherLine: findings.line(of: first.range), hasPeriod: hasPeriod),
            at: again.range)
    }
}

extension Constant {
    /// The day that it is, if it is one.
    fileprivate var day: Day? { if case .day(let day) = self { day } else { nil } }
}
