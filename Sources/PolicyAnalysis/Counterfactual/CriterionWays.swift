// How one criterion after the other can be satisfied.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A dossier on the way, with the changes that led to it.
struct ChangedDossier: Sendable {
    let dossier: Dossier
    var changes: [Counterfactual.Change]

    /// How much is asked.
    var cost: Int { changes.map(\.cost).reduce(0, +) }
}

/// Looks for changes that satisfy single criteria, and keeps what was found: expertises share requests
/// and much else.
struct CriterionWays: ~Copyable {
    private let schema: DossierSchema
    private let criteria: Set<Int>
    private var explorer: Explorer
    private var blockedFound: [[Counterfactual.Change]: [ProbedResult]] = [:]
    private var waysFound: [Way: [ChangedDossier]] = [:]

    /// A criterion on a subject, after some changes.
    private struct Way: Hashable {
        let target: Target
        let changes: [Counterfactual.Change]
    }

    /// The most elements that a list is given.
    private static let mostAdded = 3
    /// The most ways that are followed to satisfy one criterion.
    private static let mostWays = 6

    /// Loads a regime.
    ///
    /// - Throws: `DiagnosticsError` where it cannot be loaded.
    init(_ policy: Policy, _ regime: Regime, le decisionDay: Day) throws {
        schema = policy.schema
        explorer = try Explorer(policy, regime: regime, le: decisionDay, budget: 0)
        let rules = explorer.rules
        criteria = Set(rules.indices.filter { rules[$0].rule.kind == .critere })
    }

    /// How many regions may still be looked at; none left, and what was found is partial.
    var budget: Int {
        get { explorer.budget }
        set { explorer.budget = newValue }
    }

    /// Whether the budget ran out.
    var isPartial: Bool { explorer.isPartial }

    /// The criteria that stand against a favourable opinion, the worst first.
    mutating func blocking(_ seat: Int?, _ step: ChangedDossier) throws -> [ProbedResult] {
        var blocked = blockedFound[step.changes] ?? []
        if blockedFound[step.changes] == nil {
            blocked = try explorer.results(of: criteria, on: step.dossier)
                .filter { $0.severity > 0 }
            blockedFound[step.changes] = blocked
        }
        return blocked.filter { $0.expertise == nil || $0.expertise == seat }
            .enumerated()
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .map(\.element)
    }

    /// The steps that satisfy a criterion, or make it irrelevant.
    mutating func ways(
        to blocked: ProbedResult, from step: ChangedDossier
    ) throws -> [ChangedDossier] {
        let key = Way(target: blocked.target, changes: step.changes)
        if let known = waysFound[key] { return known }
        let found = try search(for: blocked, from: step)
        // What was cut short is not all that there is.
        if !explorer.isPartial { waysFound[key] = found }
        return found
    }

    private mutating func search(
        for blocked: ProbedResult, from step: ChangedDossier
    ) throws -> [ChangedDossier] {
        let read = (blocked.result.lus.map(\.name) + blocked.result.manquants)
            .compactMap { FactPath($0) }.withoutRepeats
        let missing = read.filter { step.dossier[$0] == nil && isGivable($0) }
        let changeable = read.filter { path in
            guard let known = step.dossier[path], let field = path.field(in: schema),
                field.isModifiable || known.isBlank && isGivable(path),
                !step.changes.contains(where: { $0.path.holds(path) })
            else { return false }
            return field.type.record == nil
        }
        let lists = read.filter { path in
            guard case .list(let elements)? = step.dossier[path],
                let field = path.field(in: schema), field.isModifiable,
                field.type.record != nil, !step.changes.contains(where: { $0.path.holds(path) })
            else { return false }
            return elements.count < 100
        }
        var steps: [ChangedDossier] = []
        let open = changeable.reduce(step.dossier) { $0.setting($1, to: nil) }
        steps += try self.steps(
            of: blocked, from: open, placing: missing + changeable, added: nil, step)
        for list in lists {
            for count in 1...CriterionWays.mostAdded {
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
            .map(\.element).prefix(CriterionWays.mostWays))
    }

    /// The regions in which a criterion no longer stands against a favourable opinion, as steps.
    private mutating func steps(
        of blocked: ProbedResult, from start: Dossier, placing facts: [FactPath],
        added: (list: FactPath, count: Int)?, _ step: ChangedDossier
    ) throws -> [ChangedDossier] {
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
            return ChangedDossier(dossier: dossier, changes: changes)
        }
    }

    /// Whether a fact that is missing may be given: never a country or a name.
    private func isGivable(_ path: FactPath) -> Bool {
        guard let field = path.field(in: schema) else { return false }
        return field.type != .country && field.name != "nom"
    }
}

extension Fact {
    /// Whether it is a text that says nothing, which is given as a missing one is.
    fileprivate var isBlank: Bool {
        if case .text(let text) = self { text.isBlank } else { false }
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
