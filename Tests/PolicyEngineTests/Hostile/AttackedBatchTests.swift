// Hostile policies on the short path: what they do there, the long path would have done.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct AttackedBatchTests {
    @Test(arguments: Attack.all, [false, true])
    func `an attack changes no line of a batch`(_ attack: Attack, isShort: Bool) throws {
        guard let policy = try? Policy.load(Attack.policySource(with: attack)) else { return }
        let day = try #require(Day(iso: "2021-05-01"))
        var batch = LineEvaluator(policy, le: day, isShort: isShort)
        guard var long = try? Evaluator(policy) else {
            let bytes = try Attack.bytes(of: "attaque")
            var line: [UInt8] = []
            let avis = batch.evaluate(bytes, in: bytes.indices, into: &line)
            return #expect(avis == nil, "what fails as it loads gives no verdict")
        }
        for name in ["attaque", "voisin", "attaque", "suite", "voisin"] {
            let bytes = try Attack.bytes(of: name)
            let dossier = try Dossier.read(
                SourceText(path: name, bytes: bytes), schema: policy.schema)
            let verdict = try long.evaluate(dossier, le: day)
            var expected: [UInt8] = []
            if isShort { verdict.short.write(to: &expected) } else { verdict.write(to: &expected) }

            var line: [UInt8] = []
            let avis = batch.evaluate(bytes, in: bytes.indices, into: &line)

            #expect(avis == nil || avis == verdict.avis)
            #expect(avis == nil || line == expected, "\(name)")
            #expect(avis != nil || line.isEmpty)
        }
    }

    @Test
    func `dossiers without an attack take the short path`() throws {
        let policy = try Policy.load(Attack.policySource())
        let day = try #require(Day(iso: "2021-05-01"))
        var batch = LineEvaluator(policy, le: day, isShort: false)

        for name in ["attaque", "voisin", "suite"] {
            let bytes = try Attack.bytes(of: name)
            var line: [UInt8] = []
            let avis = batch.evaluate(bytes, in: bytes.indices, into: &line)

            #expect(avis != nil, "\(name)")
        }
        #expect(batch.mixedCount == 0)
    }

    @Test
    func `a policy of many rules keeps to the short path`() throws {
        let rules = (1...1_000).map { number in
            """
            critere "BEAUCOUP-\(number)" {
              titre = "Règle \(number)", source = "Essai",
              exige = expertise.domaine ~= "x" and nombre(expertise.references) >= 1,
              sinon = refus "Attaque \(number) : {expertise.domaine}.",
            }

            """
        }
        let policy = try Policy.load(Attack.policySource(holding: rules.joined()))
        let day = try #require(Day(iso: "2021-05-01"))
        var batch = LineEvaluator(policy, le: day, isShort: true)
        // White space is no text that a rule could show.
        let bytes =
            try Attack.bytes(of: "attaque") + Array(repeating: UInt8(ascii: " "), count: 10_000)
        var line: [UInt8] = []

        #expect(batch.evaluate(bytes, in: bytes.indices, into: &line) != nil)
    }
}
