// Texts printed back from tokens, and from trees.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import LuaSyntax

struct PrinterTests {
    @Test(arguments: acceptedTexts)
    func `an unedited text is printed with the same bytes`(text: String) throws {
        let source = SourceText(path: "a.lua", text: text)

        let chunk = try LuaParser.parse(source)

        #expect(chunk.printed() == Array(text.utf8))
    }

    @Test func `a mark of order, line ends and wrong UTF-8 are printed with the same bytes`() throws
    {
        let bytes =
            Array("\u{FEFF}#!lua\r\n-- é\r\nx = [[\r\n]] --[=[\r]=]\n\r".utf8) + [0x2D, 0x2D, 0xFF]

        let chunk = try LuaParser.parse(SourceText(path: "a.lua", bytes: bytes))

        #expect(chunk.printed() == bytes)
    }

    @Test(arguments: acceptedTexts)
    func `a tree printed and read again says the same`(text: String) throws {
        let block = try LuaParser.parse(SourceText(path: "a.lua", text: text)).block

        let again = try LuaParser.parse(SourceText(path: "b.lua", text: block.lua)).block

        #expect(shape(of: again) == shape(of: block), "\(block.lua)")
    }

    @Test func `statements are printed one a line`() throws {
        let text = """
            if a then f{1,b=2,[c]=3} elseif b then else x.y[1]=function(a,...) return a end end
            for i=1,2 do ::l:: goto l end   repeat local x<const> , y = "é\\"\\n" until x -- end
            """

        let block = try LuaParser.parse(SourceText(path: "a.lua", text: text)).block

        #expect(
            block.lua == #"""
                if a then f({1, b = 2, [c] = 3}); elseif b then else x.y[1] = function(a, ...) \#
                return a; end; end;
                for i = 1, 2 do ::l::; goto l; end;
                repeat local x <const>, y = "é\"\n"; until x;

                """#)
    }

    @Test(arguments: [
        "a + b * c": "a + b * c", "(a + b) * c": "(a + b) * c", "- - a": "- -a", "-(-a)": "-(-a)",
        "not(a==b)": "not (a == b)", "a..b..c": "a .. b .. c", "2^-3^x": "2 ^ -3 ^ x",
        "f'x'.y:z{1}": #"f("x").y:z({1})"#, "[[a\nb]]": #""a\nb""#, "#t//0x10": "#t // 0x10",
        "~a~b": "~a ~ b", "'\\200\\0'": #""\xC8\x00""#,
    ])
    func `an expression is printed on one line`(text: String, expected: String) throws {
        let source = SourceText(path: "a.lua", text: text)

        let expression = try LuaParser.parseExpression(in: source, range: 0..<text.utf8.count)

        #expect(expression.lua == expected)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a tree built without parentheses is printed with those that it needs`(seed: UInt64) throws
    {
        var trees = RandomExpressions(random: SplitMix64(seed: seed))
        for _ in 0..<500 {
            let expression = trees.next(depth: 5)
            let text = expression.lua

            let again = try LuaParser.parseExpression(
                in: SourceText(path: "a.lua", text: text), range: 0..<text.utf8.count)

            #expect(shape(of: again.bare) == shape(of: expression), "seed \(seed): \(text)")
        }
    }
}

/// Builds trees of operators, calls and fields.
private struct RandomExpressions {
    var random: SplitMix64

    mutating func next(depth: Int) -> Expression {
        let kind: Expression.Kind
        switch depth == 0 ? 0 : Int.random(in: 0..<8, using: &random) {
        case 0: kind = .name(Name(text: "a", range: 0..<0))
        case 1: kind = .number(NumberLiteral(value: .integer(1), text: "1"))
        case 2: kind = .field(next(depth: depth - 1), Name(text: "b", range: 0..<0))
        case 3: kind = .call(next(depth: depth - 1), arguments: [next(depth: depth - 1)])
        case 4:
            let operation = UnaryOperator.allCases.randomElement(using: &random) ?? .not
            kind = .unary(operation, next(depth: depth - 1), operatorRange: 0..<0)
        default:
            let operation = BinaryOperator.allCases.randomElement(using: &random) ?? .add
            kind = .binary(
                operation, next(depth: depth - 1), next(depth: depth - 1), operatorRange: 0..<0)
        }
        return Expression(kind: kind, range: 0..<0)
    }
}

extension Expression {
    /// The expression without parentheses, of the kinds that `RandomExpressions` makes.
    fileprivate var bare: Expression {
        let kind: Expression.Kind
        switch self.kind {
        case .parenthesized(let inner): return inner.bare
        case .field(let base, let name): kind = .field(base.bare, name)
        case .call(let base, let arguments):
            kind = .call(base.bare, arguments: arguments.map(\.bare))
        case .unary(let operation, let operand, let range):
            kind = .unary(operation, operand.bare, operatorRange: range)
        case .binary(let operation, let left, let right, let range):
            kind = .binary(operation, left.bare, right.bare, operatorRange: range)
        default: return self
        }
        return Expression(kind: kind, range: range)
    }
}
