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
    /// What moves opinions, points or days first; then the widest region, then the order of rules.
    fileprivate func precedes(_ other: RuleDifference) -> Bool {
        let isDeciding = rule.kind.isDeciding
        guard isDeciding == other.rule.kind.isDeciding else { return isDeciding }
        let (mine, others) = (narrowness, other.narrowness)
        return mine == others ? rule.precedes(other.rule) : mine < others
    }

    /// How small a part of all dossiers its widest region is.
    private var narrowness: Double {
        regions.map { $0.map(\.cell.narrowness).reduce(0, +) }.min() ?? 0
    }
}

extension RuleKind {
    /// Whether it has a say in opinions, points or days.
    fileprivate var isDeciding: Bool { self != .signalement && self != .calcul }
}

extension Cell {
    /// How many times half of what a fact may be has to be halved to come down to the cell, more or
    /// less: one text, number or day is held for one of thirty.
    fileprivate var narrowness: Double {
        switch extent {
        case .values(let facts) where facts.allSatisfy(\.isBoolean): 1
        case .values(let facts): Double(max(1, 5 - facts.count.halvings))
        case .numbers(let low?, let high?) where low == high: 5
        case .numbers, .decimals, .counts, .holding, .absent: isWhole ? 0 : 1
        case .others(let excluded): excluded.isEmpty ? 0 : 1
        case .present: 0
        }
    }
}

extension Int {
    /// How many times it can be halved, from 1 on.
    fileprivate var halvings: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}

extension Fact {
    fileprivate var isBoolean: Bool { if case .boolean = self { true } else { false } }
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
