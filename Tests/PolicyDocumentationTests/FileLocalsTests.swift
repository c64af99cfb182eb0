// Tests of what is taken from the locals of a policy file.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine
import Testing

@testable import PolicyDocumentation

struct FileLocalsTests {
    private func locals(_ text: String) throws -> FileLocals {
        let policy = PolicySource(files: [
            SourceText(path: "essai/regles.lua", text: text),
            SourceText(
                path: "essai/regime.lua",
                text: """
                    regime "essai" {
                      titre = "E", du = jour "2020-01-01", date_de_choix = "depot", source = "T",
                    }
                    """),
        ])
        let regime = try #require(try PolicyLoader.load(policy).first)
        let file = try #require(regime.files.first { $0.source.path == "essai/regles.lua" })
        return FileLocals(file)
    }

    @Test func `a local that only ever holds its literal is one`() throws {
        let locals = try locals(
            """
            local texte, nombre = "a", -2
            local jours_vus = { jour "2020-01-01" }
            local calcule = 1 + 1
            local change = 1
            change = 2
            local rempli = {}
            rempli[1] = "a"
            local augmente = {}
            table.insert(augmente, 1)
            local sans_valeur
            """)

        #expect(locals.literals.keys.sorted() == ["jours_vus", "nombre", "texte"])
        #expect(
            locals.definitions.map(\.name) == [
                "calcule", "change", "rempli", "augmente", "sans_valeur",
            ])
    }

    @Test func `a function that only returns, and that nothing describes, is a formula`() throws {
        let locals = try locals(
            """
            local function nue(x, y) return x + y end
            local function appelante(x) return nue(x, 1) end
            -- Décrite.
            local function decrite(x) return x end
            local function longue(x) local y = x return y end
            local function recursive(x) return recursive(x) end
            """)
        let expression = try SamplePolicy.expression("appelante(1) + decrite(longue(2))")

        #expect(locals.definition("nue")?.formula?.parameters == ["x", "y"])
        #expect(locals.definition("appelante")?.formula != nil)
        for name in ["decrite", "longue", "recursive"] {
            #expect(locals.definition(name)?.formula == nil, "\(name)")
        }
        #expect(locals.needed(by: [expression]).map(\.name) == ["decrite", "longue"])
        #expect(locals.code(neededBy: [expression]).map(\.name) == ["decrite", "longue"])
    }

    @Test func `code that is shown names nothing that is not`() throws {
        let locals = try locals(
            """
            local function dessous(x) return x end
            local function a_part(x) return x end
            -- Décrite.
            local function decrite(x) return dessous(x) end
            """)
        let expression = try SamplePolicy.expression("decrite(a_part(1))")

        #expect(locals.needed(by: [expression]).map(\.name) == ["decrite"])
        #expect(locals.code(neededBy: [expression]).map(\.name) == ["dessous", "decrite"])
    }

    @Test func `the comment just above a function describes it, and no other`() throws {
        let locals = try locals(
            """
            -- Ce que contient le fichier.

            local function nue() return 1 end

            -- Une ligne,
            --   puis une autre.
            local function dite() return nue() end
            --[[ un bloc ]]
            local function apres_un_bloc() return 1 end
            """)

        #expect(locals.definition("nue")?.comment == nil)
        #expect(locals.definition("dite")?.comment == "Une ligne, puis une autre.")
        #expect(locals.definition("apres_un_bloc")?.comment == nil)
        #expect(locals.definition("nue")?.code == "local function nue() return 1 end")
        #expect(
            locals.definition("nue")?.item.prose.plain == "nue : fonction sans description.")
    }

    @Test func `what a rule needs is found through other functions, in source order`() throws {
        let locals = try locals(
            """
            -- Une première.
            local function premiere() return 1 end
            -- Inutile.
            local function inutile() return 1 end
            local function seconde() if true then return premiere() end end
            local fois = seconde
            """)
        let expression = try SamplePolicy.expression("fois() > 1")

        #expect(locals.needed(by: [expression]).map(\.name) == ["premiere", "seconde", "fois"])
        #expect(locals.needed(by: []).isEmpty)
        #expect(locals.definition("fois")?.isFunction == false)
        #expect(locals.definition("seconde")?.isFunction == true)
    }
}
