// The rule behind a mismatch: what to look at first when a case fails.
// SPDX-License-Identifier: MIT

public import PolicyEngine

extension CaseResult {
    /// The first rule that differs from what was expected, with what it read; nil where none can
    /// be named.
    ///
    /// An opinion that is worse than expected is explained by the first criterion that made it; one
    /// that is better, by the first rule that the case expects otherwise, or that changed.
    ///
    /// - Parameters:
    ///   - mismatch: what differs.
    ///   - isChanged: whether a rule, or what it reads, changed since it was accepted.
    /// - Returns: the rule's result on the subject that differs.
    public func evidence(
        for mismatch: Mismatch, isChanged: (RuleResult) -> Bool
    ) -> RuleResult? {
        guard let verdict = observation.verdict else { return nil }
        switch mismatch.expectation.facet {
        case .rule(let id): return differing(verdict.results(of: id), from: mismatch)
        case .avis, .motifs: return decisive(among: verdict.allRules, isChanged)
        case .expertises: return decisive(among: rules(behind: mismatch, in: verdict), isChanged)
        case .manquants:
            let difference = mismatch.difference
            return verdict.allRules.first { !difference.isDisjoint(with: $0.manquants) }
        case .signalements:
            let id = mismatch.difference.sorted().first
            return id.flatMap { verdict.results(of: $0).first }
        case .points, .pointsMax, .niveau, .niveauMax:
            let rules = verdict.priorite.regles
            return rules.first(where: isChanged) ?? rules.first { $0.outcome != .sansObjet }
                ?? rules.first
        case .debut, .fin, .validityRule:
            return verdict.allRules.first { $0.kind == .validite && $0.outcome != .sansObjet }
        case .calcul(let nom): return verdict.calculs.first { $0.nom == nom }
        case .regime, .transition, .diagnostics: return nil
        }
    }

    /// The subject of a rule whose result is not the expected one.
    private func differing(_ results: [RuleResult], from mismatch: Mismatch) -> RuleResult? {
        let expected = mismatch.expectation.expected
        for (index, result) in results.enumerated() {
            let word: ShownValue = .text(result.outcome.rawValue)
            switch expected {
            case .one(let value) where value == word: continue
            case .several(let values) where index < values.count && values[index] == word: continue
            default: return result
            }
        }
        return results.first
    }

    /// The rules that count for the first expertise whose opinion differs.
    private func rules(behind mismatch: Mismatch, in verdict: Verdict) -> [RuleResult] {
        let expected = mismatch.expectation.expected.elements
        let index = zip(expected, verdict.expertises)
            .enumerated().first { $1.0 != .text($1.1.avis.rawValue) }?.offset
        guard let index else { return verdict.allRules }
        return verdict.regles + verdict.expertises[index].regles
    }

    /// The first criterion that made an opinion; where none did, one that should have.
    private func decisive(
        among rules: [RuleResult], _ isChanged: (RuleResult) -> Bool
    ) -> RuleResult? {
        let criteria = rules.filter { $0.kind == .critere }
        let failed = rules.first {
            $0.outcome == .enErreur && [.critere, .validite].contains($0.kind)
        }
        func unmet(_ effect: Effect) -> RuleResult? {
            criteria.first { $0.outcome == .nonSatisfaite && $0.effect == effect }
        }
        let open = criteria.first { $0.outcome == .indeterminee }
        return failed ?? unmet(.refus) ?? unmet(.piece) ?? open ?? unmet(.examen)
            ?? expectedOtherwise(isChanged) ?? criteria.first(where: isChanged)
    }

    /// The first rule that the case names and that does not give what it expects.
    private func expectedOtherwise(_ isChanged: (RuleResult) -> Bool) -> RuleResult? {
        let named = mismatches.first {
            if case .rule = $0.expectation.facet { true } else { false }
        }
        return named.flatMap { evidence(for: $0, isChanged: isChanged) }
    }
}

extension Mismatch {
    /// The words that were expected or came out, and not both.
    fileprivate var difference: Set<String> {
        func words(_ value: FacetValue?) -> Set<String> {
            Set((value?.elements ?? []).map(\.french))
        }
        return words(expectation.expected).symmetricDifference(words(obtained))
    }
}
