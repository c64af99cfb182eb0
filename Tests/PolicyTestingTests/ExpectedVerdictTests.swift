// Golden verdicts: what is kept of a verdict, and what changed told by meaning.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting
import Testing

struct ExpectedVerdictTests {
    private func result(
        _ dossier: String = SmallPolicy.dossier, expected: String? = nil,
        rules: String = SmallPolicy.rules, le: String? = nil
    ) throws -> ExampleResult {
        let policy = try Policy.load(SmallPolicy.source(rules: rules))
        var evaluator = try Evaluator(policy)
        let example = Example(
            path: "e/a.json", dossier: SourceText(path: "e/a.json", text: dossier),
            expected: expected.map { SourceText(path: "e/a.avis.json", text: $0) })
        return ExampleResult(example, on: policy, &evaluator, le: le.flatMap { Day(iso: $0) })
    }

    /// What the small dossier gives, as its file would hold it.
    private func accepted(le: String? = nil) throws -> String {
        try #require(try result(le: le).obtained).text
    }

    @Test func `the file holds results and values, and not one sentence`() throws {
        let text = try accepted()

        #expect(text.hasPrefix("{\n  \"schema\": \"sceau/attendu/1\",\n"))
        #expect(text.hasSuffix("}\n"))
        #expect(text.contains("\"ELIG-01 dossier\""))
        #expect(text.contains("\"presence[TV].nombre\": \"2\""))
        #expect(text.contains("\"SIG-01 dossier\""))
        #expect(!text.contains("Faible présence"))
        #expect(!text.contains("sha256"))
    }

    @Test func `a verdict passes against its own file`() throws {
        let result = try result(expected: accepted())

        #expect(result.passed)
        #expect(result.changes.isEmpty)
        #expect(result.example.expectedPath == "e/a.avis.json")
    }

    @Test func `the decision day is that of the file, else the one given, else the filing day`()
        throws
    {
        let golden = try accepted(le: "2021-05-01")

        #expect(try result(expected: golden, le: "2021-06-01").passed)
        #expect(try result(le: "2021-06-01").obtained?.decisionDay == "2021-06-01")
        #expect(try result().obtained?.decisionDay == "2021-03-01")
    }

    @Test func `rules in another order change no verdict`() throws {
        let constructs = SmallPolicy.rules.replacing("\n}\n", with: "\n}\u{0}")
            .split(separator: "\u{0}").map { $0 + "\n" }
        try #require(constructs.count == 6)
        let turned = constructs.reversed().joined()

        #expect(try result(expected: accepted(), rules: turned).passed)
    }

    @Test(arguments: [
        ("\"transition\": false", "\"transition\": \"false\""),
        ("\"manquants\": []", "\"manquants\": \"\""),
    ])
    func `a file of another form is another verdict`(right: String, wrong: String) throws {
        let text = try accepted()
        try #require(text.contains(right))

        #expect(try !result(expected: text.replacing(right, with: wrong)).passed)
    }

    @Test func `what changed is told by verdict, rule and value, in order`() throws {
        let dossier = SmallPolicy.dossier.replacing("\"commune\"", with: "\"entreprise\"")

        let result = try result(dossier, expected: accepted())

        #expect(!result.passed)
        #expect(
            result.changes.map(\.french) == [
                "avis\u{A0}: favorable → defavorable",
                "expertises › 1 › avis\u{A0}: favorable → defavorable",
                "expertises › 1 › validite › debut\u{A0}: 2021-03-01 → rien",
                "expertises › 1 › validite › fin\u{A0}: 2021-03-11 → rien",
                "expertises › 1 › validite › regle\u{A0}: VAL-01 → rien",
                "regles › ELIG-01 dossier › resultat\u{A0}: satisfaite → non_satisfaite",
                "regles › ELIG-01 dossier › lus › collectivite.nature\u{A0}: commune → entreprise",
                "expertises › 1 › validite\u{A0}: rien → null",
            ])
        #expect(result.changes.compactMap(\.rule) == ["ELIG-01", "ELIG-01"])
    }

    @Test func `a dossier that is refused has its codes for a verdict`() throws {
        let malformed = SmallPolicy.dossier.replacing("\"1\"", with: "1")

        let first = try result(malformed)
        let golden = try #require(first.obtained).text
        let again = try result(malformed, expected: golden)
        let mended = try result(expected: golden)

        #expect(
            golden == """
                {
                  "schema": "sceau/attendu/1",
                  "diagnostics": [
                    "dossier.type"
                  ]
                }

                """)
        #expect(first.expected == nil)
        #expect(!first.passed)
        #expect(again.passed)
        #expect(!mended.passed)
    }

    @Test(arguments: ["", "{", "[]", "{\"schema\": \"sceau/avis/1\"}"])
    func `another text is no expected verdict`(text: String) throws {
        let result = try result(expected: text)

        #expect(result.expected == nil)
        #expect(!result.passed)
    }

    @Test func `a day before the filing day gives nothing to accept`() throws {
        let golden = try accepted().replacing("2021-03-01", with: "2021-02-01")

        let result = try result(expected: golden)

        #expect(result.obtained == nil)
        #expect(!result.passed)
    }
}

struct AcceptedPolicyTests {
    private let moved =
        "paramètre essai/seuil\u{A0}: 10 depuis le 1er janvier 2020 → "
        + "11 depuis le 1er janvier 2020"

    private func accepted(
        regime: String = SmallPolicy.regime, rules: String = SmallPolicy.rules
    ) throws -> AcceptedPolicy {
        AcceptedPolicy(try Policy.load(SmallPolicy.source(regime: regime, rules: rules)))
    }

    @Test func `what is written is read back the same`() throws {
        let policy = try accepted()
        let text = policy.jsonValue.encoded(style: .pretty)

        let read = try #require(AcceptedPolicy(SourceText(path: "a", text: text)))

        #expect(read.jsonValue == policy.jsonValue)
        #expect(read.changes(to: policy, behind: nil, under: nil).isEmpty)
        #expect(AcceptedPolicy(SourceText(path: "a", text: "{}")) == nil)
    }

    @Test func `a parameter, a rule and a row that changed are told`() throws {
        let regime = SmallPolicy.regime.replacing("valeur = 10", with: "valeur = 11")
        let rules = SmallPolicy.rules.replacing("> 1000", with: ">= 1000")
            .replacing("\"EXP-01\"", with: "\"EXP-02\"")

        let changes = try accepted().changes(
            to: accepted(regime: regime, rules: rules), behind: nil, under: nil)

        #expect(
            changes == [
                "règle essai/EXP-01\u{A0}: retirée", "règle essai/EXP-02\u{A0}: nouvelle",
                "règle essai/SIG-01\u{A0}: = collectivite.population > 1000, → = collectivite.population >= 1000,",
                moved,
            ])
    }

    @Test func `only what a rule says or reads is behind it`() throws {
        let regime = SmallPolicy.regime.replacing("valeur = 10", with: "valeur = 11")
        let rules = SmallPolicy.rules.replacing("> 1000", with: ">= 1000")
        let (before, after) = (try accepted(), try accepted(regime: regime, rules: rules))
        let suite = try SmallSuite.expecting("transition = false")
        let verdict = try #require(suite.run().cases.first?.observation.verdict)
        func changes(_ id: String, under regime: String = "essai") throws -> [String] {
            let rule = try #require(verdict.results(of: id).first)
            return before.changes(to: after, behind: rule, under: regime)
        }

        #expect(try changes("PRIO-01") == [moved])
        #expect(try changes("SIG-01").count == 1)
        #expect(try changes("ELIG-01").isEmpty)
        #expect(try changes("PRIO-01", under: "autre").isEmpty)
    }
}
