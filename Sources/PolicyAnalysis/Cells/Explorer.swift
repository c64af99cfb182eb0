// Walks the regions of what is unknown in a dossier, as far as rules tell them apart.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
import PolicyEngine

/// A rule on a subject, or on every element of a list that is absent.
struct Target: Hashable, Sendable {
    /// The rule's index in the regime.
    let rule: Int
    /// `dossier`, `expertises[1]`, or a list whose elements are all meant.
    let sujet: String

    /// Whether a result is one of its own.
    func takes(_ result: ProbedResult) -> Bool {
        result.rule == rule
            && (result.result.sujet == sujet || result.result.sujet.hasPrefix(sujet + "["))
    }
}

/// A part of what the unknown facts may be, with what the rules give throughout it.
struct Region: Sendable {
    /// The facts that were placed, in the order in which they were; each but once.
    let placements: [Placement]
    /// The dossier with a value in each place.
    let dossier: Dossier
    /// What the targets give.
    let results: [ProbedResult]
    /// What is missing and cannot be placed: rows of tables, facts that no value is known of.
    let gaps: [String]
    /// Whether some rule only lacks a fact that another one is settled without.
    var isLacking = false

    /// Whether the results surely hold throughout the region.
    var isExact: Bool { placements.allSatisfy(\.cell.isExact) && !isCrossed }

    /// Whether a list was looked at for each element of another one, or of itself.
    var isCrossed: Bool { results.contains { $0.questions.contains { $0.kind == .crossed } } }
}

/// A dossier of which facts are still to be placed.
struct OpenRegion {
    /// What is placed so far, each with a value in its place.
    var dossier: Dossier
    /// The facts that were placed, in the order in which they were.
    var placements: [Placement] = []
    /// The cells that the last of them was joined of.
    var parts: [Cell] = []
    /// Those that may stay missing as well, in a region by itself.
    var lacked: Set<FactPath> = []

    /// With one more fact.
    func placing(_ path: FactPath, in joined: JoinedCell, mayLack: Bool) -> OpenRegion {
        OpenRegion(
            dossier: dossier.setting(path, to: joined.cell.representative),
            placements: placements + [Placement(path: path, cell: joined.cell)],
            parts: joined.parts, lacked: mayLack ? lacked.union([path]) : lacked)
    }
}

/// Splits regions on the facts whose absence decides, until rules give settled results.
///
/// A region is left as it is when no result in it is undetermined or provisional, or when what is
/// missing cannot be placed. A fact whose absence itself gives a result may also stay missing.
/// Before a region is given out it is asked once more what rules ask of the facts placed in it: some
/// questions come up only once other facts are there.
struct Explorer: ~Copyable {
    /// Which missing facts may stay missing.
    enum Absences {
        /// Those whose absence itself gives a result.
        case thatSettle
        /// Every one that a file may lack.
        case all
    }

    /// The policy whose rules are explored.
    let policy: Policy
    /// The regime at hand.
    let regime: Regime
    /// The decision day.
    private(set) var decisionDay: Day
    /// How many regions may still be looked at; none left, and what was found is partial.
    var budget: Int
    /// The dossiers that rules run on in place of each one that is looked at; empty for itself alone.
    ///
    /// Rules are then numbered once more for each of them, after those of the one before.
    var variants: [@Sendable (Dossier) -> Dossier] = []
    private var prober: Prober
    private(set) var finder: CellFinder
    /// What facts there are, in each version of the policy.
    private let schemas: [DossierSchema]
    /// The rules that may look at whether a fact is there.
    let absenceRules: Set<Int>

    /// Loads a regime.
    ///
    /// - Parameters:
    ///   - policy: a policy.
    ///   - regime: one of its regimes.
    ///   - decisionDay: the decision day of all that is looked at.
    ///   - filingDays: the days on which a dossier can be filed, where that is unknown.
    ///   - budget: the most regions to look at.
    /// - Throws: a diagnostic where a file of the regime fails.
    init(
        _ policy: Policy, regime: Regime, le decisionDay: Day,
        filingDays: ClosedRange<Day>? = nil, budget: Int = 200_000
    ) throws(DiagnosticsError) {
        self.policy = policy
        self.regime = regime
        self.decisionDay = decisionDay
        self.budget = budget
        finder = CellFinder(
            tables: regime.declarations.tables,
            filingDays: filingDays ?? Day(clamping: 1)...decisionDay)
        prober = try Prober(policy, regime: regime.id)
        schemas = [policy.schema]
        absenceRules = RegimeMeaning(policy, regime).absenceRules
    }

    /// Loads a regime that several versions of a policy have; see `Prober` for the rules' numbers.
    ///
    /// Where and how long to look is said by `enter`.
    ///
    /// - Throws: a diagnostic where a file of the regime fails.
    init(_ versions: [Policy], regime id: String) throws(DiagnosticsError) {
        let regimes = versions.compactMap { $0.regime(id: id) }
        guard let policy = versions.first, regimes.count == versions.count else {
            preconditionFailure("a regime of every version")
        }
        self.policy = policy
        regime = regimes[0]
        decisionDay = Day(clamping: 1)
        budget = 0
        finder = CellFinder(
            tables: regimes.flatMap(\.declarations.tables),
            filingDays: Day(clamping: 1)...Day(clamping: 1))
        prober = try Prober(versions, regime: id)
        schemas = versions.map(\.schema)
        var absenceRules: Set<Int> = []
        var first = 0
        for (policy, regime) in zip(versions, regimes) {
            let meaning = RegimeMeaning(policy, regime)
            absenceRules.formUnion(meaning.absenceRules.map { first + $0 })
            first += meaning.rules.count
        }
        self.absenceRules = absenceRules
    }

    /// Goes on to other days, with a budget of its own.
    mutating func enter(le decisionDay: Day, filingDays: ClosedRange<Day>, budget: Int) {
        self.decisionDay = decisionDay
        self.budget = budget
        finder = CellFinder(tables: finder.tables, filingDays: filingDays)
    }

    /// Takes the parameters and rows of a policy in place of those of a version; keys and rows that the
    /// version was loaded with are still told apart.
    ///
    /// - Throws: `EvaluationError.machine` when the machine cannot hold the rows.
    mutating func adopt(_ policy: Policy, as version: Int) throws(EvaluationError) {
        try prober.adopt(policy, as: version)
    }

    /// The rules, by index.
    var rules: [RuleProgram] { prober.rules }

    /// Whether the budget ran out.
    var isPartial: Bool { budget <= 0 }

    /// What rules give on a dossier.
    mutating func results(
        of rules: Set<Int>, on dossier: Dossier
    ) throws(EvaluationError) -> [ProbedResult] {
        try run(rules, on: dossier)
    }

    /// Visits every region of what is unknown to some rules.
    ///
    /// - Parameters:
    ///   - targets: the rules and their subjects.
    ///   - dossier: what is known.
    ///   - isOpen: whether a missing fact may be placed.
    ///   - absences: which missing facts may also stay so.
    ///   - showsLacking: whether to visit regions that `Region.isLacking` tells of as well.
    ///   - visit: called with each region, in an order that depends on nothing else; false ends it.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func explore(
        _ targets: [Target], from dossier: Dossier,
        where isOpen: (FactPath) -> Bool = { _ in true },
        absences: Absences = .thatSettle,
        showsLacking: Bool = false,
        visit: (Region) -> Bool
    ) throws(EvaluationError) {
        try explore(
            targets, from: [OpenRegion(dossier: dossier)], where: isOpen, absences: absences,
            showsLacking: showsLacking, guidedBy: EveryRegion(), visit: visit)
    }

    /// Visits the regions that a guide leads to, in its order.
    ///
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func explore(
        _ targets: [Target], from start: [OpenRegion],
        where isOpen: (FactPath) -> Bool,
        absences: Absences = .thatSettle,
        showsLacking: Bool = false,
        guidedBy guide: some RegionGuide,
        visit: (Region) -> Bool
    ) throws(EvaluationError) {
        let rules = Set(targets.map(\.rule))
        var pending = PendingRegions()
        pending.add(start, guide)
        var lacked: Set<[Placement]> = []
        while let part = pending.popNearest() {
            guard budget > 0 else { return }
            let (dossier, placements) = (part.dossier, part.placements)
            let results = try run(rules, on: dossier)
                .filter { result in targets.contains { $0.takes(result) } }
            guard !guide.isHopeless(part, results) else {
                // Perhaps it is one only where the facts placed so far were tried.
                let tried = Region(
                    placements: placements, dossier: dossier, results: results, gaps: [])
                if case .into(let parts) = try division(of: tried, part, targets) {
                    pending.add(parts, guide)
                }
                continue
            }
            let missing = results.flatMap(\.result.manquants).withoutRepeats
            let open = missing.compactMap { self.open($0, in: dossier) }
                .filter { fact in isOpen(fact.path) && !placements.contains { $0.path == fact.path }
                }
            guard let fact = first(of: open, results) else {
                let gaps = missing.filter { self.open($0, in: dossier) == nil }
                    .filter { path in FactPath(path).map { dossier[$0] == nil } ?? true }
                let region = Region(
                    placements: placements, dossier: dossier, results: results, gaps: gaps)
                switch try division(of: region, part, targets) {
                case .none(let region):
                    guard guide.isSought(results) else { continue }
                    guard absences == .thatSettle else {
                        guard visit(region) else { return }
                        continue
                    }
                    pending.add(
                        try lacking(region, part, targets).reversed().filter {
                            lacked.insert($0.placements).inserted
                        }, guide)
                    if let settled = region.settledByAbsences {
                        guard visit(settled) else { return }
                    } else if showsLacking {
                        var lacking = region
                        lacking.isLacking = true
                        guard visit(lacking) else { return }
                    }
                case .into(let parts): pending.add(parts, guide)
                }
                continue
            }
            var cells = try cells(
                of: fact, results, targets, in: dossier, besides: Set(placements.map(\.path)))
            let mayLack =
                absences == .all
                ? !fact.field.isRequired
                : results.contains { $0.settles(without: fact.path) }
                    || !fact.field.isRequired && results.look(atAbsenceOf: fact.path)
            if mayLack { cells.append(JoinedCell(.absent)) }
            pending.add(
                guide.cells(of: fact, cells).map {
                    part.placing(fact.path, in: $0, mayLack: mayLack)
                }, guide)
        }
    }

    /// Runs rules; a large dossier, or one with many subjects, takes more of the budget.
    mutating func run(
        _ rules: Set<Int>, on dossier: Dossier,
        presuming presumption: Presumption = Presumption(), tellingQuestions: Bool = true
    ) throws(EvaluationError) -> [ProbedResult] {
        let results = try probed(rules, on: dossier, presumption, tellingQuestions)
        budget -= 1 + Fact.record(dossier.facts).count(atMost: 5_000) / 100 + results.count / 4
        return results
    }

    private mutating func probed(
        _ rules: Set<Int>, on dossier: Dossier, _ presumption: Presumption,
        _ tellingQuestions: Bool
    ) throws(EvaluationError) -> [ProbedResult] {
        guard !variants.isEmpty else {
            return try prober.run(
                rules, on: dossier, le: decisionDay, presuming: presumption,
                tellingQuestions: tellingQuestions)
        }
        var results: [ProbedResult] = []
        for (number, variant) in variants.enumerated() {
            let first = number * prober.ruleCount
            let asked = rules.filter { $0 / prober.ruleCount == number }.map { $0 - first }
            guard !asked.isEmpty else { continue }
            results += try prober.run(
                Set(asked), on: variant(dossier), le: decisionDay, presuming: presumption,
                tellingQuestions: tellingQuestions
            ).map { $0.numbered($0.rule + first) }
        }
        return results
    }

    /// A fact that can be placed.
    typealias OpenFact = (path: FactPath, field: FactField, type: FactType)

    /// A missing path as a fact that is absent and that the schema describes; nil for any other.
    func open(_ text: String, in dossier: Dossier) -> OpenFact? {
        guard let path = FactPath(text), dossier[path] == nil else { return nil }
        for schema in schemas {
            if let type = try? path.type(in: schema), let field = path.field(in: schema) {
                return (path, field, type)
            }
        }
        return nil
    }

    /// A fact that hides questions is placed first, a country last: of so many values, those that lead
    /// to one result are joined, and only results that are settled are surely one.
    private func first(of open: [OpenFact], _ results: [ProbedResult]) -> OpenFact? {
        guard open.count > 1 else { return open.first }
        let hiding = Set(
            results.flatMap(\.questions).filter(\.isHiding).map(\.path))
        return open.first { hiding.contains($0.path.description) }
            ?? open.first { if case .country = $0.type { false } else { true } } ?? open.first
    }
}

extension Dossier {
    /// Whether its regions can be walked in little time: each is one more run on all its facts.
    public var isExplorable: Bool {
        func isShort(_ list: String) -> Bool {
            guard case .list(let elements)? = facts[list] else { return true }
            return elements.count <= 20
        }
        return isShort("expertises") && isShort("demandes")
            && Fact.record(facts).count(atMost: 2_000) < 2_000
    }
}

extension Fact {
    /// How many single values it holds, as far as a number.
    fileprivate func count(atMost most: Int) -> Int {
        func sum(_ facts: some Sequence<Fact>) -> Int {
            var total = 0
            for fact in facts where total < most { total += fact.count(atMost: most - total) }
            return total
        }
        return switch self {
        case .list(let elements): sum(elements)
        case .record(let record): sum(record.fields.values)
        case .text, .integer, .decimal, .boolean, .day: 1
        }
    }
}

extension Question {
    /// Whether it hides what is asked of the fact otherwise.
    var isHiding: Bool { [.condition, .known, .filled].contains(kind) }
}

extension Cell {
    /// The fact stays missing.
    static let absent = Cell(extent: .absent, representative: nil, isExact: true)
}

extension ProbedResult {
    /// Whether the result is settled although it looked at a fact that is missing.
    func settles(without path: FactPath) -> Bool {
        result.isProvisional && result.outcome != .indeterminee && result.outcome != .enErreur
            && result.manquants.contains(path.description)
    }
}
