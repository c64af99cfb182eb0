// The rule behind a mismatch: what to look at first when a case fails.
// SPDX-License-Identifier: MIT

public import PolicyEngine

extension CaseResult {
    /// The first rule that differs from what was expected, with what it read; nil where none can
    /// be named.
    ///
    /// An opinion that is worse than expected is explained by the first criterion that made it; one
    /// that is better, by the first criterion that was expected otherwise, if the case names it.
    public func evidence(for mismatch: Mismatch) -> RuleResult? {
        guard let verdict = observation.verdict else { return nil }
        switch mismatch.expectation.facet {
        case .rule(let id): return differing(verdict.results(of: id), from: mismatch)
        case .avis, .expertises, .motifs: return decisive(in: verdict)
        case .manquants:
            let difference = mismatch.difference
            return verdict.allRules.first { !difference.isDisjoint(with: $0.manquants) }
        case .signalements:
            let id = mismatch.difference.sorted().first
            return id.flatMap { verdict.results(of: $0).first }
        case .points, .pointsMax, .niveau, .niveauMax:
            return verdict.priorite.regles.first { $0.outcome != .sansObjet }
                ?? verdict.priorite.regles.first
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

    /// The first criterion that made the opinion.
    private func decisive(in verdict: Verdict) -> RuleResult? {
        let criteria = verdict.allRules.filter { $0.kind == .critere }
        let failed = verdict.allRules.first {
            $0.outcome == .enErreur && [.critere, .validite].contains($0.kind)
        }
        func unmet(_ effect: Effect) -> RuleResult? {
            criteria.first { $0.outcome == .nonSatisfaite && $0.effect == effect }
        }
        let open = criteria.first { $0.outcome == .indeterminee }
        return failed ?? unmet(.refus) ?? unmet(.piece) ?? open ?? unmet(.examen)
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
