// Which placeholders of a text can be filled whatever the dossier holds.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax

/// Tells the texts that change nothing in a short verdict: filling them cannot fail.
struct SureTexts: Sendable {
    private let schema: RecordSchema
    private let parameters: Set<String>
    private let tables: [String: DataTable]
    /// The names that each file gives at its top, under which nothing of the regime is found there.
    private let hidden: [Set<String>]

    /// Judges the texts of a regime.
    init(_ regime: Regime, schema: DossierSchema) {
        self.schema = schema.root
        parameters = Set(regime.declarations.parameters.map(\.name.value))
        tables = Dictionary(
            regime.declarations.tables.map { ($0.name.value, $0) },
            uniquingKeysWith: { first, _ in first })
        hidden = regime.files.map { file in
            Set(file.chunk.block.statements.flatMap(\.declaredNames))
        }
    }

    /// Whether every placeholder of a rule's text is sure, as long as no value is very long.
    func contains(_ rule: Rule) -> Bool {
        let placeholders = rule.template?.placeholders ?? []
        var isHidden = false
        for placeholder in placeholders {
            placeholder.forEachExpression { inner in
                guard case .name(let name) = inner.kind else { return }
                isHidden = isHidden || hidden[rule.file].contains(name.text)
            }
        }
        return !isHidden && placeholders.allSatisfy { isSure($0) }
    }

    private func isSure(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .string, .number, .boolean: return true
        case .name(let name): return parameters.contains(name.text)
        case .parenthesized(let inner): return isSure(inner)
        case .field(let base, let column):
            if case .name(let name) = base.kind, name.text == "decision" {
                return column.text == "date"
            }
            if case .index(let table, let key) = base.kind {
                return isCell(table, key, column.text)
            }
            return type(of: expression)?.isShown ?? false
        case .call(let callee, let arguments):
            guard case .name(let function) = callee.kind else { return false }
            switch function.text {
            case "nom_pays": return arguments.count == 1 && type(of: arguments[0]) == .country
            case "si_sinon": return arguments.count == 3 && arguments.allSatisfy { isSure($0) }
            default: return false
            }
        default: return false
        }
    }

    /// Whether a row is looked for by a text.
    private func isCell(_ table: Expression, _ key: Expression, _ column: String) -> Bool {
        guard case .name(let name) = table.kind, let table = tables[name.text], table.key != nil,
            table.columns.contains(where: { $0.name == column })
        else { return false }
        switch type(of: key) {
        case .text, .country, .closed, .identifier: return true
        default: return false
        }
    }

    /// The type of the fact that a chain of fields names; nil when it names none.
    private func type(of expression: Expression) -> FactType? {
        switch expression.kind {
        case .name(let name):
            switch name.text {
            case "dossier": return .record(schema)
            case "collectivite": return schema.field(named: name.text)?.type
            case "expertise", "demande":
                return schema.field(named: name.text + "s")?.type.record.map { .record($0) }
            default: return nil
            }
        case .field(let base, let name):
            guard case .record(let record) = type(of: base) else { return nil }
            return record.field(named: name.text)?.type
        default: return nil
        }
    }
}

extension FactType {
    /// Whether a verdict shows it as one value.
    fileprivate var isShown: Bool {
        switch self {
        case .boolean, .integer, .decimal, .text, .country, .day, .identifier: true
        case .closed(let list): list.values.allSatisfy { $0.utf8.count <= TextBounds.closedBytes }
        case .list, .record: false
        }
    }
}
