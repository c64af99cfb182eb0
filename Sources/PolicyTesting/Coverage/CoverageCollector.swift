// Runs a suite with every condition traced, and counts what it covers.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
import LuaSyntax
public import PolicyEngine

/// Collects what tests cover of a policy.
///
/// Nothing depends on lines or on the order of rules: a rule is its folder and its identifier, a
/// condition its text.
public struct CoverageCollector {
    /// The policy that is covered.
    let policy: Policy
    /// Its rules, by name.
    let rules: [String: CoveredRule]
    /// What was seen of each of their decisions.
    private(set) var decisions: [DecisionRecord] = []
    private var decisionsByRule: [String: Range<Int>] = [:]
    private var keyTests: [TracedPlace: String] = [:]
    /// The results of each rule, by its name.
    private(set) var outcomes: [String: Set<Outcome>] = [:]
    /// The periods of parameters that a rule read.
    private(set) var periods: Set<PeriodReading> = []
    /// The rows of tables that a rule read.
    private(set) var rows: Set<RowReading> = []

    /// A parameter read under a regime while one of its values was in force.
    struct PeriodReading: Hashable {
        let regime: String
        let parameter: String
        let du: Day?
    }

    /// A row of a table that was read.
    struct RowReading: Hashable {
        let path: String
        let number: Int
    }

    /// Prepares to cover a policy, every optional folder turned on.
    public init(_ policy: Policy) {
        self.policy = policy
        rules = CoveredRule.all(in: policy)
        for rule in rules.values.sorted(by: { $0.name < $1.name }) {
            let finder = DecisionFinder(
                rule.rule, named: rule.name, in: rule.source, tables: rule.tables)
            let first = decisions.count
            decisions += finder.decisions.map { DecisionRecord($0) }
            decisionsByRule[rule.name] = first..<decisions.count
            for test in finder.keyTests { keyTests[test.key] = test.table }
        }
    }

    /// What must be traced.
    var tracing: Tracing {
        var ranges: [String: Set<SourceRange>] = [:]
        func trace(_ place: TracedPlace) { ranges[place.file, default: []].insert(place.range) }
        for record in decisions {
            trace(record.decision.place)
            for condition in record.decision.conditions {
                trace(condition.place)
                if let sides = condition.sides {
                    trace(sides.left)
                    trace(sides.right)
                }
            }
        }
        keyTests.keys.forEach(trace)
        return Tracing(ranges: ranges)
    }

    /// Runs the cases of a suite and the examples.
    public mutating func cover(
        _ suite: TestSuite, examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText]
    ) throws(DiagnosticsError) {
        var runner = CaseRunner(source, dossiers: dossiers, tracing: tracing)
        for test in suite.cases {
            guard let verdict = runner.observe(test.setting).verdict else { continue }
            note(verdict, under: test.setting.policy)
        }
        var evaluator = try Evaluator(policy, tracing: tracing)
        for example in examples {
            let result = ExampleResult(example, on: policy, &evaluator, le: nil)
            guard let verdict = result.observation.verdict else { continue }
            note(verdict, under: PolicySetting())
        }
    }

    /// Counts what a verdict shows, on the policy in a setting.
    mutating func note(_ verdict: Verdict, under setting: PolicySetting) {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else { return }
        let day =
            regime.declaration.choiceDate == .depot ? verdict.deposeLe : verdict.dateDecision
        let tables = Dictionary(
            regime.declarations.tables.filter { setting.rows[$0.name.value] == nil }
                .map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        for result in verdict.allRules + verdict.quietFlags {
            let name = CoveredRule.name(of: result)
            outcomes[name, default: []].insert(result.outcome)
            for index in decisionsByRule[name] ?? 0..<0 { decisions[index].note(result.traced) }
            for parameter in result.parametres {
                periods.insert(
                    PeriodReading(regime: regime.id, parameter: parameter.name, du: parameter.du))
            }
            for path in result.lus.map(\.name) { noteRow(path, in: tables, on: day) }
            for value in result.traced {
                guard let table = keyTests[value.place].flatMap({ tables[$0] }),
                    let key = value.value
                else { continue }
                noteRow("\(table.name.value)[\(key.plain)]", in: tables, on: day)
            }
        }
    }

    /// Notes the row of `presence[ML].nombre` or `comites[1].date` that is in force.
    private mutating func noteRow(_ path: String, in tables: [String: DataTable], on day: Day) {
        guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
            let table = tables[String(path[..<open])]
        else { return }
        let key = String(path[path.index(after: open)..<close])
        let row = table.rows.first { row in
            guard row.period.contains(day) else { return false }
            guard let column = table.key else { return row.number == Int(key) }
            return row.cells[column]?.plain == key
        }
        if let row { rows.insert(RowReading(path: table.path, number: row.number)) }
    }
}

extension ShownValue {
    /// A key as paths write it.
    fileprivate var plain: String {
        switch self {
        case .integer(let number): String(number)
        case .day(let day): day.iso
        default: french
        }
    }
}

extension Constant {
    /// A key as paths write it.
    var plain: String {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.description
        case .boolean(let flag): flag ? "true" : "false"
        case .day(let day): day.iso
        case .list: ""
        }
    }
}
