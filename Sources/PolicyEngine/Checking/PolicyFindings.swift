// Collects what the checker finds, each fault once.
// SPDX-License-Identifier: MIT

import Diagnostics

/// What is wrong, without its place.
struct PolicyFinding {
    /// Error or warning.
    var severity = Diagnostic.Severity.error
    /// Stable code.
    let code: String
    /// The message.
    let message: String
    /// What stands under the caret.
    var label: String?
    /// The remedy.
    var help: String?
    /// Other remarks.
    var notes: [String] = []
    /// The edit that repairs it.
    var fix: String?
}

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

    /// All findings, sorted.
    var sorted: [Diagnostic] { diagnostics.sorted() }

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
        guard seen.insert(Key(code: finding.code, place: place)).inserted else { return }
        diagnostics.append(
            Diagnostic(
                finding.code, finding.message.withFrenchSpaces,
                at: Diagnostic.Location(place.range, in: sources[place.file]),
                severity: finding.severity, label: finding.label?.withFrenchSpaces,
                help: finding.help?.withFrenchSpaces,
                notes: finding.notes.map(\.withFrenchSpaces),
                fix: finding.fix.map { Diagnostic.Fix(replacement: $0) }))
    }
}

extension String {
    /// The text with the no-break spaces that French puts beside guillemets and tall marks.
    fileprivate var withFrenchSpaces: String {
        var result = ""
        let characters = Array(self)
        for (index, character) in characters.enumerated() {
            guard character == " " else {
                result.append(character)
                continue
            }
            let next = index + 1 < characters.count ? characters[index + 1] : "."
            let isAfterGuillemet = index > 0 && characters[index - 1] == "«"
            switch next {
            case ":": result.append("\u{A0}")
            case ";", "?", "!", "»": result.append("\u{202F}")
            default: result.append(isAfterGuillemet ? "\u{202F}" : " ")
            }
        }
        return result
    }
}
