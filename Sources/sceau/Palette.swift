// Modest colours, or none.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The inks of a text, as ANSI codes.
enum Ink: String {
    case title = "1"
    case good = "32"
    case bad = "1;31"
    case open = "33"
    case faint = "2"
}

/// A stretch of text and how to paint it.
struct Stretch: ExpressibleByStringInterpolation, Hashable {
    /// The text, before control characters are shown.
    let text: String
    /// How to paint it; nil for the terminal's own colour.
    let ink: Ink?

    /// Whether the text is Lua, whose spaces stay as they are written.
    let isCode: Bool

    /// Makes a stretch of French.
    init(_ text: String, _ ink: Ink? = nil) {
        self.text = text
        self.ink = ink
        isCode = false
    }

    /// Makes a stretch of Lua.
    init(code: String, _ ink: Ink? = nil) {
        text = code
        self.ink = ink
        isCode = true
    }

    /// The text without the arrow that it may start with.
    var withoutArrow: String { text.hasPrefix("→ ") ? String(text.dropFirst(2)) : text }

    /// Makes an unpainted stretch.
    init(stringLiteral value: String) { self.init(value) }
}

/// Paints stretches, or leaves them plain.
enum Palette: Hashable, Sendable {
    case plain, colored

    /// The text with its colour codes; without any escape byte when plain.
    func paint(_ text: String, _ ink: Ink?) -> String {
        guard self == .colored, let ink, !text.isEmpty else { return text }
        return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }

    /// The matching style for diagnostics.
    var diagnostics: DiagnosticRenderer.Style { self == .plain ? .plain : .colored }
}
