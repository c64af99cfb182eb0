// Looks for the least changes that make an expertise favourable.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
public import PolicyEngine

/// Searches a dossier's neighbourhood, one blocking criterion after the other.
///
/// What may change: what is missing or a blank text, but for countries and names; facts that the
/// schema or the policy marks modifiable; lists that are, by elements at their end.
public struct CounterfactualSearch: ~Copyable {
    private let policy: Policy
    private let verdict: Verdict
    private let dossier: Dossier
    private let budget: Int
    private var ways: CriterionWays
    private var evaluator: Evaluator
    /// How many regions were looked at.
    package private(set) var explored = 0

    /// The most sets of changes that are told of one expertise.
    public static let mostFound = 8
    /// The most changes after which all ways on are looked at.
    public static let mostChanges = 8
    /// The most changes of a way that is looked at alone.
    private static let mostOfOne = 100

    /// Prepares to search around a dossier.
    ///
    /// - Parameters:
    ///   - dossier: the dossier.
    ///   - verdict: the verdict on it, under a regime.
    ///   - policy: the policy of the verdict.
    ///   - budget: the most regions to look at, and two fifths more where many changes are needed.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded.
    public init?(
        _ dossier: Dossier, _ verdict: Verdict, under policy: Policy, budget: Int = 5_000
    ) throws {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else { return nil }
        let ways = try CriterionWays(policy, regime, le: verdict.dateDecision)
        let evaluator = try Evaluator(policy)
        self.policy = policy
        self.verdict = verdict
        self.dossier = Dossier(
            numero: dossier.numero, deposeLe: dossier.deposeLe, facts: dossier.facts)
        self.budget = budget
        self.ways = ways
        self.evaluator = evaluator
    }

    /// The reports on the expertises that are not favourable, or on a dossier without any.
    public mutating func reports() throws -> [CounterfactualReport] {
        let all: [(Int?, Avis)] =
            verdict.expertises.isEmpty
            ? [(nil, verdict.avis)] : verdict.expertises.map { ($0.number, $0.avis) }
        let seats = all.filter { $0.1 != .favorable }
        var (rest, reserve) = (budget, 2 * budget / 5)
        var reports: [CounterfactualReport] = []
        for (index, (seat, avis)) in seats.enumerated() {
            reports.append(
                try report(on: seat, avis, spending: rest / (seats.count - index), &rest, &reserve))
        }
        explored = budget - rest + 2 * budget / 5 - reserve
        return reports
    }

    // MARK: - One expertise

    private mutating func report(
        on seat: Int?, _ avis: Avis, spending allowed: Int, _ rest: inout Int,
        _ reserve: inout Int
    ) throws -> CounterfactualReport {
        ways.budget = allowed
        let start = ChangedDossier(dossier: dossier, changes: [])
        var pending = [start]
        var found: [Counterfactual] = []
        var blocking: [String] = []
        var seen: Set<[Counterfactual.Change]> = []
        var isCut = false
        while let step = pending.popLast(), !ways.isPartial, found.count < 2 * Self.mostFound {
            let blocked = try ways.blocking(seat, step)
            guard let first = blocked.first else {
                if let known = try confirmed(step, for: seat) { found.append(known) }
                continue
            }
            guard step.changes.count < Self.mostChanges else {
                isCut = true
                continue
            }
            let ways = try self.ways.ways(to: first, from: step)
            if ways.isEmpty && step.changes.isEmpty && !self.ways.isPartial {
                blocking.append(first.result.id)
            }
            let next = ways.filter { seen.insert($0.changes).inserted }
            pending += next
            // The cheapest is followed first; the one that came first among equals.
            pending = pending.enumerated()
                .sorted { ($0.element.cost, $0.offset) > ($1.element.cost, $1.offset) }
                .map(\.element)
        }
        if !blocking.isEmpty || found.isEmpty { blocking = try unmovable(seat) }
        let isPartial = ways.isPartial || isCut && found.isEmpty && blocking.isEmpty
        rest -= allowed - max(0, ways.budget)
        var isStraight = false
        if found.isEmpty, blocking.isEmpty, isPartial {
            // What this expertise finds spares the next ones most of their way.
            let further = reserve / 2
            ways.budget = further
            if let known = try straight(from: start, for: seat) {
                (found, isStraight) = ([known], true)
            }
            reserve -= further - max(0, ways.budget)
        }
        return CounterfactualReport(
            expertise: seat, avis: avis,
            found: Array(found.leastSets.prefix(Self.mostFound)), blocking: blocking,
            isPartial: isPartial, isStraight: isStraight)
    }

    /// The way that takes the cheapest change for each criterion in turn; nil where it leads nowhere.
    private mutating func straight(
        from start: ChangedDossier, for seat: Int?
    ) throws -> Counterfactual? {
        var step = start
        while step.changes.count < Self.mostOfOne, !ways.isPartial {
            let blocked = try ways.blocking(seat, step)
            // What all expertises share comes first, so that it is looked at once.
            guard let first = blocked.first(where: { $0.expertise == nil }) ?? blocked.first else {
                return try confirmed(step, for: seat)
            }
            guard let next = try ways.ways(to: first, from: step).first else { return nil }
            step = next
        }
        return nil
    }

    /// The criteria that no change satisfies by itself.
    private mutating func unmovable(_ seat: Int?) throws -> [String] {
        let start = ChangedDossier(dossier: dossier, changes: [])
        var ids: [String] = []
        for result in try ways.blocking(seat, start) where !ways.isPartial {
            // A search that was cut short proves nothing.
            if try ways.ways(to: result, from: start).isEmpty, !ways.isPartial {
                ids.append(result.result.id)
            }
        }
        return ids.withoutRepeats
    }

    // MARK: - Proof

    /// The changes of a step that are needed, with the verdict that shows it; nil when the ordinary
    /// evaluation is of another opinion.
    private mutating func confirmed(_ step: ChangedDossier, for seat: Int?) throws
        -> Counterfactual?
    {
        var changes = step.changes
        var index = 0
        while index < changes.count {
            var fewer = changes
            fewer.remove(at: index)
            if witness(of: fewer, in: step.dossier, for: seat) != nil {
                changes = fewer
            } else {
                index += 1
            }
        }
        return witness(of: changes, in: step.dossier, for: seat).map {
            Counterfactual(changes: changes, witness: $0)
        }
    }

    private mutating func witness(
        of changes: [Counterfactual.Change], in changed: Dossier, for seat: Int?
    ) -> Witness? {
        let dossier = changes.reduce(dossier) { $0.setting($1.path, to: changed[$1.path]) }
        guard
            let witness = Witness(
                dossier.json(in: policy.schema), le: verdict.dateDecision,
                regime: verdict.regime?.id, schema: policy.schema, by: &evaluator)
        else { return nil }
        let avis =
            seat.flatMap { number in
                witness.verdict.expertises.first { $0.number == number }?.avis
            } ?? witness.verdict.avis
        return avis == .favorable ? witness : nil
    }
}
