// What a `require` names, and what is said when it names no module.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct ModuleLoadingTests {
    private static let module = "return { libelle = \"Libellé\" }"

    /// A policies folder with the regime `essai`, its rules, and other files.
    private static func folder(_ rules: String, _ others: [String: String] = [:]) -> LoadedFolder {
        var files = others
        files["essai/regime.lua"] = LoadedFolder.regime("essai")
        files["essai/regles.lua"] = rules
        return LoadedFolder(files)
    }

    // MARK: - What is read

    @Test func `a module stands once, before every file that requires it`() throws {
        let rule =
            "critere \"C\" { titre = \"T\", source = \"S\", exige = true, sinon = refus \"n\" }"
        let folder = LoadedFolder([
            "essai/a.lua": "local b = require \"outils/b\"\n" + rule,
            "essai/regime.lua": LoadedFolder.regime("essai"),
            "essai/z.lua": "local c = require(\"outils/c\")\nlocal b = require 'outils/b'",
            "outils/b.lua": "local c = require \"outils/c\"\nreturn { c = c }",
            "outils/c.lua": "local t = {}\nreturn t",
        ])

        let regime = try folder.regime()

        #expect(
            regime.files.map(\.source.path) == [
                "outils/c.lua", "outils/b.lua", "essai/a.lua", "essai/regime.lua", "essai/z.lua",
            ])
        #expect(regime.declarations.rules.map(\.file) == [2])
    }

    @Test func `a module of an optional folder comes with that folder`() throws {
        let source = PolicySource(
            files: [
                ("essai/regime.lua", LoadedFolder.regime("essai", "facultatif = { \"plus\" }")),
                ("plus/a.lua", "local b = require \"plus/b\""), ("plus/b.lua", "return {}"),
            ].map { SourceText(path: $0.0, text: $0.1) })

        let off = try PolicyLoader.load(source)
        let on = try PolicyLoader.load(source, options: ["plus"])

        #expect(off[0].files.map(\.source.path) == ["essai/regime.lua"])
        #expect(
            on[0].files.map(\.source.path) == ["essai/regime.lua", "plus/b.lua", "plus/a.lua"])
    }

    /// Modules `m1` to `m<count>`, each of which requires the next.
    private static func line(of count: Int) -> [String: String] {
        var files = ["outils/m\(count).lua": "return {}"]
        for number in 1..<count {
            files["outils/m\(number).lua"] =
                "local suite = require \"outils/m\(number + 1)\"\nreturn { suite = suite }"
        }
        return files
    }

    @Test func `a hundred modules in a line are read, and no more`() throws {
        let rules = "local m = require \"outils/m1\""

        let good = ModuleLoadingTests.folder(rules, ModuleLoadingTests.line(of: 100))
        let deep = ModuleLoadingTests.folder(rules, ModuleLoadingTests.line(of: 5_000))

        #expect(try good.regime().files[1].source.path == "outils/m100.lua")
        #expect(
            deep.findings.first
                == "outils/m100.lua:1:23 politique.modules-imbriques: plus de 100 modules qui se"
                + " demandent à la suite")
    }

    // MARK: - What a name may be

    @Test(arguments: [
        "../x", "../../etc/passwd", "/etc/passwd", "commun/../commun/textes", "./textes",
        "commun/./textes", "commun//textes", "commun\\\\textes", "..\\\\textes",
        "commun/te\\0xtes", "commun/textes\\n", "C:/commun/textes", "textes", "commun/sous/textes",
        "", "/", "commun/", "/textes",
    ])
    func `a name that leads elsewhere names no module`(name: String) {
        let folder = ModuleLoadingTests.folder(
            "\nlocal textes = require \"\(name)\"", ["commun/textes.lua": ModuleLoadingTests.module]
        )

        let found = folder.diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["politique.nom-de-module"])
        #expect(found.map(\.location.start.line) == [2])
        #expect(found.map(\.location.start.column) == [24])
    }

    @Test func `a name with the extension is mended`() {
        let folder = ModuleLoadingTests.folder(
            "local textes = require \"commun/textes.lua\"",
            ["commun/textes.lua": ModuleLoadingTests.module])

        #expect(
            folder.ruleFindings == [
                "1:24 politique.nom-de-module: « commun/textes.lua » n’est pas le nom d’un module"
                    + " → \"commun/textes\""
            ])
    }

    @Test func `an absent module is named with the nearest one`() throws {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"commun/texte\"\nlocal b = require \"autre/chose\"",
            ["commun/textes.lua": ModuleLoadingTests.module, "commun/regles.lua": "local _a = 1"])

        #expect(
            folder.ruleFindings == [
                "1:19 politique.module-absent: module « commun/texte » introuvable"
                    + " → \"commun/textes\"",
                "2:19 politique.module-absent: module « autre/chose » introuvable",
            ])
        #expect(folder.diagnostics.map(\.help).contains("modules\u{A0}: commun/textes"))
    }

    @Test func `a misspelt request does not make the module unused besides`() {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"essai/texte\"", ["essai/textes.lua": ModuleLoadingTests.module])

        #expect(folder.diagnostics.map(\.code) == ["politique.module-absent"])
    }

    @Test func `a file of rules is no module, and the remedy says how to take it`() throws {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"commun/regles\"\nlocal b = require \"essai/regime\"",
            ["commun/regles.lua": "local _a = 1"])

        #expect(
            folder.ruleFindings == [
                "1:19 politique.module-de-regles: « commun/regles.lua » n’est pas un module :"
                    + " il ne finit pas par « return »",
                "2:19 politique.module-de-regles: « essai/regime.lua » n’est pas un module :"
                    + " il ne finit pas par « return »",
            ])
        let help = try #require(folder.diagnostics.last?.help)
        #expect(help.contains("inclut"))
    }

    @Test func `a module that does not parse is reported once, in its own file`() {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"commun/a\"",
            ["commun/a.lua": "return {", "commun/b.lua": "return {}"])

        #expect(folder.diagnostics.map(\.location.file) == ["commun/a.lua"])
    }

    // MARK: - Circles

    @Test func `a circle is named whole, once, where it closes`() {
        let folder = LoadedFolder([
            "autre/regime.lua": LoadedFolder.regime("autre"),
            "autre/regles.lua": "local c = require \"outils/c\"",
            "essai/regime.lua": LoadedFolder.regime("essai"),
            "essai/regles.lua": "local a = require \"outils/a\"",
            "outils/a.lua": "local b = require \"outils/b\"\nreturn { b = b }",
            "outils/b.lua": "local c = require \"outils/c\"\nreturn { c = c }",
            "outils/c.lua": "\nlocal a = require \"outils/a\"\nreturn { a = a }",
        ])

        #expect(
            folder.findings == [
                "outils/b.lua:1:19 politique.cercle-de-modules: les modules se demandent en cercle :"
                    + " outils/c → outils/a → outils/b → outils/c"
            ])
    }

    @Test func `a module that requires itself is a circle`() {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"outils/a\"",
            ["outils/a.lua": "local a = require \"outils/a\"\nreturn { a = a }"])

        #expect(
            folder.findings == [
                "outils/a.lua:1:19 politique.cercle-de-modules: les modules se demandent en cercle :"
                    + " outils/a → outils/a"
            ])
    }

    @Test func `two modules that require a third make no circle`() throws {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"outils/a\"\nlocal b = require \"outils/b\"",
            [
                "outils/a.lua": "local c = require \"outils/c\"\nreturn { c = c }",
                "outils/b.lua": "local c = require \"outils/c\"\nreturn { c = c }",
                "outils/c.lua": "return {}",
            ])

        #expect(
            try folder.regime().files.map(\.source.path).prefix(3) == [
                "essai/regime.lua", "outils/c.lua", "outils/a.lua",
            ])
    }

    // MARK: - Rules and modules

    @Test(arguments: ["", "local a = require \"essai/a\""])
    func `a construct in a file that ends in return is refused, required or not`(rules: String) {
        let folder = ModuleLoadingTests.folder(
            rules, ["essai/a.lua": "parametre \"p\" {\n}\nniveaux {}\nreturn {}"])

        #expect(
            folder.findings == [
                "essai/a.lua:1:1 politique.construction-dans-module:"
                    + " « parametre » dans un fichier qui finit par « return »",
                "essai/a.lua:3:1 politique.construction-dans-module:"
                    + " « niveaux » dans un fichier qui finit par « return »",
            ])
    }

    @Test func `a module that nothing requires is a warning at its return`() throws {
        let folder = ModuleLoadingTests.folder("", ["essai/a.lua": "local t = {}\n\nreturn t"])

        #expect(
            folder.findings == [
                "essai/a.lua:3:1 politique.module-inutilise:"
                    + " aucun fichier ne demande le module « essai/a »"
            ])
        #expect(folder.diagnostics[0].severity == .warning)
        #expect(folder.regimes[0].files.count == 2)
    }

    @Test func `a file that does not parse might require any module`() {
        let folder = ModuleLoadingTests.folder("local a = = 1", ["essai/a.lua": "return {}"])

        #expect(folder.diagnostics.map(\.location.file) == ["essai/regles.lua"])
    }

    @Test func `a folder may hold modules alone; rules in it are not read`() {
        let folder = ModuleLoadingTests.folder(
            "local a = require \"outils/a\"",
            [
                "outils/a.lua": "return {}", "outils/b.lua": "return {}",
                "outils/r.lua": "local _a = 1",
            ]
        )

        #expect(
            folder.findings.map { $0.split(separator: ": ")[0] } == [
                "outils/b.lua:1:1 politique.module-inutilise",
                "outils/r.lua:1:1 politique.dossier-sans-regime",
            ])
    }
}
