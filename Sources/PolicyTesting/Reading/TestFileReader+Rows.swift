// Reads `tableau`: one case a row, with columns for what varies and for what is expected.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// What a column of a `tableau` holds.
private enum Column {
    case fact(Located<String>)
    case decisionDay
    case regime
    case parameter(Located<String>)
    case expected(Facet)
}

/// A row in the making: what the whole `tableau` says.
private struct RowDraft {
    /// The name of its case.
    let name: String
    let base: SettingDraft
    let shared: [Expectation]
    /// Whether a row that expects nothing, or too much, is worth a word of its own.
    let isChecked: Bool
}

extension TestFileReader {
    /// Reads the rows of a `tableau`.
    func rows(_ call: ConstructCall) -> [TestCase] {
        let table = call.table(findings)
        let base = setting(table)
        let known = findings.diagnostics.count
        let shared = table["attend"].map { expectations($0.value) } ?? []
        let headers = table.texts("colonnes")
        let columns = columns(headers)
        let isWrong = findings.diagnostics.count > known
        guard let lines = table["lignes"], let rows = literals.list(lines.value, of: "lignes")
        else { return [] }
        if rows.isEmpty { findings.report(.noRow(in: call.owner), at: lines.name.range) }
        let expects = headers.contains { $0.value.hasPrefix("=>") } || !shared.isEmpty
        if !expects && !isWrong {
            findings.report(.noExpectation(in: call.owner), at: call.head)
        }
        if table["le"] == nil, !headers.contains(where: { $0.value == "le" }) {
            findings.report(.noDecisionDay(in: call.owner), at: call.head)
        }
        return rows.enumerated().compactMap { index, row in
            let line = RowDraft(
                name: "\(call.id.value), ligne \(index + 1)", base: base, shared: shared,
                isChecked: expects && !isWrong)
            return testCase(line, row, columns)
        }
    }

    private func columns(_ headers: [Located<String>]) -> [Column?] {
        var known: Set<String> = []
        return headers.map { header in
            if !known.insert(header.value.filter { $0 != " " }).inserted {
                findings.report(.repeatedColumn(inTest: header.value), at: header.range)
            }
            return column(header)
        }
    }

    private func column(_ header: Located<String>) -> Column? {
        if header.value.hasPrefix("=>") {
            let name = header.value.dropFirst(2).drop { $0 == " " }
            return facet(Located(value: String(name), range: header.range)).map { .expected($0) }
        }
        switch header.value {
        case "le": return .decisionDay
        case "regime": return .regime
        default: break
        }
        if header.value.hasPrefix("parametres.") {
            let name = header.value.dropFirst("parametres.".count)
            return .parameter(Located(value: String(name), range: header.range))
        }
        return factPath(header).map { _ in .fact(header) }
    }

    private func testCase(
        _ line: RowDraft, _ row: Expression, _ columns: [Column?]
    ) -> TestCase? {
        let known = findings.diagnostics.count
        guard let cells = literals.list(row, of: "lignes") else { return nil }
        guard cells.count == columns.count else {
            findings.report(.wrongWidth(cells.count, columns: columns.count), at: row.range)
            return nil
        }
        var draft = line.base
        var expectations = line.shared
        for (column, cell) in zip(columns, cells) {
            switch column {
            case .fact(let path): edit(path, cell, in: &draft, at: cell.range)
            case .decisionDay: draft.decisionDay = literals.day(cell, of: "le")
            case .regime: draft.regime = isAbsent(cell) ? nil : regime(cell)
            case .parameter(let parameter):
                draft.policy.parameters[parameter.value] = self.parameter(parameter, cell)
            case .expected(let facet):
                if isAbsent(cell) { continue }
                expectations += expectation(facet, cell).map { [$0] } ?? []
            case nil: continue
            }
        }
        if line.isChecked {
            let isWrong = findings.diagnostics.count > known
            check(expectations, isWrong: isWrong, in: "cette ligne", at: row.range)
        }
        report(draft.slips, under: expectations)
        return draft.setting.map {
            TestCase(
                name: line.name, location: location(row.range), setting: $0,
                expectations: expectations)
        }
    }

    private func regime(_ cell: Expression) -> String? {
        literals.text(cell, of: "regime")
            .flatMap { known($0, "régime inconnu", among: vocabulary.regimes) }
    }
}
