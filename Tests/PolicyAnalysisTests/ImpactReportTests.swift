// What two policies say of a corpus, counted by hand.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct ImpactReportTests {
    private static let rules = """
        critere "TAILLE" { titre = "T", source = "S", exige = collectivite.population <= 1000,
          sinon = refus "Trop grande." }
        priorite "PRIO" { titre = "T", source = "S", si = true,
          points = collectivite.population, motif = "M" }
        signalement "SIG" { titre = "T", source = "S", si = collectivite.outre_mer,
          message = "Outre-mer." }

        """

    /// The report on dossiers of some populations, one after the other.
    private func report(
        after: String, _ collectivites: [String], labels: String = #""labels": []"#
    ) throws -> ImpactReport {
        let (former, new) = (try SmallPolicy(ImpactReportTests.rules), try SmallPolicy(after))
        var report = ImpactReport()
        for (index, collectivite) in collectivites.enumerated() {
            let dossier = try new.dossier("\(index)", collectivite: collectivite, labels)
            report.add(
                dossier.facts, at: DossierLine(fichier: "lot.ndjson", ligne: index + 1),
                from: try former.verdict(on: dossier), to: try new.verdict(on: dossier))
        }
        return report
    }

    private static func population(_ number: Int) -> String { #""population": \#(number)"# }

    @Test func `opinions are counted two by two, and dossiers that move are named`() throws {
        let stricter = ImpactReportTests.rules.replacing("1000", with: "100")

        let report = try report(
            after: stricter, [50, 500, 600, 5000].map(ImpactReportTests.population))

        #expect(
            report.transitions == [
                .init(before: .favorable, after: .favorable): 1,
                .init(before: .favorable, after: .defavorable): 2,
                .init(before: .defavorable, after: .defavorable): 1,
            ])
        #expect(report.moves.map(\.place.ligne) == [2, 3])
        #expect(report.moves.allSatisfy { $0.change.rules.map(\.id) == ["TAILLE"] })
        #expect(report.count == 4)
        #expect(report.failures == 0)
    }

    @Test func `ranks move for those whose own outcome does not`() throws {
        let stricter = ImpactReportTests.rules.replacing("1000", with: "100")

        // 500 goes: 50 and 40 move up by one.
        let report = try report(
            after: stricter, [500, 50, 40].map(ImpactReportTests.population))

        let ranks = report.ranks
        #expect(ranks.moved == 2)
        #expect(ranks.passed.map(\.before) == [2...2, 3...3])
        #expect(ranks.passed.map(\.after) == [1...1, 2...2])
        #expect(ranks.rank(of: report.moves[0].change, .avant) == 1...1)
        #expect(ranks.rank(of: report.moves[0].change, .apres) == nil)
    }

    @Test func `points that rest on an absence make ranks spans here as well`() throws {
        let provisional = ImpactReportTests.rules.replacing(
            "si = true", with: "si = not connu(collectivite.outre_mer)"
        ).replacing("points = collectivite.population", with: "points = 10")

        let report = try report(
            after: provisional, [7, 8].map(ImpactReportTests.population))

        #expect(report.ranks.rank(of: report.moves[0].change, .avant) == 2...2)
        #expect(report.ranks.rank(of: report.moves[0].change, .apres) == 1...2)
    }

    @Test func `a flag alone is counted by rule, and names nobody`() throws {
        let louder = ImpactReportTests.rules.replacing(
            "si = collectivite.outre_mer", with: "si = true")

        let report = try report(
            after: louder,
            [#""population": 5, "outre_mer": false"#, #""population": 6, "outre_mer": true"#])

        #expect(report.moves.isEmpty)
        #expect(report.quietChanges == ["SIG": 1])
    }

    @Test(arguments: [
        ("2021-03-15", true), ("2021-03-14", false), ("2024-01-01", true),
    ])
    func `a label that expires on the decision day still runs`(
        expiry: String, isRunning: Bool
    ) throws {
        let label = #""labels": [{"regime": "r", "expire_le": "\#(expiry)"}]"#
        let stricter = ImpactReportTests.rules.replacing("1000", with: "100")

        let report = try report(
            after: stricter, [ImpactReportTests.population(500)], labels: label)

        #expect(report.runningCount == (isRunning ? 1 : 0))
        #expect(report.moves.map(\.isRunning) == [isRunning])
        #expect(report.transitions.isEmpty == isRunning)
    }

    @Test(arguments: [
        #"{"regime": "r"}"#,
        #"{"regime": "r", "accorde_le": "2021-03-16", "expire_le": "2024-01-01"}"#,
    ])
    func `a label without an end, or granted later, does not run`(label: String) throws {
        let report = try report(
            after: ImpactReportTests.rules, [ImpactReportTests.population(5)],
            labels: #""labels": [\#(label)]"#)

        #expect(report.runningCount == 0)
    }

    @Test func `parts of a corpus add up to the whole`() throws {
        let stricter = ImpactReportTests.rules.replacing("1000", with: "100")
        let all = [500, 50, 40, 700].map(ImpactReportTests.population)

        var sum = try report(after: stricter, Array(all[..<2]))
        sum.add(try report(after: stricter, Array(all[2...])))
        let whole = try report(after: stricter, all)

        #expect(sum.transitions == whole.transitions)
        #expect(sum.moves.count == whole.moves.count)
        #expect(sum.ranks.moved == whole.ranks.moved)
        #expect(whole.ranks.moved == 2)
    }

    @Test func `rules that fail under the second policy are counted`() throws {
        let failing = ImpactReportTests.rules.replacing(
            "points = collectivite.population", with: "points = 1 // collectivite.population")

        let report = try report(after: failing, [0, 1].map(ImpactReportTests.population))

        #expect(report.failures == 1)
    }
}
