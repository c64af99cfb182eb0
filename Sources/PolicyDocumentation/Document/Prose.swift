// A sentence made of words, code and emphasis, before it is Markdown or HTML.
// SPDX-License-Identifier: MIT

/// A stretch of a sentence.
package enum Inline: Hashable, Sendable {
    /// French words.
    case text(String)
    /// Lua, or a name of the policy as it is written.
    case code(String)
    /// Words that stand out.
    case strong(String)
}

/// A sentence, or a part of one.
///
///     let sentence: Prose = "la fonction \(code: "meme_nom") répond oui"
package struct Prose: Hashable, Sendable {
    /// The stretches in order; two texts never follow each other.
    package private(set) var inlines: [Inline] = []

    /// Nothing yet.
    package init() {}

    /// Words.
    package init(_ text: String) { append(.text(text)) }

    /// Lua.
    package init(code: String) { append(.code(code)) }

    /// Words that stand out.
    package init(strong: String) { append(.strong(strong)) }

    /// The words alone.
    package var plain: String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text), .strong(let text): text
            }
        }.joined()
    }

    /// Adds a stretch; an empty one adds nothing.
    package mutating func append(_ inline: Inline) {
        switch (inlines.last, inline) {
        case (_, .text("")), (_, .code("")), (_, .strong("")): break
        case (.text(let before), .text(let text)):
            inlines[inlines.count - 1] = .text(before + text)
        default: inlines.append(inline)
        }
    }

    /// Adds a sentence at the end.
    package mutating func append(_ prose: Prose) { prose.inlines.forEach { append($0) } }

    /// One sentence after another.
    package static func + (left: Prose, right: Prose) -> Prose {
        var sum = left
        sum.append(right)
        return sum
    }

    /// Sentences in a row with the same words between them, other ones before the last.
    package static func joined(
        _ parts: [Prose], _ separator: String, last: String? = nil
    ) -> Prose {
        parts.enumerated().reduce(into: Prose()) { result, part in
            let isLast = part.offset == parts.count - 1
            if part.offset > 0 { result.append(.text(isLast ? last ?? separator : separator)) }
            result.append(part.element)
        }
    }

    /// The sentence with a full stop, unless it ends a sentence already.
    package var ended: Prose {
        guard let last = plain.last, !".!?…".contains(last) else { return self }
        return self + "."
    }
}

extension Prose: ExpressibleByStringInterpolation {
    /// Gathers words and the sentences between them.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var prose = Prose()

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: String) { prose.append(.text(literal)) }

        package mutating func appendInterpolation(_ text: String) { prose.append(.text(text)) }

        package mutating func appendInterpolation(_ part: Prose) { prose.append(part) }

        package mutating func appendInterpolation(code: String) { prose.append(.code(code)) }

        package mutating func appendInterpolation(strong: String) { prose.append(.strong(strong)) }
    }

    package init(stringLiteral value: String) { self.init(value) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.prose }
}
