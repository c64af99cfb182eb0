// The values that a case expects, held to the type of what they are expected of.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

extension TestFileReader {
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
            value.says(Verdict.unknown) ? .word(Verdict.unknown) : number(value, facet)
        case .debut, .fin:
            value.says(Verdict.noValidity)
                ? .word(Verdict.noValidity)
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

extension Expression {
    /// Whether it is this text.
    fileprivate func says(_ word: String) -> Bool {
        guard case .string(let literal) = kind else { return false }
        return literal.text == word
    }
}
