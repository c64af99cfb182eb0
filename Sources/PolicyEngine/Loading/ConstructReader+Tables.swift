// Reads `donnees` with the CSV file that it names.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension ConstructReader {
    /// Reads `donnees "nom" { … }`; nil when its file cannot be read.
    func dataTable(_ call: ConstructCall) -> DataTable? {
        let table = call.table(findings)
        let isComplete = table.boolean("complete") ?? false
        let key = table.locatedText("cle")
        if isComplete, table["cle"] == nil, let field = table["complete"] {
            findings.report(.completeWithoutKey(), at: field.name.range)
        }
        let declared = columnTypes(table)
        guard let path = table.locatedText("fichier"), let file = file(at: path) else {
            return nil
        }
        let csv = FileFindings(source: file)
        defer { findings.append(csv) }
        guard PolicyEncoding.check(csv), let content = CSVReader.read(csv) else { return nil }
        let names = content.header.map(\.text)
        let reader = DataTableReader(
            content: content, declared: accepted(declared, among: names),
            key: accepted(key, among: names), findings: csv)
        let columns = reader.columns()
        return DataTable(
            name: call.id, path: path.value, key: reader.key, isComplete: isComplete,
            columns: columns, rows: reader.rows(columns))
    }

    /// The file at a path that stays in the policies folder.
    private func file(at path: Located<String>) -> SourceText? {
        let parts = path.value.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains(where: { [".", "..", ""].contains($0) }) || path.value.contains("\\") {
            findings.report(.forbiddenPath(path.value), at: path.range)
            return nil
        }
        let tables = policy.files.map(\.path).filter { $0.hasSuffix(".csv") }
        if tables.contains(path.value) { return policy.file(at: path.value) }
        let namesakes = tables.filter { $0.split(separator: "/").last == parts.last }
        let nearest = Spelling.nearest(to: path.value, among: tables) ?? namesakes.first
        findings.report(.missingFile(path.value, nearest: nearest, among: tables), at: path.range)
        return nil
    }

    /// The field `colonnes`: types by column, each with the column's place.
    private func columnTypes(_ table: ConstructTable) -> [(name: Name, type: ScalarType)] {
        guard let field = table["colonnes"] else { return [] }
        guard case .table(let content) = field.value.kind else {
            findings.report(
                .wrongKind(of: "colonnes", expected: .record, found: field.value),
                at: field.value.range)
            return []
        }
        return content.compactMap { column in
            guard case .named(let name) = column.key else {
                findings.report(.unnamedColumn(), at: column.range)
                return nil
            }
            return table.literals.choice(column.value, of: name.text, among: ScalarType.self)
                .map { (name, $0) }
        }
    }

    private func accepted(
        _ declared: [(name: Name, type: ScalarType)], among columns: [String]
    ) -> [String: ScalarType] {
        var result: [String: ScalarType] = [:]
        for (name, type) in declared {
            let isPeriod = name.text == "du" || name.text == "jusqu_au"
            if !columns.contains(name.text) {
                findings.report(.unknownColumn(name.text, among: columns), at: name.range)
            } else if isPeriod && type != .jour {
                findings.report(.wrongPeriodColumn(name.text), at: name.range)
            } else if result.updateValue(type, forKey: name.text) != nil {
                findings.report(.repeatedColumn(name.text), at: name.range)
            }
        }
        return result
    }

    private func accepted(_ key: Located<String>?, among columns: [String]) -> String? {
        guard let key else { return nil }
        if columns.contains(key.value) { return key.value }
        findings.report(.unknownColumn(key.value, among: columns), at: key.range)
        return nil
    }
}
