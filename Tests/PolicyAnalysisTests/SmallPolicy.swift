// A policy of a few rules and dossiers of a few facts, written out in the tests.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

/// A policy of one file, with the verdicts that it gives.
struct SmallPolicy {
    let policy: Policy
    static let day = "2021-03-15"

    /// Rules under a regime `r` that is in force from 2020, the level « haute » from so many points.
    init(_ rules: String, tables: [String: String] = [:], haute: Int = 30) throws {
        let head = """
            regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot",
              source = "Essai" }
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = \(haute), nom = "haute" } }

            """
        policy = try Policy.load(
            PolicySource(
                files: [SourceText(path: "r/regime.lua", text: head + rules)]
                    + tables.map { SourceText(path: $0.key, text: $0.value) }))
    }

    /// The dossier of some JSON members beside the required ones.
    func dossier(
        _ numero: String = "1", collectivite: String = "", _ members: String = ""
    ) throws -> Dossier {
        try Dossier.read(
            SourceText(
                path: "dossier.json",
                text: SmallPolicy.json(numero, collectivite: collectivite, members)),
            schema: policy.schema)
    }

    static func json(
        _ numero: String = "1", collectivite: String = "", _ members: String = ""
    ) -> String {
        """
        {"schema": "sceau/dossier/1", "numero": "\(numero)", "depose_le": "2021-03-01",
         "collectivite": {"nom": "X", "nature": "commune"\(collectivite.isEmpty ? "" : ", ")\
        \(collectivite)}\(members.isEmpty ? "" : ", ")\(members)}
        """
    }

    /// The verdict on a dossier on the day of the tests.
    func verdict(on dossier: Dossier) throws -> Verdict {
        var evaluator = try Evaluator(policy)
        return try evaluator.evaluate(dossier, le: try #require(Day(iso: SmallPolicy.day)))
    }
}
