// Policies: a file of rules is checked, and runs on a dossier when nothing is wrong with it.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Fuzzes `Policy.checkReporting` and `Evaluator`.
enum PolicyFuzzer {
    /// Takes the bytes as the only rules of a regime.
    static func run(_ bytes: [UInt8]) {
        let rules = SourceText(path: "essai/regles.lua", bytes: bytes)
        let (policy, findings) = Policy.checkReporting(PolicySource(files: [rules] + folder))
        rules.expectSound(findings.filter { $0.location.file == rules.path })
        let hasErrors = findings.contains { $0.severity == .error }
        expect(policy != nil || hasErrors, "refused without a fault")
        guard let policy, !hasErrors else { return }
        let verdict = verdict(policy)
        expect(verdict == self.verdict(policy), "another verdict: \(verdict)")
    }

    /// The verdict on a dossier as JSON, from a new machine.
    private static func verdict(_ policy: Policy) -> String {
        do {
            var evaluator = try Evaluator(policy)
            let dossier = try Dossier.read(
                SourceText(path: "dossier.json", text: dossier), schema: policy.schema)
            guard let day = Day(iso: "2021-03-10") else { fatalError("no such day") }
            return try evaluator.evaluate(dossier, le: day).encoded()
        } catch {
            fatalError("finding: a checked policy fails: \(error)")
        }
    }

    private static let folder = [
        SourceText(
            path: "essai/regime.lua",
            text: """
                regime "essai" {
                  titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
                }
                """),
        SourceText(
            path: "donnees/presence.csv", text: "pays,nombre,source\nMG,454,Essai\nML,3,Essai\n"),
    ]

    private static let dossier = """
        {
          "schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
          "collectivite": {"nom": "Commune d’essai", "nature": "commune", "population": 5},
          "expertises": [
            {"intitule": "Eau", "domaine": "eau", "experts": [{"statut": "agent"}]},
            {"intitule": "Déchets", "references": []}
          ],
          "demandes": [{"pays": "MG", "origine": "ambassade"}, {"pays": "TV"}],
          "labels": []
        }
        """
}
