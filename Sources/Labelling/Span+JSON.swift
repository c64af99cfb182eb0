// The bytes of a JSON text, looked at eight at a time.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Reading at a place of a JSON text.
///
/// INVARIANT: the text is followed by 16 zeros. They stand nowhere in JSON, so that every reading
/// ends at the first one, and a word can be loaded wherever a reading may stand.
extension Span<UInt8> {
    /// Eight bytes as a number, the first one lowest; zero where there are fewer.
    @inline(__always)
    func word(at place: Int) -> UInt64 {
        // In this form the compiler sees that one load of a word will do.
        let rest = extracting(place..<count)
        guard rest.count >= 8 else { return 0 }
        return UInt64(rest[0]) | UInt64(rest[1]) << 8 | UInt64(rest[2]) << 16
            | UInt64(rest[3]) << 24 | UInt64(rest[4]) << 32 | UInt64(rest[5]) << 40
            | UInt64(rest[6]) << 48 | UInt64(rest[7]) << 56
    }

    /// The first byte from a place on that is not blank.
    @inline(__always)
    func afterBlanks(_ place: Int) -> Int {
        self[place] > 0x20 ? place : afterSomeBlanks(place)
    }

    @inline(never)
    private func afterSomeBlanks(_ start: Int) -> Int {
        var place = start
        while JSONReader.isBlank(self[place]) { place += 1 }
        return place
    }

    /// The number of a run of at most 18 digits, and where it ends.
    func digits(from start: Int) -> (value: Int64, end: Int)? {
        var end = start
        var value: Int64 = 0
        while true {
            let digit = self[end] &- 0x30
            guard digit < 10 else { break }
            value = value &* 10 &+ Int64(digit)
            end += 1
        }
        return end > start && end - start <= 18 ? (value, end) : nil
    }

    /// The same without a zero before other digits, and with a minus before it or none.
    func wholeNumber(at place: Int) -> (value: Int64, end: Int)? {
        let isNegative = self[place] == UInt8(ascii: "-")
        let start = isNegative ? place + 1 : place
        guard let (value, end) = digits(from: start),
            self[start] != UInt8(ascii: "0") || end == start + 1
        else { return nil }
        return (isNegative ? -value : value, end)
    }
}

// MARK: - Texts

extension Span<UInt8> {
    /// Where the next quote or backslash stands in a text; nil when a character before it may be
    /// refused, or changed by form C.
    func plainEnd(from start: Int) -> Int? {
        var place = start
        while true {
            let found = Self.notPlain(in: word(at: place))
            guard found != 0 else {
                place += 8
                continue
            }
            place += found.trailingZeroBitCount / 8
            let byte = self[place]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
            guard let length = plainLength(byte, at: place) else { return nil }
            place += length
        }
    }

    /// The high bits of a quote, a backslash, a control or any byte beyond ASCII; exact for the
    /// first one alone.
    @inline(__always)
    private static func notPlain(in word: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ 0x2222_2222_2222_2222
        let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
        // A borrow or a carry reaches only bytes after one that is found.
        let small = word &- 0x2020_2020_2020_2020
        let deleted = word &+ ones
        return ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | small | deleted | word)
            & high
    }

    /// The length of a character beyond ASCII that stays as it is; nil for any other.
    @inline(__always)
    private func plainLength(_ byte: UInt8, at place: Int) -> Int? {
        let second = self[place + 1]
        guard second & 0xC0 == 0x80 else { return nil }
        if byte & 0xE0 == 0xC0 {
            let value = UInt32(byte & 0x1F) << 6 | UInt32(second & 0x3F)
            return Unicode.Scalar.isPlain(value) ? 2 : nil
        }
        let third = self[place + 2]
        guard byte & 0xF0 == 0xE0, third & 0xC0 == 0x80 else { return nil }
        let value = UInt32(byte & 0xF) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        return value >= 0x800 && Unicode.Scalar.isPlain(value) ? 3 : nil
    }

    /// Whether a text is surely more than white space.
    var isReadable: Bool {
        for index in indices {
            let byte = self[index]
            // What is white beyond ASCII starts with one of these, as do some letters and signs.
            if byte > 0x20, byte != 0xC2, byte != 0xE2, byte & 0xC0 != 0x80 { return true }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Whether a scalar beyond ASCII may stand in a text, and stays as it is.
    static func isPlain(_ value: UInt32) -> Bool { value >= 0xA0 && isStableInFormC(value) }
}
