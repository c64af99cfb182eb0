// The expected verdict on an example: what a verdict says, without its prose.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// A golden verdict: every result and every value, no sentence and no fingerprint.
public struct ExpectedVerdict: Hashable, Sendable {
    private static let identifier = "sceau/attendu/1"

    /// What it says, as JSON.
    public let json: JSONValue

    /// Takes what a verdict says.
    public init(_ verdict: Verdict) {
        json = [
            "schema": .string(ExpectedVerdict.identifier),
            "date_decision": .string(verdict.dateDecision.iso),
            "regime": .optional(verdict.regime?.id),
            "avis": .string(verdict.avis.rawValue),
            "expertises": .array(verdict.expertises.map(\.essentials)),
            "priorite": verdict.priorite.essentials,
            "transition": .boolean(verdict.transition != nil),
            "manquants": .array(verdict.manquants.map { .string($0) }),
            "hypotheses": .object(
                verdict.hypotheses.map {
                    .init("\($0.regle) \($0.sujet) \($0.fait)", .string($0.valeur.french))
                }),
            "regles": .object(
                (verdict.allRules + verdict.quietFlags).map {
                    .init("\($0.id) \($0.sujet)", $0.essentials)
                }),
        ]
    }

    /// Takes the codes with which a dossier is refused.
    public init(refusedWith diagnostics: [Diagnostic]) {
        json = [
            "schema": .string(ExpectedVerdict.identifier),
            "diagnostics": .array(diagnostics.map { .string($0.code) }),
        ]
    }

    /// Reads an expected verdict; nil for another text.
    public init?(_ text: SourceText) {
        guard let root = JSONReader.read(text).root, let json = JSONValue(root),
            json["schema"] == .string(ExpectedVerdict.identifier)
        else { return nil }
        self.json = json
    }

    /// The decision day that it was given for, `yyyy-mm-dd`; nil for a dossier that is refused.
    public var decisionDay: String? {
        guard case .string(let day)? = json["date_decision"] else { return nil }
        return day
    }

    /// What it says, the members of objects in order of key.
    var unordered: JSONValue { json.unordered }

    /// The text of its file.
    public var text: String { json.encoded(style: .pretty) + "\n" }

    /// What another verdict says otherwise, the opinion first.
    public func changes(to other: ExpectedVerdict) -> [VerdictChange] {
        let (before, after) = (json.leaves(under: ""), other.json.leaves(under: ""))
        let old = Dictionary(before) { first, _ in first }
        let new = Dictionary(after) { first, _ in first }
        let order = before.map(\.0) + after.map(\.0).filter { old[$0] == nil }
        return order.filter { old[$0] != new[$0] }
            .map { VerdictChange(path: $0, before: old[$0], after: new[$0]) }
    }
}

/// One thing that two verdicts say differently.
public struct VerdictChange: Hashable, Sendable {
    /// Where it stands, such as `regles › EXP-04 expertises[1] › resultat`.
    public let path: String
    /// What was said; nil for nothing.
    public let before: String?
    /// What is said now; nil for nothing.
    public let after: String?

    /// The identifier of the rule that it concerns, if it concerns one.
    public var rule: String? {
        let steps = path.split(separator: "›").map { $0.drop { $0 == " " } }
        guard steps.count > 1, steps[0].hasPrefix("regles") else { return nil }
        return steps[1].split(separator: " ").first.map(String.init)
    }

    /// « avis : favorable → incomplet ».
    public var french: String {
        "\(path)\u{A0}: \(before ?? "rien") → \(after ?? "rien")"
    }
}

extension JSONValue {
    /// The same value with the members of objects in order of key.
    fileprivate var unordered: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member($0.key, $0.value.unordered) }.sorted { $0.key < $1.key })
        case .array(let elements): .array(elements.map(\.unordered))
        default: self
        }
    }

    /// The scalars of a value with the way to each, in order.
    fileprivate func leaves(under path: String) -> [(String, String)] {
        func inner(_ step: String) -> String { path.isEmpty ? step : "\(path) › \(step)" }
        switch self {
        case .object(let members) where !members.isEmpty:
            return members.flatMap { $0.value.leaves(under: inner($0.key)) }
        case .array(let elements) where elements.contains { $0.isContainer }:
            return elements.enumerated().flatMap { index, element in
                element.leaves(under: inner(String(index + 1)))
            }
        case .array(let elements):
            return [(path, elements.map(\.leaf).joined(separator: ", "))]
        case .object: return []
        default: return [(path, leaf)]
        }
    }

    private var isContainer: Bool {
        switch self {
        case .object, .array: true
        default: false
        }
    }

    private var leaf: String {
        if case .string(let text) = self { return text }
        return encoded()
    }
}

extension ExpertiseVerdict {
    fileprivate var essentials: JSONValue {
        [
            "avis": .string(avis.rawValue),
            "validite": validite.map {
                [
                    "debut": .string($0.debut.iso), "fin": .string($0.fin.iso),
                    "regle": .string($0.regle),
                ]
            } ?? .null,
        ]
    }
}

extension Priority {
    fileprivate var essentials: JSONValue {
        [
            "points": .points(points), "points_max": .points(pointsMax),
            "niveau": .optional(niveau), "niveau_max": .optional(niveauMax),
        ]
    }
}

extension RuleResult {
    fileprivate var essentials: JSONValue {
        var members: [JSONValue.Member] = [.init("resultat", .string(outcome.rawValue))]
        if isProvisional { members.append(.init("provisoire", true)) }
        if let valeur { members.append(.init("valeur", .string(valeur.french))) }
        if kind == .priorite {
            members.append(.init("points", .points(points?.lowerBound)))
            members.append(.init("points_max", .points(points?.upperBound)))
        }
        if !lus.isEmpty {
            members.append(
                .init("lus", .object(lus.map { .init($0.name, .string($0.value.french)) })))
        }
        if !parametres.isEmpty {
            members.append(
                .init(
                    "parametres",
                    .object(parametres.map { .init($0.name, .string($0.value.french)) })))
        }
        if !manquants.isEmpty {
            members.append(.init("manquants", .array(manquants.map { .string($0) })))
        }
        return .object(members)
    }
}

extension JSONValue {
    /// A number of points, whole where it can be; null for none.
    fileprivate static func points(_ number: Double?) -> JSONValue {
        guard let number else { return .null }
        return Int64(exactly: number).map { .integer($0) } ?? .number(number)
    }
}
