// Two versions of a policy, each with the ordinary evaluation.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Judges dossiers under both versions of a policy.
struct PolicyPair: ~Copyable {
    private let before: Policy
    private let after: Policy
    private var judgeBefore: Evaluator
    private var judgeAfter: Evaluator

    /// Loads both versions.
    ///
    /// - Throws: a diagnostic where a file fails.
    init(_ before: Policy, _ after: Policy) throws(DiagnosticsError) {
        let old = try Evaluator(before)
        let new = try Evaluator(after)
        self.before = before
        self.after = after
        judgeBefore = old
        judgeAfter = new
    }

    /// A dossier under both; nil when one of them refuses it.
    mutating func judge(_ draft: Draft) -> WitnessPair? {
        let schema = before.schema
        let json = draft.dossier.json(in: after.schema)
        guard
            let old = Witness(
                json, le: draft.decided, placing: draft.placed, schema: schema, by: &judgeBefore),
            let new = Witness(
                json, le: draft.decided, placing: draft.placed, schema: after.schema,
                by: &judgeAfter)
        else { return nil }
        return WitnessPair(before: old, after: new)
    }

    /// The regimes that came, went or cover other days, in byte order.
    mutating func regimeChanges() throws -> [RegimeChange] {
        var changes: [RegimeChange] = []
        for id in Set((before.regimes + after.regimes).map(\.id)).sorted() {
            let old = before.regime(id: id).map { RegimeDays($0) }
            let new = after.regime(id: id).map { RegimeDays($0) }
            guard old != new else { continue }
            var witness: WitnessPair?
            for (policy, period) in [(after, old?.period), (before, new?.period)]
            where witness == nil && policy.regime(id: id) != nil {
                witness = try self.witness(of: id, in: policy, outside: period)
            }
            if witness == nil, old?.transition != new?.transition {
                witness = try crossingWitness(of: id)
            }
            changes.append(RegimeChange(id: id, before: old, after: new, witness: witness))
        }
        return changes
    }

    /// A dossier across a limit of a regime that only one version flags, or each with its own text.
    private mutating func crossingWitness(of id: String) throws -> WitnessPair? {
        for policy in [before, after] {
            guard let crossing = policy.regime(id: id)?.declaration.crossing else { continue }
            var search = try RegimeSearch([policy], regime: id, budget: 0)
            let day = max(crossing.filed, crossing.decided)
            guard
                let piece = search.pieces.last(where: { $0.days.lowerBound <= day })
            else { continue }
            let occasion = Occasion(piece: piece, filed: crossing.filed, decided: crossing.decided)
            let draft = try search.completed(
                .unfilled(on: crossing.filed), [], at: occasion, version: 0, sparing: [],
                readsDecision: true)
            if let pair = judge(draft),
                pair.before.verdict.transition != pair.after.verdict.transition
            {
                return pair
            }
        }
        return nil
    }

    /// A dossier of a day that a regime covers in one version alone.
    private mutating func witness(
        of id: String, in policy: Policy, outside other: Period?
    ) throws -> WitnessPair? {
        var search = try RegimeSearch([policy], regime: id, budget: 0)
        for piece in search.pieces {
            let beside = [
                other?.du.map { $0.ordinal - 1 }, other?.jusquAu.map { $0.ordinal + 1 },
            ].compactMap(\.self).map { Day(clamping: $0) }
            let day = ([piece.days.lowerBound, piece.days.upperBound] + beside).first {
                piece.period.contains($0) && !(other?.contains($0) ?? false)
            }
            guard let day else { continue }
            let draft = try search.completed(
                .unfilled(on: day), [], at: Occasion(piece: piece, filed: day, decided: day),
                version: 0,
                sparing: [], readsDecision: true)
            guard let pair = judge(draft), pair.showsRegime(id) else { continue }
            return pair
        }
        return nil
    }
}

extension Dossier {
    /// A dossier of which nothing is known but the day.
    fileprivate static func unfilled(on day: Day) -> Dossier {
        Dossier(
            numero: RegimeSearch.numero, deposeLe: day,
            facts: FactRecord(["numero": .text(RegimeSearch.numero)]))
    }
}

extension RegimeDays {
    fileprivate init(_ regime: Regime) {
        let declaration = regime.declaration
        self.init(
            period: declaration.period, choice: declaration.choiceDate,
            transition: declaration.crossing == nil ? nil : declaration.transition)
    }
}

extension RegimeDeclaration {
    /// A filing day and a decision day of a dossier that the regime covers and of which one lies
    /// outside it; nil where there are none.
    fileprivate var crossing: (filed: Day, decided: Day)? {
        switch choiceDate {
        case .depot: period.jusquAu.map { ($0, Day(clamping: $0.ordinal + 1)) }
        case .decision: period.du.map { (Day(clamping: $0.ordinal - 1), $0) }
        }
    }
}

extension WitnessPair {
    /// Whether a regime covers the dossier in one version alone.
    fileprivate func showsRegime(_ id: String) -> Bool {
        (before.verdict.regime?.id == id) != (after.verdict.regime?.id == id)
    }
}

extension LevelChange {
    /// The totals whose level has another name in two versions of a regime, from the least.
    static func between(_ before: Regime, _ after: Regime) -> [LevelChange] {
        let (old, new) = (before.levels, after.levels)
        let starts = Set((old + new).flatMap(\.levels).map(\.from)).sorted()
        return zip(starts, starts.dropFirst().map { $0 } + [nil]).compactMap { from, below in
            let names = (old.first?.name(for: from), new.first?.name(for: from))
            guard names.0 != names.1 else { return nil }
            return LevelChange(
                regime: after.id, from: from, below: below, before: names.0, after: names.1)
        }
    }
}

extension Regime {
    fileprivate var levels: [Levels] { declarations.levels.map(\.value) }
}
