// The `donnees` construct: its file, its key and its columns.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct DataTableTests {
    private static let csv = "code,nombre,source\na,1,S\n"

    private static let faults = [
        LoadingFault(
            "near file", "donnees \"d\" { fichier = \"donnees/tabel.csv\" }",
            "1:25 politique.fichier-introuvable: fichier « donnees/tabel.csv » introuvable → "
                + "\"donnees/table.csv\""),
        LoadingFault(
            "file without its folder", "donnees \"d\" { fichier = \"table.csv\" }",
            "1:25 politique.fichier-introuvable: fichier « table.csv » introuvable → "
                + "\"donnees/table.csv\""),
        LoadingFault(
            "no such file", "donnees \"d\" { fichier = \"x.csv\" }",
            "1:25 politique.fichier-introuvable: fichier « x.csv » introuvable"),
        LoadingFault(
            "path outside", "donnees \"d\" { fichier = \"../table.csv\" }",
            "1:25 politique.chemin-interdit: « ../table.csv » n’est pas un chemin depuis le "
                + "dossier des politiques"),
        LoadingFault(
            "absolute path", "donnees \"d\" { fichier = \"/donnees/table.csv\" }",
            "1:25 politique.chemin-interdit: « /donnees/table.csv » n’est pas un chemin depuis "
                + "le dossier des politiques"),
        LoadingFault(
            "backslash", #"donnees "d" { fichier = "donnees\\table.csv" }"#,
            "1:25 politique.chemin-interdit: « donnees\\table.csv » n’est pas un chemin depuis "
                + "le dossier des politiques"),
        LoadingFault(
            "Lua file", "donnees \"d\" { fichier = \"essai/regime.lua\" }",
            "1:25 politique.fichier-introuvable: fichier « essai/regime.lua » introuvable"),
        LoadingFault(
            "unknown key", table("cle = \"cod\""),
            "2:7 politique.colonne-inconnue: le tableau n’a pas de colonne « cod »"),
        LoadingFault(
            "key that is no text", table("cle = 1"),
            "2:7 politique.type-de-valeur: « cle » attend un texte entre guillemets, et non un "
                + "nombre → \"1\""),
        LoadingFault(
            "complete without a key", table("complete = true"),
            "2:1 politique.complete-sans-cle: « complete » ne va qu’avec « cle »"),
        LoadingFault(
            "unknown column", table("colonnes = { nombres = \"entier\" }"),
            "2:14 politique.colonne-inconnue: le tableau n’a pas de colonne « nombres »"),
        LoadingFault(
            "unknown type", table("colonnes = { nombre = \"entiers\" }"),
            "2:23 politique.valeur-hors-liste: « entiers » n’est pas une valeur de « nombre » → "
                + "\"entier\""),
        LoadingFault(
            "list of types", table("colonnes = { \"entier\" }"),
            "2:14 politique.valeur-sans-nom: type sans nom de colonne"),
        LoadingFault(
            "columns that are no table", table("colonnes = \"entier\""),
            "2:12 politique.type-de-valeur: « colonnes » attend une table entre accolades, et "
                + "non un texte"),
        LoadingFault(
            "column twice", table("colonnes = { nombre = \"entier\", nombre = \"texte\" }"),
            "2:33 politique.csv-colonne: deux colonnes portent le nom « nombre »"),
    ]

    private static func table(_ field: String) -> String {
        "donnees \"d\" { fichier = \"donnees/table.csv\",\n\(field) }"
    }

    @Test(arguments: faults)
    func `a wrong table is reported where the policy names it`(fault: LoadingFault) {
        let folder = LoadedFolder(
            rules: fault.text, tables: ["donnees/table.csv": DataTableTests.csv])

        #expect(folder.ruleFindings == fault.expected)
    }

    @Test func `periods are days whatever the policy says`() {
        let rules = "donnees \"d\" { fichier = \"d.csv\", colonnes = { du = \"texte\" } }"

        let folder = LoadedFolder(rules: rules, tables: ["d.csv": "du,source\n2020-01-01,S\n"])

        #expect(
            folder.ruleFindings == [
                "1:47 politique.colonne-de-periode: la colonne « du » contient des jours"
            ])
    }

    @Test func `a table takes its key, its columns and its rows`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\", cle = \"code\", complete = true }"
        let csv = """
            code,nombre,part,ouvert,le,du,jusqu_au,source
            a,1,0.5,oui,2020-02-29,2020-01-01,2020-12-31,S
            a,,2,Non,2021-02-28,2021-01-01,,"S, ""T\"""
            """

        let table = try #require(
            try LoadedFolder(rules: rules, tables: ["d.csv": csv]).regime().declarations.tables
                .first)

        #expect(table.key == "code" && table.isComplete && table.path == "d.csv")
        #expect(
            table.columns.map(\.type) == [
                .texte, .entier, .nombre, .booleen, .jour, .jour, .jour, .texte,
            ])
        #expect(table.rows.map(\.number) == [1, 2])
        #expect(table.rows[0].period.jusquAu?.iso == "2020-12-31")
        #expect(table.rows[1].cells["nombre"] == nil)
        #expect(table.rows[1].cells["part"] == .integer(2))
        #expect(table.rows[1].cells["ouvert"] == .boolean(false))
        #expect(table.rows[1].cells["source"] == .text("S, \"T\""))
        #expect(table.rows[1].period == Period(du: Day(iso: "2021-01-01")))
    }

    @Test func `a table of a header alone has columns of text, unless declared`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\", colonnes = { n = \"entier\" } }"

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": "n,m,source"]).regime()

        let table = try #require(regime.declarations.tables.first)
        #expect(table.columns.map(\.type) == [.entier, .texte, .texte])
        #expect(table.rows.isEmpty && table.key == nil && !table.isComplete)
    }

    @Test func `semicolons, a BOM, CRLF and lines in quotes are read`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\" }"
        let csv = "\u{FEFF}n;\"note\";source\r\n-0,5;\"a\r\nb;c\";S\r\n\r\n-2; e\u{301} ;S\r\n"

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": csv]).regime()

        let rows = try #require(regime.declarations.tables.first).rows
        #expect(rows.map { $0.cells["n"] } == [.decimal(-0.5), .integer(-2)])
        #expect(rows[0].cells["note"] == .text("a\r\nb;c"))
        guard case .text(let note) = rows[1].cells["note"] else { return }
        #expect(Array(note.utf8) == [0xC3, 0xA9])
    }

    @Test func `lines that end in any way are lines, and doubled quotes one quote`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\" }"
        let csv = "n,note,source\r1,\"dit \"\"oui\"\"\",S\r\n2,,S\n\n\r\r\n3,\"\",S"

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": csv]).regime()

        let rows = try #require(regime.declarations.tables.first).rows
        #expect(rows.map { $0.cells["n"] } == [.integer(1), .integer(2), .integer(3)])
        #expect(rows.map { $0.cells["note"] } == [.text("dit \"oui\""), nil, nil])
    }

    @Test(arguments: [
        "12345678901234567890", "1e400", "0x10", "1 000", "+5", ".5", "5.", "NaN", "٣", "abc",
    ])
    func `what no number holds is told among numbers, and a text where the policy says so`(
        text: String
    ) throws {
        let tables = ["d.csv": "n,source\n1,S\n2,S\n\(text),S\n"]

        let found = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\" }", tables: tables
        ).diagnostics
        let table = try LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\", colonnes = { n = \"texte\" } }",
            tables: tables
        ).regime().declarations.tables[0]

        #expect(found.map(\.code) == ["politique.csv-type"])
        #expect(found.map(\.location.start.line) == [4])
        #expect(table.rows.map { $0.cells["n"] } == [.text("1"), .text("2"), .text(text)])
    }

    @Test func `a column with more texts than one in ten is one of texts`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\" }"
        let csv = "n,source\n1,S\na,S\nb,S\n" + (2...19).map { "\($0),S\n" }.joined()

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": csv]).regime()

        #expect(regime.declarations.tables[0].columns[0].type == .texte)
    }

    @Test func `an accent written apart in a file of rules is on its letter`() throws {
        let rules =
            "donnees \"d\" { fichier = \"d.csv\" }\n"
            + "champ \"complements.forme\" {\n  titre = \"Forme arre\u{302}te\u{301}e\", type = \"texte\" }"

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": "n,source\n1,S\n"]).regime()

        let text = try #require(regime.files.last).source.bytes
        #expect(Array("Forme arrêtée".utf8).allSatisfy(text.contains))
        #expect(!String(decoding: text, as: UTF8.self).unicodeScalars.contains("\u{301}"))
    }

    @Test func `codes with a leading zero are texts`() throws {
        let rules = "donnees \"d\" { fichier = \"d.csv\" }"

        let regime = try LoadedFolder(rules: rules, tables: ["d.csv": "n,source\n01,S\n59,S"])
            .regime()

        #expect(regime.declarations.tables[0].columns[0].type == .texte)
        #expect(regime.declarations.tables[0].rows[0].cells["n"] == .text("01"))
    }
}
