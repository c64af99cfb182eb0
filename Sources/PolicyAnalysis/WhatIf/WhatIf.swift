// A policy and a dossier with some parameters and facts replaced.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
public import PolicyEngine

/// Replacements, and what they make of a policy and of dossiers.
///
/// ```swift
/// let whatIf = try WhatIf(["seuil_presence=15"], policy: policy)
/// let other = try Evaluator(whatIf.policy)
/// ```
public struct WhatIf: Sendable {
    /// The replacements, in order.
    public let replacements: [Replacement]
    /// The policy with the parameters that they give, in every regime and on every day.
    public let policy: Policy

    /// Reads replacements such as `seuil_presence=15` and `collectivite.population=1200`.
    ///
    /// A name that a parameter has is that parameter; any other is the path of a fact. Nothing after
    /// the sign takes the fact away.
    ///
    /// - Throws: everything wrong with them at once, whatever the dossier.
    public init(_ texts: [String], policy: Policy) throws(ReplacementFaults) {
        replacements = try ReplacementReader(policy).read(texts)
        var parameters: [String: Constant] = [:]
        for replacement in replacements {
            if case .parameter(let value) = replacement.target {
                parameters[replacement.name] = value
            }
        }
        self.policy = policy.replacing(parameters: parameters, rows: [:])
    }

    /// A dossier with the facts replaced.
    ///
    /// - Throws: the first replacement that this dossier cannot take.
    public func edited(_ json: JSONValue) throws(ReplacementFault) -> JSONValue {
        var result = json
        for replacement in replacements {
            guard case .fact(let edit) = replacement.target else { continue }
            do throws(EditFault) {
                result = try result.editing(edit)
            } catch {
                throw ReplacementFault(replacement.text, error.message)
            }
        }
        return result
    }

    /// Whether any fact is replaced.
    public var editsFacts: Bool {
        replacements.contains { if case .fact = $0.target { true } else { false } }
    }

    /// The value that a parameter has for a verdict; nil where its regime has none that day.
    public func parameter(_ name: String, under verdict: Verdict, in base: Policy) -> Constant? {
        guard let regime = verdict.regime.flatMap({ base.regime(id: $0.id) }) else { return nil }
        let day = regime.declaration.day(filed: verdict.deposeLe, decided: verdict.dateDecision)
        return regime.declarations.parameters.first { $0.name.value == name }?
            .value(on: day)?.value.value
    }

    /// The replaced parameters that the regime of a verdict does not have: without effect on it.
    public func idleParameters(under verdict: Verdict, in base: Policy) -> [String] {
        let regime = verdict.regime.flatMap { base.regime(id: $0.id) }
        let known = Set(regime?.declarations.parameters.map(\.name.value) ?? [])
        return replacements.compactMap { replacement in
            guard case .parameter = replacement.target, !known.contains(replacement.name) else {
                return nil
            }
            return replacement.name
        }
    }
}

extension JSONValue {
    /// The value at a path; nil where there is none, or a reason why it is not known.
    public func value(at path: FactPath) -> JSONValue? {
        var value = self
        for step in path.steps {
            switch (step, value) {
            case (.name(let name), .object):
                guard let next = value[name] else { return nil }
                value = next
            case (.element(let number), .array(let elements)) where number <= elements.count:
                value = elements[number - 1]
            default: return nil
            }
        }
        return value == .null || value["inconnu"] != nil ? nil : value
    }
}
