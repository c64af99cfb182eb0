// The values of a table's fields, read by name.
// SPDX-License-Identifier: MIT

package import Labelling
import LuaSyntax

extension ConstructTable {
    /// The reader of its values.
    package var literals: Literals { Literals(findings: findings) }

    /// A text; empty when it is missing or wrong, which is then reported.
    package func text(_ name: String) -> String { locatedText(name)?.value ?? "" }

    /// A text that may be missing.
    package func optionalText(_ name: String) -> String? { locatedText(name)?.value }

    /// A text with its place.
    package func locatedText(_ name: String) -> Located<String>? {
        self[name].flatMap { literals.text($0.value, of: name) }
    }

    /// A day.
    package func day(_ name: String) -> Day? {
        self[name].flatMap { literals.day($0.value, of: name) }
    }

    /// A number.
    package func number(_ name: String) -> Double? {
        self[name].flatMap { literals.number($0.value, of: name) }
    }

    /// A Boolean.
    package func boolean(_ name: String) -> Bool? {
        self[name].flatMap { literals.boolean($0.value, of: name) }
    }

    /// One of a few texts.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, among choices: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        self[name].flatMap { literals.choice($0.value, of: name, among: choices) }
    }

    /// A list of texts; empty when it is missing.
    package func texts(_ name: String) -> [Located<String>] {
        self[name].flatMap { literals.texts($0.value, of: name) } ?? []
    }

    /// The days `du` and `jusqu_au`, in order.
    package func period() -> Period {
        let (du, jusquAu) = (day("du"), day("jusqu_au"))
        guard let du, let jusquAu, let end = self["jusqu_au"], du > jusquAu else {
            return Period(du: du, jusquAu: jusquAu)
        }
        findings.report(.invertedPeriod(du: du, jusquAu: jusquAu), at: end.value.range)
        return Period(du: du)
    }
}
