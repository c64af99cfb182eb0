// Collects what the checker finds, each fault once.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The findings of one regime.
final class PolicyFindings {
    private let sources: [SourceText]
    private var diagnostics: [Diagnostic] = []
    private var seen: Set<Key> = []
    /// Above 0, nothing is reported: a first look at a loop.
    var silence = 0

    /// One fault is shown once at a place, whichever call or rule shows it.
    private struct Key: Hashable {
        let code: String
        let place: PolicyPlace
    }

    /// Makes an empty collection.
    init(sources: [SourceText]) { self.sources = sources }

    /// The findings, sorted; the first hundred of each file.
    var sorted: [Diagnostic] {
        var lists: [String: FindingList] = [:]
        for diagnostic in diagnostics.sorted() {
            lists[diagnostic.location.file, default: FindingList()].report(diagnostic)
        }
        return lists.values.flatMap(\.diagnostics).sorted()
    }

    /// The text at a place.
    func text(at place: PolicyPlace) -> String { sources[place.file].text(in: place.range) }

    /// The line, from 1, on which a place starts.
    func line(at place: PolicyPlace) -> Int {
        sources[place.file].line(at: place.range.lowerBound)
    }

    /// Adds a finding, unless it is known or the checker only looks.
    func report(_ finding: @autoclosure () -> PolicyFinding, at place: PolicyPlace) {
        guard silence == 0 else { return }
        let finding = finding()
        guard seen.insert(Key(code: finding.code.rawValue, place: place)).inserted else { return }
        diagnostics.append(finding.diagnostic(at: place.range, in: sources[place.file]))
    }
}
