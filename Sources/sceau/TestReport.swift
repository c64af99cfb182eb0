// The tests of a run in the form that was asked for.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// What a run of tests gave.
struct TestReport {
    /// Every test, in order.
    let entries: [TestEntry]
    /// Why the run proves nothing, where it does not.
    let vacuities: [String]

    /// The forms of a report.
    enum Format: String, CaseIterable {
        case texte, junit, tap, json, github

        /// Whether people read it, in a terminal or in a log.
        var isForPeople: Bool { self == .texte || self == .github }
    }

    /// Whether every test passed, and there was something to pass.
    var isSound: Bool { failed == 0 && vacuities.isEmpty }

    /// How many tests passed.
    var passed: Int { entries.filter(\.passed).count }

    /// How many failed.
    var failed: Int { entries.count - passed }

    /// The number passed, then the number failed: the line that other programs read.
    var count: String { "\(passed) passed, \(failed) failed" }

    /// The report; ends with an end of line.
    ///
    /// Those that people read end with `count`, the others carry it their own way.
    func written(as format: Format, _ palette: Palette) -> String {
        switch format {
        case .texte: text(palette)
        case .junit: junit
        case .tap: tap
        case .json: json.encoded(style: .pretty) + "\n"
        case .github: github
        }
    }

    private func text(_ palette: Palette) -> String {
        var page = TextPage(palette)
        for entry in entries where !entry.passed {
            page.item(
                Stretch("✗", .bad),
                Stretch(code: "\(entry.group.noun.singular) \(French.quoted(entry.name))"))
            page.item("", Stretch(code: "\(entry.file):\(entry.line)", .faint), indent: 2)
            for line in entry.failure {
                let depth = line.prefix { $0 == " " }.count
                guard !line.dropFirst(depth).hasPrefix("{\"") else {
                    page.unbroken(String(line.dropFirst(depth)), indent: 4 + depth)
                    continue
                }
                page.item("", Stretch(String(line.dropFirst(depth))), indent: 4 + depth)
            }
            page.space()
        }
        for entry in entries where entry.passed {
            guard let status = entry.status else { continue }
            page.item(status.mark, Stretch(code: "\(entry.name)"))
            for line in status.french { page.item("", Stretch(line), indent: 4) }
        }
        if entries.contains(where: { $0.status != nil }) { page.space() }
        for vacuity in vacuities { page.item(Stretch("⚠", .bad), Stretch(vacuity)) }
        page.item("", Stretch(summary))
        return page.text + count + "\n"
    }

    /// « 96 cas, 4 propriétés, 30 exemples ».
    private var summary: String {
        let counts = TestEntry.Group.allCases.compactMap { group -> String? in
            let count = entries.filter { $0.group == group }.count
            return count == 0 ? nil : French.count(count, group.noun.singular, group.noun.plural)
        }
        return counts.isEmpty ? "aucun test" : counts.joined(separator: ", ")
    }

    // MARK: - Forms for programs

    /// TAP, version 13, the last that `prove` knows, the reasons in YAML blocks.
    private var tap: String {
        let lines = entries.enumerated().flatMap { index, entry -> [String] in
            let name = entry.name.onOneLine.withVisibleControls
                .escaping(["\\": "\\\\", "#": "\\#"])
            let head = "\(entry.passed ? "ok" : "not ok") \(index + 1) - \(name)"
            guard !entry.passed else {
                return [head] + (entry.status?.french ?? []).map { "# \($0.onOneLine)" }
            }
            let place = JSONValue.string("\(entry.file):\(entry.line)").encoded()
            return [head, "  ---", "  at: \(place)", "  message: |"]
                + entry.failure.map { "    \($0.onOneLine.withVisibleControls)" } + ["  ..."]
        }
        let bail = vacuities.map { "Bail out! \($0.onOneLine.withVisibleControls)" }
        return (["TAP version 13", "1..\(entries.count)"] + lines + bail + ["# \(count)"])
            .joined(separator: "\n") + "\n"
    }

    private var json: JSONValue {
        [
            "schema": .string(ReportSchemas.tests.identifier),
            "reussis": .integer(Int64(passed)),
            "echoues": .integer(Int64(failed)),
            "vides": .array(vacuities.map { .string($0) }),
            "tests": .array(
                entries.map { entry in
                    let test: JSONValue = [
                        "genre": .string(entry.group.rawValue),
                        "nom": .string(entry.name),
                        "fichier": .string(entry.file),
                        "ligne": .integer(Int64(entry.line)),
                        "reussi": .boolean(entry.passed),
                        "echec": .array(entry.failure.map { .string($0) }),
                    ]
                    guard let status = entry.status, case .object(let members) = test else {
                        return test
                    }
                    return .object(members + [.init("preuve", status.json)])
                }),
        ]
    }

    private var github: String {
        let lines = entries.filter { !$0.passed }.map { entry -> String in
            let start = SourcePosition(line: entry.line, column: 1)
            return GitHubAnnotation(
                .error, title: entry.name, message: entry.failure.joined(separator: "\n"),
                file: entry.file, span: start..<start
            ).line
        }
        let empty = vacuities.map {
            GitHubAnnotation(.error, title: "sceau test", message: $0).line
        }
        let proofs = entries.filter(\.passed).flatMap { entry in
            (entry.status?.french ?? []).map { "\(entry.name)\u{A0}: \($0)".withVisibleControls }
        }
        return (lines + empty + proofs + [count]).joined(separator: "\n") + "\n"
    }
}
