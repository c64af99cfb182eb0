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

    private func ranking(
        _ dossiers: [(numero: String, collectivite: String, rest: String)],
        _ rules: String = RankingTests.rules
    ) throws -> Ranking {
        let small = try SmallPolicy(rules)
        return Ranking(
            try dossiers.map { dossier in
                let read = try small.dossier(
                    dossier.numero, collectivite: dossier.collectivite, dossier.rest)
                return RankedDossier(
                    try small.verdict(on: read), under: small.policy,
                    fichier: "\(dossier.numero).json")
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
        #expect(
            RankedDossier(verdict, under: small.policy, fichier: "a.json").mayBecomeFavorable)
    }

    @Test func `a favourable dossier whose points failed has no rank`() throws {
        let small = try SmallPolicy(
            """
            priorite "PRIO" { titre = "T", source = "S", si = true,
              points = 1 // collectivite.population, motif = "M" }
            """)
        let verdict = try small.verdict(on: small.dossier(collectivite: #""population": 0"#))

        let ranking = Ranking([
            RankedDossier(verdict, under: small.policy, fichier: "a.json")
        ])

        #expect(verdict.avis == .favorable)
        #expect(ranking.groups.isEmpty)
        #expect(ranking.withoutPoints.map(\.fichier) == ["a.json"])
    }

    @Test(arguments: [
        "si = defaut(collectivite.population, 0) >= 100", "si = not connu(collectivite.population)",
    ])
    func `points that rest on an absence are a span, and ranks follow`(condition: String) throws {
        let rules = """
            priorite "PRIO" { titre = "T", source = "S", \(condition), points = 30, motif = "M" }
            priorite "REGION" { titre = "T", source = "S", si = collectivite.outre_mer, points = 10,
              motif = "M" }
            """

        let ranking = try ranking(
            [
                ("a", #""outre_mer": false"#, ""),
                ("b", #""outre_mer": true, "population": 1"#, ""),
            ], rules)

        let places = try #require(ranking.groups.first).places
        #expect(places.map(\.dossier.numero) == ["b", "a"])
        #expect(places.map(\.dossier.span) == [PointSpan(10, 10), PointSpan(0, 30)])
        #expect(places.map(\.rank) == [1...2, 1...2])
        #expect(places.map(\.dossier.hasProvisionalPoints) == [false, true])
        #expect(places.map(\.dossier.niveauMax) == ["normale", "haute"])
    }

    @Test func `points made of a missing fact have no bound, and settle no rank`() throws {
        let rules = """
            priorite "PRIO" { titre = "T", source = "S", si = true,
              points = 10 - collectivite.population, motif = "M" }
            """

        let ranking = try ranking(
            [("a", "", ""), ("b", #""population": 10"#, "")], rules)

        let places = try #require(ranking.groups.first).places
        #expect(places.map(\.dossier.numero) == ["b", "a"])
        #expect(places.map(\.rank) == [1...2, 1...2])
        #expect(places[1].dossier.span == PointSpan(-.infinity, .infinity))
        #expect(places[1].dossier.span?.knownLeast == nil)
        #expect(places[1].dossier.niveau == nil)
        #expect(!places[1].dossier.hasProvisionalPoints)
    }

    /// The points of one rule, and the span of a dossier of which only some facts are there.
    struct Spanned: CustomTestStringConvertible, Sendable {
        let rule: String
        let span: PointSpan
        var members = ""
        var testDescription: String { rule }
    }

    @Test(arguments: [
        Spanned(rule: "si = collectivite.outre_mer, points = -20", span: PointSpan(-20, 0)),
        Spanned(rule: "si = connu(collectivite.outre_mer), points = -20", span: PointSpan(-20, 0)),
        Spanned(rule: "si = connu(collectivite.outre_mer), points = bonus", span: PointSpan(0, 7)),
        Spanned(
            rule: "si = true, points = defaut(collectivite.population, 3)",
            span: PointSpan(-.infinity, .infinity)),
        Spanned(
            rule: "si = connu(collectivite.outre_mer), points = 2 * bonus",
            span: PointSpan(-.infinity, .infinity)),
        Spanned(
            rule: "si = demande.urgente, points = -5", span: PointSpan(-5, 0),
            members: #""demandes": [{"urgente": true}, {}]"#),
        Spanned(
            rule: "si = demande.urgente, points = si_sinon(demande.precise, 5, 3)",
            span: PointSpan(3, .infinity),
            members: #""demandes": [{"urgente": true, "precise": false}, {"urgente": true}]"#),
        Spanned(
            rule: "si = connu(demande.precise), points = 30", span: PointSpan(30, 30),
            members: #""demandes": [{"precise": false}, {}]"#),
        Spanned(
            rule: "si = connu(demande.precise), points = 30", span: PointSpan(0, 30)),
    ])
    func `a span holds all that the missing facts can lead to`(spanned: Spanned) throws {
        let small = try SmallPolicy(
            """
            parametre "bonus" { titre = "T", valeurs = { { du = jour "2020-01-01", valeur = 7,
              source = "S" } } }
            priorite "PRIO" { titre = "T", source = "S", \(spanned.rule), motif = "M" }
            """)

        let verdict = try small.verdict(on: small.dossier("1", spanned.members))

        #expect(PointSpan(verdict.priorite) == spanned.span)
    }

    @Test func `an opinion that an absence alone keeps from being favourable may become so`() throws
    {
        let rules = """
            critere "EXAMEN" { titre = "T", source = "S", exige = connu(collectivite.population),
              sinon = examen "À voir." }
            critere "REFUS" { titre = "T", source = "S", exige = connu(collectivite.outre_mer),
              sinon = refus "Non." }
            """

        let ranking = try ranking(
            [("a", #""outre_mer": true"#, ""), ("b", #""population": 5"#, "")], rules)

        #expect(ranking.possible.map(\.numero) == ["a", "b"])
        #expect(ranking.possible.map(\.avis) == [.aExaminer, .defavorable])
        #expect(ranking.others.isEmpty)
    }

    @Test func `a favourable opinion that rests on an absence is marked`() throws {
        let rules = """
            critere "REFUS" { titre = "T", source = "S",
              exige = not connu(collectivite.outre_mer) or collectivite.outre_mer,
              sinon = refus "Non." }
            """

        let ranking = try ranking([("a", "", ""), ("b", #""outre_mer": true"#, "")], rules)

        let places = try #require(ranking.groups.first).places
        #expect(places.map(\.dossier.numero) == ["a", "b"])
        #expect(places.map(\.dossier.isProvisional) == [true, false])
        #expect(places.map(\.dossier.hasProvisionalPoints) == [false, false])
    }
}
