// A policy small enough to be worked out by hand, with its dossier, for tests of tests.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import PolicyTesting

/// The files of a policy of one regime, `essai`, in force since 2020.
enum SmallPolicy {
    static let regime = """
        regime "essai" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
          facultatif = { "options" },
        }
        niveaux {
          { a_partir_de = 0, nom = "normale" },
          { a_partir_de = 30, nom = "haute" },
        }
        parametre "seuil" {
          titre = "Seuil",
          valeurs = { { du = jour "2020-01-01", valeur = 10, source = "Essai" } },
        }
        donnees "presence" { fichier = "donnees/presence.csv", cle = "pays" }
        donnees "campagnes" { fichier = "donnees/campagnes.csv" }
        donnees "formes" { fichier = "donnees/formes.csv", cle = "code",
          colonnes = { code = "texte", nature = "nature" } }
        """

    static let rules = """
        critere "ELIG-01" {
          titre = "Nature", source = "Essai",
          exige = collectivite.nature == "commune",
          sinon = refus "La nature « {collectivite.nature} » n’est pas citée.",
        }
        critere "EXP-01" {
          titre = "Références", source = "Essai",
          exige = nombre(expertise.references) >= 1,
          sinon = piece "Les références manquent.",
        }
        priorite "PRIO-01" {
          titre = "Présence", source = "Essai",
          si = presence[demande.pays].nombre <= seuil,
          points = 30, motif = "Faible présence.",
        }
        validite "VAL-01" {
          titre = "Durée", source = "Essai",
          debut = decision.date, fin = debut + jours(seuil), arrondi = "dernier_jour",
        }
        signalement "SIG-01" {
          titre = "Grande", source = "Essai",
          si = collectivite.population > 1000, message = "Grande commune.",
        }
        calcul "CAL-01" {
          titre = "Campagnes", source = "Essai", nom = "campagnes_connues",
          valeur = nombre(campagnes),
        }
        """

    static let options = """
        signalement "OPT-01" {
          titre = "Option", source = "Essai",
          si = collectivite.nature == "commune", message = "Commune.",
        }
        """

    static let tables = [
        "donnees/presence.csv": "pays,nombre,source\nML,454,Essai\nTV,2,Essai\n",
        "donnees/campagnes.csv": "du,jusqu_au,source\n",
        "donnees/formes.csv": "code,nature,source\n7210,commune,Essai\n",
    ]

    /// A dossier that is favourable, its priority high, and no flag raised.
    static let dossier = """
        {
          "schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
          "collectivite": { "nom": "Commune d’essai", "nature": "commune", "population": 900 },
          "expertises": [{ "intitule": "Eau", "references": [{ "type": "mission" }] }],
          "demandes": [{ "pays": "TV" }]
        }
        """

    /// The files, `regime.lua` and `regles.lua` as they are given.
    static func source(
        regime: String = SmallPolicy.regime, rules: String = SmallPolicy.rules
    ) -> PolicySource {
        let lua = [
            "essai/regime.lua": regime, "essai/regles.lua": rules, "options/regles.lua": options,
        ]
        return PolicySource(
            files: lua.merging(tables) { first, _ in first }
                .map { SourceText(path: $0.key, text: $0.value) })
    }
}

/// A policy with one file of tests, and what reading that file gave.
struct SmallSuite {
    let source: PolicySource
    let policy: Policy
    let tests: TestSource
    let suite: TestSuite
    let diagnostics: [Diagnostic]

    /// Reads `tests/essai.lua` beside `tests/dossiers/base.json`.
    init(_ text: String, source: PolicySource = SmallPolicy.source()) throws {
        self.source = source
        let options = try Policy.load(source).optionalFolders
        policy = try Policy.load(source, options: Set(options))
        tests = TestSource(files: [
            SourceText(path: "tests/essai.lua", text: text),
            SourceText(path: "tests/dossiers/base.json", text: SmallPolicy.dossier),
            SourceText(path: "tests/accepte.json", text: "{}"),
        ])
        (suite, diagnostics) = TestSuite.read(tests, policy: policy, options: options)
    }

    /// Runs everything whose name holds a text.
    func run(filter: String? = nil) -> SuiteRun {
        SuiteRun(suite, on: source, dossiers: tests.dossiers, policy: policy, filter: filter)
    }

    /// A suite of one case on the small policy; `fields` stand before `attend`.
    static func expecting(
        _ attend: String, _ fields: String = "", source: PolicySource = SmallPolicy.source()
    ) throws -> SmallSuite {
        let fields = fields.isEmpty ? "" : fields + ", "
        return try SmallSuite(
            """
            cas "c" {
              dossier = "dossiers/base.json", le = jour "2021-03-10", \(fields)
              attend = { \(attend) },
            }
            """, source: source)
    }
}
