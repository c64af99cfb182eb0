// Days and months added to a day, and the whole months between two days.
// SPDX-License-Identifier: MIT

/// The day to take when a month has no such day (29 February three years later, say).
public enum DayRounding: String, Hashable, Sendable, CaseIterable {
    /// The month's last day, as article 641 of the code de procédure civile counts.
    case lastDay = "dernier_jour"
    /// The first day of the month after.
    case nextDay = "jour_suivant"
}

/// Why a sum of a day and a duration gives no day.
public enum DayError: Error, Hashable, Sendable {
    /// The month has no such day, and no rounding was given.
    case noExactDay(year: Int, month: Int, day: Int)
    /// The sum lies outside the years 1 to 9999.
    case outOfRange
}

extension Day {
    /// The day a number of days later; earlier when the number is negative.
    ///
    /// - Throws: `outOfRange` outside the years 1 to 9999.
    public func adding(days: Int) throws(DayError) -> Day {
        let (sum, overflow) = ordinal.addingReportingOverflow(days)
        guard !overflow, let result = Day(ordinal: sum) else { throw .outOfRange }
        return result
    }

    /// The same day of the month, a number of months later; earlier when it is negative.
    ///
    /// - Parameters:
    ///   - months: how many; negative to go back.
    ///   - rounding: what to do where the month has no such day; nil to be told.
    /// - Returns: the day.
    /// - Throws: `noExactDay` for want of a rounding; `outOfRange` outside the years 1 to 9999.
    public func adding(months: Int, rounding: DayRounding?) throws(DayError) -> Day {
        // A Day spans 119,988 months: beyond, no sum can stand, and none may overflow.
        guard abs(months.clamped(to: -200_000...200_000)) <= 120_000 else { throw .outOfRange }
        let count = year * 12 + month - 1 + months
        guard count >= 12, count < 120_000 else { throw .outOfRange }
        let (targetYear, targetMonth) = (count / 12, count % 12 + 1)
        if let exact = Day(year: targetYear, month: targetMonth, day: day) { return exact }
        let length = Day.lengthOfMonth(targetMonth, year: targetYear)
        guard let rounding, let last = Day(year: targetYear, month: targetMonth, day: length)
        else { throw .noExactDay(year: targetYear, month: targetMonth, day: day) }
        switch rounding {
        case .lastDay: return last
        case .nextDay: return try last.adding(days: 1)
        }
    }

    /// The whole months gone by from a day to another; negative when the other is earlier.
    ///
    /// A month that began on a day that the last month lacks is complete on the first day after.
    public static func completedMonths(from start: Day, to end: Day) -> Int {
        guard end >= start else { return -completedMonths(from: end, to: start) }
        let months = (end.year - start.year) * 12 + end.month - start.month
        return end.day < start.day ? months - 1 : months
    }

    /// The whole years gone by; from 29 February, complete on 1 March in a common year.
    public static func completedYears(from start: Day, to end: Day) -> Int {
        completedMonths(from: start, to: end) / 12
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
