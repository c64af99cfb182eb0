// The texts of the checker's findings about patterns and formats.
// SPDX-License-Identifier: MIT

import Diagnostics

extension PolicyFinding {
    /// A pattern, a replacement or a format that is not well formed.
    static func malformedText(_ what: String, _ fault: TextFault) -> PolicyFinding {
        PolicyFinding(
            code: .malformedText, message: "\(what) mal formé : \(fault.message)",
            help: fault.help)
    }

    /// A letter of which a pattern sees one byte at a time.
    static func splitLetter(_ fault: TextFault) -> PolicyFinding {
        PolicyFinding(
            severity: .warning, code: .splitLetter, message: fault.message, help: fault.help)
    }

    /// A format with more or fewer directives than values.
    static func wrongFormatCount(wanted: Int, given: Int) -> PolicyFinding {
        let values = given > 1 ? "valeurs données" : "valeur donnée"
        return PolicyFinding(
            code: .arguments,
            message:
                "« string.format » : le texte reçoit \(wanted) valeur\(wanted > 1 ? "s" : ""), "
                + "\(given) \(values)",
            help: "« %% » est le signe lui-même")
    }
}
