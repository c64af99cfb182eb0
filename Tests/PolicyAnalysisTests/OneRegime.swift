// Policies of a few lines, written for one test each.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// A policy whose one regime `r` covers every filing day of 2020 and after.
enum OneRegime {
    /// Loads rules and, besides, files by their paths.
    static func load(
        _ rules: String, period: String = "du = jour \"2020-01-01\"", files: [String: String] = [:]
    ) throws -> Policy {
        let head = """
            regime "r" { titre = "R", \(period), date_de_choix = "depot", source = "Essai" }

            """
        let others = files.sorted { $0.key < $1.key }.map {
            SourceText(path: $0.key, text: $0.value)
        }
        return try Policy.load(
            PolicySource(
                files: [SourceText(path: "r/regime.lua", text: head + rules)] + others))
    }

    /// A criterion on one line.
    static func critere(_ id: String, _ exige: String, _ effect: String = "refus") -> String {
        """
        critere "\(id)" { titre = "Essai \(id)", source = "Essai", exige = \(exige),
          sinon = \(effect) "Non." }

        """
    }

    /// What `check --complet` finds in rules, natures aside.
    static func findings(_ rules: String) throws -> [CompletenessFinding] {
        try CompletenessReport.search(load(rules)).findings.filter { $0.kind != .unspokenNature }
    }

    /// The same as texts: kind, rule, other rules, and a mark where it is not certain.
    static func found(_ rules: String) throws -> [String] {
        try findings(rules).map { finding in
            ([finding.kind.rawValue, finding.name] + finding.others).joined(separator: " ")
                + (finding.isExact ? "" : " ?")
        }
    }
}
