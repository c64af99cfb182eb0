// Proves that each parameter has a value on every day on which a rule can read it.
// SPDX-License-Identifier: MIT

import Labelling

/// The days of rules against those of the parameters that they name.
struct ParameterDates {
    private let regime: Regime
    private let findings: PolicyFindings
    private let parameters: [String: Parameter]

    /// Prepares the proof for a regime.
    init(_ regime: Regime, findings: PolicyFindings) {
        self.regime = regime
        self.findings = findings
        parameters = Dictionary(
            regime.declarations.parameters.map { ($0.name.value, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Reports each rule that needs a parameter on a day of its own and of the regime on which
    /// the parameter has no value; the first such day is the witness.
    ///
    /// What a rule reads through a calcul is the calcul's own matter.
    func check() {
        let days = DaySpan(regime.declaration.period)
        for rule in regime.declarations.rules {
            let common = days.intersection(DaySpan(rule.period))
            guard !common.isEmpty else { continue }
            check(rule, on: common)
        }
    }

    private func check(_ rule: Rule, on days: DaySpan) {
        let holes = parameters.compactMapValues { parameter in
            parameter.values.isEmpty
                ? nil : days.firstHole(in: parameter.values.map { DaySpan($0.period) })
        }
        guard !holes.isEmpty else { return }
        for (name, mention) in rule.names.mentions {
            guard let hole = holes[name], let day = Day(ordinal: hole.first) else { continue }
            findings.report(
                .parameterWithoutValue(
                    name, rule: rule.id.value, regime: regime.id, on: day, missing: hole.period),
                at: PolicyPlace(file: rule.file, range: mention))
        }
    }
}
