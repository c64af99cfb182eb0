// The rules that two policies know under different identifiers.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// Rules that go on under another identifier, regime by regime.
public struct RenamedRules: Sendable {
    /// The new identifier of an old one, by regime.
    private var successors: [String: [String: String]] = [:]

    /// No rule has another identifier.
    public static let none = RenamedRules()

    private init() {}

    /// Looks for rules of the same text, the same results, or much the same title and text.
    ///
    /// Regimes in which no rule has gone, or none has come, are not loaded.
    ///
    /// - Parameters:
    ///   - before: the first policy.
    ///   - after: the second one.
    ///   - budget: the most regions to look at for the same results.
    /// - Returns: the rules of the regimes that both policies have.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public static func between(
        _ before: Policy, _ after: Policy, budget: Int = 10_000
    ) throws -> RenamedRules {
        var renamed = RenamedRules()
        for old in before.regimes {
            guard let new = after.regime(id: old.id) else { continue }
            let (former, present) = (old.ruleIDs, new.ruleIDs)
            guard !former.isSubset(of: present), !present.isSubset(of: former) else { continue }
            var search = try RegimeSearch([before, after], regime: old.id, budget: budget)
            let found = try RuleRenamings(&search)
            let (rules, others) = (search.versions[0].rules, search.versions[1].rules)
            for (rule, successor) in found.successors {
                renamed.successors[old.id, default: [:]][rules[rule].rule.id.value] =
                    others[successor].rule.id.value
            }
        }
        return renamed
    }

    /// What a rule of the first policy is called in the second one; nil unless it is renamed.
    public func successor(of id: String, in regime: String) -> String? {
        successors[regime]?[id]
    }
}

extension Regime {
    fileprivate var ruleIDs: Set<String> { Set(declarations.rules.map(\.id.value)) }
}
