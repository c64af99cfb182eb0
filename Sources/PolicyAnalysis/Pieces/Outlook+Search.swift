// Finds what completing a dossier can still change.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
public import PolicyEngine

/// Looks at what completing dossiers can still change, one dossier after the other.
public struct OutlookFinder: ~Copyable {
    private let policy: Policy
    private let decisionDay: Day
    private let budget: Int
    private var explorer: Explorer?

    /// Prepares to look at dossiers of a policy.
    ///
    /// - Parameters:
    ///   - policy: the policy of the verdicts to come.
    ///   - decisionDay: their decision day.
    ///   - budget: the most regions to look at for one dossier.
    public init(_ policy: Policy, le decisionDay: Day, budget: Int = 3_000) {
        self.policy = policy
        self.decisionDay = decisionDay
        self.budget = budget
    }

    /// Looks at every completion of a dossier, as far as the rules of its regime tell them apart.
    ///
    /// - Parameters:
    ///   - dossier: a dossier with missing facts.
    ///   - verdict: the verdict on it.
    /// - Returns: what each missing fact can change, nothing for a dossier without a regime; nil for a
    ///   dossier too large to be looked at.
    /// - Throws: `DiagnosticsError` where the regime cannot be loaded, `EvaluationError` where the
    ///   machine fails.
    public mutating func outlook(on dossier: Dossier, _ verdict: Verdict) throws -> Outlook? {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else {
            return Outlook(pieces: [], gaps: [], settled: [], points: nil)
        }
        guard dossier.isExplorable else { return nil }
        var explorer =
            if let known = self.explorer.take(), known.regime.id == regime.id { known } else {
                try Explorer(policy, regime: regime, le: decisionDay, budget: budget)
            }
        let outlook = try Outlook(dossier, verdict, regime, policy.schema, budget, &explorer)
        self.explorer = consume explorer
        return outlook
    }
}

extension Outlook {
    fileprivate init(
        _ dossier: Dossier, _ verdict: Verdict, _ regime: Regime, _ schema: DossierSchema,
        _ budget: Int, _ explorer: inout Explorer
    ) throws {
        let facts = Dossier(
            numero: dossier.numero, deposeLe: dossier.deposeLe, facts: dossier.facts)
        let results = try explorer.results(of: Set(explorer.rules.indices), on: facts)
        let paths = verdict.manquants.compactMap { text in
            FactPath(text).flatMap { path in
                facts[path] == nil && path.field(in: schema) != nil ? path : nil
            }
        }
        let count = verdict.expertises.count
        let seats: [Int?] = count == 0 ? [nil] : (1...count).map { $0 }
        // Points and each opinion have their share, and enough of one.
        let share = max(budget / (seats.count + 1), budget / 3)
        let opinions = try seats.map { seat in
            explorer.budget = share
            return try OpinionOutlook(of: seat, results, from: facts, &explorer)
        }
        explorer.budget = share
        let points = try PointsOutlook(results, from: facts, &explorer)
        pieces = paths.map { path in
            DecisivePiece(
                path: path, opinions: Outlook.changes(of: path, in: opinions),
                points: points.choices(of: path),
                isPartial: opinions.contains { $0.isPartial(on: path) }
                    || points.isPartial(on: path),
                isExact: opinions.allSatisfy { $0.isExact(on: path) } && points.isExact(on: path))
        }
        gaps = verdict.manquants.filter { $0.isRow(in: regime) }
        settled = opinions.map(\.settled)
        self.points = points.span
    }

    /// What a fact changes of each opinion; expertises of which it changes the same stand together.
    private static func changes(
        of path: FactPath, in opinions: [OpinionOutlook]
    ) -> [DecisivePiece.OpinionChange] {
        var found: [(expertises: [Int], choices: [DecisivePiece.Choice<Avis>])] = []
        for opinion in opinions {
            let choices = opinion.choices(of: path)
            guard !choices.isEmpty else { continue }
            let number = [opinion.expertise].compactMap(\.self)
            if let same = found.firstIndex(where: { $0.choices == choices }) {
                found[same].expertises += number
            } else {
                found.append((number, choices))
            }
        }
        return found.map { .init(expertises: $0.expertises, choices: $0.choices) }
    }
}

extension String {
    /// Whether it names a row of a table: `presence[TV]`.
    fileprivate func isRow(in regime: Regime) -> Bool {
        regime.declarations.tables.contains { hasPrefix($0.name.value + "[") }
    }
}
