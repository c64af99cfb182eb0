// A day of the calendar, without time, zone or clock.
// SPDX-License-Identifier: MIT

/// A day of the proleptic Gregorian calendar, of the years 1 to 9999.
///
/// ```swift
/// let filed = Day(iso: "2020-07-08")
/// let end = try filed?.adding(months: 36, rounding: .lastDay)
/// ```
public struct Day: Hashable, Sendable {
    /// The number of the day, where 1 is 0001-01-01 and 3652059 is 9999-12-31.
    public let ordinal: Int

    /// The last day that can be told: 9999-12-31.
    private static let lastOrdinal = 3_652_059

    /// Takes the day of a number; nil outside the years 1 to 9999.
    public init?(ordinal: Int) {
        guard (1...Day.lastOrdinal).contains(ordinal) else { return nil }
        self.ordinal = ordinal
    }

    /// The day of an ordinal; beyond an end of the calendar, that end.
    package init(clamping ordinal: Int) {
        self.ordinal = min(max(ordinal, 1), Day.lastOrdinal)
    }

    /// Takes a day of the calendar; nil when there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.lengthOfMonth(month, year: year)).contains(day)
        else { return nil }
        ordinal = Day.daysBefore(year: year) + Day.daysBefore(month: month, year: year) + day
    }

    /// Reads exactly `yyyy-mm-dd` in ASCII digits; nil for anything else or no such day.
    public init?(iso: some StringProtocol) {
        self.init(iso: Array(iso.utf8).span)
    }

    /// Reads the same from bytes.
    init?(iso bytes: Span<UInt8>) {
        guard bytes.count == Day.isoLength, bytes[4] == UInt8(ascii: "-"),
            bytes[7] == UInt8(ascii: "-"), let year = Day.number(bytes.extracting(0..<4)),
            let month = Day.number(bytes.extracting(5..<7)),
            let day = Day.number(bytes.extracting(8..<10))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The bytes of `yyyy-mm-dd`.
    static let isoLength = 10

    /// The year, 1 to 9999.
    public var year: Int { civil.year }

    /// The month, 1 to 12.
    public var month: Int { civil.month }

    /// The day of the month, 1 to 31.
    public var day: Int { civil.day }

    /// The day as `yyyy-mm-dd`.
    public var iso: String {
        let (year, month, day) = civil
        return Day.padded(year, to: 4) + "-" + Day.padded(month, to: 2) + "-"
            + Day.padded(day, to: 2)
    }

    /// The number of days from this day to another; negative when the other is earlier.
    public func days(until other: Day) -> Int { other.ordinal - ordinal }

    /// The length of a month in days; the month must be 1 to 12.
    package static func lengthOfMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The value of a run of ASCII digits; nil when it holds anything else.
    static func number(_ digits: Span<UInt8>) -> Int? {
        var value = 0
        for index in digits.indices {
            let digit = digits[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private static func padded(_ number: Int, to length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }
}

extension Day: Comparable, CustomStringConvertible {
    /// Earlier days come first.
    public static func < (left: Day, right: Day) -> Bool { left.ordinal < right.ordinal }

    /// The day as `yyyy-mm-dd`.
    public var description: String { iso }
}

extension Day {
    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The days of all the years before a year.
    private static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// The days of all the months before a month of a year.
    private static func daysBefore(month: Int, year: Int) -> Int {
        // Thirty days and a half each, but for February.
        let shortFebruary = month < 3 ? 0 : isLeap(year) ? 1 : 2
        return (367 * month - 362) / 12 - shortFebruary
    }

    /// Year, month and day of this day.
    private var civil: (year: Int, month: Int, day: Int) {
        // The mean year is a little over 365 days, so the guess is never late by more than one.
        var year = (ordinal - 1) * 400 / 146_097 + 1
        if Day.daysBefore(year: year) >= ordinal { year -= 1 }
        if year < 9999, Day.daysBefore(year: year + 1) < ordinal { year += 1 }
        var rest = ordinal - Day.daysBefore(year: year)
        var month = 1
        while rest > Day.lengthOfMonth(month, year: year) {
            rest -= Day.lengthOfMonth(month, year: year)
            month += 1
        }
        return (year, month, rest)
    }
}
