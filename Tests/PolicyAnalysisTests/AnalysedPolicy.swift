// Small policies whose meaning can be worked out by hand, and dossiers for them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

/// A policy of one regime, with dossiers of a few facts.
struct AnalysedPolicy {
    let policy: Policy
    let day: Day

    /// Loads a regime of these rules.
    init(_ rules: String, tables: [String: String] = [:]) throws {
        let head = """
            regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot",
              source = "Essai" }
            """
        let files =
            [SourceText(path: "r/regime.lua", text: head + "\n" + rules)]
            + tables.sorted { $0.key < $1.key }.map { SourceText(path: $0.key, text: $0.value) }
        policy = try Policy.load(PolicySource(files: files))
        day = Day(clamping: 737_614)  // 2020-07-08
    }

    /// A dossier with these members besides what a file must hold.
    func dossier(_ members: String = "", body: String = "") throws -> Dossier {
        let text = """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2020-07-08",
             "collectivite": {"nom": "X", "nature": "commune"\(body)}\(members)}
            """
        return try Dossier.read(SourceText(path: "d.json", text: text), schema: policy.schema)
    }

    /// The verdict of the ordinary evaluation.
    func verdict(on dossier: Dossier) throws -> Verdict {
        var evaluator = try Evaluator(policy)
        return try evaluator.evaluate(dossier, le: day)
    }

    /// What completing a dossier can change.
    func outlook(on dossier: Dossier) throws -> Outlook {
        var finder = OutlookFinder(policy, le: day)
        let outlook = try finder.outlook(on: dossier, verdict(on: dossier))
        return try #require(outlook)
    }

    /// The least changes that would make it favourable.
    func counterfactuals(of dossier: Dossier) throws -> [CounterfactualReport] {
        var search = try counterfactualSearch(on: dossier)
        return try search.reports()
    }

    /// The search for them.
    func counterfactualSearch(on dossier: Dossier) throws -> CounterfactualSearch {
        guard
            let search = try CounterfactualSearch(dossier, verdict(on: dossier), under: policy)
        else { throw NoRegime() }
        return search
    }

    private struct NoRegime: Error {}
}
