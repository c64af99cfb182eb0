// Counterfactuals of small policies, worked out by hand.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

@Suite struct CounterfactualTests {
    private static let rules = """
        critere "A" { titre = "A", source = "S", exige = nombre(expertise.references) >= 2,
          sinon = piece "Peu de références." }
        critere "B" { titre = "B", source = "S",
          exige = existe(expertise.experts, { statut = "elu" })
               or existe(expertise.experts, { statut = "agent" }),
          sinon = examen "Personne." }
        critere "C" { titre = "C", source = "S", exige = collectivite.nature == "commune",
          sinon = refus "Pas une commune." }
        """

    private func changes(_ found: Counterfactual) -> [String] {
        found.changes.map { "\($0.path) \($0.kind)" }
    }

    @Test func allThatIsNeededAndNoMore() throws {
        let small = try AnalysedPolicy(CounterfactualTests.rules)
        let dossier = try small.dossier(
            #", "expertises": [{"references": [{}], "experts": [{"statut": "autre"}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(report.avis == .incomplet)
        let first = try #require(report.found.first)
        #expect(
            Set(changes(first)) == [
                "expertises[1].references added(1)", "expertises[1].experts added(1)",
            ])
        #expect(first.witness.verdict.avis == .favorable)
        let way = try #require(first.changes.first { $0.path.description.hasSuffix("experts") }).way
        #expect(way.last?.cell.extent == .values([.text("elu"), .text("agent")]))
    }

    @Test func missingFactsAreGivenOnce() throws {
        let small = try AnalysedPolicy(CounterfactualTests.rules)
        let dossier = try small.dossier(#", "expertises": [{"references": [{}, {}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(report.found.map(changes) == [["expertises[1].experts given"]])
        let way = try #require(report.found.first?.changes.first?.way)
        #expect(way.first?.cell.extent == .counts(1, nil))
    }

    @Test func blankTextsAreGivenAsMissingOnesAre() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = renseigne(expertise.domaine),
              sinon = piece "Quel domaine ?" }
            """)
        for domaine in ["", " "] {
            let dossier = try small.dossier(#", "expertises": [{"domaine": "\#(domaine)"}]"#)
            let report = try #require(small.counterfactuals(of: dossier).first)
            #expect(report.found.map(changes) == [["expertises[1].domaine given"]])
            #expect(report.found.first?.witness.verdict.avis == .favorable)
        }
    }

    @Test func whatCannotBeChangedIsNamed() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = collectivite.nature == "region",
              sinon = refus "Pas une région." }
            critere "B" { titre = "B", source = "S", exige = parmi("promotion", dossier.objectifs),
              sinon = examen "Sans promotion." }
            """)
        let report = try #require(
            small.counterfactuals(of: small.dossier(#", "objectifs": []"#)).first)
        #expect(report.found.isEmpty)
        #expect(report.blocking == ["A"])
    }

    @Test func policiesSayWhatMayChange() throws {
        func found(_ mark: String) throws -> Int {
            let small = try AnalysedPolicy(
                """
                champ "complements.prete" { titre = "équipe prête", type = "booleen"\(mark) }
                critere "A" { titre = "A", source = "S", exige = dossier.complements.prete,
                  sinon = examen "Pas prête." }
                """)
            let dossier = try small.dossier(#", "complements": {"prete": false}"#)
            return try small.counterfactuals(of: dossier).first?.found.count ?? 0
        }
        #expect(try found("") == 0)
        #expect(try found(", modifiable = true") == 1)
    }

    @Test func favourableDossiersNeedNothing() throws {
        let small = try AnalysedPolicy(CounterfactualTests.rules)
        let dossier = try small.dossier(
            #", "expertises": [{"references": [{}, {}], "experts": [{"statut": "elu"}]}]"#)
        #expect(try small.counterfactuals(of: dossier).isEmpty)
    }

    /// A criterion on each request that either of two facts satisfies.
    private static let requests = """
        critere "D" { titre = "D", source = "S",
          exige = demande.precise or parmi(demande.origine, { "ambassade", "afd" }),
          sinon = examen "Ni précise, ni d’une ambassade." }
        critere "E" { titre = "E", source = "S", exige = connu(expertise.domaine),
          sinon = piece "Sans domaine." }
        """

    private func bare(_ count: Int) -> String {
        #", "demandes": [\#(Array(repeating: "{}", count: count).joined(separator: ", "))]"#
    }

    @Test func manyBareRequestsAreEachCompleted() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let dossier = try small.dossier(#", "expertises": [{"domaine": "eau"}]"# + bare(15))
        var search = try small.counterfactualSearch(on: dossier)
        let report = try #require(search.reports().first)

        #expect(report.found.map(\.changes.count) == [15])
        #expect(report.found.first?.witness.verdict.avis == .favorable)
        #expect(report.isStraight)
        #expect(report.isPartial)
        #expect(search.explored <= 7_000)
    }

    @Test func expertisesShareWhatMayBeLookedAt() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let expertises = Array(repeating: "{}", count: 15).joined(separator: ", ")
        let dossier = try small.dossier(#", "expertises": [\#(expertises)]"# + bare(15))
        var search = try small.counterfactualSearch(on: dossier)
        let reports = try search.reports()

        #expect(reports.map(\.expertise) == (1...15).map { $0 })
        #expect(reports.map { $0.found.map(\.changes.count) } == Array(repeating: [16], count: 15))
        #expect(search.explored <= 7_000)
    }

    @Test func aFewRequestsAreLookedAtInEveryWay() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let dossier = try small.dossier(#", "expertises": [{"domaine": "eau"}]"# + bare(2))
        var search = try small.counterfactualSearch(on: dossier)
        let report = try #require(search.reports().first)

        #expect(report.found.count == 4)
        #expect(!report.isPartial)
        #expect(!report.isStraight)
        // Both requests, either first: five dossiers at most, and the ways from each.
        #expect(search.explored < 100)
    }
}
