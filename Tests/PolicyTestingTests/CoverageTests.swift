// Coverage by meaning, on a policy whose figures are worked out by hand.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine
import PolicyTesting
import Testing

struct CoverageTests {
    private static let regime = """
        regime "essai" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
        }
        parametre "seuil" {
          titre = "Seuil",
          valeurs = {
            { du = jour "2020-01-01", jusqu_au = jour "2020-12-31", valeur = 100, source = "Essai" },
            { du = jour "2021-01-01", valeur = 200, source = "Essai" },
          },
        }
        donnees "zones" { fichier = "zones.csv", cle = "departement", colonnes = { departement = "texte" } }
        """

    private static let first = """
        critere "A" {
          titre = "A", source = "Essai",
          si = collectivite.population > seuil or collectivite.outre_mer,
          exige = collectivite.nature == "commune",
          sinon = refus "Non.",
        }
        """

    private static let second = """
        signalement "B" {
          titre = "B", source = "Essai",
          si = zones[collectivite.departement].nom == "Nord", message = "Oui.",
        }
        """

    private static func source(_ files: [String: String]) -> PolicySource {
        let csv = ["zones.csv": "departement,nom,source\n59,Nord,Essai\n75,Paris,Essai\n"]
        return PolicySource(
            files: files.merging(csv) { first, _ in first }
                .map { SourceText(path: $0.key, text: $0.value) })
    }

    private static let plain = source([
        "essai/regime.lua": regime, "essai/regles.lua": first + "\n" + second,
    ])

    private static let columns = """
        tableau "t" {
          dossier = "dossiers/base.json", le = jour "2021-06-01",
          colonnes = { "depose_le", "collectivite.population", "collectivite.outre_mer",
            "collectivite.nature", "collectivite.departement", "=> transition" },
          lignes = {
        """

    /// Above the threshold, then at it.
    private static let two = """
        { jour "2021-03-01", 500, false, "commune", "59", false },
        { jour "2021-03-01", 200, false, "commune", "75", false },
        """

    /// Below it, in its first period, and with what is not known.
    private static let four =
        two + """
            { jour "2020-06-01", 50, true, "entreprise", absent, false },
            { jour "2020-06-01", absent, false, "commune", "59", false },
            """

    private func report(_ rows: String, on source: PolicySource = plain) throws -> CoverageReport {
        let suite = try SmallSuite(CoverageTests.columns + rows + "}, }", source: source)
        try #require(suite.diagnostics.map(\.message) == [])
        var collector = CoverageCollector(suite.policy)
        try collector.cover(
            suite.suite, examples: [], on: source, dossiers: suite.tests.dossiers)
        return collector.report
    }

    private func figures(_ report: CoverageReport) -> [String] {
        report.sections.map { "\($0.key) \($0.covered)/\($0.items.count)" }
    }

    private func missing(_ report: CoverageReport, _ key: String) -> [String] {
        report.sections.filter { $0.key == key }.flatMap(\.items).filter { !$0.isCovered }
            .map { "\($0.owner) \($0.name)" }
    }

    @Test func `nothing is covered before a case has run`() throws {
        let policy = try Policy.load(CoverageTests.plain)

        let report = CoverageCollector(policy).report

        // A: holds, does not, does not apply, is undetermined; B: raised, not raised, undetermined.
        // Conditions: population, outre_mer, nature, zone.
        #expect(
            figures(report) == [
                "regles 0/7", "conditions 0/8", "effets 0/4", "seuils 0/3", "parametres 0/2",
                "lignes 0/2",
            ])
    }

    @Test func `two cases cover what they reach and no more`() throws {
        let report = try report(CoverageTests.two)

        #expect(
            figures(report) == [
                "regles 4/7", "conditions 6/8", "effets 2/4", "seuils 2/3", "parametres 1/2",
                "lignes 2/2",
            ])
        #expect(
            missing(report, "regles") == [
                "essai/A non_satisfaite", "essai/A indeterminee", "essai/B indeterminee",
            ])
        #expect(
            missing(report, "conditions") == [
                "essai/A collectivite.outre_mer : vrai",
                "essai/A collectivite.nature == \"commune\" : faux",
            ])
        #expect(
            missing(report, "effets") == [
                "essai/A collectivite.outre_mer", "essai/A collectivite.nature == \"commune\"",
            ])
        #expect(
            missing(report, "seuils") == [
                "essai/A collectivite.population > seuil : au-dessous"
            ])
        #expect(missing(report, "parametres") == ["essai/seuil depuis le 2020-01-01"])
    }

    @Test func `four cases cover everything`() throws {
        let report = try report(CoverageTests.four)

        #expect(
            figures(report) == [
                "regles 7/7", "conditions 8/8", "effets 4/4", "seuils 3/3", "parametres 2/2",
                "lignes 2/2",
            ])
    }

    @Test func `rows and parameters that a case replaces are not those of the policy`() throws {
        let suite = try SmallSuite(
            """
            cas "c" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              modifie = { ["collectivite.departement"] = "59" },
              parametres = { seuil = 1 },
              donnees = { zones = { { departement = "59", nom = "Nord" } } },
              attend = { signalements = { "B" } },
            }
            """, source: CoverageTests.plain)
        var collector = CoverageCollector(suite.policy)

        try collector.cover(
            suite.suite, examples: [], on: suite.source, dossiers: suite.tests.dossiers)

        #expect(figures(collector.report).suffix(2) == ["parametres 0/2", "lignes 0/2"])
    }

    @Test func `an example covers as a case does`() throws {
        let policy = try Policy.load(CoverageTests.plain)
        let dossier = SourceText(path: "a.json", text: SmallPolicy.dossier)
        let suite = try SmallSuite("", source: CoverageTests.plain)
        var collector = CoverageCollector(policy)

        try collector.cover(
            suite.suite, examples: [Example(path: "a.json", dossier: dossier, expected: nil)],
            on: CoverageTests.plain, dossiers: [:])

        // Above the threshold, a commune; no department.
        #expect(
            figures(collector.report) == [
                "regles 2/7", "conditions 2/8", "effets 0/4", "seuils 1/3", "parametres 1/2",
                "lignes 0/2",
            ])
    }

    @Test func `layout, the order of rules and the names of files change no figure`() throws {
        let expected = try report(CoverageTests.two)
        func laidOut(_ text: String) throws -> String {
            let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))
            return String(decoding: chunk.laidOut(), as: UTF8.self)
        }
        let turned = CoverageTests.second + "\n-- autre\n\n" + CoverageTests.first
        let spread = CoverageTests.first.replacing(" or ", with: "\n\n    or -- ou\n    ")
        let sources = try [
            CoverageTests.source([
                "essai/regime.lua": laidOut(CoverageTests.regime),
                "essai/regles.lua": laidOut(CoverageTests.first + "\n" + CoverageTests.second),
            ]),
            CoverageTests.source([
                "essai/regime.lua": CoverageTests.regime, "essai/regles.lua": turned,
            ]),
            CoverageTests.source([
                "essai/regime.lua": CoverageTests.regime, "essai/z.lua": CoverageTests.first,
                "essai/a.lua": CoverageTests.second,
            ]),
            CoverageTests.source([
                "essai/regime.lua": CoverageTests.regime,
                "essai/regles.lua": spread + "\n\n\n" + CoverageTests.second,
            ]),
        ]

        for source in sources {
            #expect(try report(CoverageTests.two, on: source) == expected)
        }
    }

    @Test func `a function inside a function is counted once`() throws {
        let rule = """
            signalement "C" {
              titre = "C", source = "Essai",
              si = existe(dossier.expertises, function(e)
                return existe(e.references, function(r) return r.annee > 2000 end)
              end),
              message = "Oui.",
            }
            """
        let source = CoverageTests.source([
            "essai/regime.lua": CoverageTests.regime, "essai/regles.lua": rule,
        ])

        let report = CoverageCollector(try Policy.load(source)).report

        // The whole `si`, and the comparison with its three places.
        #expect(figures(report)[1...3] == ["conditions 0/4", "effets 0/2", "seuils 0/3"])
    }

    @Test func `a section holds figures and what is missing`() throws {
        let report = try report(CoverageTests.two)
        let periods = try #require(report.sections.first { $0.key == "parametres" })

        #expect(periods.covered == 1)
        #expect(periods.items.count == 2)
        let missing = periods.items.filter { !$0.isCovered }
        #expect(missing.map { [$0.owner, $0.name] } == [["essai/seuil", "depuis le 2020-01-01"]])
    }
}
