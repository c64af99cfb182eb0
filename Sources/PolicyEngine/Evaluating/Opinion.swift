// From criteria to an opinion.
// SPDX-License-Identifier: MIT

/// The opinion that criteria and validities make, and the sentences of those that made it.
struct Opinion {
    /// The opinion.
    let avis: Avis
    /// Why; empty when it is favourable.
    let motifs: [String]

    /// Weighs the results that count for one expertise, or for a dossier without any.
    init(of results: [RuleResult]) {
        let decisive = Opinion.steps.lazy
            .map { step in (step.avis, results.filter(step.isDecisive)) }
            .first { !$0.1.isEmpty } ?? (.favorable, [])
        avis = decisive.0
        motifs = decisive.1.map { result in
            let sentence = result.motif ?? ""
            // What could not be settled does not say by itself what it is about.
            return result.outcome == .nonSatisfaite
                ? sentence : "\(result.titre)\u{A0}: \(sentence.lowercasedStart)"
        }
    }

    /// The opinions from worst to best, each with the results that make it.
    private static let steps: [(avis: Avis, isDecisive: @Sendable (RuleResult) -> Bool)] = [
        (.enErreur, { $0.outcome == .enErreur }),
        (.defavorable, { $0.isUnmet(.refus) }),
        (.incomplet, { $0.isUnmet(.piece) || $0.kind == .critere && $0.outcome == .indeterminee }),
        (.aExaminer, { $0.isUnmet(.examen) }),
    ]

    /// The dossier's opinion from those of its expertises.
    static func ofDossier(_ avis: [Avis]) -> Avis {
        if avis.contains(.enErreur) { return .enErreur }
        guard let first = avis.first, avis.allSatisfy({ $0 == first }) else { return .partage }
        return first
    }
}

extension RuleResult {
    /// Whether it is a criterion of this effect that does not hold.
    fileprivate func isUnmet(_ effect: Effect) -> Bool {
        outcome == .nonSatisfaite && kind == .critere && self.effect == effect
    }
}

extension String {
    /// The text with its first letter in lower case.
    fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}

/// Adds up points.
struct PriorityCounter {
    let results: [RuleResult]
    let levels: Levels?

    /// The sum of each rule's best subject.
    var priority: Priority {
        guard !results.contains(where: { $0.outcome == .enErreur }) else {
            return Priority(
                points: nil, pointsMax: nil, niveau: nil, niveauMax: nil, regles: results)
        }
        var counted = results
        var least = 0.0
        var most: Double? = 0.0
        for group in groups {
            let best = best(of: group)
            for index in group { counted[index].isCounted = index == best }
            least += results[best].points?.lowerBound ?? 0
            let tops = group.map { results[$0].points?.upperBound }
            let top = tops.contains(nil) ? nil : tops.compactMap { $0 }.max()
            most = most.flatMap { sum in top.map { sum + $0 } }
        }
        return Priority(
            points: least, pointsMax: most, niveau: levels?.name(for: least),
            niveauMax: most.flatMap { levels?.name(for: $0) }, regles: counted)
    }

    /// Indices of results, one group a rule, in the order of the first of each.
    private var groups: [[Int]] {
        var groups: [[Int]] = []
        for index in results.indices {
            if let known = groups.firstIndex(where: { results[$0[0]].id == results[index].id }) {
                groups[known].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    /// The subject that surely gives most, then the one that may give most, then the first.
    private func best(of group: [Int]) -> Int {
        func key(_ index: Int) -> (Double, Double) {
            let span = results[index].points
            return (span?.lowerBound ?? 0, span?.upperBound ?? .infinity)
        }
        return group.dropFirst().reduce(group[0]) { key($1) > key($0) ? $1 : $0 }
    }
}
