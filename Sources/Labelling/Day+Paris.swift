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
        let span = bytes.span
        guard bytes.count >= 17, let day = Day(iso: span.extracting(first: Day.isoLength)),
            bytes[10] == UInt8(ascii: "T"),
            let minutes = Moment.minutes(span.extracting(11..<16)),
            let zone = Moment.endOfSeconds(span, from: 16),
            let offset = Moment.offset(span.extracting(zone..<span.count))
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
    private static func minutes(_ bytes: Span<UInt8>) -> Int? {
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            let hour = Day.number(bytes.extracting(0..<2)),
            let minute = Day.number(bytes.extracting(3..<5)), hour < 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    /// Where `:ss` and `.f…` end, both optional; a leap second is let through.
    private static func endOfSeconds(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: ":") else { return start }
        guard start + 3 <= bytes.count,
            let seconds = Day.number(bytes.extracting(start + 1..<start + 3)), seconds <= 60
        else { return nil }
        var end = start + 3
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return end }
        end += 1
        while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        return end == start + 4 ? nil : end
    }

    /// The minutes that an offset is ahead of UTC.
    private static func offset(_ bytes: Span<UInt8>) -> Int? {
        guard !bytes.isEmpty else { return nil }
        let clock = bytes.extracting(1..<bytes.count)
        switch bytes[0] {
        case UInt8(ascii: "Z"): return clock.isEmpty ? 0 : nil
        case UInt8(ascii: "+"): return minutes(clock)
        case UInt8(ascii: "-"): return minutes(clock).map { -$0 }
        default: return nil
        }
    }
}
