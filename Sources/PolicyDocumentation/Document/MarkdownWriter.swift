// A page in Markdown, as GitHub reads it.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Writes pages in GitHub's Markdown: each paragraph, point or row on one line.
struct MarkdownWriter {
    /// The page; ends with an end of line.
    func write(_ document: Document) -> String {
        let title = "# " + inline(Prose(document.title), atLineStart: false)
        return ([title] + document.blocks.map(block)).joined(separator: "\n\n") + "\n"
    }

    private func block(_ block: PageBlock) -> String {
        switch block {
        case .heading(let level, let prose, _):
            String(repeating: "#", count: level) + " " + inline(prose, atLineStart: false)
        case .paragraph(let prose): inline(prose)
        case .list(let items): lines(items, indent: "").joined(separator: "\n")
        case .table(let table): self.table(table)
        case .code(let code): fenced(code)
        }
    }

    private func lines(_ items: [ListItem], indent: String) -> [String] {
        items.flatMap { item in
            ["\(indent)- " + inline(item.prose)] + lines(item.children, indent: indent + "  ")
        }
    }

    private func table(_ table: Table) -> String {
        let rule = "|" + String(repeating: " --- |", count: table.header.count)
        return ([row(table.header), rule] + table.rows.map(row)).joined(separator: "\n")
    }

    private func row(_ cells: [Prose]) -> String {
        "| " + cells.map { inline($0, inTable: true) }.joined(separator: " | ") + " |"
    }

    /// A fence longer than any run of backticks inside.
    private func fenced(_ code: String) -> String {
        let fence = String(repeating: "`", count: max(3, code.longestRun(of: "`") + 1))
        let ended = code.hasSuffix("\n") ? code : code + "\n"
        return "\(fence)lua\n\(ended)\(fence)"
    }

    // MARK: - Stretches

    private func inline(
        _ prose: Prose, atLineStart: Bool = true, inTable: Bool = false
    ) -> String {
        var result = ""
        for part in prose.inlines {
            switch part {
            case .text(let text):
                result += escaped(text.oneLine.typeset, opensLine: atLineStart && result.isEmpty)
            case .strong(let text):
                result += "**" + escaped(text.oneLine.typeset, opensLine: false) + "**"
            case .code(let code): result += span(code.oneLine, inTable: inTable)
            }
        }
        return result
    }

    /// Code between backticks; a table ends its cell at any bar that is not escaped.
    private func span(_ code: String, inTable: Bool) -> String {
        let ticks = String(repeating: "`", count: code.longestRun(of: "`") + 1)
        let pad = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
        let content = inTable ? code.escaping(["|": "\\|"]) : code
        return ticks + pad + content + pad + ticks
    }

    /// Text in which nothing is a mark of Markdown.
    private func escaped(_ text: String, opensLine: Bool) -> String {
        let letters = Array(text.unicodeScalars)
        var result = ""
        for (index, letter) in letters.enumerated() {
            let before = index > 0 ? letters[index - 1] : " "
            let after = index + 1 < letters.count ? letters[index + 1] : " "
            let isMark =
                letter == "_"
                ? !(before.isWordPart && after.isWordPart) : MarkdownWriter.marks.contains(letter)
            result.unicodeScalars += isMark ? ["\\", letter] : [letter]
        }
        return opensLine ? escapingOpening(result) : result
    }

    private static let marks: Set<Unicode.Scalar> = [
        "\\", "`", "*", "[", "]", "<", ">", "~", "|", "&", "#",
    ]

    /// The start of a line in which nothing opens a heading, a list or a rule.
    private func escapingOpening(_ text: String) -> String {
        if let first = text.first, "+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark) else { return text }
        return digits + "\\" + rest
    }
}

extension Unicode.Scalar {
    /// Whether an underscore beside it stands inside a word.
    fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension String {
    /// The text with spaces in place of ends of lines.
    var oneLine: String {
        split(omittingEmptySubsequences: true) { $0.isNewline }.joined(separator: " ")
    }

    /// The length of the longest run of a character.
    func longestRun(of character: Character) -> Int {
        var (longest, current) = (0, 0)
        for next in self {
            current = next == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
