// Loading a policies folder into regimes.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct PolicyLoaderTests {
    private static let flag = """
        signalement "S" { titre = "T", source = "S", si = true, message = "M" }
        """

    @Test func `an empty folder has no regime`() {
        let folder = LoadedFolder([:])

        #expect(folder.regimes.isEmpty && folder.diagnostics.isEmpty)
    }

    @Test func `a regime holds its files in order of path, included ones before them`() throws {
        let folder = LoadedFolder([
            "commun/b.lua": "local b = 1",
            "autre/a.lua": PolicyLoaderTests.flag,
            "essai/regime.lua": LoadedFolder.regime("essai", "inclut = { \"commun\", \"autre\" }"),
            "essai/a.lua": "local a = 1",
        ])

        let regime = try folder.regime()

        #expect(
            regime.files.map(\.source.path) == [
                "commun/b.lua", "autre/a.lua", "essai/a.lua", "essai/regime.lua",
            ])
        #expect(regime.declarations.rules.map(\.file) == [1])
        #expect(
            regime.id == "essai" && regime.declaration.includes.map(\.value) == ["commun", "autre"])
    }

    @Test func `a regime keeps what its statement says`() throws {
        let text = """
            regime "essai" {
              titre = "Titre", du = jour "2020-01-01", jusqu_au = jour "2021-12-31",
              date_de_choix = "decision", source = "Source", transition = "Fini",
            }
            """

        let declaration = try LoadedFolder(["essai/regime.lua": text]).regime().declaration

        #expect(declaration.titre == "Titre" && declaration.source == "Source")
        #expect(declaration.period.du?.iso == "2020-01-01")
        #expect(declaration.period.jusquAu?.iso == "2021-12-31")
        #expect(declaration.choiceDate == .decision && declaration.transition == "Fini")
    }

    @Test func `two regimes may include one folder`() throws {
        let folder = LoadedFolder([
            "commun/c.lua": PolicyLoaderTests.flag,
            "un/regime.lua": LoadedFolder.regime("un", "inclut = { \"commun\" }"),
            "deux/regime.lua": LoadedFolder.regime("deux", "inclut = { \"commun\" }"),
            "deux/a.lua": "local a = 1",
        ])

        #expect(folder.findings == [])
        #expect(folder.regimes.map(\.id) == ["deux", "un"])
        #expect(folder.regimes.map { $0.declarations.rules.map(\.file) } == [[0], [0]])
    }

    private static let statements = [
        LoadingFault(
            "no statement", "local x = 1",
            "essai/regime.lua:1:1 politique.regime-absent: regime.lua ne déclare pas de régime"),
        LoadingFault(
            "other folder", LoadedFolder.regime("esai"),
            "essai/regime.lua:1:8 politique.regime-et-dossier: le régime « esai » ne porte pas "
                + "le nom de son dossier, « essai » → \"essai\""),
        LoadingFault(
            "twice", LoadedFolder.regime("essai") + "\n" + LoadedFolder.regime("b"),
            "essai/regime.lua:5:8 politique.regime-en-double: un dossier de politique ne déclare "
                + "qu’un régime"),
        LoadingFault(
            "bare", "regime \"essai\" {}",
            "essai/regime.lua:1:1 politique.champ-manquant: champ « date_de_choix » manquant "
                + "dans le régime « essai »",
            "essai/regime.lua:1:1 politique.champ-manquant: champ « du » manquant dans le régime "
                + "« essai »",
            "essai/regime.lua:1:1 politique.champ-manquant: champ « source » manquant dans le "
                + "régime « essai »",
            "essai/regime.lua:1:1 politique.champ-manquant: champ « titre » manquant dans le "
                + "régime « essai »"),
        LoadingFault(
            "without a name", "regime {}",
            "essai/regime.lua:1:1 politique.forme: « regime » sans identifiant"),
        LoadingFault(
            "misspelt", "regim \"essai\" {}",
            "essai/regime.lua:1:1 politique.construction-inconnue: construction « regim » "
                + "inconnue → regime"),
        LoadingFault(
            "date",
            """
            regime "essai" {
              titre = "T", du = jour "2020-01-01", date_de_choix = "dépôt", source = "S",
            }
            """,
            "essai/regime.lua:2:56 politique.valeur-hors-liste: « dépôt » n’est pas une valeur "
                + "de « date_de_choix » → \"depot\""),
        LoadingFault(
            "unknown folder", LoadedFolder.regime("essai", "inclut = { \"comun\" }"),
            "essai/regime.lua:3:14 politique.inclusion: dossier « comun » introuvable, ou sans "
                + "fichier .lua → \"commun\""),
        LoadingFault(
            "itself", LoadedFolder.regime("essai", "inclut = { \"essai\" }"),
            "essai/regime.lua:3:14 politique.inclusion: le régime « essai » s’inclut lui-même"),
        LoadingFault(
            "folder twice", LoadedFolder.regime("essai", "inclut = { \"commun\", \"commun\" }"),
            "essai/regime.lua:3:24 politique.inclusion: dossier « commun » inclus deux fois"),
        LoadingFault(
            "text", LoadedFolder.regime("essai", "inclut = \"commun\""),
            "essai/regime.lua:3:12 politique.type-de-valeur: « inclut » attend une liste entre "
                + "accolades, et non un texte"),
    ]

    @Test(arguments: statements)
    func `a wrong regime statement is reported`(fault: LoadingFault) {
        let folder = LoadedFolder([
            "essai/regime.lua": fault.text, "commun/a.lua": "local x = 1",
            "tout/regime.lua": LoadedFolder.regime("tout", "inclut = { \"commun\" }"),
        ])

        #expect(folder.findings == fault.expected)
    }

    @Test func `a regime outside regime.lua is reported`() {
        let folder = LoadedFolder(rules: LoadedFolder.regime("essai"))

        #expect(
            folder.findings == [
                "essai/regles.lua:1:8 politique.regime-mal-place: un régime se déclare dans "
                    + "regime.lua"
            ])
    }

    @Test func `a regime with the name of another one is reported with a note`() {
        let folder = LoadedFolder([
            "un/regime.lua": LoadedFolder.regime("deux"),
            "deux/regime.lua": LoadedFolder.regime("deux"),
        ])

        #expect(
            folder.findings == [
                "un/regime.lua:1:8 politique.regime-et-dossier: le régime « deux » ne porte pas "
                    + "le nom de son dossier, « un » → \"un\""
            ])
        #expect(
            folder.diagnostics.first?.notes == [
                "un autre dossier porte déjà le nom «\u{202F}deux\u{202F}»"
            ])
    }

    @Test func `a folder that no regime reads is a warning`() throws {
        let source = PolicySource(files: [
            SourceText(path: "essai/regime.lua", text: LoadedFolder.regime("essai")),
            SourceText(path: "vieux/a.lua", text: "x ="),
        ])

        let regimes = try PolicyLoader.load(source)
        let diagnostics = PolicyLoader.loadReporting(source).diagnostics

        #expect(regimes.map(\.id) == ["essai"])
        #expect(diagnostics.map(\.code) == ["politique.dossier-sans-regime"])
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.first?.location.file == "vieux/a.lua")
    }

    @Test func `the faults of every file come at once, sorted`() throws {
        let source = PolicySource(files: [
            SourceText(path: "b/regime.lua", text: LoadedFolder.regime("b")),
            SourceText(path: "b/a.lua", text: "local = 1"),
            SourceText(path: "b/c.lua", text: "niveaux {}"),
            SourceText(path: "a/regime.lua", text: "regime \"a\" {"),
        ])

        let error = #expect(throws: DiagnosticsError.self) { try PolicyLoader.load(source) }

        let files = try #require(error).diagnostics.map(\.location.file)
        #expect(files == ["a/regime.lua", "b/a.lua", "b/c.lua"])
    }

    @Test func `a regime with a file that does not parse keeps its other files`() {
        let folder = LoadedFolder([
            "a/regime.lua": LoadedFolder.regime("a"), "a/x.lua": "x =",
            "a/y.lua": "parametre \"p\" { titre = \"T\", valeurs = {} }",
            "b/regime.lua": "regime =",
        ])

        #expect(folder.regimes.map(\.id) == ["a"])
        #expect(folder.regimes.first?.files.map(\.source.path) == ["a/regime.lua", "a/y.lua"])
        #expect(folder.regimes.first?.declarations.parameters.map(\.name.value) == ["p"])
    }

    @Test func `a file that looks like rules where none are read is a warning`() {
        let folder = LoadedFolder([
            "a/regime.lua": LoadedFolder.regime("a"), "a/b/x.lua": "x =", "a/y.lua.txt": "y =",
            "a/z.LUA": "z =", "seul.lua": "x =", "a/note.txt": "",
        ])

        #expect(
            folder.findings == [
                "a/b/x.lua:1:1 politique.fichier-ignore: le fichier « a/b/x.lua » est ignoré",
                "a/y.lua.txt:1:1 politique.fichier-ignore: le fichier « a/y.lua.txt » est ignoré",
                "a/z.LUA:1:1 politique.fichier-ignore: le fichier « a/z.LUA » est ignoré",
                "seul.lua:1:1 politique.fichier-ignore: le fichier « seul.lua » est ignoré",
            ])
        #expect(folder.diagnostics.allSatisfy { $0.severity == .warning })
        #expect(
            folder.diagnostics.map(\.help) == [
                "déplacez-le dans le dossier «\u{202F}a\u{202F}»\u{A0}: ce qui est plus profond "
                    + "n’est pas lu",
                "renommez-le en «\u{202F}y.lua\u{202F}»",
                "renommez-le en «\u{202F}z.lua\u{202F}»",
                "déplacez-le dans le dossier d’un régime",
            ])
    }

    @Test func `a fact has one type in all regimes`() {
        let folder = LoadedFolder([
            "a/regime.lua": LoadedFolder.regime("a")
                + "\nchamp \"complements.x\" { titre = \"T\", type = \"texte\" }",
            "b/regime.lua": LoadedFolder.regime("b")
                + "\nchamp \"complements.x\" { titre = \"U\", type = \"entier\" }",
            "c/regime.lua": LoadedFolder.regime("c")
                + "\nchamp \"complements.x\" { titre = \"V\", type = \"texte\" }",
        ])

        #expect(
            folder.findings == [
                "b/regime.lua:5:7 politique.champ-contradictoire: le champ « complements.x » a "
                    + "déjà un autre type dans un autre régime"
            ])
    }

    @Test(
        arguments: [
            ([0x61, 0xE9, 0x0A], SourcePosition(line: 1, column: 2)),
            ([0x2D, 0x2D, 0xC3, 0xA9, 0xC3], SourcePosition(line: 1, column: 4)),
            ([0x2D, 0x2D, 0x0A, 0x00], SourcePosition(line: 2, column: 1)),
            ([0xFF, 0xFE, 0x61, 0x00], SourcePosition(line: 1, column: 1)),
        ] as [([UInt8], SourcePosition)])
    func `bytes that are no UTF-8 text are reported at the first`(
        bytes: [UInt8], position: SourcePosition
    ) {
        let source = PolicySource(files: [
            SourceText(path: "essai/regime.lua", text: LoadedFolder.regime("essai")),
            SourceText(path: "essai/a.lua", bytes: bytes),
        ])

        let diagnostics = PolicyLoader.loadReporting(source).diagnostics

        #expect(diagnostics.map(\.code) == ["politique.encodage"])
        #expect(diagnostics.first?.location.start == position)
    }

    @Test func `a construct knows its fields`() {
        #expect(ConstructKind.champ.requiredFields == ["titre", "type"])
        #expect(
            ConstructKind.champ.optionalFields == ["unite", "valeurs", "personnel", "modifiable"])
    }
}
