// The mutants of a small policy, every one, and what becomes of each.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

struct MutationTests {
    private static let regime = """
        regime "essai" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
        }
        """

    private static func source(_ rules: String, regime: String = regime) -> PolicySource {
        PolicySource(files: [
            SourceText(path: "essai/regime.lua", text: regime),
            SourceText(path: "essai/regles.lua", text: rules),
        ])
    }

    private func mutants(_ rules: String, regime: String = regime) throws -> [String] {
        let policy = try Policy.load(MutationTests.source(rules, regime: regime))
        return MutantFinder(policy).mutants.map(\.name)
    }

    private static let rule = """
        critere "A" {
          titre = "A", source = "Essai",
          exige = collectivite.population >= 1000,
          sinon = refus "Non.",
        }
        """

    @Test func `a rule goes, a threshold moves by one, a comparison turns, a day moves`() throws {
        #expect(
            try mutants(MutationTests.rule) == [
                "essai/essai : 2020-01-01 → 2019-12-31 dans jour \"2020-01-01\"",
                "essai/essai : 2020-01-01 → 2020-01-02 dans jour \"2020-01-01\"",
                "essai/A : règle retirée dans \"A\"",
                "essai/A : >= → > dans collectivite.population >= 1000",
                "essai/A : >= → < dans collectivite.population >= 1000",
                "essai/A : 1000 → 999 dans collectivite.population >= 1000",
                "essai/A : 1000 → 1001 dans collectivite.population >= 1000",
            ])
    }

    @Test func `logic, equality and negation turn; twins have names of their own`() throws {
        let rules = """
            local borne = 7
            signalement "S" {
              titre = "S", source = "Essai", message = "Oui.",
              si = not collectivite.outre_mer and collectivite.population > borne
                or collectivite.nature ~= "commune" and collectivite.population > borne,
            }
            """
        let text =
            "not collectivite.outre_mer and collectivite.population > borne or "
            + "collectivite.nature ~= \"commune\" and collectivite.population > borne"

        let names = try mutants(rules).dropFirst(2)

        #expect(
            Array(names) == [
                "essai/borne : 7 → 6 dans 7", "essai/borne : 7 → 8 dans 7",
                "essai/S : règle retirée dans \"S\"",
                "essai/S : or → and dans \(text)",
                "essai/S : and → or dans \(text)",
                "essai/S : not retiré dans \(text)",
                "essai/S : > → >= dans \(text)", "essai/S : > → <= dans \(text)",
                "essai/S : and → or dans \(text), occurrence 2",
                "essai/S : ~= → == dans \(text)",
                "essai/S : > → >= dans \(text), occurrence 2",
                "essai/S : > → <= dans \(text), occurrence 2",
            ])
    }

    @Test func `a module is changed as a file of rules is`() throws {
        let source = PolicySource(
            files: MutationTests.source("local m = require \"outils/m\"\nlocal _x = m").files + [
                SourceText(
                    path: "outils/m.lua",
                    text: """
                        local function grand(n) return n > 5 end
                        return { grand = grand, borne = 7 }
                        """)
            ])

        let mutants = MutantFinder(try Policy.load(source)).mutants.filter {
            $0.file == "outils/m.lua"
        }

        #expect(
            mutants.map(\.name) == [
                "outils/grand : > → >= dans n > 5", "outils/grand : > → <= dans n > 5",
                "outils/grand : 5 → 4 dans n > 5", "outils/grand : 5 → 6 dans n > 5",
                "outils/ : 7 → 6 dans { grand = grand, borne = 7 }",
                "outils/ : 7 → 8 dans { grand = grand, borne = 7 }",
            ])
    }

    @Test func `a change inside nested functions is made once`() throws {
        let rules = """
            local function f(liste)
              return existe(liste, function(e)
                return existe(e.references, function(r) return r.annee == 3 end)
              end)
            end
            signalement "S" {
              titre = "S", source = "Essai", si = f(dossier.expertises), message = "Oui.",
            }
            """

        let names = try mutants(rules).filter { $0.hasPrefix("essai/f") }

        #expect(names.count == 3)
        #expect(Set(names.map { $0.prefix { $0 != "d" } }).count == 3)
    }

    @Test func `the greatest number moves without an end`() throws {
        let rules =
            "local grand = 9223372036854775807\n"
            + MutationTests.rule.replacing("1000", with: "grand")

        #expect(try mutants(rules).count { $0.hasPrefix("essai/grand") } == 2)
    }

    @Test func `a loop at the top of a file has its mutants too`() throws {
        let rules = """
            local liste = {}
            for rang = 1, 3 do
              liste[rang] = true
            end
            signalement "S" {
              titre = "S", source = "Essai", si = liste[1], message = "Oui.",
            }
            """

        #expect(try mutants(rules).count { $0.contains("3 → ") } == 2)
    }

    private func fates(
        _ cases: String, rules: String = rule, regime: String = regime
    ) throws -> (run: MutationRun, names: [String]) {
        let source = MutationTests.source(rules, regime: regime)
        let suite = try SmallSuite(cases, source: source)
        try #require(suite.diagnostics.map(\.message) == [])
        try #require(suite.run().failed == 0)
        var counts: [String] = []
        let run = try MutationRun(
            suite.suite, examples: [], on: source, dossiers: suite.tests.dossiers,
            policy: suite.policy, options: []
        ) { done, total in counts.append("\(done)/\(total)") }
        #expect(counts.last == "\(run.results.count)/\(run.results.count)")
        return (
            run,
            run.results.map { result in
                let name = result.mutant.change
                return switch result.fate {
                case .killed(let test): "\(name) : \(test)"
                case .refused: "\(name) : refusé"
                case .survived(.proved): "\(name) : équivalent"
                case .survived(.refuted): "\(name) : survit"
                case .survived(.unsettled): "\(name) : survit peut-être"
                }
            }
        )
    }

    @Test func `a case at the threshold leaves the mutants that only its other side shows`() throws
    {
        let (run, names) = try fates(
            """
            cas "mille" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              modifie = { ["collectivite.population"] = 1000 },
              attend = { regles = { A = "satisfaite" } },
            }
            """)

        #expect(
            names == [
                "2020-01-01 → 2019-12-31 : survit", "2020-01-01 → 2020-01-02 : survit",
                "règle retirée : mille", ">= → > : mille", ">= → < : mille",
                "1000 → 999 : survit", "1000 → 1001 : mille",
            ])
        #expect(run.killed == 4)
        #expect(run.refused == 0)
        #expect(run.score == 4.0 / 7.0)
        #expect(
            run.survivors.map(\.mutant.change) == [
                "2020-01-01 → 2019-12-31", "2020-01-01 → 2020-01-02", "1000 → 999",
            ])
    }

    @Test func `a mutant that cannot be loaded is refused and counts for nothing`() throws {
        let regime =
            MutationTests.regime + """

                parametre "seuil" {
                  titre = "Seuil",
                  valeurs = {
                    { du = jour "2020-01-01", jusqu_au = jour "2020-12-31", valeur = 5, source = "E" },
                    { du = jour "2021-01-01", valeur = 5, source = "E" },
                  },
                }
                """
        let rules = MutationTests.rule.replacing("1000", with: "seuil")

        let (run, names) = try fates(
            """
            cas "c" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              attend = { regles = { A = "satisfaite" } },
            }
            """, rules: rules, regime: regime)

        #expect(names.contains("2020-12-31 → 2021-01-01 : refusé"))
        #expect(names.contains("2021-01-01 → 2020-12-31 : refusé"))
        #expect(run.refused >= 2)
        #expect(
            run.score
                == Double(run.killed)
                / Double(run.results.count - run.refused - run.equivalents.count))
    }

    @Test func `an expected verdict kills as a case does`() throws {
        let source = MutationTests.source(MutationTests.rule)
        let policy = try Policy.load(source)
        let dossier = SourceText(path: "a.json", text: SmallPolicy.dossier)
        var evaluator = try Evaluator(policy)
        let bare = Example(path: "a.json", dossier: dossier, expected: nil)
        let golden = try #require(ExampleResult(bare, on: policy, &evaluator, le: nil).obtained)
        let expected = SourceText(path: "a.avis.json", text: golden.text)
        let suite = try SmallSuite("", source: source)

        let run = try MutationRun(
            suite.suite,
            examples: [Example(path: "a.json", dossier: dossier, expected: expected)],
            on: source, dossiers: [:], policy: policy, options: [], progress: { _, _ in })

        let deletion = try #require(run.results.first { $0.mutant.kind == .deletion })
        guard case .killed(by: "a.json") = deletion.fate else {
            Issue.record("the deletion is not noticed")
            return
        }
    }

    @Test func `reasons are kept by the name of the mutant, on one line`() throws {
        let suite = try SmallSuite(
            "survivant \"a :\\n  1 → 2 dans x\" { raison = \"Parce que.\" }")

        #expect(suite.suite.survivors == ["a : 1 → 2 dans x": "Parce que."])
    }

    @Test func `without a mutant there is no score`() throws {
        #expect(try MutationRun.empty.score == 0)
    }
}

extension MutationRun {
    /// A run on a policy without regimes.
    fileprivate static var empty: MutationRun {
        get throws {
            let policy = try Policy.load(PolicySource(files: []))
            return try MutationRun(
                TestSource(files: []).suite(policy), examples: [], on: PolicySource(files: []),
                dossiers: [:], policy: policy, options: [], progress: { _, _ in })
        }
    }
}

extension TestSource {
    fileprivate func suite(_ policy: Policy) -> TestSuite {
        TestSuite.read(self, policy: policy, options: []).suite
    }
}
