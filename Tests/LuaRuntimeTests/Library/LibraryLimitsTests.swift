// What the library does is stopped by the limits, at its line, and is paid for by its size.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LibraryLimitsTests {
    struct Bomb: CustomTestStringConvertible {
        let testDescription: String
        let statement: String
        let kind: LuaError.Kind
        var instructions = 1_000_000

        init(_ statement: String, _ kind: LuaError.Kind) {
            testDescription = statement
            self.statement = statement
            self.kind = kind
        }
    }

    static let bombs = [
        Bomb(
            "string.find(string.rep('a', 60), string.rep('a?', 60) .. string.rep('a', 60))",
            .instructionLimit),
        Bomb("string.find(string.rep('a', 100000), '(.-)(.-)(.-)b')", .instructionLimit),
        Bomb("string.match(string.rep('a', 100000), '.-.-.-.-b')", .instructionLimit),
        Bomb("string.match(string.rep('a', 5000), 'a*a*a*a*b')", .instructionLimit),
        Bomb("string.find(string.rep('(', 100000), '%b()')", .instructionLimit),
        Bomb(
            "string.find(string.rep('a', 100000), '[' .. string.rep('b', 100000) .. ']')",
            .instructionLimit),
        Bomb(
            "string.find(string.rep('a', 100000), '%f[' .. string.rep('b', 100000) .. ']')",
            .instructionLimit),
        Bomb("string.gsub(string.rep('a', 3000000), '', '')", .instructionLimit),
        Bomb("string.gsub(string.rep('a', 2000), 'a', string.rep('b', 3000))", .memoryLimit),
        Bomb("string.gsub(string.rep('a', 100000), '.-b', 'x')", .instructionLimit),
        Bomb("for _ in string.gmatch(string.rep('a', 100000), '.-b') do end", .instructionLimit),
        Bomb(
            "while true do string.find(string.rep('a', 4000), 'b', 1, true) end", .instructionLimit),
        Bomb("while true do string.lower(string.rep('A', 1000000)) end", .instructionLimit),
        Bomb("while true do local s = string.rep('A', 4000000) end", .instructionLimit),
        Bomb("return string.rep('x', math.maxinteger)", .memoryLimit),
        Bomb("return string.rep('xy', math.maxinteger // 2 + 1)", .memoryLimit),
        Bomb("return string.rep('x', 1 << 40, 'yz')", .memoryLimit),
        Bomb("return string.rep('x', (4 << 20) + 1)", .memoryLimit),
        Bomb("local s = string.rep('x', 3000000) return string.format('%s%s', s, s)", .memoryLimit),
        Bomb("while true do string.format('%99.99f', 1e308) end", .instructionLimit),
        Bomb(
            "local t = {} for i = 1, 8 do t[i] = string.rep('x', 1000000) end return table.concat(t)",
            .memoryLimit),
        Bomb("return table.concat({ 'a', 'b' }, string.rep('x', 1 << 22))", .memoryLimit),
        Bomb("local t = {} for i = 1, 20000 do table.insert(t, 1, i) end", .instructionLimit),
        Bomb(
            "local t = {} for i = 1, 40000 do t[i] = i end while true do table.remove(t, 1) end",
            .instructionLimit),
        Bomb(
            "local t = {} for i = 1, 40000 do t[i] = -i end while true do table.sort(t) end",
            .instructionLimit),
        Bomb("table.sort({ 3, 1, 2 }, function() while true do end end)", .instructionLimit),
        Bomb(
            "local t = {} for i = 1, 40000 do t['k' .. i] = i end while true do pairs(t) end",
            .instructionLimit),
        Bomb("local s = string.rep('é', 100000) while true do utf8.len(s) end", .instructionLimit),
        Bomb(
            "local s = string.rep('é', 100000) while true do utf8.offset(s, 90000) end",
            .instructionLimit),
        Bomb("local s = string.rep('1', 1000000) while true do tonumber(s) end", .instructionLimit),
        Bomb(
            "local s = string.rep('1', 1000000) while true do tonumber(s, 10) end",
            .instructionLimit),
        Bomb("local function f() return string.gsub('x', 'x', f) end f()", .stackOverflow),
        Bomb("local function f() table.sort({ 1, 2 }, f) end f()", .stackOverflow),
    ]

    @Test(arguments: bombs)
    func `a bomb is stopped at its line, twice, and the machine lives on`(bomb: Bomb) throws {
        var machine = try LuaMachine()
        let idle = machine.liveBytes

        for _ in 1...2 {
            let error = machine.failure(
                of: "local function bombe()\n\(bomb.statement)\nend\nlocal r = bombe()\nreturn r",
                instructions: bomb.instructions)

            #expect(error?.kind == bomb.kind)
            #expect(error?.chunk == "essai.lua")
            #expect(error?.line == 2)
            let after = try machine.run(
                "return string.gsub(string.rep('ab', 2), 'b', { b = 'c' })", instructions: 500)
            #expect(after == [.string("acac"), .integer(2)])
        }
        if bomb.kind == .memoryLimit { #expect(machine.liveBytes < idle + 50_000) }
    }

    @Test func `a text too long is refused before it is made`() throws {
        var machine = try LuaMachine(limits: LuaLimits(liveBytes: 1 << 20))

        let error = machine.failure(of: "return string.rep('x', 1 << 23)", instructions: 1_000)

        #expect(error?.kind == .memoryLimit)
        #expect(error?.message == "« string.rep » : texte trop long")
    }
}

struct LibraryPriceTests {
    struct Work: CustomTestStringConvertible {
        /// A statement in which `#` stands for the size.
        let testDescription: String
        let small: Int
        let large: Int
        /// What the larger costs more, as the prices of `library.h` say.
        let difference: Int

        init(_ statement: String, _ small: Int, _ large: Int, costs difference: Int) {
            testDescription = statement
            (self.small, self.large, self.difference) = (small, large, difference)
        }
    }

    // The loop that fills a list takes two instructions for each entry.
    private static let list = "local t = {} for i = 1, # do t[i] = 0 end "

    static let works = [
        Work("string.rep('x', #)", 1 << 20, 4 << 20, costs: (3 << 20) / 64),
        Work("string.lower(string.rep('X', #))", 0, 1 << 20, costs: (1 << 20) / 8 + (1 << 20) / 64),
        Work(
            "string.find(string.rep('a', #), 'b', 1, true)", 0, 1 << 20,
            costs: (1 << 20) / 8 + (1 << 20) / 64),
        Work(
            "string.match(string.rep('a', #), 'a*')", 0, 100_000,
            costs: 100_000 + 2 * 100_000 / 64),
        Work("local n = utf8.len(string.rep('a', #))", 0, 1 << 20, costs: 131_072 + 16_384),
        Work("tonumber(string.rep('1', #))", 0, 1 << 20, costs: 131_072 + 16_384),
        Work("for i = 1, # do tostring(123456) end", 0, 10_000, costs: (4 + 6 * 4) * 10_000),
        Work(list + "table.remove(t, 1)", 0, 50_000, costs: (2 + 4) * 50_000),
        Work(list + "table.concat(t)", 0, 50_000, costs: (2 + 4 + 4) * 50_000),
        Work(list + "pairs(t)", 0, 50_000, costs: (2 + 4 + 4) * 50_000),
        // 14 passes over pairs of runs, of which the first is used up first.
        Work(
            list + "table.sort(t)", 0, 1 << 14,
            costs: (2 + 4 + 4) * (1 << 14) + 4 * 14 * (1 << 13)),
    ]

    // INVARIANT: the end of a budget is seen one interval of the hook late at most.
    private static let interval = 4096

    @Test(arguments: works)
    func `the same call costs the same, and more by its size`(work: Work) throws {
        let small = try Self.cost(of: work.testDescription, size: work.small)
        let large = try Self.cost(of: work.testDescription, size: work.large)
        let again = try Self.cost(of: work.testDescription, size: work.large)

        #expect(large == again)
        #expect(abs(large - small - work.difference) <= Self.interval)
    }

    @Test func `a budget that suffices still does when it is larger`() throws {
        let text = "local s = string.rep('ab', 50000)\nreturn (string.gsub(s, 'b', 'c'))"
        let cost = try Self.cost(of: text, size: 0)
        var machine = try LuaMachine()

        for more in stride(from: 0, through: 20_000, by: 1_111) {
            #expect(machine.failure(of: text, instructions: cost + more) == nil)
            #expect(
                machine.failure(of: text, instructions: cost - 1 - more)?.kind == .instructionLimit)
        }
    }

    // The smallest budget that suffices.
    private static func cost(of work: String, size: Int) throws -> Int {
        var machine = try LuaMachine(limits: LuaLimits(totalBytes: 1 << 40))
        let function = try machine.load(
            work.replacing("#", with: "\(size)"), chunkName: "@essai.lua")
        var enough = 1 << 24
        var tooLittle = 0
        while enough - tooLittle > 1 {
            let middle = (enough + tooLittle) / 2
            if machine.failure(calling: function, instructions: middle) == nil {
                enough = middle
            } else {
                tooLittle = middle
            }
        }
        return enough
    }
}
