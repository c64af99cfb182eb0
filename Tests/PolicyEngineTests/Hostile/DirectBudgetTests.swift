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

    /// Other ways to go round `n` times.
    static let rounds = [
        "for i = 1, n do x = i end",
        "for i = 1, n do end",
        "local i = 0 repeat i = i + 1 until i >= n",
        "local i = 0 while true do i = i + 1 if i >= n then break end end",
        """
        local function descend(k) if k > 0 then return descend(k - 1) end return 0 end
        x = descend(n)
        """,
        "local l = { 1, 2, 3, 4 } for i = 1, n do for _, y in ipairs(l) do x = y end end",
        "for i = 1, n do if existe(e.references, { pays = \"FR\" }) then x = 1 end end",
        """
        local function convient(r) return r.pays == "FR" end
        for i = 1, n do if existe(e.references, convient) then x = 1 end end
        """,
        "for i = 1, n do if parmi(-i, { 1, 2, 3, 4, 5, 6, 7, 8, 9 }) then x = 1 end end",
        "string.gsub(string.rep(\"a\", n), \"a\", function(c) return c end)",
    ]

    @Test(arguments: rounds)
    func `whatever goes round, what the long path stops is not settled by the short one`(
        _ round: String
    ) throws {
        try check { try Loop(round: round, count: $0) }
    }

    @Test(arguments: turns)
    func `a loop that the long path stops is not settled by the short one`(_ turn: String) throws {
        try check { try Loop(turn, count: $0) }
    }

    /// Finds the least count that the long path stops: the short one must not settle it.
    private func check(_ loop: (Int) throws -> Loop) throws {
        var (least, most) = (0, 200_000)
        while least + 1 < most {
            let middle = (least + most) / 2
            if try loop(middle).isStopped() { most = middle } else { least = middle }
        }

        #expect(most < 200_000, "the long path stops no loop")
        #expect(try loop(most).shortAvis() == nil)
        #expect(try loop(most + most / 8).shortAvis() == nil)
        #expect(try loop(1).shortAvis() != nil, "the short path settles no loop")
    }

    /// A policy whose rule goes round a number of times.
    private struct Loop {
        let policy: Policy
        let bytes: [UInt8]
        let day: Day

        init(_ turn: String, count: Int) throws {
            try self.init(
                round: "local i = 0 while i < n do i = i + 1 \(turn) end", count: count)
        }

        init(round: String, count: Int) throws {
            let text = """
                local function tourne(n, e)
                  local x = 0
                  \(round)
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
