// The rules behind what differs between two verdicts.
// SPDX-License-Identifier: MIT

import PolicyEngine

extension VerdictChange {
    /// Whether the opinion on the dossier or on an expertise differs.
    public var movesAvis: Bool {
        before.avis != after.avis
            || before.expertises.map(\.avis) != after.expertises.map(\.avis)
    }

    /// The rules that moved the opinion, the points or the days, those that weigh most first.
    ///
    /// A criterion that holds in both verdicts, or that is new and holds, moved nothing. Where no rule
    /// shows why, all that differ but flags and derived facts; none where one of the verdicts has no
    /// regime, which says it all.
    public var decidingRules: [RuleChange] {
        guard before.regime != nil, after.regime != nil else { return [] }
        let deciding = rules.filter { ![.signalement, .calcul].contains($0.kind) }
        let responsible = deciding.filter(isResponsible)
        guard !responsible.isEmpty else { return deciding }
        return responsible.enumerated()
            .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .map(\.element)
    }

    private func isResponsible(_ rule: RuleChange) -> Bool {
        switch rule.kind {
        case .critere: movesAvis && rule.movesSeverity
        case .validite:
            rule.before?.label != rule.after?.label || movesAvis && rule.movesSeverity
        case .priorite:
            !before.hasPriority(of: after) && rule.before?.counted != rule.after?.counted
        case .signalement, .calcul: false
        }
    }
}

extension RuleChange {
    fileprivate var movesSeverity: Bool {
        RuleChange.severity(before, kind) != RuleChange.severity(after, kind)
    }

    /// How bad the worse of its two results is for the opinion.
    fileprivate var weight: Int {
        max(RuleChange.severity(before, kind), RuleChange.severity(after, kind))
    }

    /// How bad the opinion is that a result leads to; a rule that is not there does no harm.
    private static func severity(_ state: RuleState?, _ kind: RuleKind) -> Int {
        state.map { Avis(ledToBy: kind, $0.effect, $0.outcome).severity } ?? 0
    }
}

extension RuleState {
    /// The points that count; nil where nobody knows how many.
    fileprivate var counted: ClosedRange<Double>? {
        isCounted && outcome != .sansObjet ? points : 0...0
    }
}
