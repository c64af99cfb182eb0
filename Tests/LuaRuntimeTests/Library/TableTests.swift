// Lists changed, joined, spread and sorted, and the order of `pairs`: sections 6.1 and 6.6.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct TableTests {
    static let changed: [(statement: String, list: String)] = [
        ("table.insert(t, 'x')", "1,2,3,x"), ("table.insert(t, 1, 'x')", "x,1,2,3"),
        ("table.insert(t, 4, 'x')", "1,2,3,x"), ("table.remove(t)", "1,2"),
        ("table.remove(t, 1)", "2,3"), ("table.remove(t, 4)", "1,2,3"),
        ("table.sort(t, function(a, b) return a > b end)", "3,2,1"),
    ]

    @Test(arguments: changed)
    func `a list is changed in place`(statement: String, list: String) throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            "local t = { 1, 2, 3 }\n\(statement)\nreturn table.concat(t, ',')")

        #expect(results == [.string(list)])
    }

    static let given = [
        LibraryExample(
            "table.remove({ 1, 2, 3 }, 1), table.remove({}), table.remove({}, 0)", "1 nil nil"),
        LibraryExample("table.concat({ 1, 'a', 2.5 })", "'1a2.5'"),
        LibraryExample("table.concat({ 1, 2, 3 }, ', ', 2)", "'2, 3'"),
        LibraryExample("table.concat({ 1, 2, 3 }, ', ', 2, 2)", "'2'"),
        LibraryExample("table.concat({ 1, 2, 3 }, ', ', 3, 2)", "''"),
        LibraryExample("table.unpack({ 1, 2, 3 })", "1 2 3"),
        LibraryExample("table.unpack({ 1, 2, 3 }, 2)", "2 3"),
        LibraryExample("table.unpack({ 1 }, 1, 3)", "1 nil nil"),
        LibraryExample("table.unpack({}, math.maxinteger, math.maxinteger)", "nil"),
        LibraryExample("#{ table.unpack({}, 1, 1000) }", "0"),
    ]

    @Test(arguments: given)
    func `a list gives its entries`(example: LibraryExample) throws {
        try expectResults(of: example)
    }

    static let refused = [
        LibraryRefusal("table.insert({}, 3, 'x')", "« table.insert » : place hors de la liste"),
        LibraryRefusal("table.insert({})", "« table.insert » attend deux ou trois arguments"),
        LibraryRefusal(
            "table.insert(nil, 1)", "« table.insert » attend une table en argument 1, pas rien"),
        LibraryRefusal("table.remove({ 1 }, 3)", "« table.remove » : place hors de la liste"),
        LibraryRefusal(
            "table.concat({ 1, {} })",
            "« table.concat » joint des textes et des nombres, pas une table"),
        LibraryRefusal(
            "table.unpack({}, 1, 1001)", "« table.unpack » : plus de 1000 valeurs à la fois"),
        LibraryRefusal(
            "table.unpack({}, math.mininteger, math.maxinteger)",
            "« table.unpack » : plus de 1000 valeurs à la fois"),
        LibraryRefusal(
            "table.sort({ 1, 'a' })", "« table.sort » ne compare pas un texte et un nombre"),
        LibraryRefusal(
            "table.sort({ {}, {} })",
            "« table.sort » ne compare pas une table : lui donner une fonction"),
        LibraryRefusal(
            "table.sort({ 2, 1 }, 3)",
            "« table.sort » attend une fonction en argument 2, pas un nombre"),
        LibraryRefusal("table.sort({ 2, 1 }, function() error('non') end)", "non"),
        LibraryRefusal("pairs()", "« pairs » attend une table en argument 1, pas rien"),
        LibraryRefusal(
            "pairs({ [true] = 1 })",
            "« pairs » : les clés d’une table à parcourir sont des nombres ou des textes"),
    ]

    @Test(arguments: refused)
    func `what cannot be done is refused in French`(refusal: LibraryRefusal) throws {
        try expectRefusal(of: refusal)
    }

    // MARK: - Sorting

    @Test func `equal entries keep their order`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t = {}
            for i = 1, 100 do t[i] = { key = i * 7 % 5, place = i } end
            table.sort(t, function(a, b) return a.key < b.key end)
            for i = 2, 100 do
              local a, b = t[i - 1], t[i]
              if a.key > b.key or a.key == b.key and a.place > b.place then return i end
            end
            return 'stable'
            """)

        #expect(results == [.string("stable")])
    }

    @Test func `texts are sorted by their bytes`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t = { 'é', 'b', 'B', 'a\\0b', 'a', '', 'z' }
            table.sort(t)
            return table.concat(t, '|')
            """)

        #expect(results == [.string("|B|a|a\0b|b|z|é")])
    }

    @Test(arguments: ["true", "false", "a >= b", "(a * 7919 + b) % 3 == 0", "nil"])
    func `an order that is none still ends, and loses nothing`(order: String) throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t, seen, count = {}, {}, 0
            for i = 1, 50 do t[i] = i * 37 % 50 end
            table.sort(t, function(a, b) return \(order) end)
            for i = 1, 50 do
              if not seen[t[i]] then count = count + 1 end
              seen[t[i]] = true
            end
            return count, #t
            """)

        #expect(results == [.integer(50), .integer(50)])
    }

    @Test func `an order that changes the list sorts what was there`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t = { 3, 1, 2 }
            table.sort(t, function(a, b) t[1], t[2], t[3] = nil, nil, nil return a < b end)
            return table.concat(t, ',')
            """)

        #expect(results == [.string("1,2,3")])
    }

    // MARK: - pairs

    static let orders: [(table: String, walked: String)] = [
        ("{ 10, 20, 30 }", "1=10 2=20 3=30 "), ("{}", ""),
        ("{ b = 1, a = 2, B = 3, [3] = 4, [1] = 5 }", "1=5 3=4 B=3 a=2 b=1 "),
        (
            "{ [2.5] = 'x', [2] = 'y', [-1] = 'z', [1e300] = 'w', [-1/0] = 'v' }",
            "-inf=v -1=z 2=y 2.5=x 1e+300=w "
        ),
        (
            "{ [math.maxinteger] = 1, [2^63] = 2, [math.mininteger] = 3 }",
            "-9223372036854775808=3 9223372036854775807=1 9.2233720368548e+18=2 "
        ),
        (
            "{ ['10'] = 1, [10] = 2, ['9'] = 3, [''] = 4, ['é'] = 5, z = 6 }",
            "10=2 =4 10=1 9=3 z=6 é=5 "
        ),
    ]

    @Test(arguments: orders)
    func `pairs goes by numbers, then by texts`(table: String, walked: String) throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local walked = ''
            for k, v in pairs(\(table)) do walked = walked .. tostring(k) .. '=' .. v .. ' ' end
            return walked
            """)

        #expect(results == [.string(walked)])
    }

    @Test func `entries may go away during the walk`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t, walked = { a = 1, b = 2, c = 3, d = 4 }, ''
            for k in pairs(t) do
              walked = walked .. k
              t[k] = nil
              if k == 'b' then t.c = nil end
              t.e = 5
            end
            return walked
            """)

        #expect(results == [.string("abd")])
    }

    @Test func `a thousand keys come in order however they were set`() throws {
        var machine = try LuaMachine()

        let results = try machine.run(
            """
            local t, last = {}, nil
            for i = 1, 1000 do t[i * 7919 % 1009] = true t['k' .. i * 7919 % 1009] = true end
            local count = 0
            for k in pairs(t) do
              if last ~= nil and type(last) == type(k) and not (last < k) then return 'disorder' end
              if type(last) == 'string' and type(k) == 'number' then return 'disorder' end
              last, count = k, count + 1
            end
            return count
            """)

        #expect(results == [.integer(2000)])
    }
}
