// A number that is infinite or undefined never becomes a text.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct FiniteTextTests {
    /// Ways to write the value of `n`, which is known at the run alone.
    private static let writings = [
        "n .. \" habitants\"", "\"près de \" .. n", "tostring(n)", "joindre({ n }, \", \")",
        "table.concat({ \"a\", n })", "string.format(\"%s\", n)", "string.format(\"%.2f\", n)",
        "string.rep(({ \"a\", n })[2], 2)", "(string.gsub(\"a\", \"a\", n))",
        "(string.gsub(\"a\", \"a\", function() return n end))",
    ]

    /// 5 ÷ 0, -5 ÷ 0 and 0 ÷ 0 of a body of 5 inhabitants.
    private static let values = ["p / (p - p)", "-p / (p - p)", "(p - p) / (p - p)"]

    private func trial(_ value: String, _ writing: String) throws -> Trial {
        try Trial(
            """
            local function ecrit(p)
              local n = \(value)
              return \(writing)
            end
            critere "A" {
              titre = "Essai", source = "Essai",
              exige = ecrit(collectivite.population) == "", sinon = refus "non",
            }
            """)
    }

    @Test(arguments: values, writings)
    func `to write it is a fault at its line`(value: String, writing: String) throws {
        let failed = try trial(value, writing).verdict(collectivite: "\"population\": 5")
            .result("A")

        #expect(failed.outcome == .enErreur)
        #expect(failed.motif?.contains("infini ou indéfini ne s’écrit pas") == true)
        #expect(failed.failedAt == "essai/regles.lua:3")
    }

    @Test(arguments: writings)
    func `the short path leaves it to the long one`(writing: String) throws {
        let trial = try trial("p / (p - p)", writing)
        let dossier = """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01", \
            "collectivite": {"nom": "X", "nature": "commune", "population": 5}, "expertises": []}
            """
        var short = LineEvaluator(
            trial.policy, le: try #require(Day(iso: "2021-03-10")), regime: "essai", isShort: true)

        let bytes = Array(dossier.utf8)
        var line: [UInt8] = []
        let avis = short.evaluate(bytes, in: bytes.indices, into: &line)

        #expect(avis == nil)
    }

    @Test(arguments: ["0.5 .. \"\"": "0.5", "tostring(1e100)": "1e+100", "1e15 .. \"\"": "1e+15"])
    func `a number that is one is written as Lua does`(writing: String, text: String) throws {
        let trial = try Trial(
            """
            critere "A" {
              titre = "Essai", source = "Essai",
              exige = \(writing) == "\(text)", sinon = refus "non",
            }
            """)

        #expect(try trial.verdict().result("A").outcome == .satisfaite)
    }

    @Test func `a placeholder says in French that there is no number`() throws {
        let trial = try Trial(
            """
            critere "A" {
              titre = "Essai", source = "Essai", exige = false,
              sinon = refus "{collectivite.population / (collectivite.population - 5)} habitant",
            }
            """)

        let motif = try trial.verdict(collectivite: "\"population\": 5").result("A").motif

        #expect(motif == "infini habitant")
    }
}
