// The trees of texts: ranges, blocks, expressions in part of a text, and walks.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import Testing

struct ParserTests {
    @Test func `each statement spans from its first token to its last`() throws {
        let text = " a = 1 ; local b <const> = f ( 2 ) -- c\nreturn a ; "

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        let texts = chunk.block.statements.map { chunk.source.text(in: $0.range) }
        #expect(texts == ["a = 1", "local b <const> = f ( 2 )", "return a"])
        #expect(
            chunk.source.text(in: chunk.block.range)
                == "a = 1 ; local b <const> = f ( 2 ) -- c\nreturn a")
    }

    @Test func `each expression spans from its first token to its last`() throws {
        let text = "return ( a ) . b [ 1 ] : c ( - d .. 'e' ) , { f = g , [ h ] = ... }"

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        var texts: [String] = []
        chunk.block.forEachExpression { texts.append(chunk.source.text(in: $0.range)) }
        #expect(
            texts == [
                "( a ) . b [ 1 ] : c ( - d .. 'e' )", "( a ) . b [ 1 ]", "( a ) . b", "( a )", "a",
                "1", "- d .. 'e'", "- d", "d", "'e'", "{ f = g , [ h ] = ... }", "g", "h", "...",
            ])
    }

    @Test func `a function spans from its word, a named one from its parenthesis`() throws {
        let text = "local function f ( ) end function t.g:h ( a , ... ) end x = function ( ) end"

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        let bodies = chunk.block.statements.compactMap { statement -> FunctionBody? in
            switch statement.kind {
            case .localFunction(_, let body), .function(_, _, let body): body
            case .assignment(_, let values):
                if case .function(let body) = values[0].kind { body } else { nil }
            default: nil
            }
        }
        let texts = bodies.map { chunk.source.text(in: $0.range) }
        #expect(texts == ["( ) end", "( a , ... ) end", "function ( ) end"])
        #expect(bodies.map(\.parameters.count) == [0, 1, 0])
        #expect(bodies[1].varargs.map { chunk.source.text(in: $0) } == "...")
    }

    @Test func `an empty block has its place`() throws {
        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: "do  end"))

        guard case .doBlock(let body) = chunk.block.statements[0].kind else {
            Issue.record("no block")
            return
        }
        #expect(body.range == 2..<2)
    }

    @Test func `operators bind as in the manual`() throws {
        let text = "a or b and c < d | e ~ f & g << h .. i + j * -k ^ l"

        let shown = nested(try readExpression(text))

        let expected =
            "(a or (b and (c < (d | (e ~ (f & (g << (h .. (i + (j * (-(k ^ l))))))))))))"
        #expect(shown == expected)
    }

    @Test(arguments: [
        "a + b - c": "((a + b) - c)", "a .. b .. c": "(a .. (b .. c))",
        "a ^ b ^ c": "(a ^ (b ^ c))",
        "a < b < c": "((a < b) < c)", "-a ^ b": "(-(a ^ b))", "not a == b": "((not a) == b)",
        "a * b / c // d % e": "((((a * b) / c) // d) % e)", "2 ^ -a * b": "((2 ^ (-a)) * b)",
        "a << b >> c": "((a << b) >> c)", "#a .. ~b": "((# a) .. (~ b))",
    ])
    func `equal operators bind to the side that Lua says`(text: String, expected: String) throws {
        let shown = nested(try readExpression(text))

        #expect(shown.filter { $0 != " " } == expected.filter { $0 != " " })
    }

    @Test func `an expression in part of a text keeps the places of the whole`() throws {
        let source = SourceText(path: "a.lua", text: #"x = "{ a.b + 1 }""#)

        let expression = try LuaParser.parseExpression(in: source, range: 6..<15)

        #expect(expression.range == 7..<14)
        #expect(source.text(in: expression.range) == "a.b + 1")
    }

    @Test(arguments: [
        "", " ", "a b", "a +", "a = 1", "return a", "a)", "(a", "local a = 1", "f(", "'a",
    ])
    func `what is not one whole expression is refused`(text: String) {
        #expect(throws: DiagnosticsError.self) { try readExpression(text) }
    }

    @Test func `an expression is read up to the end of its range only`() throws {
        let source = SourceText(path: "a.lua", text: "#a + 'b' + c")

        let expression = try LuaParser.parseExpression(in: source, range: 0..<2)

        #expect(expression.lua == "#a")
        #expect(throws: DiagnosticsError.self) {
            try LuaParser.parseExpression(in: source, range: 0..<7)
        }
    }

    @Test func `comments stand before the token that follows them`() throws {
        let text = "-- one\n--[[ two ]] x = 1 -- three\n"

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        let comments = chunk.tokens.map { token in
            token.trivia.filter { $0.kind != .space }.map { chunk.source.text(in: $0.range) }
        }
        #expect(comments == [["-- one", "--[[ two ]]"], [], [], ["-- three"]])
        #expect(chunk.tokens.map(\.kind) == [.name, .symbol, .number, .end])
    }

    @Test func `a walk meets every expression, also in functions`() throws {
        let text = "local function f() a = b end g(function() return c end) for i = d, e do h() end"
        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        var names: [String] = []
        chunk.block.forEachExpression { expression in
            if case .name(let name) = expression.kind { names.append(name.text) }
        }

        #expect(names == ["a", "b", "g", "c", "d", "e", "h"])
    }

    @Test func `a walk meets every statement, also in functions inside expressions`() throws {
        let text = """
            if a then f(function() goto b ::b:: end) else while c do break end end
            local t = { g = function() return function() local h end end }
            """
        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))

        var words: [String] = []
        chunk.block.forEachStatement { statement in
            words.append(String(chunk.source.text(in: statement.range).prefix(6)))
        }

        #expect(
            words == [
                "if a t", "f(func", "goto b", "::b::", "while ", "break", "local ", "return",
                "local ",
            ])
    }
}

private func readExpression(_ text: String) throws -> Expression {
    try LuaParser.parseExpression(
        in: SourceText(path: "a.lua", text: text), range: 0..<text.utf8.count)
}

/// Every operation in parentheses.
private func nested(_ expression: Expression) -> String {
    switch expression.kind {
    case .binary(let operation, let left, let right, _):
        "(\(nested(left)) \(operation.rawValue) \(nested(right)))"
    case .unary(let operation, let operand, _): "(\(operation.rawValue)\(nested(operand)))"
    case .name(let name): name.text
    default: expression.lua
    }
}
