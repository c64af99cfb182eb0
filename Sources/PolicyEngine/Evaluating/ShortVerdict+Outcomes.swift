// A short verdict from outcomes without texts.
// SPDX-License-Identifier: MIT

import Labelling

extension ShortVerdict {
    /// What a verdict on a dossier that no regime covers says.
    static func withoutRegime(numero: String) -> ShortVerdict {
        ShortVerdict(
            numero: numero, avis: .defavorable, points: 0, validites: [], nonSatisfaites: [])
    }

    /// What the verdict made of the same results says.
    ///
    /// - Parameters:
    ///   - numero: the dossier's number.
    ///   - outcomes: every result, in the order of the regime's rules.
    ///   - count: how many expertises the dossier has; 0 when the list is absent.
    ///   - rules: the regime's rules, by index.
    init(
        numero: String, outcomes: consuming [PlacedOutcome], expertises count: Int,
        rules: [WrittenRule]
    ) {
        var outcomes = outcomes
        var opinions = Opinions(of: outcomes, expertises: count)
        if opinions.haveClash {
            let clashes = ClashingValidities(among: outcomes, expertises: count)
            for index in clashes.failing.keys { outcomes[index].outcome = .enErreur }
            opinions = Opinions(of: outcomes, expertises: count)
        }
        self.init(
            numero: numero, avis: opinions.avis, points: PriorityCounter(of: outcomes).points,
            validites: opinions.expertises.map { opinion in
                opinion.label.flatMap { outcomes[$0].period }
                    .map { Label(debut: $0.debut, fin: $0.fin) }
            },
            nonSatisfaites: outcomes.failedCriteria.map { rules[$0].id })
    }
}

extension [PlacedOutcome] {
    /// The rules of the criteria that are not satisfied, in the order of a short verdict.
    fileprivate var failedCriteria: [Int] {
        var failed: [(place: Int, rule: Int)] = []
        for outcome in self where outcome.kind == .critere && outcome.outcome == .nonSatisfaite {
            // A rule counts at the first place where it fails.
            if failed.last?.rule == outcome.rule { continue }
            failed.append((outcome.expertise ?? 0, outcome.rule))
        }
        return failed.sorted { ($0.place, $0.rule) < ($1.place, $1.rule) }.map(\.rule)
    }
}
