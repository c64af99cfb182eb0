// What a diagnostic shows of a file: the line at fault, or its bones.
// SPDX-License-Identifier: MIT

extension SourceText {
    /// The line around a fault, or the part near it of a very long one, and its first column.
    ///
    /// Where only a fault or names may be shown, each other character is a "•".
    func excerpt(around fault: SourceRange) -> (text: String, column: Int) {
        let line = line(around: fault.lowerBound)
        let start = boundary(fault.lowerBound - SourceText.reach, in: line)
        let end = boundary(fault.lowerBound + SourceText.reach, in: line)
        let shown = start..<max(start, end)
        // A fault may be told of a first byte alone: the character is shown whole.
        let whole = fault.lowerBound..<max(fault.upperBound, boundary(fault.upperBound, in: line))
        return (text(shown, around: whole.clamped(to: shown)), position(at: start).column)
    }

    /// How many bytes on either side of a fault are looked at, well over any window's width.
    private static let reach = 1000

    /// The offset, or the next one of the line that does not stand inside a character.
    ///
    /// A line starts where it starts, even with a byte that starts no character.
    private func boundary(_ offset: Int, in line: SourceRange) -> Int {
        guard offset > line.lowerBound else { return line.lowerBound }
        guard offset < line.upperBound else { return line.upperBound }
        return bytes[offset..<line.upperBound].firstIndex { $0 & 0xC0 != 0x80 } ?? line.upperBound
    }

    private func text(_ range: SourceRange, around fault: SourceRange) -> String {
        switch extent {
        case .lines: return text(in: range)
        case .names: return text(in: range).bones
        case .fault:
            let before = text(in: range.lowerBound..<fault.lowerBound).bones
            let after = text(in: fault.upperBound..<range.upperBound).bones
            return before + text(in: fault) + after
        }
    }

    /// The same text with what is at fault hidden as well, unless the file is the service's own.
    package var hidingFault: SourceText { extent == .lines ? self : showing(.names) }

    /// The same, unless what is at fault is harmless.
    package func hidingFault(unless isHarmless: Bool) -> SourceText {
        isHarmless ? self : hidingFault
    }

    /// The same, unless what is at fault is surely the name of a field: a word with a colon after it.
    package func hidingFault(unlessName name: String, at range: SourceRange) -> SourceText {
        let next = bytes[range.upperBound...].first { !JSONParser.isBlank($0) }
        return hidingFault(unless: name.isFieldName && next == UInt8(ascii: ":"))
    }

    /// A text that repeats what is at fault; nil where that may not be shown.
    package func unlessHidden(_ text: String?) -> String? { extent == .names ? nil : text }

    /// A piece of the file in guillemets, its characters hidden where they may not be shown.
    package func quoted(_ text: String) -> String {
        (extent == .names ? text.bullets : text).quotedToken
    }

    /// What stands in a range, in guillemets; hidden where it may not be shown.
    package func quoted(_ range: SourceRange) -> String { quoted(text(in: range)) }
}

extension String {
    /// As many "•" as there are characters.
    fileprivate var bullets: String { String(repeating: "•", count: count) }

    /// The text as a stretch of JSON with each scalar hidden that may be of a value.
    ///
    /// Marks, blanks, names of fields and `true`, `false`, `null` stay. It does not matter whether
    /// the stretch starts inside a text: in a broken file, nobody can tell.
    fileprivate var bones: String {
        let scalars = Array(unicodeScalars)
        var result = UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            let kept = String.nameLength(scalars[index...]) ?? String.wordLength(scalars, at: index)
            if let kept {
                result.append(contentsOf: scalars[index..<index + kept])
                index += kept
            } else {
                result.append(String.marks.contains(scalars[index]) ? scalars[index] : "•")
                index += 1
            }
        }
        return String(result)
    }

    private static let marks = Set("{}[]:,\" \t".unicodeScalars)

    /// The length of `"some_name"` where a colon follows it.
    private static func nameLength(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
        guard rest.first == "\"" else { return nil }
        let name = rest.dropFirst().prefix { $0.isInFieldName }
        guard let first = name.first, first.properties.isLowercase, rest.endIndex > name.endIndex,
            rest[name.endIndex] == "\"",
            rest[(name.endIndex + 1)...].first(where: { $0 != " " && $0 != "\t" }) == ":"
        else { return nil }
        return name.count + 2
    }

    /// The length of a word of JSON that stands by itself.
    private static func wordLength(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
        if index > 0, !marks.contains(scalars[index - 1]) { return nil }
        let word = scalars[index...].prefix { !marks.contains($0) }
        return ["true", "false", "null"].contains(String(UnicodeScalarView(word)))
            ? word.count : nil
    }

    /// Whether it can be the name of a field, and not a sentence, a number or an address.
    fileprivate var isFieldName: Bool {
        guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return unicodeScalars.count <= 40
            && unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || $0 == "_" || $0 == "-"
            }
    }

    /// Whether it is written as a number too short to be that of a telephone, and no day either.
    package var isSmallNumber: Bool {
        let digits = unicodeScalars.filter { ("0"..."9").contains($0) }
        let others = unicodeScalars.filter { !("0"..."9").contains($0) }
        let groups: [Substring] = split(separator: " ")
        return digits.count <= 8 && !dropFirst().contains("-")
            && others.allSatisfy { " .,_+-eE".unicodeScalars.contains($0) }
            && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in the name of a field of ours: ASCII, `snake_case`.
    fileprivate var isInFieldName: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "_"
    }
}
