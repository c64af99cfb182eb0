// Which functions of a file give what their argument alone decides.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

@testable import PolicyEngine

struct PureFunctionsTests {
    /// A file, and the functions of it that are pure.
    struct File: CustomTestStringConvertible, Sendable {
        let text: String
        let pure: Set<String>

        init(_ text: String, _ pure: Set<String> = []) {
            self.text = text
            self.pure = pure
        }

        var testDescription: String { text }

        static let all = [
            File("local function f(t) return minuscules(t) end", ["f"]),
            File(
                """
                local function f(t)
                  local r = minuscules(t)
                  while commence_par(r, " ") do r = string.sub(r, 2) end
                  if r == "" then return nil end
                  return r
                end
                local function g(t) return f(t) == "a" end
                """, ["f", "g"]),
            File(
                """
                local function f(t)
                  if t == "" then return t end
                  return f(string.sub(t, 2))
                end
                """, ["f"]),
            File("local function f(t, u) return t == u end"),
            File("local function f(...) return 1 end"),
            File("local function f(t) return t.nom end"),
            File("local function f(t) return dossier end"),
            File("local function f(t) return seuil end"),
            File("local seuil = 1\nlocal function f(t) return seuil end"),
            File("local function f(t) do local seuil = t end return seuil end"),
            File("local function f(t) return t, t end"),
            File("local function f(t) return { t } end"),
            File("local function f(t) return function() return t end end"),
            File("local function f(t) autre = t return t end"),
            File("local function f(string) return string.sub(string, 1) end"),
            File("local function f(t) for m in string.gmatch(t, \"a\") do return m end end"),
            File("local function f(t) return t end\nlocal f = 1"),
            File("local function f(t) return t end\nlocal function g(t) f = t return t end"),
            File("local function f(t) return t end\nlocal function f(t) return dossier end"),
        ]
    }

    @Test(arguments: File.all)
    func `a function is pure when it reads nothing but its argument`(_ file: File) throws {
        let chunk = try LuaParser.parse(SourceText(path: "essai.lua", text: file.text))

        #expect(PureFunctions(chunk.block).names == file.pure)
    }
}
