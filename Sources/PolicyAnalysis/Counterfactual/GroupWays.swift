// How rules that share what is changed can be satisfied together.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Looks for changes that satisfy groups of rules, and keeps what was found: expertises share requests
/// and much else.
struct GroupWays: ~Copyable {
    /// The ways to satisfy a group of rules.
    struct Ways {
        /// Sets of changes, the cheapest first.
        let sets: [ChangeSet]
        /// Whether there may be others.
        let isLimited: Bool
    }

    private let counting: Set<Int>
    private var explorer: Explorer
    private var known: [Key: Ways] = [:]

    /// A group, and the expertise for which it is looked at; nil where that does not matter.
    private struct Key: Hashable {
        let group: Set<Target>
        let seat: Int?
    }

    /// The most regions that are taken for ways of one group.
    private static let mostWays = 40

    /// Loads a regime.
    ///
    /// - Throws: `DiagnosticsError` where it cannot be loaded.
    init(_ policy: Policy, _ regime: Regime, le decisionDay: Day) throws {
        explorer = try Explorer(policy, regime: regime, le: decisionDay, budget: 0)
        let rules = explorer.rules
        counting = Set(
            rules.indices.filter { [.critere, .validite].contains(rules[$0].rule.kind) })
    }

    /// How many regions may still be looked at; none left, and what was found is partial.
    var budget: Int {
        get { explorer.budget }
        set { explorer.budget = newValue }
    }

    /// Whether the budget ran out.
    var isPartial: Bool { explorer.isPartial }

    /// What stands against a favourable opinion on an expertise, the worst first; validities that clash
    /// stand together.
    mutating func obstacles(
        in dossier: Dossier, for seat: Int
    ) throws(EvaluationError) -> [[ProbedResult]] {
        let results = try explorer.results(of: counting, on: dossier)
            .filter { $0.concerns(seat) }
        let single = results.enumerated().filter { $0.element.severity > 0 }
            .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
            .map { [$0.element] }
        let valid = results.filter {
            $0.result.kind == .validite && $0.result.outcome == .satisfaite
        }
        let clashes = Dictionary(grouping: valid, by: \.expertise).values.filter { $0.count > 1 }
        return single + clashes
    }

    // MARK: - Ways

    /// The sets of changes that satisfy a group of rules, or make them irrelevant.
    mutating func ways(to group: Set<Target>, by admitted: AdmittedChanges) throws -> Ways {
        // Requests are those of all expertises.
        let isShared = group.allSatisfy { $0.sujet.hasPrefix("demandes") }
        let key = Key(group: group, seat: isShared ? nil : admitted.seat)
        if let ways = known[key] { return ways }
        let ways = try search(for: group, by: admitted)
        // What was cut short is not all that there is.
        if !explorer.isPartial { known[key] = ways }
        return ways
    }

    private mutating func search(
        for group: Set<Target>, by admitted: AdmittedChanges
    ) throws -> Ways {
        let targets = group.sorted { ($0.rule, $0.sujet) < ($1.rule, $1.sujet) }
        let neighbourhood = Neighbourhood(admitted, isWhole: false)
        var found: [ChangeSet] = []
        var regions: [Region] = []
        try explorer.explore(
            targets, from: starts(for: targets, admitted), where: admitted.isOpen, absences: .all,
            guidedBy: neighbourhood
        ) { region in
            regions.append(region)
            neighbourhood.found.append(admitted.changes(region.placements))
            return regions.count < GroupWays.mostWays
        }
        for region in regions {
            let region = try explorer.narrowed(region, targets)
            let changes = admitted.changes(region.placements)
            found.append(
                ChangeSet(
                    changes: changes, values: admitted.values(of: changes, in: region.dossier),
                    isExact: region.isExact))
        }
        return Ways(
            sets: found.least,
            isLimited: regions.count == GroupWays.mostWays || !neighbourhood.isWholeSeen)
    }

    /// Expertises are added where a rule on the dossier looks at how many there are.
    private mutating func starts(
        for targets: [Target], _ admitted: AdmittedChanges
    ) throws -> [OpenRegion] {
        let bare = FactPath("expertises").map { admitted.opened.setting($0, to: nil) }
        let common = targets.filter { !$0.sujet.hasPrefix("expertises") }
        let results = try explorer.results(
            of: Set(common.map(\.rule)), on: bare ?? admitted.opened)
        let isCounted = results.contains { result in
            result.questions.contains { $0.path == "expertises" }
                || result.result.manquants.contains("expertises")
        }
        return admitted.starts(addingExpertises: isCounted)
    }

    /// Whether it is proved that no admitted change satisfies a rule.
    mutating func isUnmovable(_ target: Target, by admitted: AdmittedChanges) throws -> Bool {
        var isProved = true
        try explorer.explore(
            [target], from: starts(for: [target], admitted), where: admitted.isOpen,
            guidedBy: Neighbourhood(admitted, isWhole: true)
        ) { region in
            isProved = region.isExact && region.results.severities.contains { $0 > 0 }
            return isProved
        }
        return isProved && !explorer.isPartial
    }

    // MARK: - Groups

    /// The groups as they have to be; nil where they are so.
    ///
    /// Groups that change the same fact are one, and a rule that may see what a group changes belongs to
    /// it: the cells of its ways are then those that all of these rules leave whole.
    mutating func regrouped(
        _ groups: [Set<Target>], _ sets: [ChangeSet], _ admitted: AdmittedChanges
    ) throws(EvaluationError) -> [Set<Target>]? {
        for (index, set) in sets.enumerated() {
            if let other = sets[..<index].firstIndex(where: set.overlaps) {
                return groups.joining([other, index])
            }
        }
        let all = sets.reduce(ChangeSet()) { $0.adding($1) }
        let changed = all.applied(to: admitted.dossier)
        let open = all.reopened(in: changed)
        let results = try explorer.run(counting, on: open.dossier, presuming: open.presumption)
        for result in results where result.concerns(admitted.seat) {
            let owner = groups.firstIndex { $0.contains { $0.takes(result) } }
            let concerned = Set(sets.indices.filter { sets[$0].isSeen(by: result) })
            if !concerned.subtracting([owner].compactMap(\.self)).isEmpty {
                return groups.joining(
                    concerned.union([owner].compactMap(\.self)), with: result.target)
            }
        }
        for obstacle in try obstacles(in: changed, for: admitted.seat) {
            let isKnown = groups.contains { group in
                obstacle.allSatisfy { result in group.contains { $0.takes(result) } }
            }
            if !isKnown { return groups + [Set(obstacle.map(\.target))] }
        }
        return nil
    }
}

extension ProbedResult {
    /// Whether it counts for an expertise.
    fileprivate func concerns(_ seat: Int) -> Bool { expertise == nil || expertise == seat }
}

extension [Set<Target>] {
    /// Some of the groups as one, with a rule besides.
    fileprivate func joining(_ places: Set<Int>, with target: Target? = nil) -> [Set<Target>] {
        let joined = places.reduce(into: Set([target].compactMap(\.self))) { all, place in
            all.formUnion(self[place])
        }
        let others = indices.filter { !places.contains($0) }.map { self[$0] }
        return [joined] + others
    }
}

extension ChangeSet {
    /// Whether a rule may see what is changed.
    fileprivate func isSeen(by result: ProbedResult) -> Bool {
        let paths = (result.questions.map(\.path) + result.result.manquants)
            .compactMap { FactPath($0) }
        return changes.contains { change in
            paths.contains { change.path.holds($0) || $0.holds(change.path) }
        }
    }

    /// A dossier in which what is changed is there and otherwise unknown.
    fileprivate func reopened(
        in changed: Dossier
    ) -> (dossier: Dossier, presumption: Presumption) {
        var dossier = changed
        var (present, open): (Set<String>, Set<String>) = ([], [])
        for change in changes {
            if case .added = change.kind { open.insert(change.path.description) }
            for placement in change.way {
                if case .counts = placement.cell.extent {
                    open.insert(placement.path.description)
                } else {
                    dossier = dossier.setting(placement.path, to: nil)
                    present.insert(placement.path.description)
                }
            }
        }
        return (dossier, Presumption(present: present, open: open))
    }
}

/// Leads to the nearest dossiers of which the opinion is favourable.
private final class Neighbourhood: RegionGuide {
    private let admitted: AdmittedChanges
    /// Whether the other regions are looked at as well.
    private let isWhole: Bool
    /// What was found so far: nothing that asks for more is looked at.
    var found: [[Counterfactual.Change]] = []
    /// Whether rules surely tell nothing apart but the cells that were looked at.
    private(set) var isWholeSeen = true

    init(_ admitted: AdmittedChanges, isWhole: Bool) {
        self.admitted = admitted
        self.isWhole = isWhole
    }

    func cells(of fact: Explorer.OpenFact, _ found: [JoinedCell]) -> [JoinedCell] {
        let cells = admitted.cells(of: fact, found)
        isWholeSeen = isWholeSeen && cells.allSatisfy(\.cell.isExact)
        return cells
    }

    func distance(to part: OpenRegion) -> Int { admitted.changes(part.placements).cost }

    func isHopeless(_ part: OpenRegion, _ results: [ProbedResult]) -> Bool {
        // What is there cannot be taken away.
        if part.placements.contains(where: {
            $0.cell.extent == .absent && admitted.dossier[$0.path] != nil
        }) {
            return true
        }
        guard !isWhole else { return false }
        let changes = admitted.changes(part.placements)
        return found.contains { changes.asksFor($0) && !$0.asksFor(changes) }
            || results.contains { $0.severity > 0 && !isOpen($0, in: part) }
    }

    func isSought(_ results: [ProbedResult]) -> Bool {
        isWhole || results.severities.allSatisfy { $0 == 0 }
    }

    /// Whether what a result lacks is still to be placed.
    private func isOpen(_ result: ProbedResult, in part: OpenRegion) -> Bool {
        result.result.manquants.contains { text in
            FactPath(text).map { path in
                admitted.isOpen(path) && !part.placements.contains { $0.path == path }
            } ?? false
        }
    }
}
