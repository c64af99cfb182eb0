// Random changes of texts, the same on every machine for the same seed.
// SPDX-License-Identifier: MIT

import Diagnostics

@testable import LuaSyntax

/// The generator SplitMix64.
///
/// Source: Steele, Lea and Flood, « Fast splittable pseudorandom number generators », 2014.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Makes faulty texts out of good ones.
struct Mutator {
    /// The texts to change.
    let originals: [[UInt8]]
    var random: SplitMix64

    /// One text with one to three changes.
    mutating func next() -> [UInt8] {
        var text = pick(originals)
        for _ in 0..<pick([1, 1, 1, 2, 3]) { text = change(text) }
        return text
    }

    private mutating func change(_ text: [UInt8]) -> [UInt8] {
        if Int.random(in: 0..<6, using: &random) == 0 { return changeBytes(text) }
        var pieces = Mutator.pieces(text)
        let index = Int.random(in: 0...pieces.count, using: &random)
        let other = Int.random(in: 0...pieces.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0 where index < pieces.count: pieces.remove(at: index)
        case 1 where index < pieces.count: pieces.insert(pieces[index], at: index)
        case 2 where index < pieces.count && other < pieces.count: pieces.swapAt(index, other)
        case 3 where index < pieces.count: pieces[index] = Array(" \(pick(Mutator.tokens)) ".utf8)
        case 4: pieces.insert([0x20] + pick(originals) + [0x20], at: index)
        default: pieces.insert(Array(" \(pick(Mutator.tokens)) ".utf8), at: index)
        }
        return Array(pieces.joined())
    }

    private mutating func changeBytes(_ text: [UInt8]) -> [UInt8] {
        var text = text
        let index = Int.random(in: 0...text.count, using: &random)
        let byte =
            Bool.random(using: &random)
            ? pick(Mutator.bytes) : UInt8.random(in: 0...255, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where index < text.count: text.remove(at: index)
        case 1 where index < text.count: text[index] = byte
        default: text.insert(byte, at: index)
        }
        return text
    }

    private mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &random)]
    }

    /// The tokens of a text, each with the space before it.
    private static func pieces(_ text: [UInt8]) -> [[UInt8]] {
        let tokens = Lexer.lex(SourceText(path: "x", bytes: text)).tokens
        var start = 0
        return tokens.map { token in
            defer { start = token.range.upperBound }
            return Array(text[start..<token.range.upperBound])
        }
    }

    private static let tokens = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if",
        "in", "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
        "+", "-", "*", "/", "%", "^", "#", "&", "~", "|", "<<", ">>", "//", "==", "~=", "<=", ">=",
        "<", ">", "=", "(", ")", "{", "}", "[", "]", "::", ";", ":", ",", ".", "..", "...", "a",
        "b", "x", "1", "0x1p4", "'s'", "[[s]]", "--[[c]]", "local x", "local a <const> = 1",
        "goto a", "::a::", "do local x", "while a do", "function f()", "function(...)", "<const>",
        "<close>", "break end", "end end", "f()", "a = 1", "return ...",
    ]

    private static let bytes = Array("\n\r\t\"'\\[]=-_.0123456789xXeEpPuz{}()#~<>\u{0}é«".utf8)
}
