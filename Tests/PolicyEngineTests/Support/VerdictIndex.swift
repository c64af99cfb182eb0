// The results of a verdict, by rule and subject.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A rule on a subject.
struct ResultKey: Hashable, CustomStringConvertible {
    let id: String
    let sujet: String

    var description: String { "\(id) (\(sujet))" }
}

extension Verdict {
    /// Every result, by rule and subject; flags that were not raised are left out.
    var results: [ResultKey: RuleResult] {
        let all = regles + expertises.flatMap(\.regles) + priorite.regles + signalements + calculs
        return Dictionary(
            all.map { (ResultKey(id: $0.id, sujet: $0.sujet), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The validities that rules gave to expertises, as the plain form writes them.
    var periods: [ResultKey: String] {
        let given = expertises.compactMap { expertise in
            expertise.validite.map {
                (
                    ResultKey(id: $0.regle, sujet: "expertises[\(expertise.number)]"),
                    "\($0.debut.iso)/\($0.fin.iso)"
                )
            }
        }
        return Dictionary(given, uniquingKeysWith: { first, _ in first })
    }
}
