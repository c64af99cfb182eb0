// Two verdicts on one dossier, side by side.
// SPDX-License-Identifier: MIT

public import PolicyEngine

/// What differs between two verdicts on one dossier: under two policies, or with other facts.
///
/// ```swift
/// let change = VerdictChange(from: base, to: other)
/// change.movesOutcome  // whether avis, points or days differ
/// ```
public struct VerdictChange: Sendable {
    /// What the first verdict comes to.
    public let before: VerdictOutline
    /// What the second verdict comes to.
    public let after: VerdictOutline
    /// The rules whose results differ, in the order of the second verdict; those that it does not
    /// have come last.
    public let rules: [RuleChange]
    /// Whether one of the two alone raises the flag of the regime's transition.
    public let movesTransition: Bool
    /// Where each verdict stands in a ranking; nil where it has no rank.
    let standings: (before: Standing?, after: Standing?)

    /// Compares two verdicts; a rule under another identifier is one rule.
    public init(
        from before: Verdict, to after: Verdict, renamed: RenamedRules = .none
    ) {
        self.before = VerdictOutline(before)
        self.after = VerdictOutline(after)
        standings = (Standing(before), Standing(after))
        rules = VerdictChange.rules(before, after, renamed)
        movesTransition = (before.transition == nil) != (after.transition == nil)
    }

    /// Whether avis, points, days or the regime differ.
    public var movesOutcome: Bool { before != after }

    /// Whether nothing differs at all.
    public var isEmpty: Bool { !movesOutcome && rules.isEmpty && !movesTransition }

    /// Whether an opinion that settled something is now incomplete or failed, that of the dossier
    /// or that of an expertise.
    public var losesDecision: Bool {
        if before.isSettled && !after.isSettled { return true }
        return zip(before.expertises, after.expertises).contains {
            $0.avis.isSettled && !$1.avis.isSettled
        }
    }

    /// Whether a label's days differ, where both verdicts propose one.
    public var movesDays: Bool {
        zip(before.expertises, after.expertises).contains {
            $0.label != nil && $1.label != nil && $0.label != $1.label
        }
    }

    /// Whether the same points are of other levels: the policy draws its levels elsewhere.
    public var movesLevelsAlone: Bool {
        before.regime == after.regime
            && before.points == after.points && before.pointsMax == after.pointsMax
            && (before.niveau != after.niveau || before.niveauMax != after.niveauMax)
    }

    private static func rules(
        _ before: Verdict, _ after: Verdict, _ renamed: RenamedRules
    ) -> [RuleChange] {
        let regime = before.regime?.id
        let isOneRegime = regime == after.regime?.id
        let former = states(before) { id in
            isOneRegime ? regime.flatMap { renamed.successor(of: id, in: $0) } ?? id : id
        }
        let new = states(after) { $0 }
        let calculs = CalculPairs(before, after)
        // As a rule the same rules ran on the same subjects.
        if isOneRegime, former.count == new.count,
            zip(former, new).allSatisfy({ $0.key == $1.key })
        {
            return zip(former, new).compactMap { old, new in
                let (first, second) = comparable(old.value, new.value)
                return RuleChange(first, second, absence: .rule, among: calculs)
            }
        }
        let firsts = Dictionary(former.map { ($0.key, $0.value) }) { first, _ in first }
        let common = Set(former.map(\.key.id)).intersection(new.map(\.key.id))
        func absence(of key: Key) -> Absence {
            isOneRegime ? common.contains(key.id) ? .subject : .rule : .regime
        }
        var seen: Set<Key> = []
        var changes: [RuleChange?] = []
        for (key, value) in new where seen.insert(key).inserted {
            let (first, second) = comparable(firsts[key], value)
            changes.append(
                RuleChange(first, second, absence: absence(of: key), among: calculs))
        }
        for (key, value) in former where seen.insert(key).inserted {
            changes.append(
                RuleChange(value, nil, absence: absence(of: key), among: calculs))
        }
        return changes.compactMap(\.self)
    }

    /// Two results, without days where one of the opinions allows no label: the validity is not
    /// what took it away.
    private static func comparable(_ before: State?, _ after: State) -> (State?, State) {
        guard let before, (before.state.label == nil) != (after.state.label == nil) else {
            return (before, after)
        }
        return (
            (before.result, RuleState(before.result, label: nil)),
            (after.result, RuleState(after.result, label: nil))
        )
    }

    /// A rule on a subject; a renamed one under its new identifier.
    private struct Key: Hashable {
        let id: String
        let sujet: String
    }

    private typealias State = (result: RuleResult, state: RuleState)

    /// Every result, those of flags that were not raised included, under a name of its rule.
    private static func states(
        _ verdict: Verdict, named name: (String) -> String
    ) -> [(key: Key, value: State)] {
        (verdict.allRules + verdict.quietFlags).map { result in
            let state = RuleState(result, label: verdict.label(givenBy: result))
            return (Key(id: name(result.id), sujet: result.sujet), (result, state))
        }
    }
}

extension Verdict {
    /// The days that a validity gave; nil for another rule, or when its days count for nothing.
    fileprivate func label(givenBy result: RuleResult) -> VerdictOutline.Label? {
        guard result.kind == .validite else { return nil }
        let period = expertises.first { expertise in
            let isOwn = [expertise.subject, "dossier"].contains(result.sujet)
            return isOwn && expertise.validite?.regle == result.id
        }
        return period?.validite.map(VerdictOutline.Label.init)
    }
}

extension ExpertiseVerdict {
    fileprivate var subject: String { "expertises[\(number)]" }
}
