// Cases run on a small policy: what passes, what fails, and what cannot prove anything.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import PolicyTesting
import Testing

struct CaseRunTests {
    /// What a case expects, with the fields that lead there.
    struct Trial: CustomTestStringConvertible {
        let attend: String
        let fields: String
        let testDescription: String

        init(_ attend: String, _ fields: String = "") {
            self.attend = attend
            self.fields = fields
            testDescription = "\(attend) \(fields)"
        }
    }

    @Test(arguments: [
        Trial("avis = \"favorable\", regime = \"essai\", transition = false"),
        Trial(
            "regime = \"aucun\", avis = \"defavorable\"",
            "modifie = { depose_le = jour \"2019-12-31\" }"),
        Trial("expertises = { \"favorable\" }"),
        Trial("expertises = { }", "modifie = { expertises = { } }"),
        Trial("avis = \"incomplet\", manquants = { \"expertises\" }", "sans = { \"expertises\" }"),
        Trial("manquants = { \"demandes[1].pays\" }", "sans = { \"demandes[1].pays\" }"),
        Trial(
            "manquants = { \"presence[FR]\" }, priorite = { points = 0, points_max = 30 }",
            "modifie = { [\"demandes[1].pays\"] = \"FR\" }"),
        Trial(
            "avis = \"partage\", expertises = { \"favorable\", \"incomplet\" },\n"
                + "regles = { [\"EXP-01\"] = { \"satisfaite\", \"non_satisfaite\" }, [\"ELIG-01\"] = \"satisfaite\" }",
            "modifie = { [\"expertises[2]\"] = { references = { } } }"),
        Trial(
            "motifs = { \"« ENTREPRISE »  n’est\" }, avis = \"defavorable\", validite = \"aucune\"",
            "modifie = { [\"collectivite.nature\"] = \"entreprise\" }"),
        Trial(
            "priorite = { points = 30, points_max = 30, niveau = \"haute\", niveau_max = \"haute\" }"
        ),
        Trial("priorite = { points = 0, niveau = \"normale\" }", "parametres = { seuil = 1 }"),
        Trial(
            "priorite = { points = 0 }",
            "donnees = { presence = { { pays = \"TV\", nombre = 11 } } }"),
        Trial(
            "validite = { debut = jour \"2021-03-10\", fin = jour \"2021-03-20\", regle = \"VAL-01\" }"
        ),
        Trial("validite = \"aucune\"", "sans = { \"expertises\" }"),
        Trial("signalements = { }, regles = { [\"SIG-01\"] = \"sans_objet\" }"),
        Trial(
            "signalements = { \"SIG-01\" }", "modifie = { [\"collectivite.population\"] = 1001 }"),
        Trial("regles = { [\"OPT-01\"] = \"hors_vigueur\" }"),
        Trial("signalements = { \"OPT-01\" }", "options = { \"options\" }"),
        Trial("calculs = { campagnes_connues = 0 }"),
        Trial("calculs = { campagnes_connues = 0.0 }"),
        Trial(
            "calculs = { campagnes_connues = 1 }",
            "donnees = { campagnes = { { du = jour \"2021-01-01\" } } }"),
        Trial(
            "diagnostics = { \"dossier.siren\" }",
            "modifie = { [\"collectivite.siren\"] = \"404833047\" }"),
        Trial(
            "diagnostics = { \"dossier.type\", \"dossier.champ-manquant\" }",
            "modifie = { [\"collectivite.nom\"] = absent, numero = 3 }"),
        Trial("avis = \"favorable\"", "sans = { \"collectivite.population\" }"),
        Trial(
            "avis = \"favorable\"",
            "regime = \"essai\", parametres = { seuil = 5 }, modifie = { depose_le = jour \"2019-01-01\" }"
        ),
    ])
    func `a case that expects what comes out passes`(trial: Trial) throws {
        let suite = try SmallSuite.expecting(trial.attend, trial.fields)
        try #require(suite.diagnostics.map(\.message) == [])

        let result = try #require(suite.run().cases.first)

        #expect(result.mismatches.map(\.obtained?.french) == [])
        #expect(result.passed)
    }

    @Test(arguments: [
        Trial("avis = \"incomplet\""), Trial("regime = \"aucun\""), Trial("transition = true"),
        Trial("expertises = { \"favorable\", \"favorable\" }"), Trial("expertises = { }"),
        Trial("manquants = { \"labels\" }"), Trial("manquants = { }", "sans = { \"expertises\" }"),
        Trial("motifs = { \"citée\" }"), Trial("signalements = { \"SIG-01\" }"),
        Trial("signalements = { }", "modifie = { [\"collectivite.population\"] = 1001 }"),
        Trial("priorite = { points = 29 }"), Trial("priorite = { niveau = \"aucun\" }"),
        Trial("priorite = { points_max = \"inconnu\" }"),
        Trial("validite = { fin = jour \"2021-03-21\" }"), Trial("validite = \"aucune\""),
        Trial("validite = \"VAL-01\"", "sans = { \"expertises\" }"),
        Trial("calculs = { campagnes_connues = 1 }"),
        Trial("calculs = { campagnes_connues = \"sans_objet\" }"),
        Trial("regles = { [\"EXP-01\"] = { \"satisfaite\", \"satisfaite\" } }"),
        Trial("regles = { [\"EXP-01\"] = \"hors_vigueur\" }"),
        Trial(
            "regles = { [\"EXP-01\"] = \"satisfaite\" }",
            "modifie = { [\"expertises[2]\"] = { references = { } } }"),
        Trial("diagnostics = { \"dossier.siren\" }"),
        Trial(
            "diagnostics = { \"dossier.siren\", \"dossier.siret\" }",
            "modifie = { [\"collectivite.siren\"] = \"404833047\" }"),
        Trial("avis = \"favorable\"", "modifie = { [\"collectivite.siren\"] = \"404833047\" }"),
        Trial("avis = \"favorable\"", "modifie = { depose_le = jour \"2021-03-11\" }"),
    ])
    func `a case that expects something else fails`(trial: Trial) throws {
        let suite = try SmallSuite.expecting(trial.attend, trial.fields)
        try #require(suite.diagnostics.map(\.message) == [])

        let run = suite.run()

        #expect(run.passed == 0)
        #expect(run.failed == 1)
        #expect(run.cases.first?.mismatches.count == 1)
    }

    @Test func `a regime without a rule in force proves nothing`() throws {
        let rule = """
            signalement "SIG-01" {
              titre = "T", source = "S", si = collectivite.nature == "commune", message = "M.",
              du = jour "2022-01-01",
            }
            """
        let source = SmallPolicy.source(rules: rule)
        let before = try SmallSuite.expecting("avis = \"favorable\"", source: source)
        let after = try SmallSuite.expecting(
            "avis = \"favorable\"", "modifie = { depose_le = jour \"2022-01-01\" }", source: source)

        let idle = try #require(before.run().cases.first)
        let result = try #require(after.run().cases.first)

        #expect(idle.mismatches.isEmpty)
        #expect(idle.isIdle)
        #expect(!idle.passed)
        #expect(!result.isIdle)
    }

    @Test func `each row is a case of its own, and a cell wins over the table`() throws {
        let suite = try SmallSuite(
            """
            tableau "t" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              modifie = { ["collectivite.population"] = 5000 },
              attend = { avis = "favorable" },
              colonnes = { "collectivite.population", "le", "regime", "parametres.seuil",
                "=> signalements", "=> priorite.points" },
              lignes = {
                { 1001, jour "2021-03-01", "essai", 2, "SIG-01", 30 },
                { 1000, jour "2021-03-02", absent, 1, {}, 0 },
                { absent, jour "2021-02-28", absent, 1, {}, absent },
              },
            }
            """)
        try #require(suite.diagnostics.map(\.message) == [])

        let run = suite.run()

        #expect(suite.suite.cases.map(\.name) == ["t, ligne 1", "t, ligne 2", "t, ligne 3"])
        #expect(run.cases.map(\.passed) == [true, true, false])
        #expect(suite.suite.cases.map(\.location.start.line) == [8, 9, 10])
        guard case .impossible(let reason)? = run.cases.last?.observation else {
            Issue.record("a decision before the filing day gives no verdict")
            return
        }
        #expect(
            reason == "la décision (28 février 2021) précède le dépôt (1er mars 2021)")
    }

    @Test func `a filter keeps the names that hold a text, capitals apart`() throws {
        let suite = try SmallSuite(
            """
            cas "Une commune" { dossier = "dossiers/base.json", le = jour "2021-03-10", attend = { transition = false } }
            cas "un autre" { dossier = "dossiers/base.json", le = jour "2021-03-10", attend = { transition = false } }
            """)

        #expect(suite.run(filter: "COMMUNE").cases.map(\.test.name) == ["Une commune"])
        #expect(suite.run(filter: "région").cases.isEmpty)
        #expect(suite.run().cases.count == 2)
    }

    @Test func `what one case changes of the policy is gone for the next`() throws {
        let suite = try SmallSuite(
            """
            tableau "t" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              colonnes = { "parametres.seuil", "=> priorite.points" },
              lignes = { { 1, 0 }, { 10, 30 }, { 1, 0 } },
            }
            cas "seuil de la politique" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              attend = { priorite = { points = 30 }, validite = { fin = jour "2021-03-20" } },
            }
            cas "lignes changées" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              donnees = { presence = { } }, attend = { manquants = { "presence[TV]" } },
            }
            cas "lignes de la politique" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              attend = { manquants = { } },
            }
            """)

        #expect(suite.run().cases.map(\.passed) == [true, true, true, true, true, true])
    }
}

struct WrittenDossierTests {
    private func suite(_ dossier: String, _ attend: String, _ more: String = "") throws
        -> SmallSuite
    {
        try SmallSuite(
            """
            cas "c" {
              dossier = { \(dossier) }, le = jour "2021-03-10", \(more)
              attend = { \(attend) },
            }
            """)
    }

    private let base = """
        numero = "1", depose_le = jour "2021-03-01",
        collectivite = { nom = "X", nature = "commune" },
        """

    @Test func `a dossier may be written out in its case`() throws {
        let suite = try suite(
            base + "expertises = { { references = { {} } } }",
            "avis = \"favorable\", regles = { [\"EXP-01\"] = \"satisfaite\" }")

        #expect(suite.diagnostics.map(\.message) == [])
        #expect(suite.run().passed == 1)
    }

    @Test func `it is changed as that of a file is`() throws {
        let suite = try suite(
            base, "regles = { [\"ELIG-01\"] = \"non_satisfaite\" }",
            "modifie = { [\"collectivite.nature\"] = \"entreprise\" },")

        #expect(suite.diagnostics.map(\.message) == [])
        #expect(suite.run().passed == 1)
    }

    @Test func `names and choices that the schema lacks are told at their places`() throws {
        let suite = try suite(
            base + "expertise = {}, demandes = { { pays = \"XX\" } }",
            "avis = \"favorable\"")

        #expect(
            suite.diagnostics.map(\.code) == [
                "politique.test-nom-inconnu", "politique.pays-inconnu",
            ])
    }

    @Test func `a dossier that is to be refused may hold them`() throws {
        let suite = try suite(
            base + "inconnu = 1", "diagnostics = { \"dossier.champ-inconnu\" }")

        #expect(suite.diagnostics.map(\.message) == [])
        #expect(suite.run().passed == 1)
    }
}
