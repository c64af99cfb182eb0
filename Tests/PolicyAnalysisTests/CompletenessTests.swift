// Dead parts of small policies are found, and living ones are not.
// SPDX-License-Identifier: MIT

import PolicyAnalysis
import PolicyEngine
import Testing

struct CompletenessTests {
    private func found(_ rules: String, files: [String: String] = [:]) throws -> [String] {
        try CompletenessReport.search(OneRegime.load(rules, files: files)).findings
            .filter { $0.kind != .unspokenNature }
            .map { finding in
                ([finding.kind.rawValue, finding.name] + finding.others).joined(separator: " ")
                    + (finding.isExact ? "" : " ?")
            }
    }

    @Test func `a criterion that can fail and hold is not spoken of`() throws {
        #expect(try found(OneRegime.critere("A", "collectivite.population >= 1000")) == [])
    }

    @Test func `a criterion that always holds, and one that never does`() throws {
        let rules =
            OneRegime.critere("A", "collectivite.population >= 0")
            + OneRegime.critere("B", "collectivite.population < 0")

        #expect(try found(rules) == ["toujours_satisfaite A", "jamais_satisfaite B"])
    }

    @Test func `a criterion that nobody meets is shown by a dossier`() throws {
        let report = try CompletenessReport.search(
            OneRegime.load(OneRegime.critere("B", "collectivite.population < 0")))

        #expect(report.findings.first?.witness?.verdict.avis == .defavorable)
    }

    @Test func `a flag whose condition contradicts itself`() throws {
        let rules = """
            signalement "S" { titre = "S", source = "E", message = "M",
              si = collectivite.population > 10 and collectivite.population < 5 }
            """

        #expect(try found(rules) == ["jamais_applicable S"])
    }

    @Test func `a level above points that a fact makes is unreachable as far as was tried`() throws
    {
        let report = try CompletenessReport.search(
            OneRegime.load(
                """
                niveaux { { a_partir_de = 0, nom = "basse" }, { a_partir_de = 5000, nom = "haute" } }
                priorite "P" { titre = "P", source = "E", si = collectivite.population >= 0,
                  points = collectivite.population * 3, motif = "Oui." }
                """))

        #expect(
            report.findings.filter { $0.kind == .unreachableLevel }.allSatisfy { !$0.isExact })
        #expect(report.doubts.map(\.reason) == [.sampled])
    }

    @Test func `a level above all points`() throws {
        let rules = """
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" },
              { a_partir_de = 31, nom = "extreme" } }
            priorite "P" { titre = "P", source = "E", si = collectivite.outre_mer, points = 30,
              motif = "M" }
            """

        #expect(try found(rules) == ["niveau_inaccessible extreme"])
    }

    @Test func `a level that points reach only a year after filing is not said to be out of reach`()
        throws
    {
        let rules = """
            niveaux { { a_partir_de = 0, nom = "normale" }, { a_partir_de = 30, nom = "haute" } }
            priorite "P" { titre = "P", source = "E",
              si = decision.date - dossier.depose_le > jours(400), points = 30, motif = "M" }
            """

        #expect(try !found(rules).contains("niveau_inaccessible haute"))
    }

    @Test func `a rule that fails wherever it applies is named once`() throws {
        let rules = """
            validite "V" { titre = "V", source = "E", debut = decision.date,
              fin = debut - jours(1) }
            """

        #expect(try found(rules).filter { $0.hasSuffix(" V") || $0.hasSuffix(" V ?") }.count == 1)
    }

    @Test func `where no rule looks at natures, none of them is missed`() throws {
        let report = try CompletenessReport.search(
            OneRegime.load(OneRegime.critere("A", "collectivite.population >= 1000")))

        #expect(report.findings.isEmpty)
    }

    @Test func `a row that ended before the regime began`() throws {
        let rules = """
            donnees "p" { fichier = "donnees/p.csv", cle = "pays",
              colonnes = { pays = "pays", n = "entier", source = "texte" } }
            priorite "P" { titre = "P", source = "E", si = p[demande.pays].n <= 5, points = 30,
              motif = "Peu." }
            """
        let rows = "pays,n,du,jusqu_au,source\nMG,2,,,E\nMN,4,2018-01-01,2019-12-31,E\n"

        #expect(try found(rules, files: ["donnees/p.csv": rows]) == ["ligne_inutilisee p[MN]"])
    }

    // MARK: - Rows without effect

    private static let keyed = """
        donnees "p" { fichier = "donnees/p.csv", cle = "pays",
          colonnes = { pays = "pays", n = "entier", source = "texte" } }

        """
    private static let listed = """
        donnees "f" { fichier = "donnees/f.csv",
          colonnes = { code = "texte", nature = "nature", source = "texte" } }

        """

    @Test func `a row for a country that a rule leaves aside changes nothing`() throws {
        let rules =
            CompletenessTests.keyed + """
                priorite "P" { titre = "P", source = "E", points = 30, motif = "Peu.",
                  si = demande.pays ~= "MN" and p[demande.pays].n <= 5 }
                """
        let rows = "pays,n,source\nMG,2,E\nMN,4,E\nSN,9,E\n"

        #expect(try found(rules, files: ["donnees/p.csv": rows]) == ["ligne_sans_effet p[MN]"])
    }

    @Test func `of two rows that say the same, each may go by itself`() throws {
        let rules =
            CompletenessTests.listed
            + OneRegime.critere(
                "A",
                "existe(f, { code = collectivite.categorie_juridique, nature = collectivite.nature })"
            )
        let rows = "code,nature,source\n7210,commune,E\n7220,departement,E\n7210,commune,E\n"

        #expect(
            try found(rules, files: ["donnees/f.csv": rows])
                == ["ligne_sans_effet f[1]", "ligne_sans_effet f[3]"])
    }

    @Test func `a row that a text alone shows is needed`() throws {
        let rules =
            CompletenessTests.keyed + """
                signalement "S" { titre = "S", source = "E", si = demande.urgente,
                  message = "{p[demande.pays].n}." }
                """

        #expect(
            try found(rules, files: ["donnees/p.csv": "pays,n,source\nMG,2,E\n"]) == [])
    }

    @Test func `what a function makes of a row is only possible`() throws {
        let rules =
            CompletenessTests.listed + """
                critere "A" { titre = "A", source = "E", sinon = refus "Non.",
                  exige = not existe(f, function(ligne)
                    return ligne.nature == "gip" and contient(collectivite.nom, ligne.code)
                      and not contient(collectivite.nom, ligne.code)
                  end) }
                """

        #expect(
            try found(rules, files: ["donnees/f.csv": "code,nature,source\nabc,gip,E\n"])
                .filter { $0.hasPrefix("ligne") } == ["ligne_sans_effet f[1] ?"])
    }

    @Test func `a row that one of two regimes needs is needed`() throws {
        let source = """
            regime "q" { titre = "Q", du = jour "2010-01-01", jusqu_au = jour "2019-12-31",
              date_de_choix = "depot", source = "E" }
            \(CompletenessTests.keyed)
            priorite "P" { titre = "P", source = "E", points = 30, motif = "Peu.",
              si = p[demande.pays].n <= 5 }
            """
        let rules =
            CompletenessTests.keyed + """
                priorite "P" { titre = "P", source = "E", points = 30, motif = "Peu.",
                  si = demande.pays ~= "MN" and p[demande.pays].n <= 5 }
                """
        let rows = "pays,n,source\nMG,2,E\nMN,4,E\n"

        #expect(
            try found(rules, files: ["donnees/p.csv": rows, "q/regime.lua": source]) == [])
    }

    // MARK: - Texts

    @Test func `natures that a rule names are spoken of`() throws {
        let report = try CompletenessReport.search(
            OneRegime.load(OneRegime.critere("A", "collectivite.nature == \"commune\"")))
        let names = report.findings.filter { $0.kind == .unspokenNature }.map(\.name)

        #expect(!names.contains("commune"))
        #expect(names.contains("gip"))
        #expect(report.findings.first?.witness?.verdict.avis == .defavorable)
    }

    @Test func `a code that only a table names is tried`() throws {
        let rules = """
            donnees "t" { fichier = "donnees/t.csv",
              colonnes = { code = "texte", source = "texte" } }
            critere "A" { titre = "A", source = "E",
              si = connu(collectivite.categorie_juridique)
                and existe(t, { code = collectivite.categorie_juridique }),
              exige = collectivite.outre_mer, sinon = refus "Non." }
            """

        #expect(
            try found(rules, files: ["donnees/t.csv": "code,source\n7210,Essai\n"]) == [])
    }

    @Test func `a published number that a rule names is tried`() throws {
        let rules = """
            signalement "S" { titre = "S", source = "E", message = "M",
              si = collectivite.siren == "200046977" }
            """

        #expect(try found(rules) == [])
    }
}
