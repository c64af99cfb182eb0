// Reads `parametre`: one value after another, without a day between them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

/// A value of a parameter with the places that its faults are shown at.
private struct ValueRow {
    let period: Period
    let value: Located<Constant>
    let source: String
    /// Where its first day is written.
    let start: SourceRange
    /// Where its last day is written, if it is.
    let end: SourceRange?
}

extension ConstructReader {
    /// Reads `parametre "nom" { … }`; its values come out in order, without overlap.
    func parameter(_ call: ConstructCall) -> Parameter {
        let table = call.table(findings)
        let rows = valueRows(table, of: call.id.value)
        reportTypes(rows, of: call.id.value)
        reportNumbersInQuotes(rows)
        let sorted = rows.sorted { ($0.period.du?.ordinal ?? 0) < ($1.period.du?.ordinal ?? 0) }
        return Parameter(
            name: call.id, titre: table.text("titre"), unite: table.optionalText("unite"),
            values: successive(sorted))
    }

    private func valueRows(_ table: ConstructTable, of name: String) -> [ValueRow] {
        guard let field = table["valeurs"] else { return [] }
        let shape = TableShape(
            owner: "une valeur du paramètre \(name.quotedToken)",
            required: ["du", "valeur", "source"],
            optional: ["jusqu_au"])
        let records = table.literals.records(field.value, of: "valeurs", shape: shape)
        if case .table(let content) = field.value.kind, content.isEmpty {
            findings.report(.noValue(in: table.owner), at: field.value.range)
        }
        return (records ?? []).compactMap(valueRow)
    }

    private func valueRow(_ record: ConstructTable) -> ValueRow? {
        let (period, source) = (record.period(), record.text("source"))
        let value = record["valeur"].flatMap { record.literals.constant($0.value, of: "valeur") }
        guard period.du != nil, let value, let start = record["du"] else { return nil }
        return ValueRow(
            period: period, value: value, source: source, start: start.value.range,
            end: record["jusqu_au"]?.value.range)
    }

    private func reportTypes(_ rows: [ValueRow], of name: String) {
        guard let first = rows.first(where: { $0.value.value.family != nil }) else { return }
        for row in rows {
            guard let family = row.value.value.family, family != first.value.value.family
            else { continue }
            findings.report(
                .mixedTypes(
                    name, found: family, expected: first.value.value.family ?? "",
                    firstLine: findings.line(of: first.value.range)),
                at: row.value.range)
        }
    }

    /// Where every value is a text, one that looks like a number is probably meant as one.
    private func reportNumbersInQuotes(_ rows: [ValueRow]) {
        let types = CellTypes(allowsDecimalComma: true)
        guard rows.allSatisfy({ $0.value.value.text != nil }) else { return }
        for row in rows {
            guard let text = row.value.value.text, types.value(text, .nombre) != nil else {
                continue
            }
            findings.report(.numberInQuotes(text), at: row.value.range)
        }
    }

    /// Ends each value that has no end on the day before the next one; reports overlaps and holes.
    private func successive(_ rows: [ValueRow]) -> [Parameter.DatedValue] {
        rows.indices.map { index in
            let row = rows[index]
            let next = index + 1 < rows.count ? rows[index + 1] : nil
            let end = next.map { lastDay(of: row, before: $0) } ?? row.period.jusquAu
            return Parameter.DatedValue(
                period: Period(du: row.period.du, jusquAu: end), value: row.value,
                source: row.source)
        }
    }

    private func lastDay(of row: ValueRow, before next: ValueRow) -> Day? {
        guard let start = row.period.du, let nextStart = next.period.du,
            let dayBefore = Day(ordinal: nextStart.ordinal - 1)
        else { return row.period.jusquAu }
        let line = findings.line(of: row.start)
        guard start < nextStart else {
            findings.report(.sameStart(nextStart, otherLine: line), at: next.start)
            return row.period.jusquAu
        }
        guard let end = row.period.jusquAu, let place = row.end else { return dayBefore }
        if end >= nextStart {
            findings.report(
                .overlap(of: nextStart, and: min(end, next.period.jusquAu ?? end), otherLine: line),
                at: next.start)
        } else if let holeStart = Day(ordinal: end.ordinal + 1), holeStart < nextStart {
            findings.report(.hole(from: holeStart, to: dayBefore), at: place)
        }
        return end
    }
}

extension Constant {
    /// The text that it is, if it is one.
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }

    /// What it is for a reader; nil for an empty list, which goes with any list.
    fileprivate var family: String? {
        switch self {
        case .text: "un texte"
        case .integer, .decimal: "un nombre"
        case .boolean: "vrai ou faux"
        case .day: "un jour"
        case .list(let elements):
            elements.isEmpty ? nil : "une liste (\(Constant.families(of: elements)))"
        }
    }

    /// What the elements of a list are, each kind once.
    private static func families(of elements: [Constant]) -> String {
        var known: [String] = []
        for family in elements.compactMap(\.family) where !known.contains(family) {
            known.append(family)
        }
        return known.sorted().joined(separator: " ou ")
    }
}
