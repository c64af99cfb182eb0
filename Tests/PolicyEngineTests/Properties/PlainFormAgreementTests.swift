// The plain form under stock Lua, and the instrumented form in the engine, say the same.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import PolicyEngine
import Testing

/// A policy under which dossiers are drawn, and how many results at least can be compared.
struct AgreementCase: CustomTestStringConvertible, Sendable {
    let name: String
    let regime: String
    let seed: UInt64
    let comparedAtLeast: Int
    let policy: @Sendable () throws -> Policy
    var testDescription: String { name }

    static let all = [
        AgreementCase(
            name: "shipped", regime: "expe-ct", seed: 20_200_708, comparedAtLeast: 40_000,
            policy: { try ShippedFiles.policy() }),
        AgreementCase(
            name: "wide", regime: "large", seed: 1971, comparedAtLeast: 30_000,
            policy: { try Policy.load(WideRules.source) }),
    ]
}

struct PlainFormAgreementTests {
    @Test(arguments: AgreementCase.all)
    func `both forms give the same results, points and days`(_ item: AgreementCase) throws {
        let policy = try item.policy()
        let regime = try #require(policy.regime(id: item.regime))
        var random = RandomDossier(seed: item.seed, schema: policy.schema)
        let dossiers = (0..<2_000).map { random.complete(numero: "R-\($0)") }
        let decision = try #require(Day(iso: "2026-02-28"))

        let lines = try StockLua.run(policy.plainLua(of: regime), on: dossiers, decision: decision)

        var evaluator = try Evaluator(policy)
        var results: [String: [ResultKey: RuleResult]] = [:]
        var periods: [String: [ResultKey: String]] = [:]
        for dossier in dossiers {
            let verdict = try evaluator.evaluate(dossier, le: decision, regime: item.regime)
            results[dossier.numero] = verdict.results
            periods[dossier.numero] = verdict.periods
        }
        var compared = 0
        for line in lines {
            let key = ResultKey(id: line.rule, sujet: line.sujet)
            let ours = results[line.numero]?[key]
            // An unknown arose (a country without a row): stock Lua has no word for it.
            if let ours, ours.outcome == .indeterminee || !ours.manquants.isEmpty { continue }
            compared += 1
            let context: Comment = "seed \(item.seed), \(line), \(ours?.motif ?? "")"
            #expect((ours?.outcome ?? .sansObjet).rawValue == line.outcome, context)
            guard let ours, ours.outcome == .satisfaite else { continue }
            if let points = ours.points {
                #expect(Double(line.value) == points.lowerBound, context)
            }
            if let value = ours.valeur { #expect(line.value == value.asInLua, context) }
            if let period = periods[line.numero]?[key] { #expect(line.value == period, context) }
        }
        #expect(compared >= item.comparedAtLeast, "only \(compared) results could be compared")
        #expect(compared > lines.count / 2)
    }
}

extension ShownValue {
    /// The value as the plain form prints it.
    fileprivate var asInLua: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .day(let day): day.iso
        case .boolean(let value): "\(value)"
        case .decimal, .months, .days, .list, .opaque: "not printed alike"
        }
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
