// The tests of a run as JUnit XML, which continuous integration reads.
// SPDX-License-Identifier: MIT

extension TestReport {
    /// One `testsuite` a group, the reasons as `failure` elements.
    var junit: String {
        let suites = TestEntry.Group.allCases.flatMap { group -> [String] in
            let members = entries.filter { $0.group == group }
            guard !members.isEmpty else { return [] }
            let failures = members.filter { !$0.passed }.count
            let head =
                "  <testsuite name=\"\(group.rawValue)\" tests=\"\(members.count)\" "
                + "failures=\"\(failures)\" errors=\"0\" skipped=\"0\">"
            return [head] + members.flatMap(TestReport.element) + ["  </testsuite>"]
        }
        let errors = vacuities.flatMap { vacuity in
            [
                "  <testsuite name=\"vide\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">",
                "    <testcase name=\"\(vacuity.xml)\" classname=\"vide\">",
                "      <failure message=\"\(vacuity.xml)\"/>", "    </testcase>", "  </testsuite>",
            ]
        }
        let root =
            "<testsuites name=\"sceau\" tests=\"\(entries.count + vacuities.count)\" "
            + "failures=\"\(failed + vacuities.count)\">"
        let lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", root] + suites + errors
        return lines.joined(separator: "\n") + "\n</testsuites>\n"
    }

    private static func element(_ entry: TestEntry) -> [String] {
        let head =
            "    <testcase name=\"\(entry.name.xml)\" classname=\"\(entry.group.rawValue)\" "
            + "file=\"\(entry.file.xml)\" line=\"\(entry.line)\""
        guard let first = entry.failure.first else {
            guard let status = entry.status else { return [head + "/>"] }
            let told = status.french.joined(separator: "\n").xml
            return [head + ">", "      <system-out>\(told)</system-out>", "    </testcase>"]
        }
        let details = entry.failure.joined(separator: "\n").xml
        return [
            head + ">", "      <failure message=\"\(first.xml)\">\(details)</failure>",
            "    </testcase>",
        ]
    }
}

extension String {
    /// The text inside an attribute or an element; what XML 1.0 cannot hold is replaced.
    fileprivate var xml: String {
        unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n": "&#10;"
            case "\r": "&#13;"
            case "\t": "&#9;"
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
