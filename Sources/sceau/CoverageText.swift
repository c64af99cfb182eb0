// Which dossiers each regime takes, as `sceau check` tells it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

extension RegimeCoverage {
    /// « Chaque dossier relève d’un régime au plus, selon le jour de son dépôt : … ».
    var french: String {
        let dates = Set(reaches.map(\.choiceDate))
        let single = dates.count == 1 ? dates.first : nil
        let by = single.map { ", selon le jour de \($0.french)" } ?? ""
        let regimes = reaches.map { single == nil ? $0.frenchWithDate : $0.french }
        let limits = limits(single).map { " ; \($0)" } ?? ""
        return "Chaque dossier relève d’un régime au plus\(by) : \(French.list(regimes))\(limits)."
    }

    /// « aucun avant le 4 février 2011 », or « aucun pour un dossier décidé avant … ».
    private func limits(_ choiceDate: ChoiceDate?) -> String? {
        let bounds = [
            first.map { (choiceDate == nil ? "décidé " : "") + "avant le \(French.day($0))" },
            last.map { (choiceDate == nil ? "déposé " : "") + "après le \(French.day($0))" },
        ].compactMap(\.self)
        guard !bounds.isEmpty else { return nil }
        return (choiceDate == nil ? "aucun pour un dossier " : "aucun ")
            + bounds.joined(separator: " ou ")
    }

    /// The same as an object: `regimes`, and the pairs `sans_regime` between them.
    var jsonValue: JSONValue {
        [
            "regimes": .array(
                reaches.map { reach in
                    [
                        "regime": .string(reach.regime),
                        "date_de_choix": .string(reach.choiceDate.rawValue),
                        "du": .optional(reach.period.du?.iso),
                        "jusqu_au": .optional(reach.period.jusquAu?.iso),
                    ]
                }),
            "sans_regime": .array(
                gaps.map { gap in
                    [
                        "depot": gap.filed.jsonValue, "decision": gap.decided.jsonValue,
                        "exemple": [
                            "depose_le": .string(gap.witness.filed.iso),
                            "decide_le": .string(gap.witness.decided.iso),
                        ],
                    ]
                }),
        ]
    }
}

extension RegimeCoverage.Reach {
    /// « pact-3 du 1er janvier 2017 au 7 juillet 2020 ».
    fileprivate var french: String { "\(regime) \(period.french)" }

    /// « pact-3, pour un dépôt du 1er janvier 2017 au 7 juillet 2020 ».
    fileprivate var frenchWithDate: String {
        switch choiceDate {
        case .depot: "\(regime) pour un dépôt \(period.french)"
        case .decision: "\(regime) pour une décision \(period.french)"
        }
    }
}

extension ChoiceDate {
    /// What the day is the day of.
    fileprivate var french: String {
        switch self {
        case .depot: "son dépôt"
        case .decision: "sa décision"
        }
    }
}

extension Period {
    /// `{"du": …, "jusqu_au": …}`, null for no bound.
    fileprivate var jsonValue: JSONValue {
        ["du": .optional(du?.iso), "jusqu_au": .optional(jusquAu?.iso)]
    }
}
