// Paths in the order in which people count.
// SPDX-License-Identifier: MIT

extension [String] {
    /// The texts in byte order, but with numbers in them by their size: `experts[2]` before
    /// `experts[10]`.
    var inNumberOrder: [String] {
        guard count > 1 else { return self }
        let keys = map { NumberedText($0) }
        return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
    }
}

/// A text cut where its numbers start and end.
private struct NumberedText: Comparable {
    private let parts: [Part]

    private enum Part: Comparable {
        /// Without zeros at its start; the longer one is the larger one.
        case number([UInt8])
        case text([UInt8])

        static func < (left: Part, right: Part) -> Bool {
            switch (left, right) {
            case (.number(let one), .number(let two)):
                one.count == two.count ? one.lexicographicallyPrecedes(two) : one.count < two.count
            case (.text(let one), .text(let two)): one.lexicographicallyPrecedes(two)
            case (.number, .text): true
            case (.text, .number): false
            }
        }
    }

    init(_ text: String) {
        var parts: [Part] = []
        var rest = Array(text.utf8)[...]
        let isDigit = { (byte: UInt8) in UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") }
        while let first = rest.first {
            let part = rest.prefix { isDigit($0) == isDigit(first) }
            rest = rest.dropFirst(part.count)
            let digits = part.drop { $0 == UInt8(ascii: "0") }
            parts.append(isDigit(first) ? .number(Array(digits)) : .text(Array(part)))
        }
        self.parts = parts
    }

    static func < (left: NumberedText, right: NumberedText) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }
}
