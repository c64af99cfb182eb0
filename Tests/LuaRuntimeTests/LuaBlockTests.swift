// Blocks of every size keep what they hold, and what is given back serves again.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaBlockTests {
    /// Tables that grow through every small size and beyond, while others of each size come and go.
    private static let growing = """
        local kept, wrong = {}, 0
        for size = 1, 80 do
          local items, fields = {}, {}
          for i = 1, size do
            items[i], fields["k" .. i] = size * 100 + i, i
            local garbage = { i, { i }, string.rep("x", i) }
          end
          kept[size] = { items, fields, string.rep("é", size) }
        end
        for size = 1, 80 do
          local items, fields, text = kept[size][1], kept[size][2], kept[size][3]
          for i = 1, size do
            if items[i] ~= size * 100 + i or fields["k" .. i] ~= i then wrong = wrong + 1 end
          end
          if text ~= string.rep("é", size) then wrong = wrong + 1 end
        end
        return wrong
        """

    @Test func `blocks hold what was written, however they grow and move`() throws {
        var machine = try LuaMachine()
        let idle = machine.liveBytes
        for _ in 1...20 {
            #expect(try machine.run(LuaBlockTests.growing) == [.integer(0)])
        }
        // A second machine has blocks of its own.
        var other = try LuaMachine()
        #expect(try other.run(LuaBlockTests.growing) == [.integer(0)])
        #expect(machine.liveBytes < idle + (4 << 20))
    }

    @Test func `small blocks go on where the first 8 MiB of them end`() throws {
        var machine = try LuaMachine()
        let text = """
            local all = {}
            for i = 1, 150000 do all[i] = { i } end
            for i = 1, 150000, 2 do all[i] = nil end
            for i = 1, 150000, 2 do all[i] = { i, -i } end
            local wrong = 0
            for i = 1, 150000 do
              if all[i][1] ~= i or i % 2 == 1 and all[i][2] ~= -i then wrong = wrong + 1 end
            end
            return wrong
            """
        #expect(try machine.run(text, instructions: 20_000_000) == [.integer(0)])
        #expect(try machine.run(LuaBlockTests.growing) == [.integer(0)])
    }
}
