// Decisive pieces claim no more than some completion bears out.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

/// Each policy was once told of falsely; what each completion gives is worked out by hand.
struct OutlookHonestyTests {
    private func piece(_ path: String, in outlook: Outlook) throws -> DecisivePiece {
        try #require(outlook.pieces.first { $0.path.description == path })
    }

    private func choices(_ path: String, _ outlook: Outlook) throws -> [DecisivePiece.Choice<Avis>]
    {
        try #require(piece(path, in: outlook).opinions.first).choices
    }

    @Test func `a failure that a missing fact avoids settles nothing`() throws {
        // An elected expert makes the second condition, which fails, of no interest.
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = existe(expertise.experts, { statut = "elu" })
                or premier(expertise.references, { type = "prix" }).annee >= 2000,
              sinon = refus "Non." }
            critere "B" { titre = "B", source = "S", exige = nombre(expertise.experts) >= 1,
              sinon = examen "Peu." }
            """)
        let dossier = try small.dossier(#", "expertises": [{"references": []}]"#)
        #expect(try small.verdict(on: dossier).avis == .enErreur)
        let outlook = try small.outlook(on: dossier)

        #expect(outlook.settled == [nil])
        #expect(try !piece("expertises[1].experts", in: outlook).isExact)
    }

    @Test func `what a doubtful result hides is doubtful`() throws {
        // Two old references and `outre_mer` are needed for a favourable opinion.
        let small = try AnalysedPolicy(
            """
            local function anciennes(liste)
              local total = 0
              for _, e in ipairs(liste) do if e.annee <= 2018 then total = total + 1 end end
              return total
            end
            critere "A" { titre = "A", source = "S", exige = collectivite.outre_mer,
              sinon = refus "Non." }
            critere "B" { titre = "B", source = "S",
              exige = anciennes(expertise.references) >= 2, sinon = refus "Non." }
            """)
        let outlook = try small.outlook(on: small.dossier(#", "expertises": [{}]"#))

        #expect(try !piece("collectivite.outre_mer", in: outlook).isExact)
    }

    private static let absence = """
        critere "A" { titre = "A", source = "S",
          si = existe(dossier.labels, { regime = "pact-2" }),
          exige = renseigne(dossier.nature_demande), sinon = refus "Non." }

        """

    @Test func `what counts while another fact stays away is no more than possible`() throws {
        // Without `nature_demande`, a label makes the difference of incomplete and unfavourable.
        let small = try AnalysedPolicy(
            OutlookHonestyTests.absence
                + """
                critere "B" { titre = "B", source = "S",
                  exige = dossier.nature_demande == "premiere", sinon = examen "Non." }
                """)
        let outlook = try small.outlook(on: small.dossier(#", "expertises": [{}]"#))

        let labels = try piece("labels", in: outlook)
        #expect(labels.isWithoutEffect && !labels.isExact)
        let absent = try choices("nature_demande", outlook).filter { choice in
            choice.ways.contains { $0.contains { $0.cell.extent == .absent } }
        }
        #expect(absent.map(\.isExact) == [false])
    }

    @Test func `longer lists are not judged by the only one that was looked at`() throws {
        // Whatever the labels, a first request that is told of is favourable.
        let small = try AnalysedPolicy(
            OutlookHonestyTests.absence
                + """
                critere "B" { titre = "B", source = "S",
                  exige = renseigne(dossier.nature_demande)
                    or tous(dossier.labels, function(e) return e.regime ~= "pact-3" end),
                  sinon = refus "Non." }
                """)
        let outlook = try small.outlook(on: small.dossier(#", "expertises": [{}]"#))

        let refused = try choices("labels", outlook).filter { $0.results.best == .defavorable }
        #expect(!refused.isEmpty && refused.allSatisfy { !$0.isExact })
        #expect(try choices("labels", outlook).contains(where: \.hasMore))
    }

    @Test func `points that come one way or the other are settled`() throws {
        let small = try AnalysedPolicy(
            """
            priorite "P" { titre = "P", source = "S", si = collectivite.outre_mer, points = 30,
              motif = "M" }
            priorite "Q" { titre = "Q", source = "S", si = not collectivite.outre_mer, points = 30,
              motif = "M" }
            """)
        let dossier = try small.dossier()

        #expect(try small.verdict(on: dossier).priorite.pointsMax == 60)
        #expect(try small.outlook(on: dossier).settledPoints == 30)
    }

    @Test func `a rule with many regions leaves the others their share`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = existe(expertise.references, { type = "prix" })
                or existe(expertise.experts, { statut = "elu" })
                or existe(dossier.pieces, { type = "deliberation" }),
              sinon = refus "Non." }
            priorite "P" { titre = "P", source = "S", si = collectivite.outre_mer, points = 30,
              motif = "M" }
            """)
        let dossier = try small.dossier(#", "expertises": [{}]"#)
        var finder = OutlookFinder(small.policy, le: small.day, budget: 30)
        let outlook = try #require(
            try finder.outlook(on: dossier, small.verdict(on: dossier)))

        #expect(try piece("expertises[1].references", in: outlook).isPartial)
        let overseas = try piece("collectivite.outre_mer", in: outlook)
        #expect(!overseas.isPartial)
        #expect(overseas.points.map(\.results.best) == [30, 0])
    }
}
