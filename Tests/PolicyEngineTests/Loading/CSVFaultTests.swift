// What can be wrong in a CSV file, shown where it stands in that file.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct CSVFaultTests {
    private static let files = [
        LoadingFault(
            "empty", "",
            "d.csv:1:1 politique.csv-vide: tableau vide"),
        LoadingFault(
            "blank lines", "\n\n",
            "d.csv:1:1 politique.csv-vide: tableau vide"),
        LoadingFault(
            "no source", "a,sources\n1,S\n",
            "d.csv:1:1 politique.csv-sans-source: le tableau n’a pas de colonne « source »"),
        LoadingFault(
            "accent in a name", "unité,source\n1,S\n",
            "d.csv:1:1 politique.csv-colonne: « unité » ne peut pas servir de nom de colonne"),
        LoadingFault(
            "keyword as a name", "end,source\n1,S\n",
            "d.csv:1:1 politique.csv-colonne: « end » ne peut pas servir de nom de colonne"),
        LoadingFault(
            "name twice", "a,a,source\n1,2,S\n",
            "d.csv:1:3 politique.csv-colonne: deux colonnes portent le nom « a »"),
        LoadingFault(
            "end misspelt", "du,jusquau,source\n2018-01-01,2018-02-01,S\n",
            "d.csv:1:4 politique.colonne-inconnue: colonne « jusquau » inconnue → jusqu_au"),
        LoadingFault(
            "tabs", "a\tsource\n1\tS\n",
            "d.csv:1:1 politique.csv-tabulations: des tabulations séparent les cellules"),
        LoadingFault(
            "nothing but separators", ";;\n;;\n",
            "d.csv:1:1 politique.csv-vide: tableau vide"),
        LoadingFault(
            "column without a name", "a;;source\n1;;S\n2;x;S\n",
            "d.csv:1:3 politique.csv-colonne: colonne sans nom"),
        LoadingFault(
            "too many cells", "a,source\n1,S,T\n2\n3,S\n",
            "d.csv:2:1 politique.csv-cellules: 3 cellules au lieu de 2",
            "d.csv:3:1 politique.csv-cellules: une cellule au lieu de 2"),
        LoadingFault(
            "unclosed quote", "a,source\n1,\"S\n2,S\n",
            "d.csv:2:3 politique.csv-guillemet: guillemet jamais fermé"),
        LoadingFault(
            "quote in a cell", "a,source\n1,S \"T\"\n",
            "d.csv:2:5 politique.csv-guillemet: guillemet au milieu d’une cellule"),
        LoadingFault(
            "text after a quote", "a,source\n1,\"S\"T\n",
            "d.csv:2:6 politique.csv-guillemet: texte après le guillemet fermant"),
        LoadingFault(
            "no source in a row", "a,source\n1,S\n2,\n3,\" \"\n",
            "d.csv:3:1 politique.csv-ligne-sans-source: ligne sans source",
            "d.csv:4:3 politique.csv-ligne-sans-source: ligne sans source"),
        LoadingFault(
            "French day", "le,source\n2020-01-01,S\n01/03/2021,S\n",
            "d.csv:3:1 politique.csv-jour: « 01/03/2021 » n’est pas un jour écrit "
                + "année-mois-jour → 2021-03-01"),
        LoadingFault(
            "French day in a period", "du,source\n01/03/2021,S\n",
            "d.csv:2:1 politique.csv-jour: « 01/03/2021 » n’est pas un jour écrit "
                + "année-mois-jour → 2021-03-01"),
        LoadingFault(
            "no day in a period", "jusqu_au,source\nbientôt,S\n",
            "d.csv:2:1 politique.csv-type: « bientôt » n’est pas un jour, dans la colonne « "
                + "jusqu_au »"),
        LoadingFault(
            "inverted period", "du,jusqu_au,source\n2020-01-02,2020-01-01,S\n",
            "d.csv:2:12 politique.periode-inversee: la période finit le 2020-01-01, avant son "
                + "début le 2020-01-02"),
        LoadingFault(
            "unknown country", "pays,source\nFR,S\nFX,S\n",
            "d.csv:3:1 politique.pays-inconnu: « FX » n’est pas un code de pays"),
        LoadingFault(
            "a decimal comma among numbers", "n,source\n1,S\n\"454,0\",S\n",
            "d.csv:3:1 politique.csv-type: « 454,0 » n’est pas un nombre, dans la colonne « n » "
                + "→ 454.0"),
        LoadingFault(
            "spaces in the only number", "n,source\n1\u{A0}454,S\n",
            "d.csv:2:1 politique.csv-type: « 1 454 » n’est pas un nombre, dans la colonne "
                + "« n » → 1454"),
        LoadingFault(
            "a word among numbers", "n,source\n1,S\n2,S\noui,S\n",
            "d.csv:4:1 politique.csv-type: « oui » n’est pas un nombre, dans la colonne « n »"),
        LoadingFault(
            "one of ten", "n,source\na,S\nb,S\n" + (1...20).map { "\($0),S\n" }.joined(),
            "d.csv:2:1 politique.csv-type: « a » n’est pas un nombre, dans la colonne « n »"),
        LoadingFault(
            "no such day among days", "le,source\n2020-01-31,S\n2020-02-30,S\n2020-03-31,S\n",
            "d.csv:3:1 politique.csv-type: « 2020-02-30 » n’est pas un jour, dans la colonne « le »"
        ),
        LoadingFault(
            "neither yes nor no", "vu,source\noui,S\nnon,S\nouii,S\n",
            "d.csv:4:1 politique.csv-type: « ouii » n’est ni oui ni non, dans la colonne « vu »"),
        LoadingFault(
            "thousands", "n,source\n1.500,S\n2,S\n0.125,S\n",
            "d.csv:2:1 politique.nombre-ambigu: « 1.500 » se lit de deux façons"),
    ]

    @Test(arguments: files)
    func `a fault of the file is reported at its line and column`(fault: LoadingFault) {
        let folder = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\" }", tables: ["d.csv": fault.text])

        #expect(folder.findings == fault.expected)
    }

    @Test func `a table of 50 000 rows is read, one more is refused at its line`() {
        let rows = String(repeating: "1,S\n", count: 50_000)

        let whole = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\" }",
            tables: ["d.csv": "n,source\n" + rows])
        let more = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\" }",
            tables: ["d.csv": "n,source\n" + rows + "1,S\n2,S\n"])

        #expect(whole.findings == [])
        #expect(
            more.findings == [
                "d.csv:50002:1 politique.csv-trop-de-lignes: plus de 50 000 lignes"
            ])
    }

    @Test func `fifty thousand rows of one key are told a hundred times, and at once`() {
        let rows = String(repeating: "a,S\n", count: 50_000)

        let folder = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\", cle = \"code\" }",
            tables: ["d.csv": "code,source\n" + rows])

        #expect(folder.diagnostics.count == 100)
        #expect(folder.diagnostics.last?.notes.count == 2)
    }

    private static let keyed = [
        LoadingFault(
            "empty key", "code,source\n,S\n",
            "d.csv:2:1 politique.csv-ligne-sans-cle: ligne sans « code », qui est la clé"),
        LoadingFault(
            "repeated key", "code,source\na,S\nb,S\na,S\n",
            "d.csv:4:1 politique.csv-cle-en-double: « a » a déjà une ligne"),
        LoadingFault(
            "a period over several later ones",
            """
            code,du,jusqu_au,source
            a,2020-03-01,2020-03-31,S
            a,2020-01-01,2020-12-31,S
            b,2020-01-01,2020-12-31,S
            a,2020-05-01,2020-05-31,S
            a,2021-01-01,,S
            """,
            "d.csv:3:1 politique.csv-cle-en-double: « a » a déjà une ligne en vigueur aux mêmes "
                + "jours",
            "d.csv:5:1 politique.csv-cle-en-double: « a » a déjà une ligne en vigueur aux mêmes "
                + "jours"),
        LoadingFault(
            "overlapping periods",
            """
            code,du,jusqu_au,source
            a,,2020-12-31,S
            a,2021-01-01,,S
            a,2020-12-31,2020-12-31,S
            """,
            "d.csv:4:1 politique.csv-cle-en-double: « a » a déjà une ligne en vigueur aux mêmes "
                + "jours"),
    ]

    @Test(arguments: keyed)
    func `a key that does not find one row is reported`(fault: LoadingFault) {
        let folder = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\", cle = \"code\" }",
            tables: ["d.csv": fault.text])

        #expect(folder.findings == fault.expected)
    }

    @Test func `the note of a repeated key names the other line`() {
        let folder = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\", cle = \"code\" }",
            tables: ["d.csv": "code,source\n\"a\",\"S\nT\"\na,S\n"])

        #expect(folder.diagnostics.map(\.location.start.line) == [4])
        #expect(folder.diagnostics.first?.notes == ["l’autre est à la ligne 2"])
    }

    private static let typed = [
        LoadingFault(
            "entier", "x,source\n12O,S\n",
            "d.csv:2:1 politique.csv-type: « 12O » n’est pas un nombre entier, dans la colonne « "
                + "x »"),
        LoadingFault(
            "nombre", "x,source\n\"1,5\",S\n",
            "d.csv:2:1 politique.csv-type: « 1,5 » n’est pas un nombre, dans la colonne « x »"),
        LoadingFault(
            "booleen", "x,source\nvrai,S\n",
            "d.csv:2:1 politique.csv-type: « vrai » n’est ni oui ni non, dans la colonne « x »"),
        LoadingFault(
            "jour", "x,source\n2021-02-29,S\n",
            "d.csv:2:1 politique.csv-type: « 2021-02-29 » n’est pas un jour, dans la colonne « x »"),
        LoadingFault(
            "pays", "x,source\nmg,S\n",
            "d.csv:2:1 politique.pays-inconnu: « mg » n’est pas un code de pays → MG"),
        LoadingFault(
            "nature", "x,source\ncommune,S\ncomune,S\n",
            "d.csv:3:1 politique.nature-inconnue: « comune » n’est pas une nature d’organisme → "
                + "commune"),
        LoadingFault("texte", "x,source\n01/03/2021,S\n"),
    ]

    @Test(arguments: typed)
    func `a cell that does not fit its declared type is reported`(fault: LoadingFault) {
        let rules = "donnees \"d\" { fichier = \"d.csv\", colonnes = { x = \"\(fault.name)\" } }"

        let folder = LoadedFolder(rules: rules, tables: ["d.csv": fault.text])

        #expect(folder.findings == fault.expected)
    }

    @Test func `tables that the machine cannot hold are told as such`() {
        let cell = String(repeating: "x", count: 5 << 20)
        let source = PolicySource(files: [
            SourceText(path: "d.csv", text: "n,source\n\(cell),S\n"),
            SourceText(path: "essai/regime.lua", text: LoadedFolder.regime("essai")),
            SourceText(path: "essai/a.lua", text: "donnees \"d\" { fichier = \"d.csv\" }"),
        ])

        let diagnostics = Policy.check(source)

        #expect(diagnostics.map(\.code) == ["politique.echec-au-chargement"])
        #expect(diagnostics.first?.message.contains("tableaux de données") == true)
        #expect(diagnostics.first?.help?.contains("lignes") == true)
    }

    @Test func `a file of a French spreadsheet in Windows-1252 is reported at its first letter`() {
        let bytes = Array("a,source\n1,Communiqu".utf8) + [0xE9, 0x0A]
        let source = PolicySource(files: [
            SourceText(path: "d.csv", bytes: bytes),
            SourceText(path: "essai/regime.lua", text: LoadedFolder.regime("essai")),
            SourceText(path: "essai/a.lua", text: "donnees \"d\" { fichier = \"d.csv\" }"),
        ])

        let diagnostics = PolicyLoader.loadReporting(source).diagnostics

        #expect(diagnostics.map(\.code) == ["politique.encodage"])
        #expect(diagnostics.first?.location.file == "d.csv")
        #expect(diagnostics.first?.location.start == SourcePosition(line: 2, column: 12))
    }
}
