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

    /// Reads `attend = { … }`; `owner` names the case.
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
        switch field {
        case "regles", "calculs":
            return entries(value, of: field).compactMap { key, value in
                facet(Located(value: "\(field).\(key.value)", range: key.range))
                    .flatMap { expectation($0, value) }
            }
        case "priorite", "validite":
            if field == "validite", case .string = value.kind {
                return [expectation(.validityRule, value)].compactMap(\.self)
            }
            return entries(value, of: field).compactMap { key, value in
                facet(Located(value: "\(field).\(key.value)", range: key.range))
                    .flatMap { expectation($0, value) }
            }
        default:
            return Facet(name: field).flatMap { expectation($0, value) }.map { [$0] } ?? []
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
        case .rule(let id): return isKnown(id, "règle inconnue", vocabulary.rules, name) ? facet : nil
        case .calcul(let nom):
            return isKnown(nom, "calcul inconnu", vocabulary.calculs, name) ? facet : nil
        default: return facet
        }
    }

    private func isKnown(
        _ id: String, _ what: String, _ names: [String], _ place: Located<String>
    ) -> Bool {
        known(Located(value: id, range: place.range), what, among: names) != nil
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
        case .motifs, .manquants, .diagnostics: words(value, facet, among: nil)
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
            literals.constant(value, of: facet.name).flatMap { ShownValue($0.value) }
                .map { .one($0) }
        }
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

    /// A list of words, or one; nil for words that are free.
    private func words(
        _ value: Expression, _ facet: Facet, among words: [String]?
    ) -> FacetValue? {
        let texts =
            value.isText
            ? literals.text(value, of: facet.name).map { [$0] }
            : literals.texts(value, of: facet.name)
        guard let texts else { return nil }
        guard let words else { return .words(texts.map(\.value)) }
        let accepted = texts.compactMap {
            known($0, "valeur inconnue pour \(facet.name)", among: words)
        }
        return accepted.count == texts.count ? .words(accepted) : nil
    }
}

extension Expression {
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
        case .decimal(let number): self = .decimal(number)
        case .boolean(let flag): self = .boolean(flag)
        case .day(let day): self = .day(day)
        case .list: return nil
        }
    }
}
