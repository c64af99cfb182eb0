// Decisive pieces of small policies, worked out by hand.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

@Suite struct OutlookTests {
    private func piece(_ path: String, in outlook: Outlook) throws -> DecisivePiece {
        try #require(outlook.pieces.first { $0.path.description == path })
    }

    /// What a piece does to the only opinion: the extents of its first fact, by best opinion.
    private func extents(_ piece: DecisivePiece) throws -> [Avis: [Cell.Extent]] {
        let change = try #require(piece.opinions.first)
        return Dictionary(
            uniqueKeysWithValues: change.choices.map { choice in
                (choice.results.best, choice.ways.compactMap { $0.first?.cell.extent })
            })
    }

    @Test func `thresholds cut a number`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = collectivite.population < 100,
              sinon = refus "Trop." }
            critere "B" { titre = "B", source = "S", exige = collectivite.population >= 10,
              sinon = examen "Peu." }
            """)
        let outlook = try small.outlook(on: small.dossier())
        let found = try extents(piece("collectivite.population", in: outlook))
        #expect(
            found == [
                .aExaminer: [.numbers(0, 9)], .favorable: [.numbers(10, 99)],
                .defavorable: [.numbers(100, nil)],
            ])
        #expect(outlook.settled == [nil])
    }

    @Test func `sums move thresholds`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = 2020 - dossier.obligations.apd_declaree_pour <= 2, sinon = refus "Vieux." }
            """)
        let outlook = try small.outlook(
            on: small.dossier(#", "obligations": {"atlas_a_jour": true}"#))
        let found = try extents(piece("obligations.apd_declaree_pour", in: outlook))
        #expect(
            found == [.defavorable: [.numbers(1900, 2017)], .favorable: [.numbers(2018, 2100)]])
    }

    @Test func `opaque functions are tried`() throws {
        // Twenty full years on the day of filing: born by 8 July 2000.
        let small = try AnalysedPolicy(
            """
            champ "complements.depuis" { titre = "depuis", type = "jour" }
            critere "A" { titre = "A", source = "S",
              exige = ans_revolus(dossier.complements.depuis, dossier.depose_le) >= 20,
              sinon = refus "Récent." }
            """)
        let outlook = try small.outlook(on: small.dossier(#", "complements": {}"#))
        let piece = try piece("complements.depuis", in: outlook)
        let turn = Int64(try #require(Day(iso: "2000-07-08")).ordinal)
        #expect(
            try extents(piece) == [
                .favorable: [.numbers(nil, turn)], .defavorable: [.numbers(turn + 1, nil)],
            ])
    }

    @Test func `facts without effect`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = collectivite.nature == "region",
              sinon = refus "Non." }
            critere "B" { titre = "B", source = "S", exige = collectivite.outre_mer,
              sinon = examen "À voir." }
            priorite "P" { titre = "P", source = "S", si = collectivite.population > 5, points = 10,
              motif = "Grande." }
            """)
        let outlook = try small.outlook(on: small.dossier())
        #expect(try piece("collectivite.outre_mer", in: outlook).isWithoutEffect)
        #expect(outlook.settled == [.defavorable])
        let points = try piece("collectivite.population", in: outlook).points
        #expect(points.map(\.results.best) == [0, 10])
        #expect(points.map(\.ways.first?.first?.cell.extent) == [.numbers(0, 5), .numbers(6, nil)])
    }

    @Test func `every completion agrees`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = collectivite.population < 10 or collectivite.population >= 10,
              sinon = refus "Impossible." }
            """)
        let outlook = try small.outlook(on: small.dossier())
        #expect(try small.verdict(on: small.dossier()).avis == .incomplet)
        #expect(outlook.settled == [.favorable])
        #expect(try piece("collectivite.population", in: outlook).isWithoutEffect)
    }

    @Test func `elements of a list are looked into`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = existe(expertise.experts, { statut = "elu" }), sinon = examen "Pas d’élu." }
            """)
        let outlook = try small.outlook(on: small.dossier(#", "expertises": [{}]"#))
        let change = try #require(piece("expertises[1].experts", in: outlook).opinions.first)
        let favourable = try #require(change.choices.first { $0.results.best == .favorable })
        let way = try #require(favourable.ways.first)
        #expect(
            way.map(\.path.description) == [
                "expertises[1].experts", "expertises[1].experts[1].statut",
            ])
        #expect(way.map(\.cell.extent) == [.counts(1, nil), .values([.text("elu")])])
        #expect(favourable.isExact)
    }

    @Test func `expertises to come may differ`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = expertise.domaine == "eau",
              sinon = refus "Autre domaine." }
            critere "B" { titre = "B", source = "S", exige = nombre(dossier.expertises) >= 2,
              sinon = examen "Une seule." }
            """)
        let outlook = try small.outlook(on: small.dossier())
        let change = try #require(piece("expertises", in: outlook).opinions.first)
        let domains: [Cell.Extent] = [.values([.text("eau")]), .others(than: [.text("eau")])]
        // Of two, one of each: the dossier is shared between favourable and unfavourable.
        let shared = try #require(
            change.choices.first { choice in
                choice.ways.contains { $0.dropFirst().map(\.cell.extent) == domains }
            })
        #expect(shared.results.best == .favorable)
        #expect(shared.results.worst == .defavorable)
        #expect(outlook.settled == [nil])
    }

    @Test func `keys of a table stand together`() throws {
        let small = try AnalysedPolicy(
            """
            donnees "presence" { fichier = "donnees/presence.csv", cle = "pays",
              colonnes = { pays = "pays", nombre = "entier", source = "texte" } }
            priorite "P" { titre = "P", source = "S", si = presence[demande.pays].nombre <= 10,
              points = 30, motif = "Peu." }
            """,
            tables: [
                "donnees/presence.csv": "pays,nombre,source\nML,3,S\nSN,11,S\nTD,10,S\n"
            ])
        let outlook = try small.outlook(on: small.dossier(#", "demandes": [{}]"#))
        let points = try piece("demandes[1].pays", in: outlook).points
        func countries(_ points: [DecisivePiece.Choice<Double>], _ best: Double) -> [Cell.Extent] {
            points.first { $0.results.best == best && $0.results.worst == best }?.ways
                .compactMap { $0.first?.cell.extent } ?? []
        }
        #expect(countries(points, 30) == [.values([.text("ML"), .text("TD")])])
        #expect(countries(points, 0).contains(.values([.text("SN")])))
    }
}

extension OutlookTests {
    @Test func `dossiers that are too large are left alone`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = collectivite.outre_mer,
              sinon = refus "Non." }
            """)
        func isExplored(_ expertises: Int) throws -> Bool {
            let list = Array(repeating: "{}", count: expertises).joined(separator: ",")
            let dossier = try small.dossier(#", "expertises": [\#(list)]"#)
            var finder = OutlookFinder(small.policy, le: small.day)
            return try finder.outlook(on: dossier, small.verdict(on: dossier)) != nil
        }
        #expect(try isExplored(20))
        #expect(try !isExplored(21))
    }
}
