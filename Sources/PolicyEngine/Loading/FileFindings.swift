// Collects what is wrong with one file of a policies folder.
// SPDX-License-Identifier: MIT

import Diagnostics

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
    func report(_ finding: PolicyFinding, at range: SourceRange) {
        list.report(finding.diagnostic(at: range, in: source))
    }

    /// Adds what the parser found in a part of the file.
    func append(_ diagnostics: [Diagnostic]) { diagnostics.forEach { list.report($0) } }

    /// Adds what was found in a file that this one names.
    func append(_ other: FileFindings) { others += other.diagnostics }

    /// The line, from 1, of a byte.
    func line(of range: SourceRange) -> Int { source.line(at: range.lowerBound) }
}
