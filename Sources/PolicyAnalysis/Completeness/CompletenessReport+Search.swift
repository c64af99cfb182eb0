// Finds what a policy holds that can never serve.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
public import PolicyEngine

extension CompletenessReport {
    /// Looks at every regime of a policy over all its time.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - budget: the most regions to look at.
    /// - Returns: what was found, with what keeps it from being all.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public static func search(
        _ policy: Policy, budget: Int = 200_000
    ) throws -> CompletenessReport {
        var report = CompletenessReport()
        var rest = budget
        var rows = RowUse()
        var judge = try Evaluator(policy)
        for regime in policy.regimes {
            var search = try RegimeSearch([policy], regime: regime.id, budget: rest)
            var part = RegimeCompleteness(regime)
            try part.look(&search)
            report.findings += try part.findings(&search, policy, &judge)
            report.doubts += part.doubts
            var left = search.budget
            try rows.look(policy, regime, part.walked, search.versions[0], &left)
            report.explored += rest - left
            rest = left
        }
        report.findings += rows.findings
        return report
    }
}

/// What is found under one regime.
private struct RegimeCompleteness {
    private let regime: Regime
    private var faults: [Key: Fault] = [:]
    private var totals: Set<Double> = []
    private var hasAllTotals = true
    private(set) var doubts: [Doubt] = []
    private var pairs = RulePairs()
    private var joint = JointMasks()
    /// The rules in force, once for each stretch of time throughout which one gives the same.
    private(set) var walked: [WalkedRule] = []
    private var validities = ValidityCheck()

    private struct Key: Hashable {
        let rule: Int
        let kind: CompletenessFinding.Kind
    }

    /// A fault of a rule over several periods.
    private struct Fault {
        var periods: DatedPeriods
        var isExact: Bool
        let sample: RuleOutcomes.Sample?
    }

    init(_ regime: Regime) { self.regime = regime }

    mutating func look(_ search: inout RegimeSearch) throws {
        var known: [String: RuleOutcomes] = [:]
        var reasons: [Int: Set<Doubt.Reason>] = [:]
        for piece in search.pieces {
            var sums = PointTotals()
            var rules: [RuleInForce] = []
            for index in search.versions[0].rules.indices {
                let version = search.versions[0]
                guard let mark = version.mark(of: index, on: piece.days.lowerBound) else {
                    continue
                }
                let outcomes =
                    try known[mark] ?? RuleOutcomes(of: index, in: piece, &search)
                let rule = RuleInForce(
                    version.rules[index], index, mark: mark, outcomes: outcomes)
                if known.updateValue(outcomes, forKey: mark) == nil {
                    walked.append(WalkedRule(rule: rule, piece: piece))
                }
                rules.append(rule)
                reasons[index, default: []].formUnion(outcomes.reasons)
                let kind = version.rules[index].rule.kind
                for fault in outcomes.faults(of: kind) {
                    note(fault, index, outcomes, piece.period)
                }
                sums.add(outcomes.points)
            }
            totals.formUnion(sums.values)
            hasAllTotals = hasAllTotals && sums.isWhole
            let masked = try pairs.compare(rules, in: piece, &search)
            try joint.look(at: rules, but: masked, in: piece, &search)
            try validities.look(at: rules, in: piece, &search)
        }
        for (index, more) in pairs.reasons { reasons[index, default: []].formUnion(more) }
        for (index, more) in joint.reasons { reasons[index, default: []].formUnion(more) }
        for (index, more) in validities.reasons { reasons[index, default: []].formUnion(more) }
        for (index, reasons) in reasons.sorted(by: { $0.key < $1.key }) {
            let rule = RuleReference(search.versions[0].rules[index].rule, in: regime.id)
            doubts += reasons.sorted { $0.rawValue < $1.rawValue }
                .map { Doubt(rule: rule, reason: $0) }
        }
    }

    private mutating func note(
        _ kind: CompletenessFinding.Kind, _ rule: Int, _ outcomes: RuleOutcomes, _ period: Period
    ) {
        let key = Key(rule: rule, kind: kind)
        let isExact = kind == .fails || outcomes.reasons.isEmpty
        var fault =
            faults[key]
            ?? Fault(
                periods: DatedPeriods(), isExact: isExact,
                sample: kind.shown.flatMap { outcomes.samples[$0] })
        fault.periods.add(period)
        fault.isExact = fault.isExact && isExact
        faults[key] = fault
    }

    // MARK: - Findings

    func findings(
        _ search: inout RegimeSearch, _ policy: Policy, _ judge: inout Evaluator
    ) throws -> [CompletenessFinding] {
        let order = CompletenessFinding.Kind.allCases
        var findings: [CompletenessFinding] = []
        for kind in order {
            for (key, fault) in faults.filter({ $0.key.kind == kind })
                .sorted(by: { $0.key.rule < $1.key.rule })
            {
                let rule = search.versions[0].rules[key.rule].rule
                let witness = try fault.sample.flatMap { sample in
                    let outcomes = sample.region.results.map(\.result.outcome)
                    return try search.witness(of: sample, [key.rule], policy, &judge) { verdict in
                        verdict.results(of: rule.id.value).contains {
                            outcomes.contains($0.outcome)
                        }
                    }
                }
                let isShown = kind.shown == nil || witness != nil
                findings.append(
                    CompletenessFinding(
                        kind: kind, regime: regime.id, name: rule.id.value, others: [],
                        titre: rule.titre, periods: fault.periods.periods,
                        isExact: fault.isExact && isShown,
                        witness: witness))
            }
        }
        let pairs = try pairs.findings(&search, policy, &judge)
        findings += pairs.filter { $0.kind == .masked }
        findings += try joint.findings(&search, policy, &judge)
        findings += pairs.filter { $0.kind != .masked }
        findings += try validities.findings(&search, policy, &judge)
        return findings + levels + (try natures(&search, policy, &judge))
    }

    /// The levels that no total of points gives.
    private var levels: [CompletenessFinding] {
        let levels = regime.declarations.levels.first?.value
        let names = Set(totals.compactMap { levels?.name(for: $0) })
        let isExact = !doubts.contains { $0.rule.kind == .priorite }
        return (levels?.levels ?? []).filter { !names.contains($0.name) }.map { level in
            CompletenessFinding(
                kind: .unreachableLevel, regime: regime.id, name: level.name, others: [],
                titre: "", periods: [],
                isExact: isExact && hasAllTotals, witness: nil)
        }
    }

    /// The natures of applicants that neither a text of the regime nor a table names; none where they
    /// name no nature at all.
    private func natures(
        _ search: inout RegimeSearch, _ policy: Policy, _ judge: inout Evaluator
    ) throws -> [CompletenessFinding] {
        guard let path = FactPath("collectivite.nature"),
            case .closed(let list)? = path.field(in: policy.schema)?.type,
            let piece = search.pieces.last
        else { return [] }
        let said = regime.namedTexts
        guard list.values.contains(where: said.contains) else { return [] }
        return try list.values.filter { !said.contains($0) }.map { nature in
            let start = Dossier(
                numero: RegimeSearch.numero, deposeLe: piece.days.lowerBound,
                facts: FactRecord(["numero": .text(RegimeSearch.numero)]))
            let occasion = Occasion(
                piece: piece, filed: piece.days.lowerBound, decided: piece.days.lowerBound)
            let draft = try search.completed(
                start.setting(path, to: .text(nature)), [], at: occasion, version: 0,
                sparing: [], readsDecision: false)
            return CompletenessFinding(
                kind: .unspokenNature, regime: regime.id, name: nature, others: [], titre: "",
                periods: [], isExact: true,
                witness: Witness(
                    draft.dossier.json(in: policy.schema), le: draft.decided,
                    schema: policy.schema, by: &judge))
        }
    }
}

extension Regime {
    /// The texts between quotes in its files, and those in the cells of its tables.
    fileprivate var namedTexts: Set<String> {
        let quoted = files.flatMap { file in
            file.chunk.tokens.filter { $0.kind == .string }.map {
                String(file.source.text(in: $0.range).dropFirst().dropLast())
            }
        }
        let cells = declarations.tables.flatMap { $0.rows.flatMap(\.cells.values) }
        return Set(
            quoted
                + cells.compactMap { if case .text(let text) = $0 { text } else { nil } })
    }
}
