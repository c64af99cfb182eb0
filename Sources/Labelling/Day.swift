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
        var bytes: [UInt8] = []
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the day as `yyyy-mm-dd`.
    package func appendISO(to output: inout [UInt8]) {
        let (year, month, day) = civil
        let (century, rest) = year.quotientAndRemainder(dividingBy: 100)
        output.append(contentsOf: [
            Day.tens(century), Day.units(century), Day.tens(rest), Day.units(rest), Day.dash,
            Day.tens(month), Day.units(month), Day.dash, Day.tens(day), Day.units(day),
        ])
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

    private static let dash = UInt8(ascii: "-")

    /// The digit of the tens of a number below 100.
    private static func tens(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number / 10) }

    /// The digit of its units.
    private static func units(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
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
        // Years that begin on 1 March end with the day that comes and goes, so that both a
        // century's years and a year's months have lengths that one division finds.
        let past = ordinal + 305
        let century = (4 * past + 3) / 146_097
        let inCentury = past - 146_097 * century / 4
        let shifted = (4 * inCentury + 3) / 1461
        let inYear = inCentury - 1461 * shifted / 4
        // From March on, five months have 153 days.
        let months = (5 * inYear + 2) / 153
        let day = inYear - (153 * months + 2) / 5 + 1
        let year = 100 * century + shifted
        return months < 10 ? (year, months + 3, day) : (year + 1, months - 9, day)
    }
}
