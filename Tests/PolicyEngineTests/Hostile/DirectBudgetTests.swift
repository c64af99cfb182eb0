// The budget of the direct form: what ends within it ends within that of the instrumented form.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct DirectBudgetTests {
    /// What a loop does at each turn: what Lua does in few instructions and the instrumented form in
    /// many.
    static let turns = [
        "x = x", "x = x + i * 2 - 1", "x = i // 3 % 7", "x = -i",
        "if i == 3 or i == 4 or i == 5 then x = 1 end",
        "if not (i > 5 and i < 9) then x = 2 end",
        "local y = e.intitule if y == \"a\" then x = 3 end",
        "if e.intitule == \"a\" then x = 1 end", "x = nombre(e.references)",
        "x = si_sinon(i > 3, 1, 2)",
        "if \"a\" .. i .. \"b\" .. i .. \"c\" .. i == \"\" then x = 3 end",
        "x = \(Array(repeating: "i", count: 30).joined(separator: " + "))",
        "if \(Array(repeating: "i", count: 30).joined(separator: " .. ")) == \"\" then x = 1 end",
        "if \((1...20).map { "i == -\($0)" }.joined(separator: " or ")) then x = 1 end",
        "x = math.max(i, 3)", "local y = { i, i, i } x = nombre(y)",
    ]

    @Test(arguments: turns)
    func `a loop that the long path stops is not settled by the short one`(_ turn: String) throws {
        var (least, most) = (0, 200_000)
        while least + 1 < most {
            let middle = (least + most) / 2
            if try Loop(turn, count: middle).isStopped() { most = middle } else { least = middle }
        }

        #expect(most < 200_000, "the long path stops no loop")
        #expect(try Loop(turn, count: most).shortAvis() == nil)
        #expect(try Loop(turn, count: most + most / 8).shortAvis() == nil)
    }

    /// A policy whose rule goes round a number of times.
    private struct Loop {
        let policy: Policy
        let bytes: [UInt8]
        let day: Day

        init(_ turn: String, count: Int) throws {
            let text = """
                local function tourne(n, e)
                  local i, x = 0, 0
                  while i < n do
                    i = i + 1
                    \(turn)
                  end
                  return x == x and nombre(e.references) >= 0
                end
                critere "ATTAQUE" {
                  titre = "Attaque", source = "Essai",
                  exige = tourne(\(count), expertise),
                  sinon = refus "Attaque.",
                }

                """
            policy = try Policy.load(Attack.policySource(holding: text))
            bytes = try Attack.bytes(of: "attaque")
            day = try #require(Day(iso: "2021-05-01"))
        }

        func isStopped() throws -> Bool {
            var evaluator = try Evaluator(policy)
            let dossier = try Dossier.read(
                SourceText(path: "a.json", bytes: bytes), schema: policy.schema)
            return try evaluator.evaluate(dossier, le: day).hasFailure
        }

        func shortAvis() -> Avis? {
            var batch = LineEvaluator(policy, le: day, isShort: false)
            var line: [UInt8] = []
            return batch.evaluate(bytes, in: bytes.indices, into: &line)
        }
    }
}
