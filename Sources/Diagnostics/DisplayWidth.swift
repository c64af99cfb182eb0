// How many columns of a terminal a text takes.
// SPDX-License-Identifier: MIT

extension String {
    /// The columns that the text takes on a terminal.
    ///
    /// Combining marks and control characters take none; wide East Asian characters and emoji two.
    public var displayWidth: Int {
        isPlain ? unicodeScalars.count : reduce(0) { $0 + $1.displayWidth }
    }

    /// Whether each scalar is a character by itself and takes one column: texts in French are.
    package var isPlain: Bool { unicodeScalars.allSatisfy(\.isPlain) }
}

extension Character {
    /// 0, 1 or 2 columns.
    var displayWidth: Int {
        if let ascii = asciiValue { return (0x20...0x7E).contains(ascii) ? 1 : 0 }
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return unicodeScalars.map(\.displayWidth).max() ?? 0
    }
}

extension Unicode.Scalar {
    /// Letters before the first combining mark, without the soft hyphen; dashes, quotes, dots and
    /// the narrow space.
    fileprivate var isPlain: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x202F: true
        default: false
        }
    }

    fileprivate var displayWidth: Int {
        switch properties.generalCategory {
        case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator,
            .paragraphSeparator:
            return 0
        default: break
        }
        if properties.isEmojiPresentation { return 2 }
        return isWide ? 2 : 1
    }

    /// Whether it stands in a block of East Asian width "wide" or "fullwidth" (Unicode annex 11).
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
            0x1B000...0x1B2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        default: false
        }
    }
}
