// The results on a dossier, where its verdict shows them.
// SPDX-License-Identifier: MIT

/// Results by the part of a verdict in which they stand, each part in policy order.
struct SortedResults {
    /// Criteria and validities on the dossier and on its requests.
    private(set) var shared: [RuleResult] = []
    /// Those on each expertise.
    private(set) var own: [[RuleResult]]
    /// Priority rules.
    private(set) var priorities: [RuleResult] = []
    /// Flags raised, undetermined or failed.
    private(set) var flags: [RuleResult] = []
    /// The other flags.
    private(set) var quietFlags: [RuleResult] = []
    /// Derived facts.
    private(set) var calculs: [RuleResult] = []
    /// What the rules assumed, in policy order, each once.
    private(set) var hypotheses: [Hypothesis] = []
    /// Every missing piece, sorted.
    private(set) var missing: [String] = []

    /// No result, on a number of expertises; what is missing may come again and again.
    init(expertises count: Int, missing: [String] = []) {
        own = Array(repeating: [], count: count)
        self.missing = missing.isEmpty ? [] : Set(missing).sortedByBytes
    }

    /// Sorts the results on a dossier that has a number of expertises.
    init(_ results: [PlacedResult], expertises count: Int) {
        self.init(expertises: count)
        for index in results.indices {
            add(results[index].result, of: results[index].expertise)
        }
        if !missing.isEmpty { missing = Set(missing).sortedByBytes }
        if !hypotheses.isEmpty { hypotheses = hypotheses.withoutRepeats }
    }

    private mutating func add(_ result: RuleResult, of expertise: Int?) {
        if !result.manquants.isEmpty { missing += result.manquants }
        if !result.hypotheses.isEmpty { hypotheses += result.assumptions }
        switch result.rule.kind {
        case .critere, .validite:
            if let expertise { own[expertise - 1].append(result) } else { shared.append(result) }
        case .priorite: priorities.append(result)
        case .calcul: calculs.append(result)
        case .signalement:
            switch result.outcome {
            case .satisfaite, .indeterminee, .enErreur: flags.append(result)
            case .nonSatisfaite, .sansObjet: quietFlags.append(result)
            }
        }
    }

    /// The sentences that made the opinions.
    func motifs(of opinions: Opinions) -> [String] {
        opinions.motifs { avis, expertise in
            (expertise.map { own[$0 - 1] } ?? shared).motifs(leadingTo: avis)
        }
    }
}

extension Opinions {
    /// The sentences of the rules on the dossier once, then those of each expertise, named where
    /// there are several.
    ///
    /// `sentences` gives those that lead to an opinion, of an expertise (from 1) or of the dossier.
    func motifs(_ sentences: (Avis, Int?) -> [String]) -> [String] {
        let common = shared.avis == .favorable ? [] : sentences(shared.avis, nil)
        guard !expertises.isEmpty else { return common.withoutRepeats }
        var motifs: [String] = []
        for (index, opinion) in expertises.enumerated() where opinion.avis != .favorable {
            // Else the rules on the dossier decide nothing here.
            if opinion.avis == shared.avis { motifs += common }
            for motif in sentences(opinion.avis, index + 1) {
                let isNamed = expertises.count > 1 && !common.contains(motif)
                motifs.append(isNamed ? "Expertise \(index + 1)\u{A0}: \(motif)" : motif)
            }
        }
        return motifs.withoutRepeats
    }
}

extension [RuleResult] {
    /// The sentences of the results that lead to an opinion; none when it is favourable.
    func motifs(leadingTo avis: Avis) -> [String] {
        guard avis != .favorable else { return [] }
        return indices.compactMap { index in
            self[index].leadsTo == avis ? self[index].sentence : nil
        }
    }
}

extension RuleResult {
    /// The opinion that the result leads to.
    fileprivate var leadsTo: Avis { Avis(ledToBy: rule.kind, rule.effect, outcome) }

    /// What it says in the reasons of an opinion.
    fileprivate var sentence: String {
        let sentence = motif ?? ""
        // What could not be settled does not say by itself what it is about.
        return outcome == .nonSatisfaite
            ? sentence : "\(titre)\u{A0}: \(sentence.lowercasedStart)"
    }

    /// What the rule assumed, each with the rule and its subject.
    fileprivate var assumptions: [Hypothesis] {
        hypotheses.map {
            Hypothesis(fait: $0.name, valeur: $0.value, regle: id, sujet: sujet)
        }
    }
}

extension String {
    /// The text with its first letter in lower case.
    fileprivate var lowercasedStart: String { prefix(1).lowercased() + dropFirst() }
}

extension Array where Element: Hashable {
    /// The elements in order, each once.
    fileprivate var withoutRepeats: [Element] {
        guard count > 1 else { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
