// What holds between two rules as long as no region shows otherwise.
// SPDX-License-Identifier: MIT

import PolicyEngine

/// What may hold between a first rule and a second one on every dossier.
struct PairRelations: OptionSet, Hashable {
    let rawValue: Int

    /// Both come to the same outcome.
    static let agree = PairRelations(rawValue: 1)
    /// The first fails wherever the second does, at least as badly.
    static let firstMasks = PairRelations(rawValue: 2)
    /// The second fails wherever the first does, at least as badly.
    static let secondMasks = PairRelations(rawValue: 4)

    /// The relations that two rules may stand in, by what each gives by itself.
    ///
    /// A rule that gives one thing only agrees with or masks nothing in particular: that it does so
    /// is told of itself.
    static func possible(_ first: RuleInForce, _ second: RuleInForce) -> PairRelations {
        guard first.rule.kind == second.rule.kind, first.sharesFact(with: second) else { return [] }
        var relations: PairRelations = []
        let (mine, others) = (first.outcomes.onSubjects, second.outcomes.onSubjects)
        let isTold = [.critere, .priorite, .signalement].contains(first.rule.kind)
        if isTold, first.scope == second.scope, mine == others, mine.count > 1 {
            relations.insert(.agree)
        }
        guard first.rule.kind == .critere else { return relations }
        if first.canMask(second) { relations.insert(.firstMasks) }
        if second.canMask(first) { relations.insert(.secondMasks) }
        return relations
    }

    /// Those that a region does not contradict.
    func upheld(by results: [ProbedResult], _ first: Int, _ second: Int) -> PairRelations {
        let mine = results.filter { $0.rule == first }
        let others = results.filter { $0.rule == second }
        var relations = self
        if contains(.agree), !mine.agree(with: others) { relations.remove(.agree) }
        if contains(.firstMasks), !mine.mask(others) { relations.remove(.firstMasks) }
        if contains(.secondMasks), !others.mask(mine) { relations.remove(.secondMasks) }
        return relations
    }
}

extension RuleInForce {
    /// Whether it fails on some dossiers alone, and for all that the other fails for.
    func canMask(_ other: RuleInForce) -> Bool {
        outcomes.have(.nonSatisfaite) && outcomes.onSubjects.count > 1
            && other.outcomes.have(.nonSatisfaite)
            && (scope != .expertise || other.scope == .expertise)
    }
}

extension [ProbedResult] {
    /// Whether each subject of both has one outcome.
    fileprivate func agree(with others: [ProbedResult]) -> Bool {
        let outcomes = Dictionary(
            others.map { ($0.result.sujet, $0.result.outcome) }, uniquingKeysWith: { one, _ in one }
        )
        return allSatisfy { result in
            outcomes[result.result.sujet].map { $0 == result.result.outcome } ?? true
        }
    }

    /// Whether the opinion is no better without what the others lead to.
    ///
    /// A result on the dossier or on a request counts for every expertise.
    func mask(_ others: [ProbedResult]) -> Bool {
        others.allSatisfy { other in
            let severity = Bearing(other).severity
            return severity == 0
                || contains { mine in
                    (mine.expertise == nil || mine.expertise == other.expertise)
                        && Bearing(mine).severity >= severity
                }
        }
    }
}
