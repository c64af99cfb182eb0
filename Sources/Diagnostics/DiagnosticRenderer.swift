// Diagnostics as text for a terminal.
// SPDX-License-Identifier: MIT

/// Writes diagnostics with the line at fault, a caret below it and the remedy.
///
/// ```swift
/// let text = DiagnosticRenderer(style: .plain).render(error.diagnostics)
/// ```
public struct DiagnosticRenderer: Sendable {
    /// Whether the text carries colours.
    public enum Style: Hashable, Sendable {
        /// Without any escape byte.
        case plain
        /// With ANSI colours.
        case colored
    }

    private let style: Style
    private let columns: Int

    /// Makes a renderer for a width in columns, 40 at least.
    public init(style: Style = .plain, columns: Int = 100) {
        self.style = style
        self.columns = max(40, columns)
    }

    /// The diagnostics in the order given, an empty line between two; ends with an end of line.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { lines(of: $0).joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private func lines(of diagnostic: Diagnostic) -> [String] {
        var lines = [headline(of: diagnostic)]
        if !diagnostic.location.isWholeFile { lines += excerpt(of: diagnostic) }
        if let help = diagnostic.help { lines += remark("aide", help) }
        for note in diagnostic.notes { lines += remark("note", note) }
        return lines
    }

    private func headline(of diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        var place = location.file.withVisibleControls
        if !location.isWholeFile { place += ":\(location.start.line):\(location.start.column)" }
        let severity = paint("\(diagnostic.severity.rawValue)\u{A0}:", diagnostic.severity.ink)
        let message = diagnostic.message.withVisibleControls
        return "\(place): \(severity) \(message) \(paint("[\(diagnostic.code)]", .faint))"
    }

    private func excerpt(of diagnostic: Diagnostic) -> [String] {
        let location = diagnostic.location
        let number = String(location.start.line)
        let margin = String(repeating: " ", count: max(0, 4 - number.count))
        let width = margin.count + number.count
        let window = ExcerptWindow(location, columns: columns - width - 3)
        let bar = paint(String(repeating: " ", count: width) + " │", .gutter)
        var lines = [paint(margin + number + " │", .gutter) + padded(window.text)]
        let carets = String(repeating: "^", count: window.caretWidth)
        let marks =
            String(repeating: " ", count: window.caretColumn)
            + paint(carets, diagnostic.severity.ink)
        let room = columns - width - 3
        let used = window.caretColumn + window.caretWidth + 1
        let label = diagnostic.label?.withVisibleControls
        if let label, used + label.displayWidth <= room {
            return lines + [bar + " " + marks + " " + label]
        }
        lines.append(bar + " " + marks)
        guard let label else { return lines }
        let indent = max(0, min(window.caretColumn, room - label.displayWidth))
        for line in label.wrapped(to: room - indent) {
            lines.append(bar + " " + String(repeating: " ", count: indent) + line)
        }
        return lines
    }

    private func padded(_ text: String) -> String { text.isEmpty ? "" : " " + text }

    /// A remedy or a note, wrapped below itself.
    private func remark(_ word: String, _ text: String) -> [String] {
        let head = word + "\u{A0}: "
        let lines = text.withVisibleControls.wrapped(to: columns - head.displayWidth)
        let indent = String(repeating: " ", count: head.displayWidth)
        return lines.enumerated().map { index, line in
            index == 0 ? paint(word + "\u{A0}:", .remark) + " " + line : indent + line
        }
    }

    private func paint(_ text: String, _ ink: Ink) -> String {
        guard style == .colored, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }
}

/// The colours in use, as ANSI codes.
private enum Ink: String {
    case error = "1;31"
    case warning = "1;33"
    case gutter = "34"
    case remark = "1;36"
    case faint = "2"
}

extension Diagnostic.Severity {
    fileprivate var ink: Ink {
        switch self {
        case .error: .error
        case .warning: .warning
        }
    }
}
