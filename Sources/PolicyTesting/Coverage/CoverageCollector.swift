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
    private let policy: Policy
    private let rules: [String: CoveredRule]
    private var decisions: [DecisionRecord] = []
    private var keyTests: [TracedPlace: String] = [:]
    private var outcomes: [String: Set<Outcome>] = [:]
    private var periods: Set<PeriodReading> = []
    private var rows: Set<RowReading> = []

    /// A parameter read under a regime while one of its values was in force.
    private struct PeriodReading: Hashable {
        let regime: String
        let parameter: String
        let du: Day?
    }

    /// A row of a table that was read.
    private struct RowReading: Hashable {
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
            decisions += finder.decisions.map { DecisionRecord($0) }
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

    private mutating func note(_ verdict: Verdict, under setting: PolicySetting) {
        guard let regime = verdict.regime.flatMap({ policy.regime(id: $0.id) }) else { return }
        let day =
            regime.declaration.choiceDate == .depot ? verdict.deposeLe : verdict.dateDecision
        let tables = Dictionary(
            regime.declarations.tables.filter { setting.rows[$0.name.value] == nil }
                .map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        for result in verdict.allRules + verdict.quietFlags {
            outcomes[CoveredRule.name(of: result), default: []].insert(result.outcome)
            for index in decisions.indices { decisions[index].note(result.traced) }
            for parameter in result.parametres where setting.parameters[parameter.name] == nil {
                periods.insert(
                    PeriodReading(regime: regime.id, parameter: parameter.name, du: parameter.du))
            }
            for path in result.lus.map(\.name) { noteRow(path, in: tables, on: day) }
            for value in result.traced {
                guard let table = keyTests[value.place].flatMap({ tables[$0] }),
                    let key = value.value
                else { continue }
                noteRow("\(table.name.value)[\(key.french)]", in: tables, on: day)
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

    // MARK: - Report

    /// What was covered so far.
    public var report: CoverageReport {
        CoverageReport(sections: [
            outcomeSection, conditionSection, effectSection, thresholdSection, periodSection,
            rowSection,
        ])
    }

    private var sortedRules: [CoveredRule] { rules.values.sorted { $0.name < $1.name } }

    private var outcomeSection: CoverageReport.Section {
        section(
            "regles", "Règles et résultats",
            sortedRules.flatMap { rule in
                rule.possibleOutcomes.map { outcome in
                    item(
                        rule.name, outcome.rawValue,
                        outcomes[rule.name]?.contains(outcome) ?? false)
                }
            })
    }

    private var conditionSection: CoverageReport.Section {
        section(
            "conditions", "Conditions, vraies et fausses",
            conditions { record, index, condition in
                [true, false].map { value in
                    item(
                        record.decision.rule, "\(condition.text) : \(value ? "vrai" : "faux")",
                        record.took(value, condition: index))
                }
            })
    }

    private var effectSection: CoverageReport.Section {
        section(
            "effets", "Effet propre de chaque condition",
            conditions { record, index, condition in
                [
                    item(
                        record.decision.rule, condition.text,
                        record.showsEffect(ofCondition: index))
                ]
            })
    }

    private var thresholdSection: CoverageReport.Section {
        section(
            "seuils", "Seuils, au-dessous, juste dessus et au-dessus",
            conditions { record, index, condition in
                guard condition.sides != nil else { return [] }
                return DecisionRecord.Position.allCases.map { position in
                    item(
                        record.decision.rule, "\(condition.text) : \(position.rawValue)",
                        record.took(position, condition: index))
                }
            })
    }

    private var periodSection: CoverageReport.Section {
        section(
            "parametres", "Périodes des paramètres",
            policy.regimes.flatMap { regime in
                regime.declarations.parameters.sorted { $0.name.value < $1.name.value }
                    .flatMap { parameter in
                        parameter.values.map { value in
                            let since = value.period.du.map { "depuis le \($0.iso)" } ?? "toujours"
                            let reading = PeriodReading(
                                regime: regime.id, parameter: parameter.name.value,
                                du: value.period.du)
                            return item(
                                "\(regime.id)/\(parameter.name.value)", since,
                                periods.contains(reading))
                        }
                    }
            })
    }

    private var rowSection: CoverageReport.Section {
        var tables: [String: DataTable] = [:]
        for table in policy.regimes.flatMap(\.declarations.tables) { tables[table.path] = table }
        return section(
            "lignes", "Lignes des tableaux",
            tables.values.sorted { $0.path < $1.path }.flatMap { table in
                table.rows.map { row in
                    let key = table.key.flatMap { row.cells[$0]?.plain }
                    return item(
                        table.path, "ligne \(row.number)" + (key.map { " (\($0))" } ?? ""),
                        rows.contains(RowReading(path: table.path, number: row.number)))
                }
            })
    }

    private func conditions(
        _ items: (DecisionRecord, Int, Condition) -> [CoverageReport.Item]
    ) -> [CoverageReport.Item] {
        decisions.flatMap { record in
            record.decision.conditions.enumerated().flatMap { items(record, $0, $1) }
        }
    }

    private func section(
        _ key: String, _ title: String, _ items: [CoverageReport.Item]
    ) -> CoverageReport.Section {
        .init(key: key, title: title, items: items)
    }

    private func item(_ owner: String, _ name: String, _ isCovered: Bool) -> CoverageReport.Item {
        .init(owner: owner, name: name, isCovered: isCovered)
    }
}

extension Constant {
    /// A key as paths write it.
    fileprivate var plain: String {
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
