// What holds of the layout of any text: nothing is lost, and it is laid out once and for all.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import LuaSyntax
import Testing

struct LayoutPropertyTests {
    @Test func `the accepted texts keep their tokens, their comments and their code`() throws {
        try expectKept(acceptedTexts)
    }

    @Test(arguments: Scatter.Filling.allCases)
    func `the accepted texts do, whatever stands between their tokens`(
        filling: Scatter.Filling
    ) throws {
        var scatter = Scatter(filling, random: SplitMix64(seed: 20_210_301))

        try expectKept(acceptedTexts.map { scatter.scattered($0) })
    }

    @Test(arguments: Scatter.Filling.allCases, [20_240_101, 20_240_229] as [UInt64])
    func `random texts do`(filling: Scatter.Filling, seed: UInt64) throws {
        var texts = RandomTexts(random: SplitMix64(seed: seed))
        var scatter = Scatter(filling, random: SplitMix64(seed: seed + 1))

        try expectKept((0..<100).map { _ in scatter.scattered(texts.next()) })
    }

    @Test(arguments: Scatter.Filling.allCases)
    func `random statements do`(filling: Scatter.Filling) throws {
        var statements = RandomStatements(random: SplitMix64(seed: 20_200_708))
        var scatter = Scatter(filling, random: SplitMix64(seed: 20_220_116))

        try expectKept((0..<100).map { _ in scatter.scattered(statements.next()) })
    }

    @Test func `the shipped policies do, and lose no line of comment`() throws {
        let texts = try policyFiles()

        try expectKept(texts)
        #expect(texts.count >= 10)
    }

    @Test func `the widest and deepest texts that are read are laid out`() throws {
        let texts = [
            "x = " + String(repeating: "{ f(", count: 60) + String(repeating: ") }", count: 60),
            "x = a" + String(repeating: " or a == 1", count: 400),
            "x = a" + String(repeating: ".b", count: 400),
            String(repeating: "do ", count: 180) + String(repeating: "end ", count: 180),
        ]

        try expectKept(texts)
    }

    // MARK: - Claims

    /// Expects that each text that we read says the same once it is laid out.
    private func expectKept(_ texts: [String]) throws {
        let readable = texts.compactMap { try? Written($0) }
        #expect(readable.count * 10 >= texts.count)

        let results = try readable.map { try Written($0.laidOut) }

        for (before, after) in zip(readable, results) {
            #expect(after.words == before.words, "\(before.text)")
            #expect(after.comments == before.comments, "\(before.text)")
            #expect(after.laidOut == before.laidOut, "\(before.text)")
        }
        let codes = try StockLua.codes((readable + results).map { Array($0.text.utf8) })
        for (index, before) in readable.enumerated() {
            #expect(codes[index] == codes[readable.count + index], "\(before.text)")
        }
    }

    private func policyFiles() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "policies")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return try names.filter { $0.hasSuffix(".lua") }.sorted().map {
            try String(contentsOf: root.appending(path: $0), encoding: .utf8)
        }
    }
}

/// A text taken apart.
private struct Written {
    let text: String
    /// The tokens, with the marks between fields written as commas and none before a `}`.
    let words: [String]
    /// The comments, without the white space at the end of those that end a line.
    let comments: [String]
    /// The text laid out.
    let laidOut: String

    init(_ text: String) throws {
        let chunk = try LuaParser.parse(SourceText(path: "a.lua", text: text))
        let read = { (range: SourceRange) in Written.withLF(chunk.source.text(in: range)) }
        var words: [String] = []
        for token in chunk.tokens {
            let word = read(token.range)
            if word == "}", words.last == "," { words.removeLast() }
            words.append(word == ";" ? "," : word)
        }
        self.text = text
        self.words = words
        comments = chunk.tokens.flatMap(\.trivia).filter { $0.kind != .space }.map { trivia in
            let comment = read(trivia.range)
            guard trivia.kind == .lineComment else { return comment }
            return String(comment.reversed().drop { $0.isWhitespace }.reversed())
        }
        laidOut = String(decoding: chunk.laidOut(), as: UTF8.self)
    }

    /// The text with LF for each line end that Lua knows: LF, CR, CRLF and LFCR.
    private static func withLF(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let pair: [Unicode.Scalar?] = [last, scalar]
            if pair == ["\r", "\n"] || pair == ["\n", "\r"] {
                last = nil
                continue
            }
            result.append(scalar == "\r" ? "\n" : scalar)
            last = scalar
        }
        return String(result)
    }
}
