// Collects what is wrong with one file of a policies folder.
// SPDX-License-Identifier: MIT

package import Diagnostics

/// The findings of one file, shared by those who read its parts.
package final class FileFindings {
    /// The file.
    package let source: SourceText
    private var list = FindingList()
    private var others: [Diagnostic] = []

    /// Makes an empty collection.
    package init(source: SourceText) { self.source = source }

    /// What was found, in the order in which it was found, files that it names last.
    package var diagnostics: [Diagnostic] { list.diagnostics + others }

    /// Adds a finding at a place of the file.
    package func report(_ finding: PolicyFinding, at range: SourceRange) {
        list.report(finding.diagnostic(at: range, in: source))
    }

    /// Adds a finding of the whole file, where no line can be shown.
    package func report(_ finding: PolicyFinding) {
        list.report(finding.diagnostic(at: Diagnostic.Location(file: source.path)))
    }

    /// Adds what the parser found in a part of the file.
    package func append(_ diagnostics: [Diagnostic]) { diagnostics.forEach { list.report($0) } }

    /// Adds what was found in a file that this one names.
    package func append(_ other: FileFindings) { others += other.diagnostics }

    /// The line, from 1, of a byte.
    package func line(of range: SourceRange) -> Int { source.line(at: range.lowerBound) }
}
