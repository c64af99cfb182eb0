// Loops and bombs are stopped where they stand, and the machine lives on.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaLimitsTests {
    struct Bomb: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let kind: LuaError.Kind
        let line: Int
        var instructions = 20_000_000
        var limits = LuaLimits.standard
    }

    static let bombs = [
        Bomb(
            testDescription: "endless loop", text: "local x = 1\nwhile true do x = x + 1 end",
            kind: .instructionLimit, line: 2, instructions: 200_000),
        Bomb(
            testDescription: "empty endless loop", text: "\n\nwhile true do end",
            kind: .instructionLimit, line: 3, instructions: 200_000),
        Bomb(
            testDescription: "endless goto", text: "::la::\ngoto la", kind: .instructionLimit,
            line: 2, instructions: 5_000),
        Bomb(
            testDescription: "recursion",
            text: "local function f(n)\n  return 1 + f(n + 1)\nend\nreturn f(1)",
            kind: .stackOverflow, line: 2),
        Bomb(
            testDescription: "recursion in the smallest frames",
            text: "local function f()\n  return 1 + f()\nend\nreturn f()",
            kind: .stackOverflow, line: 2),
        Bomb(
            testDescription: "recursion through C",
            text: """
                local function f()
                  return 1 + string.gsub('x', 'x', f)
                end
                return f()
                """, kind: .stackOverflow, line: 2),
        Bomb(
            testDescription: "recursion within the budget",
            text: "local function f(n)\n  return 1 + f(n + 1)\nend\nreturn f(1)",
            kind: .instructionLimit, line: 2, instructions: 10_000),
        Bomb(
            testDescription: "recursion through a metamethod",
            text: """
                local t = setmetatable({}, {})
                getmetatable(t).__index = function(t, k)
                  return t[k .. 'x']
                end
                return t.a
                """, kind: .stackOverflow, line: 3),
        Bomb(
            testDescription: "doubled text",
            text: "local s = 'x'\nwhile true do\n  s = s .. s\nend", kind: .memoryLimit, line: 3),
        Bomb(
            testDescription: "table of numbers",
            text: "local t = {}\nfor i = 1, 1e9 do\n  t[i] = i\nend", kind: .memoryLimit, line: 3),
        Bomb(
            testDescription: "table of tables",
            text: "local t = {}\nwhile true do\n  t = { t }\nend", kind: .memoryLimit, line: 3),
        Bomb(
            testDescription: "garbage without end",
            text: "local t\nwhile true do\n  t = { 1, 2, 3, 4 }\nend", kind: .memoryLimit,
            line: 3, limits: LuaLimits(totalBytes: 8 << 20)),
        Bomb(
            testDescription: "repeated text", text: "return\nstring.rep('x', 1 << 30)",
            kind: .memoryLimit, line: 2),
        Bomb(
            testDescription: "long text", text: "return\nstring.rep('x', 1 << 20)",
            kind: .memoryLimit, line: 2, limits: LuaLimits(stringBytes: 1 << 19)),
        Bomb(
            testDescription: "formatted text",
            text: """
                local s = string.rep('x', 4000000)
                return (string.format('%s%s%s%s%s', s, s, s, s, s))
                """, kind: .memoryLimit, line: 2),
    ]

    @Test(arguments: bombs)
    func `a bomb is stopped at its line, twice, and the machine lives on`(bomb: Bomb) throws {
        var machine = try LuaMachine(limits: bomb.limits)
        let idle = machine.liveBytes
        let text = "local function bombe()\n\(bomb.text)\nend\nlocal r = bombe()\nreturn r"

        for _ in 1...2 {
            let error = machine.failure(of: text, instructions: bomb.instructions)

            #expect(error?.kind == bomb.kind)
            #expect(error?.chunk == "essai.lua")
            #expect(error?.line == bomb.line + 1)
            let after = try machine.run(
                "local n = 0 for i = 1, 1000 do n = n + i end return n", instructions: 5_000)
            #expect(after == [.integer(500_500)])
        }
        if bomb.kind == .memoryLimit { #expect(machine.liveBytes < idle + 50_000) }
        if bomb.kind == .stackOverflow { #expect(machine.liveBytes < idle + 500_000) }
    }

    @Test func `the budget is exact and the same each time`() throws {
        var machine = try LuaMachine()
        let text = "for i = 1, 10000 do end"
        let enough = try #require(
            (10_000...10_020).first { machine.failure(of: text, instructions: $0) == nil })

        for _ in 1...3 {
            #expect(machine.failure(of: text, instructions: enough) == nil)
            #expect(
                machine.failure(of: text, instructions: enough - 1)?.kind == .instructionLimit)
        }
    }

    @Test func `a limit fires again in what Lua runs while it unwinds`() throws {
        var machine = try LuaMachine()
        let text = """
            local held <close> = setmetatable({}, { __close = function()
              ran = true
              while true do end
            end })
            while true do end
            """

        let error = machine.failure(of: text, instructions: 10_000)

        #expect(error?.kind == .instructionLimit)
        #expect(error?.line == 5)
        #expect(try machine.run("return ran") == [.none])
    }

    @Test func `memory stays refused in what Lua runs while it unwinds`() throws {
        var machine = try LuaMachine()
        let text = """
            local held <close> = setmetatable({}, { __close = function()
              local t = { 1 }
              ran = true
            end })
            local s = 'x'
            while true do s = s .. s end
            """

        let error = machine.failure(of: text)

        #expect(error?.kind == .memoryLimit)
        #expect(error?.line == 6)
        #expect(try machine.run("return ran") == [.none])
    }

    @Test func `garbage that can be collected never counts as too much`() throws {
        var machine = try LuaMachine(limits: LuaLimits(liveBytes: 1 << 20))

        let results = try machine.run(
            "local s for i = 1, 400 do s = string.rep('x', 300000 + i) end return string.len(s)",
            instructions: 4_000_000)

        #expect(results == [.integer(300_400)])
    }

    @Test(arguments: [
        (LuaLimits(blockBytes: 1 << 20), "table ou tampon trop grand"),
        (LuaLimits(liveBytes: 1 << 20), "limite de mémoire atteinte"),
        (LuaLimits(totalBytes: 1 << 20), "trop de mémoire demandée en une évaluation"),
    ])
    func `each cap stops a growing table and says which it is`(
        limits: LuaLimits, message: String
    ) throws {
        var machine = try LuaMachine(limits: limits)

        let error = machine.failure(of: "local t = {} for i = 1, 1e6 do t[i] = i end")

        #expect(error?.kind == .memoryLimit)
        #expect(error?.message == message)
    }

    @Test func `an argument beyond the caps is an error, not an abort`() throws {
        var machine = try LuaMachine()
        let text = try machine.load("return 1", chunkName: "@essai.lua")
        let long = LuaValue.string(String(repeating: "x", count: 5 << 20))

        let error = machine.failure(calling: text, [long])

        #expect(error?.kind == .memoryLimit)
        #expect(try machine.call(text, instructions: 100) == [.integer(1)])
    }

    @Test func `a result beyond the block cap is an error`() throws {
        var machine = try LuaMachine(limits: LuaLimits(blockBytes: 1 << 20))

        let error = machine.failure(
            of: "local t = {} for i = 1, 60 do t = { t, t } end return t")

        #expect(error?.kind == .memoryLimit)
    }

    @Test func `a text too large to compile names its line`() throws {
        var machine = try LuaMachine(limits: LuaLimits(stringBytes: 1_000))
        let long = String(repeating: "x", count: 2_000)

        let error = machine.failure(of: "local a\nlocal b = '\(long)'\nlocal c")

        #expect(error?.kind == .memoryLimit)
        #expect(error?.chunk == "essai.lua")
        #expect(error?.line == 2)
    }

    @Test func `the wall clock is a fault of ours`() throws {
        var machine = try LuaMachine(limits: LuaLimits(wallSeconds: -1))

        let error = machine.failure(of: "while true do end")

        #expect(error?.kind == .fault)
        #expect(error?.message == "temps imparti dépassé")
        #expect(try machine.run("return 1") == [.integer(1)])
    }

    @Test func `the machine opens under any live cap or says that it cannot`() {
        var refusals = 0
        for liveBytes in stride(from: 0, through: 40_000, by: 250) {
            do {
                let machine = try LuaMachine(limits: LuaLimits(liveBytes: liveBytes))
                #expect(machine.liveBytes <= liveBytes)
            } catch {
                #expect(error.kind == .memoryLimit)
                refusals += 1
            }
        }

        #expect(refusals > 10)
        #expect(refusals < 150)
    }
}
