// Counterfactuals of small policies, worked out by hand.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

struct CounterfactualTests {
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

    @Test func `all that is needed, and no more`() throws {
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

    @Test func `missing facts are given once`() throws {
        let small = try AnalysedPolicy(CounterfactualTests.rules)
        let dossier = try small.dossier(#", "expertises": [{"references": [{}, {}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(report.found.map(changes) == [["expertises[1].experts given"]])
        let way = try #require(report.found.first?.changes.first?.way)
        #expect(way.first?.cell.extent == .counts(1, nil))
    }

    @Test func `lists of choices are counted, and what was only tried leaves room for more`() throws
    {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S", exige = nombre(dossier.objectifs) >= 2,
              sinon = refus "Non." }
            critere "B" { titre = "B", source = "S",
              exige = nombre(expertise.experts) * nombre(expertise.references) >= 6,
              sinon = refus "Non." }
            """)
        let dossier = try small.dossier(
            #", "expertises": [{"references": [{}], "experts": [{}, {}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)

        #expect(report.found.contains { changes($0).contains { $0.hasPrefix("objectifs ") } })
        #expect(report.isLimited)
    }

    @Test func `the day on which others granted a label is not given`() throws {
        let small = try AnalysedPolicy(
            """
            critere "A" { titre = "A", source = "S",
              exige = tous(dossier.labels, function(l) return l.accorde_le >= dossier.depose_le end),
              sinon = refus "Non." }
            """)
        let report = try #require(
            small.counterfactuals(
                of: small.dossier(#", "labels": [{"regime": "pact-2"}], "expertises": [{}]"#)
            ).first)

        #expect(report.found.isEmpty)
    }

    @Test func `blank texts are given as missing ones are`() throws {
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

    @Test func `what cannot be changed is named`() throws {
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

    @Test func `policies say what may change`() throws {
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

    @Test func `favourable dossiers need nothing`() throws {
        let small = try AnalysedPolicy(CounterfactualTests.rules)
        let dossier = try small.dossier(
            #", "expertises": [{"references": [{}, {}], "experts": [{"statut": "elu"}]}]"#)
        #expect(try small.counterfactuals(of: dossier).isEmpty)
    }

    // MARK: - What rules share

    private static let validity = """
        validite "V" { titre = "V", source = "E", debut = decision.date, fin = debut + ans(3),
          arrondi = "dernier_jour" }

        """

    /// What is proposed of a dossier with one expertise: changes as `path kind cell`, sets apart.
    private func proposals(
        _ rules: String, expertise: String = "", _ members: String = ""
    ) throws -> [Set<String>] {
        let small = try AnalysedPolicy(CounterfactualTests.validity + rules)
        let dossier = try small.dossier(#", "expertises": [{\#(expertise)}]"# + members)
        let report = try #require(small.counterfactuals(of: dossier).first)
        return report.found.map { found in
            Set(
                found.changes.map { change in
                    let cells = change.way.map { "\($0.cell.extent)" }.joined(separator: " ")
                    return "\(change.path) \(change.kind) \(cells)"
                })
        }
    }

    private static let number = """
        champ "complements.x" { titre = "x", type = "entier", modifiable = true }

        """

    @Test func `two criteria on one list are satisfied together`() throws {
        let rules =
            OneRegime.critere("A", "nombre(expertise.references) >= 2")
            + OneRegime.critere("B", "nombre(expertise.references) >= 3")
        #expect(
            try proposals(rules, expertise: #""references": [{}]"#)
                == [["expertises[1].references added(2) "]])
    }

    @Test func `a range holds of every criterion that reads the fact`() throws {
        let rules =
            CounterfactualTests.number + OneRegime.critere("A", "dossier.complements.x >= 10")
            + OneRegime.critere("B", "dossier.complements.x <= 20")
        #expect(
            try proposals(rules, #", "complements": {"x": 5}"#)
                == [["complements.x changed numbers(Optional(10), Optional(20))"]])
    }

    @Test func `what one condition hides is given with what another asks`() throws {
        let rules = OneRegime.critere(
            "A", "nombre(expertise.references) >= 1 and renseigne(expertise.conditions)", "piece")
        let found = try proposals(rules, expertise: #""references": []"#)
        #expect(found.count == 1)
        #expect(found.first?.contains("expertises[1].references added(1) ") == true)
        #expect(found.first?.contains { $0.hasPrefix("expertises[1].conditions given") } == true)
    }

    @Test func `a list is read through a calcul, and grows as far as rules count`() throws {
        let rules =
            """
            calcul "K" { titre = "K", source = "E", nom = "nb", valeur = nombre(expertise.references) }

            """ + OneRegime.critere("A", "nb >= 6")
        #expect(
            try proposals(rules, expertise: #""references": [{}]"#)
                == [["expertises[1].references added(5) "]])
    }

    @Test func `what is said of an added element is not said of one that was there`() throws {
        let rules = OneRegime.critere("A", "existe(expertise.experts, { statut = \"elu\" })")
        let small = try AnalysedPolicy(CounterfactualTests.validity + rules)
        let dossier = try small.dossier(
            #", "expertises": [{"experts": [{"jours_par_an": 3}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(
            report.found.map { found in
                found.changes.flatMap { $0.way.map(\.path.description) }
            } == [["expertises[1].experts[1].statut"], ["expertises[1].experts[2].statut"]])
        for found in report.found {
            let path = try #require(found.changes.first?.way.first?.path)
            let judged = try Dossier.read(
                SourceText(path: "d.json", text: found.witness.json.encoded()),
                schema: small.policy.schema)
            #expect(judged[path] == .text("elu"))
        }
    }

    @Test(arguments: [
        #"existe(expertise.references, { pays = "SN" })"#,
        #"existe(dossier.pieces, function(p) return p.date <= jour "2020-05-01" end)"#,
        #"existe(dossier.labels, { regime = "x" })"#, "nombre(expertise.references) <= 2",
    ])
    func `countries, past days and what others said are never proposed`(condition: String) throws {
        let small = try AnalysedPolicy(
            CounterfactualTests.validity + OneRegime.critere("A", condition))
        let dossier = try small.dossier(
            #", "pieces": [], "expertises": [{"references": [{}, {}, {}]}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(report.found.isEmpty)
        #expect(report.blocking == ["A"])
    }

    @Test func `what could not be followed is no proof`() throws {
        let small = try AnalysedPolicy(
            CounterfactualTests.validity + OneRegime.critere("A", "nombre(dossier.objectifs) >= 9"))
        let dossier = try small.dossier(
            #", "objectifs": ["promotion"], "expertises": [{}]"#)
        let report = try #require(small.counterfactuals(of: dossier).first)
        #expect(report.found.isEmpty)
        #expect(report.blocking.isEmpty)
    }

    @Test func `a dossier without expertises is given one, and what it must say`() throws {
        let small = try AnalysedPolicy(
            CounterfactualTests.validity
                + OneRegime.critere("A", "nombre(dossier.expertises) >= 1", "piece")
                + OneRegime.critere("B", "renseigne(expertise.domaine)", "piece"))
        for (members, kind) in [(#", "expertises": []"#, "added(1)"), ("", "given")] {
            let report = try #require(small.counterfactuals(of: small.dossier(members)).first)
            #expect(report.expertise == nil)
            #expect(report.found.map(changes) == [["expertises \(kind)"]])
            let paths = report.found.first?.changes.first?.way.map(\.path.description) ?? []
            #expect(paths.contains("expertises[1].domaine"))
            #expect(report.found.first?.witness.verdict.avis == .favorable)
        }
    }

    // MARK: - Many requests

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

    @Test func `many bare requests are each completed`() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let dossier = try small.dossier(#", "expertises": [{"domaine": "eau"}]"# + bare(15))
        var search = try small.counterfactualSearch(on: dossier)
        let report = try #require(search.reports().first)

        #expect(report.found.map(\.changes.count) == [15])
        #expect(report.found.first?.witness.verdict.avis == .favorable)
        #expect(report.isLimited)
        #expect(!report.isPartial)
        #expect(search.explored <= 7_000)
    }

    @Test func `expertises share what may be looked at`() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let expertises = Array(repeating: "{}", count: 15).joined(separator: ", ")
        let dossier = try small.dossier(#", "expertises": [\#(expertises)]"# + bare(15))
        var search = try small.counterfactualSearch(on: dossier)
        let reports = try search.reports()

        #expect(reports.map(\.expertise) == (1...15).map { $0 })
        #expect(reports.map { $0.found.map(\.changes.count) } == Array(repeating: [16], count: 15))
        #expect(search.explored <= 7_000)
    }

    @Test func `a few requests are looked at in every way`() throws {
        let small = try AnalysedPolicy(CounterfactualTests.requests)
        let dossier = try small.dossier(#", "expertises": [{"domaine": "eau"}]"# + bare(2))
        var search = try small.counterfactualSearch(on: dossier)
        let report = try #require(search.reports().first)

        #expect(report.found.count == 4)
        #expect(!report.isPartial)
        #expect(!report.isLimited)
        // A few regions of each request, and the four dossiers put together of them.
        #expect(search.explored < 100)
    }
}
