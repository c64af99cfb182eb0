// What can be wrong in a CSV file, shown where it stands in that file.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct CSVFaultTests {
    private static let files = [
        LoadingFault("empty", "", "X"),
        LoadingFault("blank lines", "\n\n", "X"),
        LoadingFault("no source", "a,sources\n1,S\n", "X"),
        LoadingFault("accent in a name", "unité,source\n1,S\n", "X"),
        LoadingFault("keyword as a name", "end,source\n1,S\n", "X"),
        LoadingFault("name twice", "a,a,source\n1,2,S\n", "X"),
        LoadingFault("tabs", "a\tsource\n1\tS\n", "X"),
        LoadingFault("too many cells", "a,source\n1,S,T\n2\n3,S\n", "X"),
        LoadingFault("unclosed quote", "a,source\n1,\"S\n2,S\n", "X"),
        LoadingFault("quote in a cell", "a,source\n1,S \"T\"\n", "X"),
        LoadingFault("text after a quote", "a,source\n1,\"S\"T\n", "X"),
        LoadingFault("no source in a row", "a,source\n1,S\n2,\n3,\" \"\n", "X"),
        LoadingFault("French day", "le,source\n2020-01-01,S\n01/03/2021,S\n", "X"),
        LoadingFault("French day in a period", "du,source\n01/03/2021,S\n", "X"),
        LoadingFault("no day in a period", "jusqu_au,source\nbientôt,S\n", "X"),
        LoadingFault("inverted period", "du,jusqu_au,source\n2020-01-02,2020-01-01,S\n", "X"),
        LoadingFault("unknown country", "pays,source\nFR,S\nFX,S\n", "X"),
        LoadingFault("thousands", "n,source\n1.500,S\n2,S\n0.125,S\n", "X"),
    ]

    @Test(arguments: files)
    func `a fault of the file is reported at its line and column`(fault: LoadingFault) {
        let folder = LoadedFolder(
            rules: "donnees \"d\" { fichier = \"d.csv\" }", tables: ["d.csv": fault.text])

        #expect(folder.findings == fault.expected)
    }

    private static let keyed = [
        LoadingFault("empty key", "code,source\n,S\n", "X"),
        LoadingFault("repeated key", "code,source\na,S\nb,S\na,S\n", "X"),
        LoadingFault(
            "overlapping periods",
            "code,du,jusqu_au,source\na,,2020-12-31,S\na,2021-01-01,,S\na,2020-12-31,2020-12-31,S\n",
            "X"),
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
        LoadingFault("entier", "x,source\n12O,S\n", "X"),
        LoadingFault("nombre", "x,source\n\"1,5\",S\n", "X"),
        LoadingFault("booleen", "x,source\nvrai,S\n", "X"),
        LoadingFault("jour", "x,source\n2021-02-29,S\n", "X"),
        LoadingFault("pays", "x,source\nmg,S\n", "X"),
        LoadingFault("texte", "x,source\n01/03/2021,S\n"),
    ]

    @Test(arguments: typed)
    func `a cell that does not fit its declared type is reported`(fault: LoadingFault) {
        let rules = "donnees \"d\" { fichier = \"d.csv\", colonnes = { x = \"\(fault.name)\" } }"

        let folder = LoadedFolder(rules: rules, tables: ["d.csv": fault.text])

        #expect(folder.findings == fault.expected)
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
        #expect(diagnostics.first?.location.start == SourcePosition(line: 2, column: 13))
    }
}
