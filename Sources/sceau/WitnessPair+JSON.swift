// A dossier that two versions of the policies judge differently, for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

extension WitnessPair {
    /// The whole dossier with what counts of both verdicts.
    var jsonValue: JSONValue {
        [
            "decision": .string(before.decisionDay.iso),
            "dossier": before.json,
            "avant": before.verdict.outline,
            "apres": after.verdict.outline,
        ]
    }
}

extension Verdict {
    /// What counts of a verdict.
    fileprivate var outline: JSONValue {
        [
            "regime": .optional(regime?.id),
            "avis": .string(avis.rawValue),
            "expertises": .array(
                expertises.map { expertise in
                    [
                        "avis": .string(expertise.avis.rawValue),
                        "debut": .optional(expertise.validite?.debut.iso),
                        "fin": .optional(expertise.validite?.fin.iso),
                    ]
                }),
            "points": priorite.points.map { .number($0) } ?? .null,
            "points_max": priorite.pointsMax.map { .number($0) } ?? .null,
            "niveau": .optional(priorite.niveau),
        ]
    }
}
