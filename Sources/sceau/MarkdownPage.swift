// A page in GitHub's flavour of Markdown.
// SPDX-License-Identifier: MIT

/// Blocks from top to bottom, an empty line between two.
///
/// ```swift
/// var page = MarkdownPage()
/// page.heading("Dossier EX-001", level: 1)
/// ```
struct MarkdownPage {
    private var blocks: [String] = []

    /// An entry of a list, with what stands under it.
    struct Entry: Hashable {
        /// Its text.
        let text: MarkdownText
        /// A list below it.
        var points: [MarkdownText] = []
    }

    /// How the entries of a list are marked.
    enum Marking: Hashable {
        case bullets, numbers
    }

    /// The page; ends with an end of line.
    var text: String { blocks.joined(separator: "\n\n") + "\n" }

    /// Adds a heading; there are six levels.
    mutating func heading(_ text: String, level: Int) {
        blocks.append(
            String(repeating: "#", count: min(6, level)) + " " + MarkdownText(text).source)
    }

    /// Adds a paragraph.
    mutating func paragraph(_ text: MarkdownText) { blocks.append(text.source) }

    /// Adds a list; nothing for no entry.
    mutating func list(_ entries: [Entry], _ marking: Marking = .bullets) {
        guard !entries.isEmpty else { return }
        let lines = entries.enumerated().flatMap { index, entry in
            let marker = marking == .bullets ? "- " : "\(index + 1). "
            let indent = String.spaces(marker.utf8.count)
            return [marker + entry.text.source] + entry.points.map { indent + "- " + $0.source }
        }
        blocks.append(lines.joined(separator: "\n"))
    }

    /// Adds a table; each row has as many cells as the header.
    mutating func table(header: [String], rows: [[MarkdownText]]) {
        let lines = [
            header.map { MarkdownText($0).source }, header.map { _ in "---" },
        ]
        blocks.append(
            (lines + rows.map { $0.map(\.source) })
                .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
    }
}
