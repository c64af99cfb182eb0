// Looks for the least changes that make an expertise favourable.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
public import PolicyEngine

/// Searches a dossier's neighbourhood.
///
/// Each rule that stands against a favourable opinion is looked at by itself, as far as rules do not
/// share what is changed; those that do are looked at together. What satisfies each of these groups is
/// then put together, the least first, and judged by the ordinary evaluation.
public struct CounterfactualSearch: ~Copyable {
    private let policy: Policy
    private let verdict: Verdict
    private let dossier: Dossier
    private let budget: Int
    private var ways: GroupWays
    private var evaluator: Evaluator
    /// How many regions were looked at.
    package private(set) var explored = 0

    /// The most sets of changes that are told of one expertise.
    public static let mostFound = 8
    /// The most changes of a set of which others are told as well.
    public static let mostChanges = 8
    /// The most sets that are put together of the ways of groups.
    private static let mostTried = 64

    /// Prepares to search around a dossier.
    ///
    /// - Parameters:
    ///   - dossier: the dossier.
    ///   - verdict: the verdict on it, under a regime.
    ///   - policy: the policy of the verdict.
    ///   - budget: the most regions to look at.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded.
    public init?(
        _ dossier: Dossier, _ verdict: Verdict, under policy: Policy, budget: Int = 7_000
    ) throws {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else { return nil }
        let ways = try GroupWays(policy, regime, le: verdict.dateDecision)
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
        var rest = budget
        var reports: [CounterfactualReport] = []
        for (index, (seat, avis)) in seats.enumerated() {
            // What the first ones find spares the next ones most of their way.
            ways.budget = rest / min(2, seats.count - index)
            let allowed = ways.budget
            let found =
                if let seat { try search(dossier, for: seat) } else { try searchWithExpertises() }
            reports.append(
                CounterfactualReport(
                    expertise: seat, avis: avis, found: found.found, blocking: found.blocking,
                    isPartial: ways.isPartial && found.blocking.isEmpty,
                    isLimited: found.isLimited))
            rest -= allowed - max(0, ways.budget)
        }
        explored = budget - rest
        return reports
    }

    // MARK: - One expertise

    /// What a search gives.
    private struct Findings {
        var found: [Counterfactual] = []
        var blocking: [String] = []
        var isLimited = false
    }

    /// Looks for what makes an expertise of a dossier favourable.
    private mutating func search(_ dossier: Dossier, for seat: Int) throws -> Findings {
        let admitted = AdmittedChanges(
            dossier, seat: seat, schema: policy.schema, le: verdict.dateDecision)
        let obstacles = try ways.obstacles(in: dossier, for: seat)
        var groups = obstacles.map { Set($0.map(\.target)) }.withoutRepeats
        var findings = Findings()
        while !ways.isPartial {
            var options: [GroupWays.Ways] = []
            for group in groups { options.append(try ways.ways(to: group, by: admitted)) }
            findings.isLimited = options.contains(where: \.isLimited)
            guard options.allSatisfy({ !$0.sets.isEmpty }) else { break }
            let attempt = try combined(options, of: groups, admitted)
            if let regrouped = attempt.regrouped {
                groups = regrouped
                continue
            }
            findings.found = attempt.found
            findings.isLimited = findings.isLimited || attempt.isLimited
            break
        }
        if findings.found.isEmpty { findings.blocking = try unmovable(obstacles, admitted) }
        if !findings.blocking.isEmpty { findings.isLimited = false }
        return findings
    }

    /// The most expertises that a dossier without any is given.
    private static let mostExpertises = 3

    /// Looks for what a dossier without expertises would need: as few of them as do, and what the
    /// first must say.
    private mutating func searchWithExpertises() throws -> Findings {
        guard let list = FactPath("expertises") else { return Findings() }
        var blocking: [String] = []
        for count in 1...CounterfactualSearch.mostExpertises where !ways.isPartial {
            let blank = Array(repeating: Fact.record(FactRecord()), count: count)
            var findings = try search(dossier.setting(list, to: .list(blank)), for: 1)
            if !findings.found.isEmpty {
                let kind: Counterfactual.Change.Kind =
                    dossier[list] == nil ? .given : .added(count)
                findings.found = findings.found.map { $0.folded(into: list, kind, count) }
                return findings
            }
            // What bars one expertise, and is not about it, bars any number of them.
            if count == 1 { blocking = findings.blocking }
            guard blocking.isEmpty else { break }
        }
        return Findings(blocking: blocking)
    }

    /// What came of putting the ways of groups together.
    private struct Attempt {
        var found: [Counterfactual] = []
        var isLimited = false
        /// The groups as they have to be: some rule sees what another group changes.
        var regrouped: [Set<Target>]?
    }

    /// Puts one way of each group together, the least first.
    private mutating func combined(
        _ options: [GroupWays.Ways], of groups: [Set<Target>], _ admitted: AdmittedChanges
    ) throws -> Attempt {
        var attempt = Attempt()
        var choices = Choices(options.map { $0.sets.map(\.cost) })
        for _ in 0..<CounterfactualSearch.mostTried {
            guard let choice = choices.next() else { return attempt }
            let sets = zip(options, choice).map { $0.sets[$1] }
            if let regrouped = try ways.regrouped(groups, sets, admitted) {
                attempt.regrouped = regrouped
                return attempt
            }
            let all = sets.reduce(ChangeSet()) { $0.adding($1) }
            guard let (least, witness) = confirmed(all, of: admitted.dossier, for: admitted.seat),
                !attempt.found.contains(where: { least.changes.asksFor($0.changes) })
            else { continue }
            attempt.found.append(
                Counterfactual(changes: least.changes, witness: witness, isExact: least.isExact))
            if attempt.found.count == CounterfactualSearch.mostFound
                || least.changes.count > CounterfactualSearch.mostChanges
            {
                break
            }
        }
        attempt.isLimited = choices.next() != nil
        return attempt
    }

    /// The rules that no admitted change satisfies, by id: proved one by one.
    private mutating func unmovable(
        _ obstacles: [[ProbedResult]], _ admitted: AdmittedChanges
    ) throws -> [String] {
        var ids: [String] = []
        for result in obstacles.filter({ $0.count == 1 }).joined() where !ways.isPartial {
            if try ways.isUnmovable(result.target, by: admitted) { ids.append(result.result.id) }
        }
        return ids.withoutRepeats
    }

    // MARK: - Proof

    /// The changes of a set that are needed, with the verdict that shows it; nil when the ordinary
    /// evaluation is of another opinion.
    private mutating func confirmed(
        _ all: ChangeSet, of dossier: Dossier, for seat: Int
    ) -> (ChangeSet, Witness)? {
        guard var witness = witness(of: all, in: dossier, for: seat) else { return nil }
        var needed = all
        var index = 0
        while index < needed.changes.count {
            var fewer = needed
            fewer.changes.remove(at: index)
            if let known = self.witness(of: fewer, in: dossier, for: seat) {
                (needed, witness) = (fewer, known)
            } else {
                index += 1
            }
        }
        return (needed, witness)
    }

    private mutating func witness(
        of set: ChangeSet, in dossier: Dossier, for seat: Int
    ) -> Witness? {
        guard
            let witness = Witness(
                set.applied(to: dossier).json(in: policy.schema), le: verdict.dateDecision,
                regime: verdict.regime?.id, schema: policy.schema, by: &evaluator),
            let expertise = witness.verdict.expertises.first(where: { $0.number == seat })
        else { return nil }
        return expertise.avis == .favorable ? witness : nil
    }
}

extension Counterfactual {
    /// The same changes, what elements of a list are given told with the list.
    fileprivate func folded(
        into list: FactPath, _ kind: Change.Kind, _ count: Int
    ) -> Counterfactual {
        let inner = changes.filter { list.holds($0.path) }.flatMap(\.way)
        let blank = Array(repeating: Fact.record(FactRecord()), count: count)
        let whole = Placement(
            path: list,
            cell: Cell(
                extent: .counts(count, count), representative: .list(blank), isExact: true))
        let change = Change(path: list, kind: kind, way: (kind == .given ? [whole] : []) + inner)
        return Counterfactual(
            changes: [change] + changes.filter { !list.holds($0.path) }, witness: witness,
            isExact: isExact)
    }
}

/// Ways to take one of each of several lists, the cheapest first.
private struct Choices {
    private let costs: [[Int]]
    /// Choices to look at, each with the first place that may still move on.
    private var pending: [(choice: [Int], from: Int, cost: Int)] = []

    /// Prepares lists of costs, each in ascending order and none empty.
    init(_ costs: [[Int]]) {
        self.costs = costs
        pending = [(costs.map { _ in 0 }, 0, costs.map { $0[0] }.reduce(0, +))]
    }

    /// The next choice: a place in each list; nil after the last.
    mutating func next() -> [Int]? {
        guard
            let place = pending.indices.min(by: {
                (pending[$0].cost, $0) < (pending[$1].cost, $1)
            })
        else { return nil }
        let (choice, from, cost) = pending.remove(at: place)
        for index in choice.indices[from...] where choice[index] + 1 < costs[index].count {
            var other = choice
            other[index] += 1
            pending.append(
                (other, index, cost + costs[index][other[index]] - costs[index][choice[index]]))
        }
        return choice
    }
}
