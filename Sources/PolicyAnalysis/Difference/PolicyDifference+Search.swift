// Finds what two versions of a policy decide otherwise.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
public import PolicyEngine

extension PolicyDifference {
    /// Compares two versions of a policy on every dossier, as far as their rules tell them apart.
    ///
    /// Facts that rules read are taken as known, or as missing where a rule looks at that itself; where
    /// two rules then give the same, as missing everywhere.
    ///
    /// - Parameters:
    ///   - before: the first version.
    ///   - after: the second.
    ///   - budget: the most regions to look at.
    /// - Returns: what was found, with what keeps it from being all.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public static func between(
        _ before: Policy, _ after: Policy, budget: Int = 200_000
    ) throws -> PolicyDifference {
        var difference = PolicyDifference()
        var pair = try PolicyPair(before, after)
        difference.regimes = try pair.regimeChanges()
        difference.facts = FactChange.between(before.schema, after.schema)
        var rest = budget
        for id in before.regimes.map(\.id) where after.regime(id: id) != nil {
            if let old = before.regime(id: id), let new = after.regime(id: id) {
                difference.levels += LevelChange.between(old, new)
            }
            var search = try RegimeSearch([before, after], regime: id, budget: rest)
            let renamings = try RuleRenamings(&search)
            var comparison = RegimeComparison(search.versions, renamings, after.schema)
            try comparison.compare(&search)
            let found = try comparison.differences(&search, &pair)
            difference.rules += found
            difference.renamed += comparison.renamed
            difference.resembling += comparison.resembling
            difference.reworded += comparison.reworded
            difference.doubts += comparison.doubts
            difference.explored += rest - search.budget
            rest = search.budget
        }
        difference.rules.sortStably { $0.precedes($1) }
        difference.renamed.sort { $0.before.precedes($1.before) }
        difference.resembling.sort { $0.before.precedes($1.before) }
        difference.reworded.sort { $0.precedes($1) }
        difference.doubts.sortStably { $0.rule.precedes($1.rule) }
        return difference
    }
}

extension RuleReference {
    /// Byte order of rule, then of regime.
    fileprivate func precedes(_ other: RuleReference) -> Bool {
        id == other.id
            ? regime.utf8.lexicographicallyPrecedes(other.regime.utf8)
            : id.utf8.lexicographicallyPrecedes(other.id.utf8)
    }
}

extension RuleDifference {
    /// The fewest facts first, then the order of rules.
    fileprivate func precedes(_ other: RuleDifference) -> Bool {
        let (mine, others) = (regions.first?.count ?? 0, other.regions.first?.count ?? 0)
        return mine == others ? rule.precedes(other.rule) : mine < others
    }
}

extension RuleReference {
    /// The rule of a regime.
    init(_ rule: Rule, in regime: String) {
        self.init(regime: regime, id: rule.id.value, titre: rule.titre, kind: rule.kind)
    }
}

extension Array {
    /// Sorts so that elements of which none precedes the other stay in their order.
    fileprivate mutating func sortStably(by precedes: (Element, Element) -> Bool) {
        self = enumerated().sorted { left, right in
            precedes(left.element, right.element)
                || !precedes(right.element, left.element) && left.offset < right.offset
        }.map(\.element)
    }
}
