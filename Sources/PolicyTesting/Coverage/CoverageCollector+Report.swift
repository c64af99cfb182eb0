// What was covered, section by section.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension CoverageCollector {
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
            "conditions", "Conditions : vrai, faux",
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
            "seuils", "Seuils : au-dessous, au seuil, au-dessus",
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
