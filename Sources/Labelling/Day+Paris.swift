// The day in Europe/Paris of a date-time, by the rule of the Union's summer time.
// SPDX-License-Identifier: MIT

extension Day {
    /// The day in Europe/Paris of `2020-07-08T23:30:00+01:00`; nil when it cannot be told.
    ///
    /// The offset is compulsory (`Z` or `+hh:mm`); seconds and their fraction may be left out.
    /// Years before 1996 are refused: the common rule of summer time starts there.
    /// Source: directive 2000/84/EC, which carries on the 1996 rule (directive 94/21/EC).
    public init?(parisDateTime text: String) {
        guard let moment = Moment(text) else { return nil }
        let shift = Day.isParisSummer(moment) ? 120 : 60
        guard let day = Day(ordinal: moment.shifted(byMinutes: shift).ordinal), day.year >= 1996
        else { return nil }
        self = day
    }

    /// Whether summer time runs: last Sunday of March to last Sunday of October, 01:00 UTC.
    private static func isParisSummer(_ moment: Moment) -> Bool {
        guard let year = Day(ordinal: moment.ordinal)?.year,
            let march = lastSunday(ofMonth: 3, year: year),
            let october = lastSunday(ofMonth: 10, year: year)
        else { return false }
        let start = Moment(ordinal: march, minute: 60)
        let end = Moment(ordinal: october, minute: 60)
        return start <= moment && moment < end
    }

    /// The ordinal of the last Sunday of a month of 31 days.
    private static func lastSunday(ofMonth month: Int, year: Int) -> Int? {
        // 0001-01-01 was a Monday, so Sundays are the multiples of 7.
        Day(year: year, month: month, day: 31).map { $0.ordinal - $0.ordinal % 7 }
    }
}

/// A minute in UTC.
private struct Moment: Comparable {
    var ordinal: Int
    var minute: Int

    init(ordinal: Int, minute: Int) {
        self.ordinal = ordinal
        self.minute = minute
    }

    /// Reads `yyyy-mm-ddThh:mm[:ss[.f…]](Z|±hh:mm)`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 17, let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T"),
            let minutes = Moment.minutes(bytes[11..<16]),
            let zone = Moment.skipSeconds(bytes[16...]),
            let offset = Moment.offset(zone)
        else { return nil }
        self = Moment(ordinal: day.ordinal, minute: minutes).shifted(byMinutes: -offset)
    }

    static func < (left: Moment, right: Moment) -> Bool {
        (left.ordinal, left.minute) < (right.ordinal, right.minute)
    }

    func shifted(byMinutes minutes: Int) -> Moment {
        let total = ordinal * 1440 + minute + minutes
        return Moment(ordinal: total / 1440, minute: total % 1440)
    }

    /// The minutes of `hh:mm`, below 24 hours.
    private static func minutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        let first = bytes.startIndex
        guard bytes.count == 5, bytes[first + 2] == UInt8(ascii: ":"),
            let hour = Day.number(bytes[first..<first + 2]),
            let minute = Day.number(bytes[(first + 3)...]), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// What follows `:ss` and `.f…`, both optional; a leap second is let through.
    private static func skipSeconds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.first == UInt8(ascii: ":") else { return bytes }
        let digits = bytes.dropFirst().prefix(2)
        guard digits.count == 2, let seconds = Day.number(digits), seconds <= 60 else { return nil }
        let rest = bytes.dropFirst(3)
        guard rest.first == UInt8(ascii: ".") else { return rest }
        let fraction = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
        return fraction.isEmpty ? nil : rest.dropFirst(1 + fraction.count)
    }

    /// The minutes that an offset is ahead of UTC.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        switch bytes.first {
        case UInt8(ascii: "Z"): bytes.count == 1 ? 0 : nil
        case UInt8(ascii: "+"): minutes(bytes.dropFirst())
        case UInt8(ascii: "-"): minutes(bytes.dropFirst()).map { -$0 }
        default: nil
        }
    }
}
