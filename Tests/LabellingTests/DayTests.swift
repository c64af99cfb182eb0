// Days against written dates and Foundation's calendar.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import Testing

struct DayTests {
    struct Known: CustomTestStringConvertible {
        let iso: String
        let ordinal: Int
        var testDescription: String { iso }
    }

    /// Ordinals as Python's `datetime.date.toordinal` gives them.
    static let known = [
        Known(iso: "0001-01-01", ordinal: 1), Known(iso: "0001-12-31", ordinal: 365),
        Known(iso: "0004-02-29", ordinal: 1155), Known(iso: "0100-03-01", ordinal: 36219),
        Known(iso: "0400-12-31", ordinal: 146_097), Known(iso: "0401-01-01", ordinal: 146_098),
        Known(iso: "1582-10-10", ordinal: 577_731), Known(iso: "1900-02-28", ordinal: 693_654),
        Known(iso: "1900-03-01", ordinal: 693_655), Known(iso: "1970-01-01", ordinal: 719_163),
        Known(iso: "2000-02-29", ordinal: 730_179), Known(iso: "2020-07-08", ordinal: 737_614),
        Known(iso: "2022-01-27", ordinal: 738_182), Known(iso: "9999-12-31", ordinal: 3_652_059),
    ]

    @Test(arguments: known)
    func `a written date has its number, and the number its date`(known: Known) throws {
        let read = try #require(Day(iso: known.iso))
        let counted = try #require(Day(ordinal: known.ordinal))

        #expect(read.ordinal == known.ordinal)
        #expect(counted.iso == known.iso)
        #expect(counted.description == known.iso)
    }

    @Test
    func `the days of nine hundred years are those of another calendar`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let epoch = 719_163

        for ordinal in stride(from: 577_736, through: 906_000, by: 11) {
            let date = Date(timeIntervalSince1970: Double(ordinal - epoch) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let day = try #require(Day(ordinal: ordinal))

            #expect(day.year == parts.year && day.month == parts.month && day.day == parts.day)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test
    func `every day follows the one before`() throws {
        var previous = try #require(Day(ordinal: 1))
        for ordinal in 2...3_652_059 {
            let day = try #require(Day(ordinal: ordinal))
            let isNext = day.day == previous.day + 1 && day.month == previous.month
            let isFirst =
                day.day == 1
                && (day.month == previous.month + 1
                    || day.month == 1 && previous.month == 12 && day.year == previous.year + 1)
            if !isNext && !isFirst { Issue.record("\(previous) then \(day)") }
            previous = day
        }
    }

    @Test(arguments: [
        "2021-02-29", "2021-02-30", "1900-02-29", "2021-00-10", "2021-13-01", "2021-04-31",
        "2021-01-00", "0000-01-01", "10000-01-01", "2021-1-1", "2021/01/01", "2021-01-01T",
        " 2021-01-01",
        "２０２１-01-01", "-001-01-01", "", "2021-01-1 ",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test
    func `numbers outside the years 1 to 9999 are refused`() {
        #expect(Day(ordinal: 0) == nil)
        #expect(Day(ordinal: -5) == nil)
        #expect(Day(ordinal: 3_652_060) == nil)
        #expect(Day(year: 10000, month: 1, day: 1) == nil)
        #expect(Day(year: 0, month: 12, day: 31) == nil)
    }

    @Test
    func `days are ordered and subtracted`() throws {
        let filed = try #require(Day(iso: "2020-07-08"))
        let decided = try #require(Day(iso: "2022-01-27"))

        #expect(filed < decided)
        #expect(filed.days(until: decided) == 568)
        #expect(decided.days(until: filed) == -568)
    }
}
