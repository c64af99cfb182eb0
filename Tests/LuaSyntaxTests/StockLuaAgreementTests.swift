// Our parser and stock Lua take and refuse the same texts.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import LuaSyntax
import Testing

struct StockLuaAgreementTests {
    @Test func `the accepted texts are taken by both`() throws {
        let texts = acceptedTexts.map { Array($0.utf8) }

        let answers = try StockLua.load(texts)

        for (text, answer) in zip(acceptedTexts, answers) {
            #expect(answer == .accepted, "\(text)")
            #expect(Verdict(text) == .accepted, "\(text)")
        }
    }

    @Test func `the refused texts are refused by both`() throws {
        let texts = refusedTexts.map { Array($0.utf8) }

        let answers = try StockLua.load(texts)

        for (text, answer) in zip(refusedTexts, answers) {
            #expect(answer != .accepted, "\(text)")
            #expect(Verdict(text) == .refused, "\(text)")
        }
    }

    @Test(arguments: [20_200_708, 20_220_116, 20_221_116] as [UInt64])
    func `mutated texts get the same verdict from both`(seed: UInt64) throws {
        let originals = try acceptedTexts.map { Array($0.utf8) } + policyFiles()
        var mutator = Mutator(originals: originals, random: SplitMix64(seed: seed))
        let texts = (0..<2_000).map { _ in mutator.next() }

        let answers = try StockLua.load(texts)

        expectAgreement(on: texts, answers, seed: seed)
    }

    @Test(arguments: [20_230_729, 20_230_806] as [UInt64])
    func `random statements with jumps and constants get the same verdict from both`(
        seed: UInt64
    ) throws {
        var statements = RandomStatements(random: SplitMix64(seed: seed))
        let texts = (0..<2_000).map { _ in Array(statements.next().utf8) }

        let answers = try StockLua.load(texts)

        expectAgreement(on: texts, answers, seed: seed)
        let accepted = answers.count { $0 == .accepted }
        #expect((200...1_800).contains(accepted), "seed \(seed): \(accepted) accepted")
    }

    @Test(arguments: [acceptedTexts, refusedTexts])
    func `no text of the corpus meets a limit of the stock compiler`(texts: [String]) throws {
        let answers = try StockLua.load(texts.map { Array($0.utf8) })

        #expect(answers.allSatisfy { !$0.isCompilerLimit })
    }

    /// The limits of the stock compiler and our limits of depth aside.
    private func expectAgreement(on texts: [[UInt8]], _ answers: [StockLua.Answer], seed: UInt64) {
        for (text, answer) in zip(texts, answers) where !answer.isCompilerLimit {
            let verdict = Verdict(bytes: text)
            if verdict == .tooDeep { continue }
            let expected: Verdict = answer == .accepted ? .accepted : .refused
            let shown = String(decoding: text, as: UTF8.self).debugDescription
            #expect(verdict == expected, "seed \(seed): \(shown), stock Lua: \(answer)")
        }
    }

    /// The policies of the repository.
    private func policyFiles() throws -> [[UInt8]] {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let policies = root.appendingPathComponent("policies")
        guard let files = FileManager.default.enumerator(atPath: policies.path) else { return [] }
        let paths = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".lua") }.sorted()
        return try paths.map { Array(try Data(contentsOf: policies.appendingPathComponent($0))) }
    }
}

/// What our parser says of a text.
private enum Verdict {
    case accepted
    case refused
    /// Refused only for a depth or a length that stock Lua may take.
    case tooDeep

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) {
        do throws(DiagnosticsError) {
            _ = try LuaParser.parse(SourceText(path: "x.lua", bytes: bytes))
            self = .accepted
        } catch {
            let limits = ["lua.imbrication", "lua.expression-trop-longue"]
            let isLimit = error.diagnostics.allSatisfy { limits.contains($0.code) }
            self = isLimit ? .tooDeep : .refused
        }
    }
}
