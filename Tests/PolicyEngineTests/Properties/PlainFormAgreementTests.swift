// The plain form under stock Lua, and the instrumented form in the engine, say the same.
// SPDX-License-Identifier: MIT

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
