// The patterns and formats that the checker refuses are those that stock Lua refuses.
// SPDX-License-Identifier: MIT

import Testing

@testable import PolicyEngine

struct LuaFormAgreementTests {
    /// Stock Lua finds what is wrong with a pattern only where it gets there: many texts are tried.
    @Test
    func `a pattern is refused exactly when stock Lua refuses it on some text`() throws {
        var generator = SplitMix64(seed: 64)
        let signs = Array("aa1%%()()[]^$-.bf".utf8)
        let patterns = (0..<2_000).map { _ in
            (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                signs.randomElement(using: &generator) ?? 0
            }
        }
        let list = patterns.map { LuaWriter.quoted($0) }.joined(separator: ",\n")

        let lines = try StockLua.lines(
            of: """
                local function textes(signes)
                  local tous, courts = { "" }, { "" }
                  for _ = 1, 4 do
                    local longs = {}
                    for _, t in ipairs(courts) do
                      for _, s in ipairs(signes) do longs[#longs + 1] = t .. s end
                    end
                    for _, t in ipairs(longs) do tous[#tous + 1] = t end
                    courts = longs
                  end
                  return tous
                end
                local function refuse(modele)
                  local vus, signes = { z = true }, { "z" }
                  for s in string.gmatch(modele, ".") do
                    if not vus[s] and #signes < 7 then
                      vus[s] = true
                      signes[#signes + 1] = s
                    end
                  end
                  local tous = textes(signes)
                  tous[#tous + 1] = string.gsub(modele, "(%%?)(.)", function(echappe, s)
                    if echappe == "" and (s == "(" or s == ")") then return "" end
                    return s
                  end)
                  for _, t in ipairs(tous) do
                    if not pcall(string.match, t, modele) then return true end
                  end
                  return false
                end
                for _, modele in ipairs({ \(list) }) do print(refuse(modele)) end
                """)

        for (pattern, line) in zip(patterns, lines) {
            let isRefused = (try? LuaPattern(pattern)) == nil
            let text = String(decoding: pattern, as: UTF8.self)
            #expect("\(isRefused)" == line, "\(text)")
        }
        #expect(lines.count == patterns.count)
        #expect(lines.filter { $0 == "false" }.count > 200)
    }

    /// Of what stock Lua takes, policies lack addresses, bytes, Lua literals and hexadecimal fractions.
    @Test
    func `a directive is refused exactly when stock Lua refuses it`() throws {
        var directives: [String] = []
        for flags in ["", "-", "+", "#", "0", " ", "-0", "+#", "--"] {
            for width in ["", "5", "12", "123"] {
                for precision in ["", ".", ".2", ".12", ".123", "..2"] {
                    for conversion in "diuoxXeEfgGsyFhn%" {
                        directives.append("%\(flags)\(width)\(precision)\(conversion)")
                    }
                }
            }
        }
        let list = directives.filter { $0 != "%%" }

        let lines = try StockLua.lines(
            of: """
                for _, d in ipairs({ \(list.map { "\"\($0)\"" }.joined(separator: ",")) }) do
                  print(pcall(string.format, d, 1) == false)
                end
                """)

        for (directive, line) in zip(list, lines) {
            let isRefused = (try? LuaFormat(Array(directive.utf8))) == nil
            #expect("\(isRefused)" == line, "\(directive)")
        }
        #expect(lines.count == list.count)
    }
}
