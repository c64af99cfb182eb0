// What a case expects of one facet of a verdict, and whether it came out.
// SPDX-License-Identifier: MIT

import Labelling
public import PolicyEngine

/// One expectation of a case.
public struct Expectation: Sendable {
    /// The result that is looked at.
    public let facet: Facet
    /// What it must be.
    public let expected: FacetValue
    /// The line on which it is written, from 1.
    public let line: Int

    /// Whether what came out is what was expected.
    ///
    /// One expected value stands for every subject of a rule and every expertise of a validity;
    /// sentences are looked for in the reasons; lists of paths and flags have no order.
    func holds(for obtained: FacetValue) -> Bool {
        switch facet {
        case .motifs:
            let reasons = obtained.elements.map(\.searched)
            return expected.elements.allSatisfy { part in
                reasons.contains { $0.contains(part.searched) }
            }
        case .manquants, .signalements, .diagnostics:
            return Set(expected.elements) == Set(obtained.elements)
        case .debut, .fin, .validityRule:
            // Without an expertise, there is no validity.
            if obtained.elements.isEmpty { return expected == .word(Verdict.noValidity) }
            return holdsForEach(of: obtained)
        case .rule, .calcul: return holdsForEach(of: obtained)
        case .regime, .avis, .expertises, .transition, .points, .pointsMax, .niveau, .niveauMax:
            return expected == obtained
        }
    }

    private func holdsForEach(of obtained: FacetValue) -> Bool {
        guard case .one(let value) = expected else { return expected == obtained }
        return !obtained.elements.isEmpty && obtained.elements.allSatisfy { $0 == value }
    }
}

/// A value of a facet: one, or a list.
public enum FacetValue: Hashable, Sendable {
    case one(ShownValue)
    case several([ShownValue])

    /// The values, in order.
    public var elements: [ShownValue] {
        switch self {
        case .one(let value): [value]
        case .several(let values): values
        }
    }

    /// The value as a French reader expects it.
    public var french: String {
        switch self {
        case .one(let value): value.french
        case .several(let values) where values.isEmpty: "aucun"
        case .several(let values): values.map(\.french).joined(separator: ", ")
        }
    }

    /// A word of the verdict: an opinion, a result, an identifier.
    static func word(_ text: String) -> FacetValue { .one(.text(text)) }

    /// Words of the verdict.
    static func words(_ texts: [String]) -> FacetValue { .several(texts.map { .text($0) }) }

    /// A number, whole where it can be, so that equal numbers are equal values.
    static func number(_ number: Double) -> FacetValue {
        .one(ShownValue.decimal(number).normalized)
    }
}

extension ShownValue {
    /// A whole number as an integer, so that equal numbers are equal values.
    var normalized: ShownValue {
        guard case .decimal(let number) = self else { return self }
        return Int64(exactly: number).map { .integer($0) } ?? self
    }

    /// The text in lower case with plain spaces, to look for a part of a sentence.
    fileprivate var searched: String {
        let plain = french.unicodeScalars.map { scalar -> Character in
            scalar.properties.isWhitespace ? " " : Character(scalar)
        }
        return String(plain).lowercased().split(separator: " ").joined(separator: " ")
    }
}
