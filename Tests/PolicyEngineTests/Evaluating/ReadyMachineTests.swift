// A machine that was made before its policy gives the verdicts that any other gives.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct ReadyMachineTests {
    @Test(arguments: [nil, "expe-ct", "pact-2", "pact-3"])
    func `dossiers of two regimes have the same verdicts with a machine made beforehand`(
        expected: String?
    ) throws {
        let policy = try ShippedFiles.policy()
        let day = try #require(Day(iso: "2022-12-05"))
        var usual = Evaluator(asNeeded: policy)
        var early = Evaluator(asNeeded: policy, ready: try machine(expecting: expected, policy))
        for filed in ["2019-05-02", "2021-02-01", "2019-05-02"] {
            let text = """
                {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "\(filed)", \
                "collectivite": {"nom": "X", "nature": "commune"}, \
                "expertises": [{"domaine": "eau"}], "demandes": [{"pays": "TV"}]}
                """
            let source = SourceText(path: "d.json", bytes: Array(text.utf8))
            let dossier = try Dossier.read(source, schema: policy.schema)

            let verdict = try early.evaluate(dossier, le: day)

            #expect(verdict.regime != nil)
            #expect(line(verdict) == line(try usual.evaluate(dossier, le: day)))
        }
    }

    private func machine(
        expecting regime: String?, _ policy: Policy
    ) throws -> ReadyMachine? {
        var machine = ReadyMachine()
        guard let regime else { return machine }
        let expected = try #require(policy.regime(id: regime))
        machine?.expect(expected, schema: policy.schema)
        return machine
    }

    private func line(_ verdict: Verdict) -> String {
        var bytes: [UInt8] = []
        verdict.write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
