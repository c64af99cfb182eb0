// The bounded library and stock Lua's, on the same cases made at random.
// SPDX-License-Identifier: MIT

import Foundation
import LuaRuntime
import Testing

/// Hundreds of thousands of cases, made from their numbers by the texts of the folder `Parity`.
///
/// A refusal counts as equal to a refusal: ours are in French. The intended differences, which the
/// cases stay away from, are those of `IntendedDifferencesTests`.
struct StockParityTests {
    struct Batch: CustomTestStringConvertible {
        let testDescription: String
        let count: Int
    }

    static let batches = [
        Batch(testDescription: "find", count: 60_000),
        Batch(testDescription: "match", count: 50_000),
        Batch(testDescription: "gmatch", count: 50_000),
        Batch(testDescription: "gsub", count: 60_000),
        Batch(testDescription: "format", count: 100_000),
        Batch(testDescription: "sort", count: 20_000),
        Batch(testDescription: "rest", count: 60_000),
    ]

    @Test(arguments: batches)
    func `each case gives what stock Lua gives, or both refuse it`(batch: Batch) throws {
        let kind = batch.testDescription

        let stock = try ParityCases.stockResults(kind, count: batch.count)
        let ours = try ParityCases.ourResults(kind, count: batch.count)

        #expect(stock.count == batch.count)
        #expect(ours.count == batch.count)
        let different = zip(ours, stock).enumerated().first { $1.0 != $1.1 }
        if let (index, (mine, theirs)) = different {
            Issue.record("\(kind) \(index + 1): the machine gives \(mine), stock Lua \(theirs)")
        }
        let refusals = stock.count { $0 == "!" }
        #expect(refusals * 3 < batch.count)
    }
}

/// The cases, run by either.
enum ParityCases {
    private static let chunk = 500

    private static func text() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Parity")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return try files.sorted { $0.path() < $1.path() }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    }

    /// One line for each case, `!` for a refusal, which must be in French.
    static func ourResults(_ kind: String, count: Int) throws -> [Substring] {
        var machine = try LuaMachine(limits: LuaLimits(totalBytes: 1 << 40, wallSeconds: 600))
        let cases = try machine.load(try text(), chunkName: "=parity")
        let run = try machine.callKeeping(cases, instructions: 1_000_000)
        var lines: [Substring] = []
        for first in stride(from: 1, through: count, by: chunk) {
            let last = min(first + chunk - 1, count)
            let arguments: [LuaValue] = [
                .string(kind), .integer(Int64(first)), .integer(Int64(last)),
            ]
            lines += try results(of: run, arguments, in: &machine)
        }
        return lines
    }

    // The cases go on behind the one that was refused.
    private static func results(
        of run: LuaReference, _ arguments: [LuaValue], in machine: inout LuaMachine
    ) throws -> [Substring] {
        for _ in 0...chunk {
            do {
                let results = try machine.call(run, arguments, instructions: 1_000_000_000)
                guard case .string(let text)? = results.first else { return [] }
                return text.split(separator: "\n", omittingEmptySubsequences: false)
            } catch {
                try #require(error.kind == .raised, "\(arguments): \(error)")
            }
        }
        return []
    }

    /// The same, by the stock `lua5.4`.
    static func stockResults(_ kind: String, count: Int) throws -> [Substring] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "parity-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "parity.lua")
        let output = folder.appending(path: "results")
        try text().write(to: program, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "lua5.4", program.path(), output.path(), "\(chunk)", kind, "\(count)",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "lua5.4 failed")
        let text = try String(contentsOf: output, encoding: .utf8)
        return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
    }
}
