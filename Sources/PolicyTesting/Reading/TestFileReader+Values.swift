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
        var lines: [String: Int] = [:]
        return content.compactMap { entry in
            guard let key = key(of: entry) else {
                findings.report(.unnamedValue(of: field), at: entry.range)
                return nil
            }
            let line = findings.line(of: key.range)
            if let first = lines[key.value] {
                findings.report(.repeatedField(key.value, firstLine: first), at: key.range)
                return nil
            }
            lines[key.value] = line
            return (key, entry.value)
        }
    }

    /// The name of an entry; nil for none, or for one that is computed.
    private func key(of entry: TableField) -> Located<String>? {
        switch entry.key {
        case .named(let name): return Located(value: name.text, range: name.range)
        case .computed(let key):
            guard case .string(let literal) = key.kind else { return nil }
            return Located(value: literal.text, range: key.range)
        case .positional: return nil
        }
    }

    /// Adds the change of one fact; what is wrong with its path or its value is reported.
    func edit(
        _ text: Located<String>, _ value: Expression, in draft: inout SettingDraft,
        at range: SourceRange
    ) {
        guard let (path, type) = factPath(text) else { return }
        let fact = isAbsent(value) ? nil : json(value, type, of: "modifie")
        guard isAbsent(value) || fact != nil else { return }
        let edit = FactEdit(path: path, value: fact)
        if let finding = draft.add(edit, slips(in: value, type, of: text.value)) {
            findings.report(finding, at: range)
        }
    }

    /// The texts of a value that are not in the lists of their facts, and the names of no fact.
    func slips(in value: Expression, _ type: FactType?, of field: String) -> [Slip] {
        switch (type, value.kind) {
        case (.closed(let list)?, .string(let literal)) where !list.values.contains(literal.text):
            [
                Slip(
                    finding: .unknownChoice(literal.text, of: field, among: list.values),
                    range: value.range)
            ]
        case (.country?, .string(let literal)) where Country.frenchName(of: literal.text) == nil:
            [Slip(finding: .unknownCountryCell(literal.text), range: value.range)]
        case (.list(let element)?, .table(let content)):
            content.flatMap { slips(in: $0.value, element, of: field) }
        case (.record(let record)?, .table(let content)):
            content.flatMap { entry -> [Slip] in
                guard let key = key(of: entry) else { return [] }
                guard let fact = record.field(named: key.value) else {
                    return [unknownFact(key, in: record)].compactMap(\.self)
                }
                return slips(in: entry.value, fact.type, of: key.value)
            }
        default: []
        }
    }

    /// A name that a record does not have; the mark of the schema is no fact.
    private func unknownFact(_ key: Located<String>, in record: RecordSchema) -> Slip? {
        guard key.value != "schema" else { return nil }
        let known = record.fields.map(\.name)
        return Slip(
            finding: .unknownName(key.value, what: "fait inconnu", known: known),
            range: key.range)
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
        findings.report(.wrongType(name, expected: known.noun), at: expression.range)
        return nil
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

    /// What to write for such a constant, for a French reader.
    fileprivate var noun: String {
        switch self {
        case .text: "un texte entre guillemets"
        case .integer, .decimal: "un nombre"
        case .boolean: "true ou false"
        case .day: "un jour, par exemple jour \"2020-07-08\""
        case .list: "une liste entre accolades"
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
