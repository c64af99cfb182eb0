// Where the bytes of a string literal come from.
// SPDX-License-Identifier: MIT

/// Offsets in a source, mostly one after the other: only those from the first escape on are kept.
public struct LiteralOffsets: Hashable, Sendable {
    private var start = 0
    /// How many follow one another from `start`.
    private var plainCount = 0
    private var others: [Int] = []

    /// The offsets of a stretch without escapes.
    init(_ plain: Range<Int>) {
        start = plain.lowerBound
        plainCount = plain.count
    }

    /// Adds an offset.
    mutating func append(_ offset: Int) {
        if plainCount == 0 { start = offset }
        if others.isEmpty, offset == start + plainCount {
            plainCount += 1
        } else {
            others.append(offset)
        }
    }
}

extension LiteralOffsets: RandomAccessCollection {
    /// The first offset's place.
    public var startIndex: Int { 0 }
    /// One past the last offset's place.
    public var endIndex: Int { plainCount + others.count }

    /// The offset at a place.
    public subscript(position: Int) -> Int {
        position < plainCount ? start + position : others[position - plainCount]
    }
}
