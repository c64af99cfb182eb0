// Hostile policies: refused, stopped by a limit, failed or harmless, and without consequence.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct AttackTests {
    @Test
    func `the corpus is large`() {
        #expect(Attack.all.count >= 150)
    }

    @Test(arguments: Attack.all)
    func `an attack comes to what its first line says`(_ attack: Attack) throws {
        let source = try Attack.policySource(with: attack)
        switch try attack.expectation() {
        case .refused(let code, let place):
            let found = Policy.check(source)

            let places = found.map { "\($0.code) \($0.location.file):\($0.location.start.line)" }
            #expect(places.contains("\(code) \(place)"), "\(places)")
            #expect(found.flatMap { attack.english(in: $0.message) } == [])
        case .stopped(let limit, let lines):
            let failed = try run(attack, source)

            #expect(failed.outcome == .enErreur)
            #expect(failed.motif?.contains(limit.rawValue) == true, "\(failed.motif ?? "")")
            expectFailure(failed, in: lines)
        case .fails(let lines):
            let failed = try run(attack, source)

            #expect(failed.outcome == .enErreur, "\(failed.motif ?? "")")
            #expect(attack.english(in: failed.motif ?? "") == [])
            expectFailure(failed, in: lines)
        case .harmless(let outcome):
            let result = try run(attack, source)

            #expect(result.outcome == outcome, "\(result.motif ?? "")")
        }
    }

    private func expectFailure(_ result: RuleResult, in lines: ClosedRange<Int>) {
        let places = lines.map { "essai/attaque.lua:\($0)" }
        #expect(places.contains(result.failedAt ?? ""), "\(result.failedAt ?? "")")
    }

    /// Evaluates the attacked dossier, and two more on the same machine: what the attack left must
    /// show in none of them.
    private func run(_ attack: Attack, _ source: PolicySource) throws -> RuleResult {
        let policy = try Policy.load(source)
        let day = try #require(Day(iso: "2021-05-01"))
        let neighbour = try Attack.dossier("voisin", schema: policy.schema)
        var machine = try Evaluator(policy)
        var untouched = try Evaluator(policy)

        let attacked = try machine.evaluate(
            Attack.dossier("attaque", schema: policy.schema), le: day)
        let next = try machine.evaluate(neighbour, le: day)
        let last = try machine.evaluate(Attack.dossier("suite", schema: policy.schema), le: day)

        #expect(try attacked.result("TEMOIN").outcome == .satisfaite)
        let expected = try untouched.evaluate(neighbour, le: day)
        #expect(next.encoded() == expected.encoded())
        #expect(last.avis == .aExaminer)
        #expect(last.motifs == ["1 référence pour Commune suivante."])
        #expect(last.priorite.points == 7)
        return try attacked.result("ATTAQUE")
    }
}
