// A fault of a policy, in words, before it has a place.
// SPDX-License-Identifier: MIT

package import Diagnostics

/// What is wrong, without its place.
package struct PolicyFinding {
    /// Error or warning.
    let severity: Diagnostic.Severity
    /// Stable code.
    let code: any RawRepresentable<String>
    /// The message.
    let message: String
    /// What stands beside the caret.
    let label: String?
    /// The remedy.
    let help: String?
    /// Other remarks.
    let notes: [String]
    /// The edit that repairs it.
    let fix: String?

    /// Makes a finding; an error unless told otherwise.
    package init(
        severity: Diagnostic.Severity = .error, code: any RawRepresentable<String>,
        message: String, label: String? = nil, help: String? = nil, notes: [String] = [],
        fix: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.label = label
        self.help = help
        self.notes = notes
        self.fix = fix
    }

    /// Makes a finding of this target.
    init(
        severity: Diagnostic.Severity = .error, code: PolicyCode, message: String,
        label: String? = nil, help: String? = nil, notes: [String] = [], fix: String? = nil
    ) {
        self.init(
            severity: severity, code: code as any RawRepresentable<String>, message: message,
            label: label, help: help, notes: notes, fix: fix)
    }

    /// The same finding at its place: in French typography, on one line whatever it quotes.
    package func diagnostic(at location: Diagnostic.Location) -> Diagnostic {
        Diagnostic(
            code, message.asLine, at: location, severity: severity,
            label: label?.asLine, help: help?.asLine, notes: notes.map(\.asLine),
            fix: fix.map(Diagnostic.Fix.init(replacement:)))
    }

    /// The same finding at its place in a file.
    package func diagnostic(at range: SourceRange, in source: SourceText) -> Diagnostic {
        diagnostic(at: Diagnostic.Location(range, in: source))
    }
}

extension String {
    fileprivate var asLine: String { withVisibleControls.typeset }
}

extension Diagnostic.Location {
    /// The text that it points at; empty when it does not stand on one line.
    var text: String {
        guard start.line == end.line else { return "" }
        let scalars = excerpt.unicodeScalars.dropFirst(start.column - 1)
        return String(String.UnicodeScalarView(scalars.prefix(end.column - start.column)))
    }
}
