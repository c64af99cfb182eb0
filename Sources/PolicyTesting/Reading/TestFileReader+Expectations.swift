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

    /// Reads what a facet must be; nil, and reported, for a value that it cannot have.
    func expectation(_ facet: Facet, _ value: Expression) -> Expectation? {
        expected(facet, value).map {
            Expectation(facet: facet, expected: $0, line: findings.line(of: value.range))
        }
    }

    private func expected(_ facet: Facet, _ value: Expression) -> FacetValue? {
        switch facet {
        case .regime: word(value, facet, among: vocabulary.regimes + [Verdict.none])
        case .avis: word(value, facet, among: Avis.allCases.map(\.rawValue))
        case .niveau, .niveauMax:
            word(value, facet, among: vocabulary.levels + [Verdict.none, Verdict.unknown])
        case .validityRule:
            word(value, facet, among: vocabulary.validities + [Verdict.noValidity])
        case .expertises: words(value, facet, among: Avis.allCases.map(\.rawValue))
        case .signalements: words(value, facet, among: vocabulary.flags)
        case .motifs, .diagnostics: words(value, facet) { $0.value }
        case .manquants: words(value, facet, missing)
        case .rule:
            value.isTable
                ? words(value, facet, among: TestFileReader.outcomes)
                : word(value, facet, among: TestFileReader.outcomes)
        case .points, .pointsMax:
            value.isText ? word(value, facet, among: [Verdict.unknown]) : number(value, facet)
        case .debut, .fin:
            value.isText
                ? word(value, facet, among: [Verdict.noValidity])
                : literals.day(value, of: facet.name).map { .one(.day($0)) }
        case .transition: literals.boolean(value, of: facet.name).map { .one(.boolean($0)) }
        case .calcul:
            value.isTable
                ? wrongCalcul(value, facet)
                : literals.constant(value, of: facet.name).flatMap { ShownValue($0.value) }
                    .map { .one($0) }
        }
    }

    private func wrongCalcul(_ value: Expression, _ facet: Facet) -> FacetValue? {
        findings.report(
            .wrongKind(of: facet.name, expected: .constant, found: value), at: value.range)
        return nil
    }

    private static let outcomes = Outcome.allCases.map(\.rawValue) + [Verdict.notInForce]

    private func number(_ value: Expression, _ facet: Facet) -> FacetValue? {
        literals.number(value, of: facet.name).map { .number($0) }
    }

    private func word(
        _ value: Expression, _ facet: Facet, among words: [String]
    ) -> FacetValue? {
        literals.text(value, of: facet.name)
            .flatMap { known($0, "valeur inconnue pour \(facet.name)", among: words) }
            .map { .word($0) }
    }

    /// A list of words that are known, or one.
    private func words(
        _ value: Expression, _ facet: Facet, among words: [String]
    ) -> FacetValue? {
        self.words(value, facet) { known($0, "valeur inconnue pour \(facet.name)", among: words) }
    }

    /// A list of words, or one; nil, once all are read, when one of them is not accepted.
    private func words(
        _ value: Expression, _ facet: Facet, _ accept: (Located<String>) -> String?
    ) -> FacetValue? {
        let elements = value.isText ? [value] : literals.list(value, of: facet.name)
        guard let elements else { return nil }
        let words = elements.compactMap { literals.text($0, of: facet.name).flatMap(accept) }
        return words.count == elements.count ? .words(words) : nil
    }

    /// A path that a verdict can name as missing: a fact, a row of a table, a calcul.
    private func missing(_ path: Located<String>) -> String? {
        let first = String(path.value.prefix { !".[".contains($0) })
        if vocabulary.schema.root.field(named: first) != nil {
            return factPath(path).map { _ in path.value }
        }
        let others = vocabulary.tables.keys + vocabulary.calculs
        let names = vocabulary.schema.root.fields.map(\.name) + others.sorted()
        return known(
            Located(value: first, range: path.range), "fait inconnu dans manquants", among: names
        ).map { _ in path.value }
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

extension ShownValue {
    /// A constant as a verdict shows it; nil for a list.
    fileprivate init?(_ constant: Constant) {
        switch constant {
        case .text(let text): self = .text(text)
        case .integer(let number): self = .integer(number)
        case .decimal(let number): self = ShownValue.decimal(number).normalized
        case .boolean(let flag): self = .boolean(flag)
        case .day(let day): self = .day(day)
        case .list: return nil
        }
    }
}
