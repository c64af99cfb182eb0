// The values of numerals and strings, written out and as stock Lua gives them.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

struct LiteralTests {
    @Test(
        arguments: [
            ("0", .integer(0)), ("007", .integer(7)), ("9223372036854775807", .integer(.max)),
            ("9223372036854775808", .float(9_223_372_036_854_775_808)), ("0xff", .integer(255)),
            ("0x7fffffffffffffff", .integer(.max)), ("0xffffffffffffffff", .integer(-1)),
            ("0x1ffffffffffffffff", .integer(-1)), ("3.", .float(3)), (".5", .float(0.5)),
            ("1e2", .float(100)), ("1E-2", .float(0.01)), ("0x.8", .float(0.5)),
            ("0xA.p1", .float(20)),
            ("0x1p-1", .float(0.5)), ("1e400", .float(.infinity)), ("1e-400", .float(0)),
        ] as [(String, NumberLiteral.Value)])
    func `a numeral has Lua's value`(text: String, expected: NumberLiteral.Value) throws {
        let expression = try read(text)

        guard case .number(let literal) = expression.kind else {
            Issue.record("no number: \(expression)")
            return
        }
        #expect(literal.value == expected)
        #expect(literal.text == text)
    }

    @Test(
        arguments: [
            (#"'\a\b\f\n\r\t\v\\\"\''"#, [7, 8, 12, 10, 13, 9, 11, 92, 34, 39]),
            (#"'\65\0661\x43'"#, [65, 66, 49, 67]), ("'a\\z \r\n b'", [97, 98]),
            ("'\\\r\n\\\n\r\\\n\\\r'", [10, 10, 10, 10]),
            ("[[\r\na\rb\n\rc\n\nd]]", Array("a\nb\nc\n\nd".utf8)),
            ("[==[]]]=]]==]", Array("]]]=]".utf8)),
            (#"'\u{7F}\u{80}\u{7FF}'"#, [0x7F, 0xC2, 0x80, 0xDF, 0xBF]),
            (#"'\u{800}\u{FFFF}'"#, [0xE0, 0xA0, 0x80, 0xEF, 0xBF, 0xBF]),
            (#"'\u{10000}'"#, [0xF0, 0x90, 0x80, 0x80]),
            (#"'\u{200000}'"#, [0xF8, 0x88, 0x80, 0x80, 0x80]),
            (#"'\u{4000000}'"#, [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]),
            (#"'\u{7FFFFFFF}'"#, [0xFD, 0xBF, 0xBF, 0xBF, 0xBF, 0xBF]),
        ] as [(String, [UInt8])])
    func `a string has Lua's bytes`(text: String, expected: [UInt8]) throws {
        #expect(try readString(text).bytes == expected)
    }

    @Test func `each byte of a string knows its place in the source`() throws {
        let literal = try readString(#"'aé\n\u{E9}\z  b'"#)

        #expect(literal.bytes == Array("aé\néb".utf8))
        #expect(Array(literal.offsets) == [1, 2, 3, 4, 6, 6, 16, 17])
        #expect(!literal.isLong)
        #expect(literal.text == "aé\néb")
    }

    @Test func `each byte of a long string knows its place in the source`() throws {
        let literal = try readString("[=[\r\na\r\nb]=]")

        #expect(literal.bytes == Array("a\nb".utf8))
        #expect(Array(literal.offsets) == [5, 6, 8, 9])
        #expect(literal.isLong)
    }

    @Test func `wrong UTF-8 and NUL stay in a string`() throws {
        let source = SourceText(path: "a.lua", bytes: [0x27, 0xFF, 0x00, 0xC3, 0x27])

        let expression = try LuaParser.parseExpression(in: source, range: 0..<5)

        guard case .string(let literal) = expression.kind else {
            Issue.record("no string: \(expression)")
            return
        }
        #expect(literal.bytes == [0xFF, 0x00, 0xC3])
    }

    @Test(arguments: [2_020, 2_021] as [UInt64])
    func `random literals have the values of stock Lua`(seed: UInt64) throws {
        var literals = RandomLiterals(random: SplitMix64(seed: seed))
        let texts = (0..<1_000).map { _ in literals.next() }

        let answers = try StockLua.values(texts.map { Array($0.utf8) })

        for (text, answer) in zip(texts, answers) {
            #expect(described(try read(text)) == answer, "seed \(seed): \(text.debugDescription)")
        }
    }
}

private func read(_ text: String) throws -> Expression {
    try LuaParser.parseExpression(
        in: SourceText(path: "a.lua", text: text), range: 0..<text.utf8.count)
}

private func readString(_ text: String) throws -> StringLiteral {
    guard case .string(let literal) = try read(text).kind else {
        throw StockLua.Failure(text: "no string: \(text)")
    }
    return literal
}

/// A literal as `StockLua.values` describes it.
private func described(_ expression: Expression) -> String {
    switch expression.kind {
    case .number(let literal):
        switch literal.value {
        case .integer(let value): "i:\(value)"
        case .float(let value):
            "f:" + hex(withUnsafeBytes(of: value.bitPattern.bigEndian, Array.init))
        }
    case .string(let literal): "s:" + hex(literal.bytes)
    default: "no literal"
    }
}

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Makes well-formed numerals and strings of all kinds.
private struct RandomLiterals {
    var random: SplitMix64

    mutating func next() -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: decimal()
        case 1: hexadecimal()
        case 2: "'" + parts(RandomLiterals.quotedParts) + "'"
        default: "[==[" + parts(RandomLiterals.longParts) + "]==]"
        }
    }

    private mutating func decimal() -> String {
        let whole = digits("0123456789", 1...22)
        let exponent = "eE".randomElement(using: &random).map(String.init) ?? ""
        let sign = ["", "+", "-"].randomElement(using: &random) ?? ""
        let tails = [
            "", "", ".", "." + digits("0123456789", 1...20),
            ".5" + exponent + sign + digits("0123456789", 1...3),
            exponent + sign + digits("0123456789", 1...3),
        ]
        return whole + (tails.randomElement(using: &random) ?? "")
    }

    private mutating func hexadecimal() -> String {
        let letters = "0123456789abcdefABCDEF"
        let sign = ["", "+", "-"].randomElement(using: &random) ?? ""
        let tails = [
            "", "", ".", "." + digits(letters, 1...20), "p" + sign + digits("0123456789", 1...4),
            "." + digits(letters, 1...4) + "P" + sign + digits("0123456789", 1...4),
        ]
        return "0x" + digits(letters, 1...20) + (tails.randomElement(using: &random) ?? "")
    }

    private mutating func digits(_ from: String, _ count: ClosedRange<Int>) -> String {
        String(
            (0..<Int.random(in: count, using: &random)).compactMap { _ in
                from.randomElement(using: &random)
            })
    }

    private mutating func parts(_ list: [String]) -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
            list.randomElement(using: &random) ?? ""
        }.joined()
    }

    private static let quotedParts = [
        "a", "é", "\\n", "\\\\", "\\'", "\"", "\\65", "\\0", "\\007", "\\255", "\\x7e", "\\xFF",
        "\\u{0}", "\\u{e9}", "\\u{20AC}", "\\u{1F600}", "\\u{3FFFFFF}", "\\u{7fffffff}", "\\z \n ",
        "\\\n", "\\\r\n", "\\\n\r", "\t", "\u{0}", "\\v", "[[", "--",
    ]

    private static let longParts = [
        "a", "é", "\n", "\r\n", "\r", "\n\r", "]]", "]=]", "]", "[==[", "\\n", "\\", "'", "\u{0}",
    ]
}
