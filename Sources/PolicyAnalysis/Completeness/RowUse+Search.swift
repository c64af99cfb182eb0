// Looks for a dossier on which a rule gives something else without one row of a table.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A rule over a stretch of time throughout which it gives the same.
struct WalkedRule {
    let rule: RuleInForce
    let piece: TimePiece
}

extension RowUse {
    /// Looks at every row of a regime's tables that no regime before it needed.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - regime: the regime.
    ///   - walked: its rules in force, one a stretch of time.
    ///   - meaning: what they mean.
    ///   - budget: how many regions may still be looked at; what is taken of it is taken off.
    /// - Throws: `DiagnosticsError` where a file fails, `EvaluationError` where the machine does.
    mutating func look(
        _ policy: Policy, _ regime: Regime, _ walked: [WalkedRule], _ meaning: RegimeMeaning,
        _ budget: inout Int
    ) throws {
        var walk = try RowWalk(policy, regime, budget: budget)
        for table in regime.declarations.tables {
            let name = table.name.value
            let readers = walked.filter { walked in
                meaning.tables(of: walked.rule.index).contains { $0.name.value == name }
            }
            for row in table.rows where use(of: row, in: table) != .used {
                let readers = readers.filter { row.period.overlaps($0.piece.period) }
                let use: Use =
                    if readers.isEmpty {
                        .unread
                    } else if readers.contains(where: { meaning.quotes(name, $0.rule.index) }) {
                        .used
                    } else {
                        try walk.use(of: row, in: table, by: readers)
                    }
                note(use, of: row, in: table)
            }
        }
        budget = walk.budget
    }
}

/// A regime beside a version of it that lacks one row.
private struct RowWalk: ~Copyable {
    private var search: RegimeSearch
    private let policy: Policy
    private let regime: String

    /// How many regions may still be looked at.
    var budget: Int { search.budget }

    /// The most regions around one dossier that shows the rule at work.
    private static let mostForAttempt = 8
    /// The most facts that take a row's texts in turn, all dossiers of a rule together.
    private static let mostAttempts = 64

    init(_ policy: Policy, _ regime: Regime, budget: Int) throws {
        search = try RegimeSearch([policy, policy], regime: regime.id, budget: budget)
        self.policy = policy
        self.regime = regime.id
    }

    /// What a row is to some rules.
    mutating func use(
        of row: DataTable.Row, in table: DataTable, by readers: [WalkedRule]
    ) throws -> RowUse.Use {
        let rows = table.rows.filter { $0 != row }.map(\.cells)
        let lacking = policy.replacing(parameters: [:], rows: [table.name.value: rows])
        try search.explorer.adopt(lacking, as: 1)
        let texts = row.texts(keyFirst: table.key)
        for reader in readers where try differs(reader, speakingOf: texts) { return .used }
        guard let regime = lacking.regime(id: regime) else { return .used }
        let versions = [search.versions[0], RegimeMeaning(lacking, regime)]
        var isExact = true
        for reader in readers {
            switch try walk(reader, versions) {
            case .used: return .used
            case .idle(let isSure): isExact = isExact && isSure
            case .unread: break
            }
        }
        return .idle(isExact: isExact)
    }

    /// Whether a rule gives something else on a dossier that speaks of the row.
    private mutating func differs(
        _ reader: WalkedRule, speakingOf texts: [String]
    ) throws -> Bool {
        let pair = pair(reader)
        var attempts = 0
        for sample in reader.rule.outcomes.atWork {
            for placement in sample.region.placements {
                guard let type = try? placement.path.type(in: policy.schema) else { continue }
                for text in texts where type.admits(text) && attempts < RowWalk.mostAttempts {
                    attempts += 1
                    let dossier = sample.region.dossier.setting(placement.path, to: .text(text))
                    var isSame = true
                    try search.explore(
                        pair.targets, from: dossier, at: sample.occasion,
                        atMost: RowWalk.mostForAttempt
                    ) { region in
                        isSame =
                            region.results.marks(of: pair.with)
                            == region.results.marks(of: pair.without)
                        return isSame
                    }
                    if !isSame { return true }
                }
            }
        }
        return false
    }

    /// Walks every dossier until a rule gives something else.
    private mutating func walk(
        _ reader: WalkedRule, _ versions: [RegimeMeaning]
    ) throws -> RowUse.Use {
        let pair = pair(reader)
        let rules = RulePair(
            rule: RuleReference(reader.rule.rule, in: versions[0].regime.id),
            before: reader.rule.index, after: reader.rule.index)
        let day = reader.piece.days.lowerBound
        let readsDecision = versions[0].readsDecisionDay(reader.rule.index)
        var isExact =
            !readsDecision && !rules.mayDifferWithinRegions(versions, on: day)
            && rules.textsTellAll(versions, on: day)
        for absences in [Explorer.Absences.thatSettle, .all] {
            var isSame = true
            var isLookedAt = false
            let isWhole = try search.explore(
                pair.targets, in: reader.piece, readsDecision: readsDecision, absences: absences
            ) { region, _ in
                isLookedAt = true
                isSame =
                    region.results.marks(of: pair.with) == region.results.marks(of: pair.without)
                isExact = isExact && region.isExact
                return isSame
            }
            guard isSame, isLookedAt else { return .used }
            isExact = isExact && isWhole
        }
        return .idle(isExact: isExact)
    }

    /// A rule with a row and without it.
    private struct Pair {
        let with: Int
        let without: Int
        let targets: [Target]
    }

    private func pair(_ reader: WalkedRule) -> Pair {
        let numbers = [0, 1].map { search.number(reader.rule.index, in: $0) }
        return Pair(
            with: numbers[0], without: numbers[1], targets: numbers.map { search.target($0) })
    }
}

extension DataTable.Row {
    /// The texts in its cells, that of the key first, then by column.
    fileprivate func texts(keyFirst key: String?) -> [String] {
        cells.sorted { ($0.key != key ? 1 : 0, $0.key) < ($1.key != key ? 1 : 0, $1.key) }
            .compactMap { if case .text(let text) = $0.value { text } else { nil } }
    }
}

extension FactType {
    /// Whether a text can be such a fact.
    fileprivate func admits(_ text: String) -> Bool {
        switch self {
        case .text: true
        case .country: Country.codes.contains(text)
        case .closed(let list): list.values.contains(text)
        case .identifier(let kind): (try? kind.check(text)) != nil
        default: false
        }
    }
}

extension RuleOutcomes {
    /// The regions that were kept, those with the most facts first: more of the rule has run there.
    fileprivate var atWork: [Sample] {
        Outcome.allCases.flatMap { regions[$0] ?? [] }.enumerated().sorted { one, other in
            let counts = [one, other].map(\.element.region.placements.count)
            return (counts[1], one.offset) < (counts[0], other.offset)
        }.map(\.element)
    }
}
