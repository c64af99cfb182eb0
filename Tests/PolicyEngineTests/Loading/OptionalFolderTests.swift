// Folders of rules that a regime takes only when asked.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine
import Testing

struct OptionalFolderTests {
    private static let own = """
        critere "OWN" {
          titre = "T", source = "S", exige = collectivite.nature == "commune", sinon = refus "non",
        }
        """
    private static let optional = """
        champ "complements.atlas" { titre = "T", type = "booleen" }
        critere "OBL" {
          titre = "T", source = "S", exige = dossier.complements.atlas, sinon = refus "non",
        }
        """

    /// The regime `essai` with its own rule, and the optional folders `obligations` and `autre`.
    private static func source(
        own: String = own, obligations: String = optional, autre: String = "",
        fields: String = "facultatif = { \"obligations\", \"autre\" }"
    ) -> PolicySource {
        let texts = [
            "essai/regime.lua": LoadedFolder.regime("essai", fields), "essai/a.lua": own,
            "obligations/a.lua": obligations, "autre/a.lua": autre,
        ]
        return PolicySource(files: texts.map { SourceText(path: $0.key, text: $0.value) })
    }

    private static func findings(_ source: PolicySource) -> [String] {
        Policy.check(source).map { "\($0.location.file):\($0.location.start.line) \($0.code)" }
    }

    // MARK: - Off and on

    @Test func `an optional folder is off until an option names it`() throws {
        let source = OptionalFolderTests.source()

        let off = try Policy.load(source)
        let on = try Policy.load(source, options: ["obligations", "inconnu"])

        #expect(off.regimes[0].declarations.rules.map(\.id.value) == ["OWN"])
        #expect(on.regimes[0].declarations.rules.map(\.id.value) == ["OWN", "OBL"])
        #expect(off.warnings == [] && on.warnings == [])
        #expect(off.fingerprint == on.fingerprint)
        #expect(off.optionalFolders == ["autre", "obligations"])
    }

    @Test func `the loader takes the same options`() throws {
        let source = OptionalFolderTests.source()

        let off = try PolicyLoader.load(source)
        let on = try PolicyLoader.load(source, options: ["autre", "obligations"])

        #expect(off[0].files.map(\.source.path) == ["essai/a.lua", "essai/regime.lua"])
        #expect(
            on[0].files.map(\.source.path) == [
                "essai/a.lua", "essai/regime.lua", "obligations/a.lua", "autre/a.lua",
            ])
        #expect(on[0].declarations.rules.map(\.file) == [0, 2])
    }

    @Test(
        arguments: [([], .favorable), (["obligations"], .defavorable)] as [(Set<String>, Avis)])
    func `a dossier may hold an optional fact, and the rule counts only when it is on`(
        options: Set<String>, avis: Avis
    ) throws {
        let policy = try Policy.load(
            OptionalFolderTests.source(),
            options: options)
        let dossier = try Dossier.read(
            SourceText(
                path: "d.json",
                text: """
                    {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
                     "collectivite": {"nom": "X", "nature": "commune"},
                     "complements": {"atlas": false}}
                    """), schema: policy.schema)

        var evaluator = try Evaluator(policy)
        let verdict = try evaluator.evaluate(dossier, le: #require(Day(iso: "2021-03-02")))

        #expect(verdict.avis == avis)
    }

    // MARK: - Checked as if it were on

    private static let unknownName = """
        critere "OBL" { titre = "T", source = "S", exige = atlas_a_jour, sinon = refus "non" }
        """
    private static let parameter = """
        parametre "seuil" {
          titre = "T", valeurs = { { du = jour "2020-01-01", valeur = 1, source = "S" } },
        }
        """
    private static let reader = """
        critere "LIT" {
          titre = "T", source = "S", exige = collectivite.population > seuil, sinon = refus "non",
        }
        """

    @Test func `a fault of an optional folder is reported once, at its place`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                obligations: OptionalFolderTests.unknownName))

        #expect(found == ["obligations/a.lua:1 politique.nom-inconnu"])
    }

    @Test func `loading refuses a policy whose optional folder is at fault`() {
        let source = OptionalFolderTests.source(
            obligations: OptionalFolderTests.unknownName)

        #expect(throws: DiagnosticsError.self) { try Policy.load(source) }
    }

    @Test func `an identifier of the regime cannot be taken again`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                obligations: OptionalFolderTests.own))

        #expect(found == ["obligations/a.lua:1 politique.identifiant-en-double"])
    }

    @Test func `two optional folders cannot clash, since both may be on`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                autre: OptionalFolderTests.optional))

        #expect(
            found == [
                "autre/a.lua:1 politique.champ-declare-deux-fois",
                "autre/a.lua:2 politique.identifiant-en-double",
            ])
    }

    @Test func `the regime cannot count on what an optional folder declares`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                own: OptionalFolderTests.reader, obligations: OptionalFolderTests.parameter))

        #expect(found == ["essai/a.lua:2 politique.nom-inconnu"])
    }

    @Test func `a name that only an optional folder declares is told to be optional`() {
        let optional = Policy.check(
            OptionalFolderTests.source(
                own: OptionalFolderTests.reader, obligations: OptionalFolderTests.parameter))
        let unknown = Policy.check(OptionalFolderTests.source(own: OptionalFolderTests.reader))

        #expect(optional.first?.notes.count == 1)
        #expect(unknown.map(\.code) == ["politique.nom-inconnu"])
        #expect(unknown.first?.notes == [])
    }

    @Test func `a fact of an optional folder has one type in all regimes`() {
        let folder = LoadedFolder([
            "a/regime.lua": LoadedFolder.regime("a", "facultatif = { \"obligations\" }"),
            "obligations/a.lua": OptionalFolderTests.optional,
            "b/regime.lua": LoadedFolder.regime("b")
                + "\nchamp \"complements.atlas\" { titre = \"U\", type = \"entier\" }",
        ])

        #expect(folder.diagnostics.map(\.code) == ["politique.champ-contradictoire"])
    }

    @Test func `an optional folder cannot count on another one`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                obligations: OptionalFolderTests.reader, autre: OptionalFolderTests.parameter))

        #expect(found == ["obligations/a.lua:2 politique.nom-inconnu"])
    }

    @Test func `an optional folder that fails as it loads is reported`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(
                obligations: "error(\"non\")"))

        #expect(found == ["obligations/a.lua:1 politique.echec-au-chargement"])
    }

    @Test func `an optional folder is no orphan`() {
        let found = OptionalFolderTests.findings(
            OptionalFolderTests.source(fields: "facultatif = { \"obligations\" }"))

        #expect(found == ["autre/a.lua:1 politique.dossier-sans-regime"])
    }

    // MARK: - Wrong names

    private static let names = [
        LoadingFault(
            "unknown folder", "facultatif = { \"autr\", \"obligations\" }",
            "politique.inclusion: dossier « autr » introuvable, ou sans fichier .lua → \"autre\""),
        LoadingFault(
            "itself", "facultatif = { \"essai\", \"obligations\", \"autre\" }",
            "politique.inclusion: le régime « essai » s’inclut lui-même"),
        LoadingFault(
            "twice", "facultatif = { \"obligations\", \"autre\", \"autre\" }",
            "politique.inclusion: dossier « autre » nommé deux fois dans « facultatif »"),
        LoadingFault(
            "in both lists",
            "inclut = { \"autre\" }, facultatif = { \"autre\", \"obligations\" }",
            "politique.inclusion: dossier « autre » à la fois dans « inclut » et dans "
                + "« facultatif »"),
        LoadingFault(
            "text", "inclut = { \"obligations\", \"autre\" }, facultatif = \"obligations\"",
            "politique.type-de-valeur: « facultatif » attend une liste entre accolades, et non un "
                + "texte"),
    ]

    @Test(arguments: names)
    func `a wrong name is reported`(fault: LoadingFault) {
        let folder = LoadedFolder([
            "essai/regime.lua": LoadedFolder.regime("essai", fault.text),
            "obligations/a.lua": "local x = 1", "autre/a.lua": "local x = 1",
            "tout/regime.lua": LoadedFolder.regime("tout", "inclut = { \"autre\" }"),
        ])

        let found = folder.findings.map { $0.drop { $0 != " " }.dropFirst() }

        #expect(found.map(String.init) == fault.expected)
    }
}
