// What a case expects: the entries of `attend` and the cells of expected columns.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

extension TestFileReader {
    /// The fields of `attend`.
    private static let attendFields = [
        "regime", "avis", "expertises", "regles", "motifs", "manquants", "priorite", "validite",
        "signalements", "calculs", "transition", "diagnostics",
    ]

    /// Reads `attend = { … }`, in the order of the text.
    func expectations(_ expression: Expression) -> [Expectation] {
        guard case .table(let content) = expression.kind else {
            findings.report(
                .wrongKind(of: "attend", expected: .record, found: expression),
                at: expression.range)
            return []
        }
        let start = expression.range.lowerBound
        let table = ConstructTable(
            content,
            shape: TableShape(
                owner: "« attend »", required: [], optional: TestFileReader.attendFields),
            head: start..<start + 1, findings: findings)
        return TestFileReader.attendFields.compactMap { name in
            table[name].map { (name, $0) }
        }.sorted { $0.1.name.range.lowerBound < $1.1.name.range.lowerBound }
            .flatMap { expectations(of: $0.0, $0.1.value) }
    }

    private func expectations(of field: String, _ value: Expression) -> [Expectation] {
        if value.isEmptyTable, !["expertises", "manquants", "signalements"].contains(field) {
            findings.report(.emptyExpectation(field), at: value.range)
            return []
        }
        switch field {
        case "validite" where value.isText:
            return [expectation(.validityRule, value)].compactMap(\.self)
        case "regles", "calculs", "priorite", "validite":
            return entries(value, of: field).compactMap { key, value in
                facet(key, under: field).flatMap { expectation($0, value) }
            }
        default:
            return Facet(name: field).flatMap { expectation($0, value) }.map { [$0] } ?? []
        }
    }

    /// The facet of an entry; nil, and reported with the nearest name, for none.
    private func facet(_ key: Located<String>, under field: String) -> Facet? {
        switch field {
        case "regles": return rule(key)
        case "calculs": return calcul(key)
        default:
            let names = Facet.named.map(\.name).filter { $0.hasPrefix(field + ".") }
                .map { String($0.dropFirst(field.count + 1)) }
            return known(key, "champ inconnu dans \(field.quotedToken)", among: names)
                .flatMap { Facet(name: "\(field).\($0)") }
        }
    }

    /// The facet of a name; nil, and reported, for none.
    func facet(_ name: Located<String>) -> Facet? {
        guard let facet = Facet(name: name.value) else {
            let known = Facet.named.map(\.name) + ["regles.…", "calculs.…"]
            findings.report(
                .unknownName(name.value, what: "résultat inconnu", known: known), at: name.range)
            return nil
        }
        switch facet {
        case .rule(let id): return rule(Located(value: id, range: name.range))
        case .calcul(let nom): return calcul(Located(value: nom, range: name.range))
        default: return facet
        }
    }

    private func rule(_ id: Located<String>) -> Facet? {
        known(id, "règle inconnue", among: vocabulary.rules).map { .rule($0) }
    }

    private func calcul(_ nom: Located<String>) -> Facet? {
        known(nom, "calcul inconnu", among: vocabulary.calculs).map { .calcul($0) }
    }
}

extension Expression {
    /// Whether it is a table without a field.
    fileprivate var isEmptyTable: Bool {
        if case .table(let content) = kind { content.isEmpty } else { false }
    }

    /// Whether it is a literal text.
    var isText: Bool { if case .string = kind { true } else { false } }

    /// Whether it is a table.
    var isTable: Bool { if case .table = kind { true } else { false } }
}
