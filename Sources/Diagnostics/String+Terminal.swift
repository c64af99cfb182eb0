// Texts of unknown origin, made fit for a terminal.
// SPDX-License-Identifier: MIT

extension String {
    /// The text with each control or direction-changing character replaced by a visible one.
    package var withVisibleControls: String {
        guard unicodeScalars.contains(where: \.isUnsafeOnTerminal) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars {
            result.append(scalar.isUnsafeOnTerminal ? scalar.picture : scalar)
        }
        return String(result)
    }

    /// The text with the characters of each e-mail address replaced by as many "•".
    package var withoutAddresses: String {
        guard utf8.contains(UInt8(ascii: "@")) else { return self }
        var scalars = Array(unicodeScalars)
        for at in scalars.indices where scalars[at] == "@" {
            var start = at
            var end = at + 1
            while start > 0, scalars[start - 1].isInAddress { start -= 1 }
            while end < scalars.count, scalars[end].isInAddress { end += 1 }
            guard start < at, end > at + 1 else { continue }
            for index in start..<end where index != at { scalars[index] = "•" }
        }
        return String(UnicodeScalarView(scalars))
    }

    /// The text cut at spaces into lines of a width at most; a longer word keeps its own line.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for word in split(separator: " ", omittingEmptySubsequences: false) {
            if current.isEmpty && lines.isEmpty {
                current = String(word)
            } else if current.displayWidth + 1 + String(word).displayWidth <= width {
                current += " " + word
            } else {
                lines.append(current)
                current = String(word)
            }
        }
        return lines + [current]
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character: those of category `Cc` are the same in all of Unicode.
    package var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// Whether it could move the cursor, change colours or turn the reading direction.
    fileprivate var isUnsafeOnTerminal: Bool {
        isControl
            || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
            || value == 0x2028 || value == 0x2029
    }

    /// The control picture of an ASCII control; U+FFFD for others.
    fileprivate var picture: Unicode.Scalar {
        let symbol = value < 0x20 ? value + 0x2400 : value == 0x7F ? 0x2421 : 0xFFFD
        return Unicode.Scalar(symbol) ?? "\u{FFFD}"
    }

    fileprivate var isInAddress: Bool {
        properties.isAlphabetic || properties.numericType != nil || value == 0x2022
            || "._%+-".unicodeScalars.contains(self)
    }
}
