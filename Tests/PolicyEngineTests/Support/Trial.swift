// A small policy on a small dossier, for one test.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

/// A policy of one regime, `essai`, in force since 2020, evaluated on a dossier.
struct Trial {
    let policy: Policy

    /// Loads a policy of `regime.lua` and one file of rules.
    init(_ rules: String, tables: [String: String] = [:]) throws {
        policy = try Policy.load(Trial.source(rules, tables: tables))
    }

    /// The policy's files, unread.
    static func source(_ rules: String, tables: [String: String] = [:]) -> PolicySource {
        let regime = """
            regime "essai" {
              titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
            }
            """
        let files = [
            SourceText(path: "essai/regime.lua", text: regime),
            SourceText(path: "essai/regles.lua", text: rules),
        ]
        return PolicySource(
            files: files + tables.map { SourceText(path: $0.key, text: $0.value) })
    }

    /// The verdict on a dossier filed on 1 March 2021 unless told otherwise.
    ///
    /// `facts` are members added to the dossier's object, such as `"labels": []`.
    func verdict(
        _ facts: String = "", collectivite: String = "", depose filed: String = "2021-03-01",
        le day: String = "2021-03-10", regime: String? = nil
    ) throws -> Verdict {
        let dossier = try dossier(facts, collectivite: collectivite, depose: filed)
        var evaluator = try Evaluator(policy)
        return try evaluator.evaluate(dossier, le: #require(Day(iso: day)), regime: regime)
    }

    /// The verdicts that one evaluator gives on dossiers, one after the other.
    func verdicts(onEachOf facts: [String]) throws -> [Verdict] {
        var evaluator = try Evaluator(policy)
        var verdicts: [Verdict] = []
        for item in facts {
            verdicts.append(
                try evaluator.evaluate(dossier(item), le: #require(Day(iso: "2021-03-10"))))
        }
        return verdicts
    }

    /// A dossier, as `verdict` describes it.
    func dossier(
        _ facts: String = "", collectivite: String = "", depose filed: String = "2021-03-01"
    ) throws -> Dossier {
        let members = facts.isEmpty ? "" : ", " + facts
        let json = """
            { "schema": "sceau/dossier/1", "numero": "1", "depose_le": "\(filed)",
              "collectivite": { "nom": "Commune d’essai", "nature": "commune"\
            \(collectivite.isEmpty ? "" : ", " + collectivite) }\(members) }
            """
        return try Dossier.read(
            SourceText(path: "dossier.json", text: json), schema: policy.schema)
    }

    /// A policy of one criterion, `C`, whose `exige` is given.
    static func criterion(_ exige: String) throws -> Trial {
        try Trial(
            """
            critere "C" {
              titre = "Essai", source = "Essai",
              exige = \(exige),
              sinon = piece "manque",
            }
            """)
    }
}

extension Verdict {
    /// The only result of a rule, wherever it stands.
    func result(_ id: String) throws -> RuleResult {
        let all = regles + expertises.flatMap(\.regles) + priorite.regles + signalements + calculs
        return try #require(all.first { $0.id == id })
    }
}
