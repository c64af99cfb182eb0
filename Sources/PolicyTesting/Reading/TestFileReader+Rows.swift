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

extension TestFileReader {
    /// Reads the rows of a `tableau`.
    func rows(_ call: ConstructCall) -> [TestCase] {
        let table = call.table(findings)
        let base = setting(table)
        let shared = table["attend"].map { expectations($0.value) } ?? []
        guard let lines = table["lignes"] else { return [] }
        let headers = table.texts("colonnes")
        let columns = columns(headers)
        guard let rows = literals.list(lines.value, of: "lignes") else { return [] }
        if rows.isEmpty { findings.report(.noRow(in: call.owner), at: lines.name.range) }
        let expects = headers.contains { $0.value.hasPrefix("=>") }
        if !expects && shared.isEmpty {
            findings.report(.noExpectation(in: call.owner), at: call.head)
        }
        let hasDay = headers.contains { $0.value == "le" }
        if base.decisionDay == nil && !hasDay && table["le"] == nil {
            findings.report(.noDecisionDay(in: call.owner), at: call.head)
        }
        return rows.enumerated().compactMap { index, row in
            testCase(
                "\(call.id.value), ligne \(index + 1)", row, columns, base: base, shared: shared)
        }
    }

    private func columns(_ headers: [Located<String>]) -> [Column?] {
        var known: Set<String> = []
        return headers.map { header in
            if !known.insert(header.value).inserted {
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
        _ name: String, _ row: Expression, _ columns: [Column?], base: SettingDraft,
        shared: [Expectation]
    ) -> TestCase? {
        guard let cells = literals.list(row, of: "lignes") else { return nil }
        guard cells.count == columns.count else {
            findings.report(.wrongWidth(cells.count, columns: columns.count), at: row.range)
            return nil
        }
        var draft = base
        var expectations = shared
        for (column, cell) in zip(columns, cells) {
            switch column {
            case .fact(let path): draft.edits += edit(path, cell).map { [$0] } ?? []
            case .decisionDay: draft.decisionDay = literals.day(cell, of: "le")
            case .regime:
                draft.regime = literals.text(cell, of: "regime").flatMap {
                    known($0, "régime inconnu", among: vocabulary.regimes)
                }
            case .parameter(let parameter):
                draft.policy.parameters[parameter.value] = self.parameter(parameter, cell)
            case .expected(let facet):
                if isAbsent(cell) { continue }
                expectations += expectation(facet, cell).map { [$0] } ?? []
            case nil: continue
            }
        }
        return draft.setting.map {
            TestCase(
                name: name, location: location(row.range), setting: $0, expectations: expectations)
        }
    }
}
