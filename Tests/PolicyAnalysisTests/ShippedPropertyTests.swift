// The properties of the shipped policies: how far each is proved, and drawn dossiers beside the proofs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

struct ShippedPropertyTests {
    /// The test files of the policies folder, with their dossiers.
    private static func tests() throws -> TestSource {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "policies").standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { path in [".lua", ".json"].contains { path.hasSuffix($0) } }
            .filter { $0.hasPrefix("tests/") }.sorted()
        return TestSource(
            files: try paths.map { path in
                SourceText(
                    path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
            })
    }

    /// The shipped policy with every optional folder turned on.
    private static func policy() throws -> (PolicySource, Policy) {
        let source = try ShippedPolicy.source()
        let options = try Policy.load(source).optionalFolders
        return (source, try Policy.load(source, options: Set(options)))
    }

    @Test func `what no rule may break is proved for every regime`() throws {
        let (_, policy) = try ShippedPropertyTests.policy()
        let found = try BuiltInProperty.search(policy) { kind, _ in kind != .information }

        let told = found.map { "\($0.regime) \($0.kind.rawValue) \($0.proof.outcome)" }
        #expect(
            told == [
                "expe-ct nom proved", "expe-ct contact vacuous", "expe-ct presence proved",
                "expe-ct references proved",
                "pact-2 nom proved", "pact-2 contact vacuous", "pact-2 presence proved",
                "pact-2 references proved",
                "pact-3 nom proved", "pact-3 contact vacuous", "pact-3 presence proved",
                "pact-3 references proved",
            ])
    }

    @Test func `more information is proved to unsettle nothing, but for rules that walk labels`()
        throws
    {
        let (_, policy) = try ShippedPropertyTests.policy()
        let found = try BuiltInProperty.search(policy) { kind, _ in kind == .information }

        #expect(found.map(\.regime) == ["expe-ct", "pact-2", "pact-3"])
        #expect(found.map(\.proof.outcome) == [.open, .proved, .proved])
        let doubts = found.flatMap(\.proof.doubts)
        #expect(
            Set(doubts.map(\.rule.id))
                == ["LAB-01", "LAB-02", "LAB-03", "LAB-04", "VAL-01", "VAL-02", "OBL-02"])
        let hiding = doubts.filter { $0.rule.id == "OBL-02" && $0.reason == .sampled }
        #expect(hiding.flatMap { $0.facts.map(\.description) } == ["depose_le"])
    }

    @Test func `the properties of the test files are proved`() throws {
        let (source, policy) = try ShippedPropertyTests.policy()
        let tests = try ShippedPropertyTests.tests()
        let (suite, diagnostics) = TestSuite.read(
            tests, policy: policy, options: policy.optionalFolders)
        try #require(diagnostics.isEmpty)
        var runner = CaseRunner(source, dossiers: tests.dossiers)

        var told: [String] = []
        for property in suite.properties {
            let tried = runner.run(property, in: policy)
            told.append("\(try runner.prove(tried).proof.outcome)")
        }

        #expect(told == Array(repeating: "proved", count: 7))
    }

    /// One draw of what a proved property says: two dossiers, and whether verdicts may follow so.
    private struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let edit: @Sendable (Dossier) -> Dossier
        let mayFollow: @Sendable (Verdict, Verdict) -> Bool

        static let all = [
            Change(testDescription: "another name") { dossier in
                FactPath("collectivite.nom").map {
                    dossier.setting($0, to: .text("Collectivité d’Alsace"))
                } ?? dossier
            } mayFollow: {
                $0.avis == $1.avis && $0.expertises.map(\.validite) == $1.expertises.map(\.validite)
                    && $0.priorite.points == $1.priorite.points
            },
            Change(testDescription: "one more reference") { dossier in
                guard let path = FactPath("expertises[1].references"),
                    case .list(let known)? = dossier[path]
                else { return dossier }
                let more = Fact.record(FactRecord(["annee": .integer(2015)]))
                return dossier.setting(path, to: .list(known + [more]))
            } mayFollow: { first, second in
                let order: [Avis] = [.defavorable, .incomplet, .aExaminer, .favorable]
                let ranks = [first, second].map { verdict in
                    verdict.expertises.first.flatMap { order.firstIndex(of: $0.avis) } ?? 0
                }
                return ranks[0] <= ranks[1]
                    && (first.priorite.points ?? 0) <= (second.priorite.points ?? 0)
            },
        ]
    }

    @Test(arguments: Change.all)
    private func `no dossier drawn contradicts what is proved`(change: Change) throws {
        let (_, policy) = try ShippedPropertyTests.policy()
        var evaluator = try Evaluator(policy)
        for regime in policy.regimes {
            var drawn = DossierGenerator(
                seed: 7, schema: policy.schema, regime: regime.declaration)
            for number in 1...60 {
                let next = drawn.dossier(numero: "P-\(number)")
                let text = SourceText(path: "d.json", text: next.json.encoded())
                guard let dossier = try? Dossier.read(text, schema: policy.schema) else { continue }
                let before = try evaluator.evaluate(
                    dossier, le: next.decisionDay, regime: regime.id)
                let after = try evaluator.evaluate(
                    change.edit(dossier), le: next.decisionDay, regime: regime.id)
                #expect(change.mayFollow(before, after), "\(next.json.encoded())")
            }
        }
    }
}
