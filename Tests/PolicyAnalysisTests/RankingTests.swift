// Which dossiers are ranked, and which stand apart.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct RankingTests {
    private static let rules = """
        critere "REFUS" { titre = "T", source = "S", exige = collectivite.outre_mer == false,
          sinon = refus "Outre-mer." }
        critere "EXAMEN" { titre = "T", source = "S",
          exige = collectivite.population <= 1000, sinon = examen "Grande." }
        critere "PIECE" { titre = "T", source = "S", exige = renseigne(collectivite.siren),
          sinon = piece "SIREN à donner." }
        priorite "PRIO" { titre = "T", source = "S",
          si = parmi("promotion", dossier.objectifs), points = 30, motif = "Promotion." }
        """

    private static let favorable =
        #""outre_mer": false, "population": 500, "siren": "245900428""#

    private func ranking(_ dossiers: [(numero: String, collectivite: String, rest: String)]) throws
        -> Ranking
    {
        let small = try SmallPolicy(RankingTests.rules)
        return Ranking(
            try dossiers.map { dossier in
                let read = try small.dossier(
                    dossier.numero, collectivite: dossier.collectivite, dossier.rest)
                return RankedDossier(
                    try small.verdict(on: read), fichier: "\(dossier.numero).json")
            })
    }

    @Test func `favourable dossiers come by points, equal ones as ties in order of number`() throws
    {
        let ranking = try ranking([
            ("c", RankingTests.favorable, #""objectifs": []"#),
            ("b", RankingTests.favorable, #""objectifs": ["promotion"]"#),
            ("a", RankingTests.favorable, #""objectifs": ["promotion"]"#),
        ])

        let group = try #require(ranking.groups.first)
        #expect(ranking.groups.count == 1)
        #expect(group.regime.id == "r")
        #expect(group.places.map(\.dossier.numero) == ["a", "b", "c"])
        #expect(group.places.map(\.rank) == [1...1, 1...1, 3...3])
        #expect(group.places.map(\.isTied) == [true, true, false])
        #expect(group.places.map(\.dossier.niveau) == ["haute", "haute", "normale"])
    }

    @Test func `missing objectives open the points and the rank`() throws {
        let ranking = try ranking([
            ("a", RankingTests.favorable, #""objectifs": ["promotion"]"#),
            ("b", RankingTests.favorable, ""),
            ("c", RankingTests.favorable, #""objectifs": []"#),
        ])

        let places = try #require(ranking.groups.first).places
        #expect(places.map(\.dossier.numero) == ["a", "b", "c"])
        #expect(
            places.map(\.dossier.span) == [PointSpan(30, 30), PointSpan(0, 30), PointSpan(0, 0)])
        #expect(places.map(\.rank) == [1...1, 1...2, 2...3])
        #expect(places.allSatisfy { !$0.isTied })
    }

    @Test func `a missing fact or piece may make a dossier favourable, a settled fault not`() throws
    {
        let ranking = try ranking([
            ("fait", #""outre_mer": false, "siren": "245900428""#, ""),
            ("piece", #""outre_mer": false, "population": 500"#, ""),
            ("examen", #""outre_mer": false, "population": 5000"#, ""),
            ("refus", #""outre_mer": true, "population": 500, "siren": "245900428""#, ""),
            ("examiner", #""outre_mer": false, "population": 5000, "siren": "245900428""#, ""),
        ])

        #expect(ranking.groups.isEmpty)
        #expect(ranking.possible.map(\.numero) == ["fait", "piece"])
        #expect(ranking.others.map(\.numero) == ["examiner", "examen", "refus"])
        #expect(ranking.others.map(\.avis) == [.aExaminer, .incomplet, .defavorable])
    }

    @Test func `an examination that an absence alone asks for may still fall`() throws {
        let small = try SmallPolicy(
            """
            critere "PIECE" { titre = "T", source = "S", exige = renseigne(collectivite.siren),
              sinon = piece "SIREN à donner." }
            critere "EXAMEN" { titre = "T", source = "S", exige = renseigne(collectivite.region),
              sinon = examen "Région à voir." }
            """)
        let verdict = try small.verdict(on: small.dossier())

        #expect(verdict.avis == .incomplet)
        #expect(RankedDossier(verdict, fichier: "a.json").mayBecomeFavorable)
    }

    @Test func `a favourable dossier whose points failed has no rank`() throws {
        let small = try SmallPolicy(
            """
            priorite "PRIO" { titre = "T", source = "S", si = true,
              points = 1 // collectivite.population, motif = "M" }
            """)
        let verdict = try small.verdict(on: small.dossier(collectivite: #""population": 0"#))

        let ranking = Ranking([RankedDossier(verdict, fichier: "a.json")])

        #expect(verdict.avis == .favorable)
        #expect(ranking.groups.isEmpty)
        #expect(ranking.withoutPoints.map(\.fichier) == ["a.json"])
    }
}
