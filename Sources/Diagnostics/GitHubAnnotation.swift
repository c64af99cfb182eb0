// Findings as workflow commands, which GitHub shows beside the lines that they are about.
// SPDX-License-Identifier: MIT

/// One line of a log that GitHub's runner turns into a remark on a file.
///
/// ```swift
/// let annotation = GitHubAnnotation(.error, title: "politique.type", message: "…", file: "a.lua")
/// print(annotation.line)  // ::error file=a.lua,title=politique.type::…
/// ```
///
/// Source: GitHub, "Workflow commands for GitHub Actions", and the escapes of its `toolkit`.
package struct GitHubAnnotation: Hashable, Sendable {
    /// How the remark is shown.
    package enum Level: String, Hashable, Sendable {
        case error, warning, notice
    }

    private let level: Level
    private let title: String
    private let message: String
    private let file: String?
    private let span: Range<SourcePosition>?

    /// Makes an annotation.
    ///
    /// - Parameters:
    ///   - level: how the remark is shown.
    ///   - title: its heading, on one line.
    ///   - message: its text; it may have several lines.
    ///   - file: the path from the root of the repository; nil for a remark on no file.
    ///   - span: where in the file, columns in Unicode scalars; nil for the file as a whole.
    package init(
        _ level: Level, title: String, message: String, file: String? = nil,
        span: Range<SourcePosition>? = nil
    ) {
        self.level = level
        self.title = title
        self.message = message
        self.file = file
        self.span = span
    }

    /// Tells a diagnostic, its remedy and its notes; the path is the one to find its file under.
    package init(_ diagnostic: Diagnostic, file: String) {
        let location = diagnostic.location
        self.init(
            diagnostic.severity == .error ? .error : .warning, title: diagnostic.code,
            message: diagnostic.sentences.joined(separator: "\n"), file: file,
            span: location.isWholeFile ? nil : location.start..<location.end)
    }

    /// The command, without an end of line.
    package var line: String {
        let values = properties.map { "\($0.name)=\($0.value.escapedProperty)" }
        return "::\(level.rawValue) \(values.joined(separator: ","))::\(message.escapedMessage)"
    }

    private var properties: [(name: String, value: String)] {
        (file.map { [("file", $0)] } ?? []) + place + [("title", title)]
    }

    /// GitHub drops the columns of a place of several lines, with a warning.
    private var place: [(name: String, value: String)] {
        guard file != nil, let span else { return [] }
        let (start, end) = (span.lowerBound, span.upperBound)
        guard start.line == end.line else {
            return [("line", "\(start.line)"), ("endLine", "\(end.line)")]
        }
        return [
            ("line", "\(start.line)"), ("col", "\(start.column)"), ("endLine", "\(end.line)"),
            ("endColumn", "\(end.column)"),
        ]
    }
}

extension Diagnostic {
    /// The message, what stands beside the caret, the remedy and the notes, one a line.
    package var sentences: [String] {
        [message, label].compactMap(\.self) + (help.map { ["aide\u{A0}: \($0)"] } ?? [])
            + notes.map { "note\u{A0}: \($0)" }
    }
}

extension String {
    /// What would end the command's line stands as `%` and two hexadecimal digits.
    fileprivate var escapedMessage: String {
        escaping(["%": "%25", "\r": "%0D", "\n": "%0A", "\u{1B}": "\u{241B}"])
    }

    /// A property ends at a comma or a colon as well.
    fileprivate var escapedProperty: String {
        escaping([
            "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C", "\u{1B}": "\u{241B}",
        ])
    }
}
