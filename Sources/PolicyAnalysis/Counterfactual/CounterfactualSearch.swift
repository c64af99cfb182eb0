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
    private var explorer: Explorer
    private var evaluator: Evaluator

    /// The most sets of changes that are told of one expertise.
    public static let mostFound = 8
    /// The most elements that a list is given.
    private static let mostAdded = 3
    /// The most ways that are followed to satisfy one criterion.
    private static let mostWays = 6

    /// Prepares to search around a dossier.
    ///
    /// - Parameters:
    ///   - dossier: the dossier.
    ///   - verdict: the verdict on it, under a regime.
    ///   - policy: the policy of the verdict.
    ///   - budget: the most regions to look at.
    /// - Throws: `DiagnosticsError` where a regime cannot be loaded.
    public init?(
        _ dossier: Dossier, _ verdict: Verdict, under policy: Policy, budget: Int = 5_000
    ) throws {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else { return nil }
        let explorer = try Explorer(
            policy, regime: regime, le: verdict.dateDecision, budget: budget)
        let evaluator = try Evaluator(policy)
        self.policy = policy
        self.verdict = verdict
        self.dossier = Dossier(
            numero: dossier.numero, deposeLe: dossier.deposeLe, facts: dossier.facts)
        self.explorer = explorer
        self.evaluator = evaluator
    }

    /// The reports on the expertises that are not favourable, or on a dossier without any.
    public mutating func reports() throws -> [CounterfactualReport] {
        let seats: [(Int?, Avis)] =
            verdict.expertises.isEmpty
            ? [(nil, verdict.avis)] : verdict.expertises.map { ($0.number, $0.avis) }
        var reports: [CounterfactualReport] = []
        for (seat, avis) in seats where avis != .favorable && !explorer.isPartial {
            reports.append(try report(on: seat, avis))
        }
        return reports
    }

    // MARK: - One expertise

    /// A dossier on the way, with the changes that led to it.
    private struct Step {
        let dossier: Dossier
        var changes: [Counterfactual.Change]

        var cost: Int { changes.map(\.cost).reduce(0, +) }
    }

    private mutating func report(on seat: Int?, _ avis: Avis) throws -> CounterfactualReport {
        var pending = [Step(dossier: dossier, changes: [])]
        var found: [Counterfactual] = []
        var blocking: [String] = []
        var seen: Set<[Counterfactual.Change]> = []
        while let step = pending.popLast(), !explorer.isPartial,
            found.count < 2 * Self.mostFound
        {
            let blocked = try self.blocking(seat, step.dossier)
            guard let first = blocked.first else {
                if let known = try confirmed(step, for: seat) { found.append(known) }
                continue
            }
            guard step.changes.count < 8 else { continue }
            let ways = try self.ways(to: first, from: step)
            if ways.isEmpty && step.changes.isEmpty { blocking.append(first.result.id) }
            let next = ways.filter { seen.insert($0.changes).inserted }
            pending += next
            // The cheapest is followed first; the one that came first among equals.
            pending = pending.enumerated()
                .sorted { ($0.element.cost, $0.offset) > ($1.element.cost, $1.offset) }
                .map(\.element)
        }
        if !blocking.isEmpty || found.isEmpty { blocking = try unmovable(seat) }
        return CounterfactualReport(
            expertise: seat, avis: avis,
            found: Array(found.leastSets.prefix(Self.mostFound)), blocking: blocking,
            isPartial: explorer.isPartial)
    }

    /// The criteria that stand against a favourable opinion, the worst first.
    private mutating func blocking(_ seat: Int?, _ dossier: Dossier) throws -> [ProbedResult] {
        try explorer.results(of: Set(explorer.rules.indices), on: dossier)
            .filter { result in
                result.result.kind == .critere && result.severity > 0
                    && (result.expertise == nil || result.expertise == seat)
            }
            .enumerated()
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .map(\.element)
    }

    /// The criteria that no change satisfies by itself.
    private mutating func unmovable(_ seat: Int?) throws -> [String] {
        var ids: [String] = []
        for result in try blocking(seat, dossier) where !explorer.isPartial {
            let start = Step(dossier: dossier, changes: [])
            if try ways(to: result, from: start).isEmpty { ids.append(result.result.id) }
        }
        return ids.withoutRepeats
    }

    // MARK: - One criterion

    /// The steps that satisfy a criterion, or make it irrelevant.
    private mutating func ways(to blocked: ProbedResult, from step: Step) throws -> [Step] {
        let read = (blocked.result.lus.map(\.name) + blocked.result.manquants)
            .compactMap { FactPath($0) }.withoutRepeats
        let missing = read.filter { step.dossier[$0] == nil && isGivable($0) }
        let changeable = read.filter { path in
            guard let known = step.dossier[path], let field = path.field(in: policy.schema),
                field.isModifiable || known.isBlank && isGivable(path),
                !step.changes.contains(where: { $0.path.holds(path) })
            else { return false }
            return field.type.record == nil
        }
        let lists = read.filter { path in
            guard case .list(let elements)? = step.dossier[path],
                let field = path.field(in: policy.schema), field.isModifiable,
                field.type.record != nil, !step.changes.contains(where: { $0.path.holds(path) })
            else { return false }
            return elements.count < 100
        }
        var steps: [Step] = []
        let open = changeable.reduce(step.dossier) { $0.setting($1, to: nil) }
        steps += try self.steps(
            of: blocked, from: open, placing: missing + changeable, added: nil, step)
        for list in lists {
            for count in 1...Self.mostAdded {
                let more = try self.steps(
                    of: blocked, from: step.dossier.appending(count, to: list), placing: missing,
                    added: (list, count), step)
                steps += more
                if !more.isEmpty { break }
            }
        }
        return Array(
            steps.enumerated().sorted {
                ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
            }
            .map(\.element).prefix(Self.mostWays))
    }

    /// The regions in which a criterion no longer stands against a favourable opinion, as steps.
    private mutating func steps(
        of blocked: ProbedResult, from start: Dossier, placing facts: [FactPath],
        added: (list: FactPath, count: Int)?, _ step: Step
    ) throws -> [Step] {
        var found: [(region: Region, ways: [FactPath: [Placement]])] = []
        try explorer.explore([blocked.target], from: start) { path in
            facts.contains { $0.holds(path) } || added.map { $0.list.holds(path) } ?? false
        } visit: { region in
            let isClear = region.results.allSatisfy { $0.severity == 0 }
            if isClear {
                let ways = Dictionary(grouping: region.placements) { placement in
                    facts.first { $0.holds(placement.path) } ?? added?.list ?? placement.path
                }
                found.append((region, ways))
            }
            return true
        }
        return found.map { region, ways in
            var dossier = step.dossier
            var changes = step.changes
            if let added {
                let way = ways[added.list] ?? []
                dossier = dossier.setting(added.list, to: region.dossier[added.list])
                changes.append(.init(path: added.list, kind: .added(added.count), way: way))
            }
            for path in facts {
                guard let way = ways[path], !way.contains(where: { $0.cell.extent == .absent })
                else {
                    continue
                }
                let known = step.dossier[path]
                if let known, let cell = way.first?.cell, cell.contains(known) { continue }
                dossier = dossier.setting(path, to: region.dossier[path])
                if let whole = changes.firstIndex(where: { $0.path.holds(path) }) {
                    changes[whole].way += way
                } else {
                    changes.append(
                        .init(
                            path: path, kind: known?.isBlank ?? true ? .given : .changed, way: way))
                }
            }
            return Step(dossier: dossier, changes: changes)
        }
    }

    /// Whether a fact that is missing may be given: never a country or a name.
    private func isGivable(_ path: FactPath) -> Bool {
        guard let field = path.field(in: policy.schema) else { return false }
        return field.type != .country && field.name != "nom"
    }

    // MARK: - Proof

    /// The changes of a step that are needed, with the verdict that shows it; nil when the ordinary
    /// evaluation is of another opinion.
    private mutating func confirmed(_ step: Step, for seat: Int?) throws -> Counterfactual? {
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

extension Fact {
    /// Whether it is a text that says nothing, which is given as a missing one is.
    fileprivate var isBlank: Bool {
        if case .text(let text) = self { text.isBlank } else { false }
    }
}

extension Counterfactual.Change {
    /// How much is asked: a fact counts one; an element counts one, and what it must say.
    fileprivate var cost: Int {
        switch kind {
        case .given, .changed: 2
        case .added(let count): 2 * count + way.count
        }
    }
}

extension [Counterfactual] {
    /// Those that ask for no more than another one, cheapest first; of several that ask for the same
    /// facts, the one that asks least of them.
    fileprivate var leastSets: [Counterfactual] {
        let sorted = merged.enumerated().sorted { first, second in
            (first.element.cost, first.offset) < (second.element.cost, second.offset)
        }
        var least: [Counterfactual] = []
        for (_, candidate) in sorted {
            let asked = candidate.asked
            if !least.contains(where: { asked.isSuperset(of: $0.asked) }) {
                least.append(candidate)
            }
        }
        return least
    }

    /// The same where two differ in the cell of one fact that would do in either.
    private var merged: [Counterfactual] {
        var merged: [Counterfactual] = []
        for candidate in self {
            if let (place, both) = merged.enumerated().lazy.compactMap({ place, known in
                known.joined(with: candidate).map { (place, $0) }
            }).first {
                merged[place] = both
            } else {
                merged.append(candidate)
            }
        }
        return merged.count < count ? merged.merged : merged
    }
}

extension Counterfactual {
    fileprivate var cost: Int { changes.map(\.cost).reduce(0, +) }

    /// Which facts it changes, and how.
    fileprivate var asked: Set<Asked> { Set(changes.map { Asked(path: $0.path, kind: $0.kind) }) }

    fileprivate struct Asked: Hashable {
        let path: FactPath
        let kind: Change.Kind
    }

    fileprivate func joined(with other: Counterfactual) -> Counterfactual? {
        guard changes.map(\.path) == other.changes.map(\.path),
            changes.map(\.kind) == other.changes.map(\.kind)
        else { return nil }
        let differing = changes.indices.filter { changes[$0] != other.changes[$0] }
        guard differing.count == 1, let place = differing.first,
            let way = changes[place].way.joined(with: other.changes[place].way)
        else { return nil }
        var both = changes
        both[place].way = way
        return Counterfactual(changes: both, witness: witness)
    }
}

extension Dossier {
    /// The dossier with elements at the end of a list, of which nothing is known.
    fileprivate func appending(_ count: Int, to list: FactPath) -> Dossier {
        guard case .list(let elements)? = self[list] else { return self }
        let unknown = Array(repeating: Fact.record(FactRecord()), count: count)
        return setting(list, to: .list(elements + unknown))
    }
}
