// Tests of what editors are told of a policy.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import LuaSyntax
import PolicyEngine
import Testing

@testable import PolicyDocumentation

struct EditorFilesTests {
    private func files(_ rules: String = "") throws -> [String: String] {
        let files = EditorFiles(try SamplePolicy.policy(rules)).files
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    }

    private func file(_ path: String) throws -> String {
        try #require(try files()[path]).plainSpaces
    }

    @Test func `the settings come before the folder of descriptions`() throws {
        let paths = EditorFiles(try SamplePolicy.policy("")).files.map(\.path)

        #expect(
            paths == [
                ".luarc.json", ".luacheckrc", ".sceau/langage.lua", ".sceau/faits.lua",
                ".sceau/politique.lua", ".sceau/essais.lua",
            ])
    }

    @Test func `every description file is Lua and declares itself one`() throws {
        for (path, text) in try files() where path.hasSuffix(".lua") || path == ".luacheckrc" {
            let source = SourceText(path: path, text: text)
            #expect(throws: Never.self) { try LuaParser.parse(source) }
            #expect(path == ".luacheckrc" || text.hasPrefix("---@meta\n"))
        }
    }

    @Test func `facts have their French descriptions and types`() throws {
        let facts = try file(".sceau/faits.lua")

        #expect(facts.contains("---@class sceau.collectivite\n"))
        #expect(facts.contains("---@field population integer population (habitants)\n"))
        #expect(
            facts.contains("---@field nature sceau.collectivite.nature nature de l’organisme\n"))
        #expect(facts.contains("---| \"gip\" # groupement d’intérêt public\n"))
        #expect(
            facts.contains("---@field experts sceau.expertise.experts[] experts mobilisables\n"))
        #expect(facts.contains("---@class sceau.expertise.experts\n"))
        #expect(
            facts.contains("---@field langues string[] langues parlées (fait personnel)\n"))
        #expect(facts.contains("---@field collectivite sceau.collectivite organisme qui demande"))
        #expect(
            facts.contains("---@field depose_le sceau.jour jour du dépôt, à l’heure de Paris\n"))
        #expect(facts.contains("---@field taille integer taille du service\n"))
        #expect(facts.contains("---@type sceau.decision\ndecision = {}\n"))
        #expect(facts.contains("---@type sceau.jour\ndebut = "))
    }

    @Test func `what the policy declares is described`() throws {
        let policy = try file(".sceau/politique.lua")

        #expect(
            policy.contains(
                """
                --- Seuil de présence (coopérations)
                --- 10 coopérations, du 1er janvier 2020 au 31 décembre 2021
                --- 15 coopérations, depuis le 1er janvier 2022
                ---@type integer
                seuil = {}
                """))
        #expect(
            policy.contains(
                """
                ---@class sceau.ligne.presence
                ---@field pays string la clé
                ---@field nombre integer
                ---@field source string
                """))
        #expect(
            policy.contains(
                "---@type table<string|number|sceau.jour, sceau.ligne.presence>\npresence"))
        #expect(policy.contains("---@type sceau.ligne.comites[]\ncomites"))
        #expect(
            policy.contains(
                "--- calcul CAL-1 : Prochain comité\n---@type sceau.jour\nprochain = {}"))
    }

    @Test func `every function is described with its parameters`() throws {
        let language = try file(".sceau/langage.lua")

        for builtin in Builtin.all {
            let signature = try #require(Signature.of[builtin.name], "\(builtin.name)")
            let required = signature.parameters.filter {
                !$0.name.hasSuffix("?") && $0.name != "..."
            }
            #expect(required.count == builtin.arity.lowerBound, "\(builtin.name)")
            #expect(
                signature.parameters.count >= min(builtin.arity.upperBound, 2), "\(builtin.name)")
            #expect(language.contains("\nfunction \(builtin.name)("), "\(builtin.name)")
        }
        #expect(
            language.contains(
                """
                --- le nombre d’années entières entre deux jours : `ans_revolus(debut, fin)`
                ---@param debut sceau.jour
                ---@param fin sceau.jour
                ---@return integer
                function ans_revolus(debut, fin) end
                """))
    }

    @Test func `every field of every construct is described`() throws {
        let language = try file(".sceau/langage.lua")

        for kind in ConstructKind.allCases where kind != .niveaux && !kind.isTest {
            for name in kind.requiredFields + kind.optionalFields {
                #expect(!FieldStub.of(name, in: kind).words.isEmpty, "\(kind).\(name)")
            }
        }
        #expect(
            language.contains(
                """
                ---@class sceau.critere
                ---@field titre string de quoi il s’agit, en une ligne
                ---@field source string le texte d’où cela vient
                ---@field exige boolean ce qui doit être vrai
                ---@field sinon sceau.suite ce qui suit une condition fausse
                ---@field si? boolean quand la règle s’applique
                """))
        #expect(
            language.contains("---@return fun(contenu: sceau.critere)\nfunction critere(id) end"))
        #expect(language.contains("function piece(texte) end"))
    }

    @Test func `the checker's globals are exactly those of the language and of the policy`() throws
    {
        let settings = try file(".luacheckrc")

        #expect(settings.contains("std = \"sceau\"\n"))
        #expect(settings.contains("  string = { fields = { \"sub\", \"len\", \"find\", \"match\","))
        #expect(settings.contains("\"huge\", \"pi\", \"maxinteger\", \"mininteger\" } },\n"))
        #expect(settings.contains("  decision = { fields = { date = {} } },\n"))
        #expect(settings.contains("experts = { other_fields = true }"))
        #expect(settings.contains("rapports_manquants = {}"))
        #expect(
            settings.contains(
                "files[\"essai/\"] = { read_globals = {\n  comites = { other_fields = true },\n"))
        #expect(
            settings.contains(
                "\"cas\", \"tableau\", \"propriete\", \"survivant\", \"absent\", \"jour\""))
        #expect(!settings.contains("\"pcall\"") && !settings.contains("\"print\""))
    }

    @Test func `editors and the checker know require, and modules no name of the policy`() throws {
        let policy = try SamplePolicy.policy(
            "local textes = require \"outils/textes\"\nlocal _x = textes",
            files: [("outils/textes.lua", "return { un = 1 }")])
        let files = EditorFiles(policy).files

        let settings = try #require(files.first { $0.path == ".luacheckrc" }?.text)
        let editor = try #require(files.first { $0.path == ".luarc.json" }?.text)
        let language = try #require(files.first { $0.path == ".sceau/langage.lua" }?.text)

        #expect(settings.contains("  \"require\",\n"))
        #expect(settings.contains("files[\"essai/\"]") && !settings.contains("files[\"outils/\"]"))
        #expect(editor.contains("\"require\""))
        #expect(editor.contains("\"completion.requireSeparator\": \"/\""))
        #expect(language.contains("---@return table\nfunction require(module) end"))
    }

    @Test func `a folder sees the names of the regimes that take it and no others`() throws {
        let policy = try SamplePolicy.policy(
            "",
            files: [
                (
                    "ancien/regime.lua",
                    """
                    regime "ancien" {
                      titre = "A", du = jour "2017-01-01", jusqu_au = jour "2019-12-31",
                      date_de_choix = "depot", source = "T", inclut = { "communs" },
                    }
                    parametre "vieux" {
                      titre = "V", valeurs = { { du = jour "2017-01-01", valeur = 1, source = "T" } },
                    }
                    """
                ),
                (
                    "communs/regles.lua",
                    """
                    signalement "COM-1" {
                      titre = "T", source = "T", si = demande.precise, message = "Oui.",
                    }
                    """
                ),
            ])

        let settings = LuacheckSettings(PolicyNames(policy)).text

        let entry = "read_globals = {\n  vieux = { other_fields = true },\n}"
        #expect(settings.contains("files[\"ancien/\"] = { \(entry)"))
        #expect(settings.contains("files[\"communs/\"] = { \(entry)"))
        #expect(!settings.contains("prochain = { other_fields = true },\n  vieux"))
    }

    @Test func `the language server reads Lua 5.4 and the descriptions alone`() throws {
        let text = try #require(try files()[".luarc.json"])
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]

        let settings = try #require(json)
        let globals = try #require(settings["diagnostics.globals"] as? [String])
        let libraries = try #require(settings["runtime.builtin"] as? [String: String])
        #expect(settings["runtime.version"] as? String == "Lua 5.4")
        #expect(settings["workspace.library"] as? [String] == [".sceau"])
        #expect(globals.contains("seuil") && globals.contains("critere"))
        #expect(globals.contains("cas") && globals.contains("prochain"))
        #expect(!globals.contains("sub") && !globals.contains("print"))
        #expect(libraries["os"] == "disable" && libraries["string"] == "disable")
    }
}
