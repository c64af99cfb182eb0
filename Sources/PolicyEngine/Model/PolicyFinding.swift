// A fault of a policy, in words, before it has a place.
// SPDX-License-Identifier: MIT

import Diagnostics

/// What is wrong, without its place.
struct PolicyFinding {
    /// Error or warning.
    var severity = Diagnostic.Severity.error
    /// Stable code, without `politique.`.
    let code: String
    /// The message.
    let message: String
    /// What stands beside the caret.
    var label: String?
    /// The remedy.
    var help: String?
    /// Other remarks.
    var notes: [String] = []
    /// The edit that repairs it.
    var fix: String?

    /// The same finding at its place, in French typography.
    func diagnostic(at location: Diagnostic.Location) -> Diagnostic {
        Diagnostic(
            "politique." + code, message.typeset, at: location, severity: severity,
            label: label?.typeset, help: help?.typeset, notes: notes.map(\.typeset),
            fix: fix.map(Diagnostic.Fix.init(replacement:)))
    }

    /// The same finding at its place in a file.
    func diagnostic(at range: SourceRange, in source: SourceText) -> Diagnostic {
        diagnostic(at: Diagnostic.Location(range, in: source))
    }
}

extension Diagnostic.Location {
    /// The text that it points at; empty when it does not stand on one line.
    var text: String {
        guard start.line == end.line else { return "" }
        let scalars = excerpt.unicodeScalars.dropFirst(start.column - 1)
        return String(String.UnicodeScalarView(scalars.prefix(end.column - start.column)))
    }
}
