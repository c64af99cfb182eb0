// The plain form under stock Lua, and the instrumented form in the engine, say the same.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import PolicyEngine
import Testing

struct PlainFormAgreementTests {
    @Test
    func `both forms give the same results, points and days on complete dossiers`() throws {
        let seed: UInt64 = 20_200_708
        let policy = try ShippedFiles.policy()
        let regime = try #require(policy.regime(id: "expe-ct"))
        var random = RandomDossier(seed: seed, schema: policy.schema)
        let dossiers = (0..<2_000).map { random.complete(numero: "R-\($0)") }
        let decision = try #require(Day(iso: "2026-02-28"))

        let lines = try StockLua.run(policy.plainLua(of: regime), on: dossiers, decision: decision)

        var evaluator = try Evaluator(policy)
        var results: [String: (verdict: Verdict, byKey: [ResultKey: RuleResult])] = [:]
        for dossier in dossiers {
            let verdict = try evaluator.evaluate(dossier, le: decision, regime: "expe-ct")
            results[dossier.numero] = (verdict, verdict.results)
        }
        var compared = 0
        for line in lines {
            let (verdict, byKey) = try #require(results[line.numero])
            let ours = byKey[ResultKey(id: line.rule, sujet: line.sujet)]
            // An unknown arose (a country without a row): stock Lua has no word for it.
            if let ours, ours.outcome == .indeterminee || !ours.manquants.isEmpty { continue }
            compared += 1
            let outcome = ours?.outcome ?? .sansObjet
            #expect(
                outcome.rawValue == line.outcome, "seed \(seed), \(line), \(ours?.motif ?? "")")
            if let points = ours?.points, outcome == .satisfaite {
                #expect(Double(line.value) == points.lowerBound, "seed \(seed), \(line)")
            }
            if let value = ours?.valeur, outcome == .satisfaite, case .day(let day) = value {
                #expect(line.value == day.iso, "seed \(seed), \(line)")
            }
            if let period = verdict.period(of: line.rule) {
                #expect(line.value == period, "seed \(seed), \(line)")
            }
        }
        #expect(compared > 40_000, "only \(compared) results could be compared")
        #expect(compared > lines.count / 2)
    }
}

/// One line that the plain form prints.
private struct PlainLine: CustomStringConvertible {
    let numero: String
    let rule: String
    let sujet: String
    let outcome: String
    let value: String
    let description: String

    init?(_ text: Substring) {
        let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5 else { return nil }
        (numero, rule, sujet, outcome, value) = (
            fields[0], fields[1], fields[2], fields[3], fields[4]
        )
        description = fields.joined(separator: " ")
    }
}

/// Runs the stock `lua5.4`.
private enum StockLua {
    static func run(
        _ program: String, on dossiers: [Dossier], decision: Day
    ) throws -> [PlainLine] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "sceau-plain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let programFile = folder.appending(path: "politique.lua")
        let dossierFile = folder.appending(path: "dossiers.lua")
        let outputFile = folder.appending(path: "resultats.txt")
        try program.write(to: programFile, atomically: true, encoding: .utf8)
        let entries = dossiers.map {
            "l[#l+1] = { dossier = \($0.facts.luaLiteral), decision = jour \"\(decision.iso)\" }"
        }
        try ("local l = {}\n" + entries.joined(separator: "\n") + "\nreturn l\n")
            .write(to: dossierFile, atomically: true, encoding: .utf8)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["lua5.4", programFile.path(), dossierFile.path()]
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "lua5.4 failed")
        let text = try String(contentsOf: outputFile, encoding: .utf8)
        return text.split(separator: "\n").compactMap(PlainLine.init)
    }
}
