// What is wrong in a test file, each fault with its code and its place.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct ReaderDiagnosticsTests {
    /// A text in which ⟦ and ⟧ stand around the place of its only fault.
    struct Fault: CustomTestStringConvertible {
        let code: String
        let text: String
        let testDescription: String

        init(_ code: String, _ text: String) {
            self.code = code
            self.text = text
            testDescription = "\(code) \(text.prefix(40))"
        }

        /// A case whose fields beside its dossier and its day are given.
        static func inCase(_ code: String, _ fields: String) -> Fault {
            Fault(code, "cas \"c\" { \(base), le = jour \"2021-03-10\",\n  \(fields) }")
        }

        /// A case whose expectations are given.
        static func expecting(_ code: String, _ attend: String) -> Fault {
            inCase(code, "attend = { \(attend) },")
        }

        /// A table of cases with these fields.
        static func inTable(_ code: String, _ fields: String) -> Fault {
            Fault(code, "tableau \"t\" { \(base), le = jour \"2021-03-10\",\n  \(fields) }")
        }

        /// A property with these fields beside its regime.
        static func inProperty(_ code: String, _ fields: String) -> Fault {
            Fault(code, "propriete \"p\" { regime = \"essai\",\n  \(fields) }")
        }

        private static let base = "dossier = \"dossiers/base.json\""

        /// The text without its marks, and the place between them.
        var marked: (text: String, start: SourcePosition, end: SourcePosition) {
            var (plain, line, column) = ("", 1, 1)
            var places: [SourcePosition] = []
            for character in text {
                if "⟦⟧".contains(character) {
                    places.append(SourcePosition(line: line, column: column))
                    continue
                }
                plain.append(character)
                (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
            }
            return (plain, places[0], places[1])
        }
    }

    private static let statements: [Fault] = [
        Fault("test-instruction", "⟦local x = 1⟧"),
        Fault(
            "test-construction",
            "⟦critere \"X\"⟧ { titre = \"X\", source = \"X\", exige = true, sinon = refus \"X\" }"),
        Fault("construction-inconnue", "⟦cass⟧ \"c\" { }"),
        Fault("test-sans-nom", "survivant ⟦\" \"⟧ { raison = \"Rien.\" }"),
        Fault(
            "test-en-double",
            "survivant \"s\" { raison = \"Un.\" }\nsurvivant ⟦\"s\"⟧ { raison = \"Deux.\" }"),
        Fault("champ-manquant", "⟦survivant \"s\"⟧ { }"),
        Fault(
            "champ-manquant",
            "⟦cas \"c\"⟧ { le = jour \"2021-03-10\", attend = { avis = \"favorable\" } }"),
    ]

    private static let settings: [Fault] = [
        Fault(
            "test-dossier",
            "cas \"c\" { dossier = ⟦\"dossiers/bse.json\"⟧, le = jour \"2021-03-10\",\n"
                + "  attend = { avis = \"favorable\" } }"),
        .inCase("test-chemin", "modifie = { [⟦\"collectivite..nom\"⟧] = \"X\" }, \(good)"),
        .inCase("test-chemin", "modifie = { [⟦\"collectivite[1].nom\"⟧] = \"X\" }, \(good)"),
        .inCase("test-chemin", "sans = { ⟦\"expertises.experts\"⟧ }, \(good)"),
        .inCase("test-nom-inconnu", "modifie = { [⟦\"collectivite.natur\"⟧] = \"X\" }, \(good)"),
        .inCase("test-fait-absent", "sans = { ⟦\"labels\"⟧ }, \(good)"),
        .inCase(
            "test-fait-absent", "sans = { \"demandes\", ⟦\"demandes\"⟧ }, \(good)"),
        .inCase(
            "test-fait-absent", "sans = { ⟦\"obligations.atlas_a_jour\"⟧ }, \(good)"),
        .inCase(
            "valeur-hors-liste",
            "modifie = { [\"collectivite.nature\"] = ⟦\"comune\"⟧ }, \(good)"),
        .inCase(
            "valeur-hors-liste",
            "modifie = { expertises = { { references = { { type = ⟦\"misson\"⟧ } } } } }, \(good)"),
        .inCase("pays-inconnu", "modifie = { [\"demandes[1].pays\"] = ⟦\"TVA\"⟧ }, \(good)"),
        .inCase("test-valeur", "modifie = { ⟦\"commune\"⟧ }, \(good)"),
        .inCase(
            "champ-en-double",
            "modifie = { numero = \"1\", [⟦\"numero\"⟧] = \"2\" }, \(good)"),
        .inCase("champ-en-double", "parametres = { seuil = 1, ⟦seuil⟧ = 2 }, \(good)"),
        .inCase("test-nom-inconnu", "parametres = { ⟦seul⟧ = 1 }, \(good)"),
        .inCase("test-type", "parametres = { seuil = ⟦\"dix\"⟧ }, \(good)"),
        .inCase("test-nom-inconnu", "regime = ⟦\"esai\"⟧, \(good)"),
        .inCase("test-nom-inconnu", "options = { ⟦\"option\"⟧ }, \(good)"),
        .inCase("test-nom-inconnu", "donnees = { ⟦presences⟧ = { } }, \(good)"),
        .inCase("test-nom-inconnu", "donnees = { campagnes = { { ⟦de⟧ = 1 } } }, \(good)"),
        .inCase("test-type", "donnees = { campagnes = { { du = ⟦\"2020\"⟧ } } }, \(good)"),
        .inCase("test-cle", "donnees = { presence = { ⟦{ nombre = 1 }⟧ } }, \(good)"),
        .inCase("pays-inconnu", "donnees = { presence = { { pays = ⟦\"XX\"⟧ } } }, \(good)"),
        .inCase(
            "test-nom-inconnu",
            "donnees = { formes = { { code = \"1\", nature = ⟦\"comune\"⟧ } } }, \(good)"),
        .inCase(
            "test-cle-en-double",
            "donnees = { presence = { { pays = \"TV\" }, ⟦{ pays = \"TV\" }⟧ } }, \(good)"),
        .inCase(
            "periode-inversee",
            "donnees = { campagnes = { ⟦{ du = jour \"2021-02-01\", jusqu_au = jour \"2021-01-01\" }⟧ } }, "
                + good),
    ]

    private static let good = "attend = { avis = \"favorable\" },"

    private static let expectations: [Fault] = [
        .inCase("test-sans-attente", "⟦attend⟧ = { },"),
        .inCase(
            "test-attente",
            "⟦attend⟧ = { avis = \"favorable\", diagnostics = { \"dossier.siren\" } },"),
        .expecting("champ-inconnu", "⟦avi⟧ = \"favorable\""),
        .expecting("test-nom-inconnu", "avis = ⟦\"favorbale\"⟧"),
        .expecting("type-de-valeur", "avis = ⟦3⟧"),
        .expecting("type-de-valeur", "transition = ⟦\"oui\"⟧"),
        .expecting("test-nom-inconnu", "expertises = { \"favorable\", ⟦\"bon\"⟧ }"),
        .expecting("test-nom-inconnu", "regime = ⟦\"pact-3\"⟧"),
        .expecting("test-nom-inconnu", "regles = { [⟦\"ELIG-02\"⟧] = \"satisfaite\" }"),
        .expecting("test-nom-inconnu", "regles = { [\"ELIG-01\"] = ⟦\"satisfait\"⟧ }"),
        .expecting("type-de-valeur", "regles = { [\"ELIG-01\"] = ⟦true⟧ }"),
        .expecting(
            "champ-en-double",
            "regles = { [\"ELIG-01\"] = \"satisfaite\", [⟦\"ELIG-01\"⟧] = \"satisfaite\" }"),
        .expecting("test-nom-inconnu", "priorite = { ⟦point⟧ = 30 }"),
        .expecting("type-de-valeur", "priorite = { points = ⟦true⟧ }"),
        .expecting("type-de-valeur", "priorite = ⟦\"haute\"⟧"),
        .expecting("type-de-valeur", "priorite = { points = ⟦\"inconnue\"⟧ }"),
        .expecting("test-nom-inconnu", "priorite = { niveau = ⟦\"hautes\"⟧ }"),
        .expecting("test-nom-inconnu", "validite = { ⟦debuts⟧ = jour \"2021-03-10\" }"),
        .expecting("type-de-valeur", "validite = { debut = ⟦3⟧ }"),
        .expecting("test-nom-inconnu", "validite = ⟦\"VAL-02\"⟧"),
        .expecting("test-nom-inconnu", "signalements = { ⟦\"ELIG-01\"⟧ }"),
        .expecting("test-nom-inconnu", "calculs = { ⟦campagne_connues⟧ = 0 }"),
        .expecting("type-de-valeur", "calculs = { campagnes_connues = ⟦{ 0 }⟧ }"),
        .expecting("test-nom-inconnu", "manquants = { ⟦\"demande.pays\"⟧ }"),
        .expecting("test-chemin", "manquants = { ⟦\"expertises.experts\"⟧ }"),
        .expecting("test-nom-inconnu", "manquants = { ⟦\"collectivite.siret2\"⟧ }"),
        .expecting("test-attente-vide", "motifs = ⟦{ }⟧"),
        .expecting("test-attente-vide", "regles = ⟦{ }⟧"),
        .expecting("test-attente-vide", "diagnostics = ⟦{ }⟧"),
        .expecting("type-de-valeur", "motifs = { ⟦3⟧ }"),
    ]

    private static let tables: [Fault] = [
        .inTable("test-sans-ligne", "colonnes = { \"=> avis\" }, ⟦lignes⟧ = { },"),
        .inTable(
            "test-largeur", "colonnes = { \"=> avis\" }, lignes = { ⟦{ \"favorable\", 1 }⟧ },"),
        .inTable(
            "test-nom-inconnu", "colonnes = { ⟦\"=> avsi\"⟧ }, lignes = { { \"favorable\" } },"),
        .inTable(
            "test-colonne",
            "colonnes = { \"=> avis\", ⟦\"=>avis\"⟧ }, lignes = { { \"favorable\", \"favorable\" } },"
        ),
        .inTable("test-sans-attente", "colonnes = { \"=> avis\" }, lignes = { ⟦{ absent }⟧ },"),
        .inTable(
            "test-attente",
            "colonnes = { \"=> avis\", \"=> diagnostics\" },\n"
                + "  lignes = { { absent, { \"dossier.type\" } }, ⟦{ \"favorable\", { \"dossier.type\" } }⟧ },"
        ),
        .inTable("type-de-valeur", "colonnes = { \"=> avis\" }, lignes = { { ⟦false⟧ } },"),
        Fault(
            "test-sans-attente",
            "⟦tableau \"t\"⟧ { dossier = \"dossiers/base.json\", colonnes = { \"le\" },\n"
                + "  lignes = { { jour \"2021-03-10\" } } }"),
        Fault(
            "test-sans-jour",
            "⟦tableau \"t\"⟧ { dossier = \"dossiers/base.json\", colonnes = { \"=> avis\" },\n"
                + "  lignes = { { \"favorable\" } } }"),
    ]

    private static let properties: [Fault] = [
        .inProperty(
            "test-valeurs",
            "fait = \"parametres.seuil\", valeurs = ⟦{ 1 }⟧, resultat = \"avis\", sens = \"constant\","
        ),
        .inProperty(
            "test-valeurs",
            "fait = \"parametres.seuil\", valeurs = { 1, 3, ⟦2⟧ }, resultat = \"avis\", sens = \"constant\","
        ),
        .inProperty(
            "test-valeurs",
            "fait = \"collectivite.nature\", valeurs = { \"commune\", ⟦\"commune\"⟧ }, resultat = \"avis\", sens = \"constant\","
        ),
        .inProperty(
            "test-resultat",
            "fait = \"parametres.seuil\", valeurs = { 1, 2 }, resultat = ⟦\"regime\"⟧, sens = \"croissant\","
        ),
        .inProperty(
            "test-resultat",
            "fait = \"parametres.seuil\", valeurs = { 1, 2 }, resultat = ⟦\"diagnostics\"⟧, sens = \"constant\","
        ),
        .inProperty(
            "test-nombre",
            "fait = \"parametres.seuil\", valeurs = { 1, 2 }, resultat = \"avis\", sens = \"constant\", dossiers = ⟦0⟧,"
        ),
        .inProperty(
            "valeur-hors-liste",
            "fait = \"collectivite.nature\", valeurs = { \"commune\", ⟦\"regoin\"⟧ }, resultat = \"avis\", sens = \"constant\","
        ),
        .inProperty(
            "test-nom-inconnu",
            "fait = ⟦\"parametres.seul\"⟧, valeurs = { 1, 2 }, resultat = \"avis\", sens = \"constant\","
        ),
    ]

    @Test(arguments: statements + settings + expectations + tables + properties)
    func `a fault is found once, at its place`(fault: Fault) throws {
        let (text, start, end) = fault.marked

        let found = try SmallSuite(text).diagnostics

        #expect(found.map(\.code) == ["politique." + fault.code])
        let place = try #require(found.first?.location)
        #expect(place.file == "tests/essai.lua")
        #expect(place.start == start)
        #expect(place.end == end)
    }

    @Test func `a change that the dossier does not allow is found at its path`() throws {
        let suite = try SmallSuite.expecting(
            "avis = \"favorable\"",
            "modifie = { [\"expertises[2].intitule\"] = \"Eau\", [\"expertises[4].intitule\"] = \"X\" }"
        )

        #expect(suite.diagnostics.map(\.code) == ["test.modification"])
        #expect(suite.diagnostics.first?.location.excerpt.contains("[4]") == true)
        #expect(
            suite.diagnostics.first?.message
                == "l’élément 4 n’existe pas, la liste en compte 2")
    }

    @Test func `a value outside its list is meant where the dossier is to be refused`() throws {
        let wrong = "modifie = { [\"collectivite.nature\"] = \"comune\" }"

        let refused = try SmallSuite.expecting(
            "diagnostics = { \"dossier.valeur-inconnue\" }", wrong)
        let rows = try SmallSuite(
            """
            tableau "t" {
              dossier = "dossiers/base.json", le = jour "2021-03-10",
              colonnes = { "collectivite.nature", "collectivite.siret", "=> avis", "=> diagnostics" },
              lignes = {
                { "comune", absent, absent, { "dossier.valeur-inconnue" } },
                { "commune", absent, "favorable", absent },
                { "comune", absent, "favorable", absent },
              },
            }
            """)

        #expect(refused.diagnostics == [])
        #expect(rows.diagnostics.map(\.code) == ["politique.valeur-hors-liste"])
        #expect(rows.diagnostics.first?.location.start == SourcePosition(line: 7, column: 7))
    }

    @Test func `a misspelt name comes with the nearest one`() throws {
        let texts = [
            ("avis = \"favorbale\"", "favorable"), ("priorite = { point = 30 }", "points"),
            ("regles = { [\"ELIG-02\"] = \"satisfaite\" }", "ELIG-01"),
            ("validite = { debuts = \"aucune\" }", "debut"), ("avi = \"favorable\"", "avis"),
        ]

        let labels = try texts.map { try SmallSuite.expecting($0.0).diagnostics.first?.label }

        #expect(labels == texts.map { "vouliez-vous dire «\u{202F}\($0.1)\u{202F}»\u{202F}?" })
    }

    @Test func `the accepted policy is no dossier to start from`() throws {
        let suite = try SmallSuite(
            "cas \"c\" { dossier = \"accepte.json\", le = jour \"2021-03-10\", attend = { transition = false } }"
        )

        #expect(suite.diagnostics.map(\.code) == ["politique.test-dossier"])
        #expect(suite.diagnostics.first?.help == "dossiers connus\u{A0}: dossiers/base.json")
    }

    @Test func `faults of every file come at once, in the order of the text`() throws {
        let suite = try SmallSuite("local x = 1\ncas \"c\" { }\nlocal y = 2\n")

        #expect(suite.diagnostics.map(\.location.start.line) == [1, 2, 2, 2, 3])
    }
}
