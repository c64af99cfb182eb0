// Values written out in test files: facts as JSON, constants of the policy, named entries.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

extension TestFileReader {
    /// The word that stands for a fact that is removed.
    private static let absent = "absent"

    /// Entries such as `["collectivite.nature"] = "commune"` or `seuil = 3`, in order.
    func entries(
        _ expression: Expression, of field: String
    ) -> [(key: Located<String>, value: Expression)] {
        guard case .table(let content) = expression.kind else {
            findings.report(
                .wrongKind(of: field, expected: .record, found: expression), at: expression.range)
            return []
        }
        return content.compactMap { entry in
            switch entry.key {
            case .named(let name):
                return (Located(value: name.text, range: name.range), entry.value)
            case .computed(let key):
                if case .string(let literal) = key.kind {
                    return (Located(value: literal.text, range: key.range), entry.value)
                }
            case .positional: break
            }
            findings.report(.unnamedValue(of: field), at: entry.range)
            return nil
        }
    }

    /// The change of one fact; nil, and reported, when its path or its value is wrong.
    func edit(_ path: Located<String>, _ value: Expression) -> FactEdit? {
        guard let (path, type) = factPath(path) else { return nil }
        if isAbsent(value) { return FactEdit(path: path, value: nil) }
        return json(value, type, of: "modifie").map { FactEdit(path: path, value: $0) }
    }

    /// A path with the type of its fact.
    func factPath(_ text: Located<String>) -> (FactPath, FactType)? {
        guard let path = FactPath(text.value) else {
            findings.report(.wrongPath(text.value), at: text.range)
            return nil
        }
        do throws(FactPath.Fault) {
            return (path, try path.type(in: vocabulary.schema))
        } catch {
            findings.report(.wrongPath(text.value, error), at: text.range)
            return nil
        }
    }

    /// Whether a value is the bare word `absent`.
    func isAbsent(_ expression: Expression) -> Bool {
        guard case .name(let name) = expression.kind else { return false }
        return name.text == TestFileReader.absent
    }

    /// A literal as JSON; the type tells an empty list from an empty record.
    func json(_ expression: Expression, _ type: FactType?, of field: String) -> JSONValue? {
        guard case .table(let content) = expression.kind else {
            return literals.constant(expression, of: field).map { JSONValue($0.value) }
        }
        let isRecord =
            content.first.map { if case .positional = $0.key { false } else { true } }
            ?? type.map { if case .record = $0 { true } else { false } } ?? false
        guard isRecord else {
            let element: FactType? = if case .list(let element)? = type { element } else { nil }
            return literals.list(expression, of: field).map { elements in
                .array(elements.compactMap { json($0, element, of: field) })
            }
        }
        return .object(
            entries(expression, of: field).compactMap { key, value in
                let fact: FactType? =
                    if case .record(let record)? = type {
                        record.field(named: key.value)?.type
                    } else { nil }
                return json(value, fact, of: field).map { JSONValue.Member(key.value, $0) }
            })
    }

    /// A constant of the same family as a known one; nil, and reported, for another.
    func constant(_ expression: Expression, like known: Constant, named name: String) -> Constant? {
        guard let constant = literals.constant(expression, of: name)?.value else { return nil }
        if constant.family == known.family { return constant }
        findings.report(.wrongType(name), at: expression.range)
        return nil
    }

    /// The cells of a row by column; unknown columns and wrong values are reported.
    func cells(
        _ expression: Expression, of table: String, _ columns: [DataTable.Column]
    ) -> [String: Constant] {
        var cells: [String: Constant] = [:]
        for (key, value) in entries(expression, of: "donnees") {
            guard let column = columns.first(where: { $0.name == key.value }) else {
                let known = columns.map(\.name)
                let what = "colonne inconnue dans \(table.quotedToken)"
                findings.report(
                    .unknownName(key.value, what: what, known: known), at: key.range)
                continue
            }
            cells[key.value] = literals.constant(value, of: key.value).flatMap { constant in
                if column.type.accepts(constant.value) { return constant.value }
                findings.report(.wrongType(key.value), at: value.range)
                return nil
            }
        }
        return cells
    }
}

extension Constant {
    /// Constants of one family may stand for one another.
    fileprivate var family: Int {
        switch self {
        case .text: 0
        case .integer, .decimal: 1
        case .boolean: 2
        case .day: 3
        case .list: 4
        }
    }
}

extension ScalarType {
    /// Whether a column of this type may hold a constant.
    fileprivate func accepts(_ constant: Constant) -> Bool {
        switch (self, constant) {
        case (.texte, .text), (.pays, .text), (.entier, .integer), (.nombre, .integer),
            (.nombre, .decimal), (.booleen, .boolean), (.jour, .day):
            true
        default: false
        }
    }
}

extension JSONValue {
    /// A constant as a dossier writes it.
    init(_ constant: Constant) {
        self =
            switch constant {
            case .text(let text): .string(text)
            case .integer(let number): .integer(number)
            case .decimal(let number): .number(number)
            case .boolean(let flag): .boolean(flag)
            case .day(let day): .string(day.iso)
            case .list(let elements): .array(elements.map { JSONValue($0) })
            }
    }
}
