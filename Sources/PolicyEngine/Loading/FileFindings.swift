// Collects what is wrong with one file of a policies folder.
// SPDX-License-Identifier: MIT

import Diagnostics

/// What is wrong, without its place.
struct LoadingFinding {
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

/// The findings of one file, shared by those who read its parts.
final class FileFindings {
    /// The file.
    let source: SourceText
    private var list = FindingList()
    private var others: [Diagnostic] = []

    /// Makes an empty collection.
    init(source: SourceText) { self.source = source }

    /// What was found, in the order in which it was found, files that it names last.
    var diagnostics: [Diagnostic] { list.diagnostics + others }

    /// Adds a finding at a place of the file.
    func report(_ finding: LoadingFinding, at range: SourceRange) {
        list.report(finding.diagnostic(at: range, in: source))
    }

    /// Adds what the parser found in a part of the file.
    func append(_ diagnostics: [Diagnostic]) { diagnostics.forEach { list.report($0) } }

    /// Adds what was found in a file that this one names.
    func append(_ other: FileFindings) { others += other.diagnostics }

    /// The line, from 1, of a byte.
    func line(of range: SourceRange) -> Int { source.line(at: range.lowerBound) }
}
