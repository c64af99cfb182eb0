// Texts of unknown origin, written so that they form no Markdown.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A piece of Markdown on one line: what it was made of shows as it is, and only we add markup.
///
/// ```swift
/// MarkdownText("a|b").source  // a\|b
/// ```
///
/// Source: GitHub Flavored Markdown 0.29, sections 2.4 (escapes) and 6.9 (autolinks).
struct MarkdownText: Hashable {
    /// The Markdown itself.
    let source: String

    private init(source: String) { self.source = source }

    /// A text in French; ends of line and runs of spaces become one space.
    init(_ text: String) { self.init(asIs: text.typeset) }

    /// A text whose spaces before signs are not French: a path, say.
    init(asIs text: String) { self.init(source: MarkdownEscaping.escaped(text)) }

    /// A text in bold; nothing for nothing.
    static func strong(_ text: String) -> MarkdownText {
        let text = MarkdownText(text)
        return text.source.isEmpty ? text : MarkdownText(source: "**\(text.source)**")
    }

    /// A label in bold, a colon and a text.
    static func labelled(_ label: String, _ text: MarkdownText) -> MarkdownText {
        MarkdownText(source: "\(strong(label).source)\u{A0}: \(text.source)")
    }

    /// Texts one under the other in one place; those without anything are left out.
    static func lines(_ texts: [MarkdownText]) -> MarkdownText {
        let sources = texts.map(\.source).filter { !$0.isEmpty }
        return MarkdownText(source: sources.joined(separator: "<br>"))
    }
}

/// Escapes what would be markup.
private enum MarkdownEscaping {
    /// What may form markup anywhere in a line; `$` is GitHub's mathematics.
    private static let active = Set("\\`*_[]<>&|~#$".unicodeScalars)
    /// What may make a list or an underline of a heading at the start of a line.
    private static let leading = Set("-+=".unicodeScalars)

    static func escaped(_ text: String) -> String {
        let line = text.onOneLine.withVisibleControls
        let scalars = Array(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        for index in scalars.indices {
            if isActive(index, in: scalars) { result.append("\\") }
            result.append(scalars[index])
            if isName(index, in: scalars) { result.append(contentsOf: "<!-- -->".unicodeScalars) }
        }
        return String(result)
    }

    private static func isActive(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        let scalar = scalars[index]
        if active.contains(scalar) || index == 0 && leading.contains(scalar) { return true }
        let before = scalars[..<index]
        switch scalar {
        case ":": return scalars[(index + 1)...].starts(with: "//".unicodeScalars)
        case ".", ")":
            let isNumber = !before.isEmpty && before.allSatisfy { ("0"..."9").contains($0) }
            return isNumber || scalar == "." && before.suffix(3).spell("www")
        default: return false
        }
    }

    /// Whether an address, a person or an issue may be named from here on: GitHub makes links of
    /// these once escapes are gone, so that only an empty comment keeps them apart.
    private static func isName(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        switch scalars[index] {
        case "@": true
        case "#": scalars[(index + 1)...].first.map { ("0"..."9").contains($0) } ?? false
        default: false
        }
    }
}

extension ArraySlice<Unicode.Scalar> {
    /// Whether they make this word, in either case.
    fileprivate func spell(_ word: String) -> Bool {
        String(String.UnicodeScalarView(self)).lowercased() == word
    }
}

extension String {
    /// The text on one line, each run of ends of line, tabs and breakable spaces as one space.
    var onOneLine: String {
        unicodeScalars.split { " \n\r\t\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
            .map(String.init).joined(separator: " ")
    }
}
