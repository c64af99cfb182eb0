// Days and months added, and the months gone by.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

struct DayArithmeticTests {
    struct Sum: CustomTestStringConvertible {
        let start: String
        let months: Int
        let lastDay: String
        let nextDay: String
        var testDescription: String { "\(start) \(months)" }
    }

    static let sums = [
        Sum(start: "2022-01-27", months: 36, lastDay: "2025-01-27", nextDay: "2025-01-27"),
        Sum(start: "2020-02-29", months: 36, lastDay: "2023-02-28", nextDay: "2023-03-01"),
        Sum(start: "2020-02-29", months: 48, lastDay: "2024-02-29", nextDay: "2024-02-29"),
        Sum(start: "2021-01-31", months: 1, lastDay: "2021-02-28", nextDay: "2021-03-01"),
        Sum(start: "2021-03-31", months: -1, lastDay: "2021-02-28", nextDay: "2021-03-01"),
        Sum(start: "2021-10-31", months: 1, lastDay: "2021-11-30", nextDay: "2021-12-01"),
        Sum(start: "2021-12-31", months: 2, lastDay: "2022-02-28", nextDay: "2022-03-01"),
        Sum(start: "2021-01-15", months: -1, lastDay: "2020-12-15", nextDay: "2020-12-15"),
        Sum(start: "0001-01-01", months: 119_987, lastDay: "9999-12-01", nextDay: "9999-12-01"),
        Sum(start: "2021-05-05", months: 0, lastDay: "2021-05-05", nextDay: "2021-05-05"),
    ]

    @Test(arguments: sums)
    func `months are added with either rounding`(sum: Sum) throws {
        let start = try #require(Day(iso: sum.start))

        #expect(try start.adding(months: sum.months, rounding: .lastDay).iso == sum.lastDay)
        #expect(try start.adding(months: sum.months, rounding: .nextDay).iso == sum.nextDay)
    }

    @Test
    func `without a rounding a missing day is told, and an exact one is given`() throws {
        let leap = try #require(Day(iso: "2020-02-29"))

        #expect(throws: DayError.noExactDay(year: 2023, month: 2, day: 29)) {
            try leap.adding(months: 36, rounding: nil)
        }
        #expect(try leap.adding(months: 12 * 4, rounding: nil).iso == "2024-02-29")
    }

    @Test(arguments: [12, 120_000, -24_300, Int.max, Int.min])
    func `months that leave the calendar are refused`(months: Int) throws {
        let late = try #require(Day(iso: "9999-06-01"))

        #expect(throws: DayError.outOfRange) {
            try late.adding(months: months == -24_300 ? -119_990 : months, rounding: .lastDay)
        }
    }

    @Test
    func `days are added within the calendar`() throws {
        let day = try #require(Day(iso: "2020-02-28"))
        let last = try #require(Day(iso: "9999-12-31"))

        #expect(try day.adding(days: 2).iso == "2020-03-01")
        #expect(try day.adding(days: -59).iso == "2019-12-31")
        #expect(throws: DayError.outOfRange) { try last.adding(days: 1) }
        #expect(throws: DayError.outOfRange) { try last.adding(days: Int.max) }
        #expect(throws: DayError.outOfRange) { try day.adding(days: -1_000_000) }
    }

    struct Span: CustomTestStringConvertible {
        let from: String
        let to: String
        let months: Int
        let years: Int
        var testDescription: String { "\(from) \(to)" }
    }

    static let spans = [
        Span(from: "2020-02-29", to: "2021-02-28", months: 11, years: 0),
        Span(from: "2020-02-29", to: "2021-03-01", months: 12, years: 1),
        Span(from: "2020-02-29", to: "2024-02-28", months: 47, years: 3),
        Span(from: "2020-02-29", to: "2024-02-29", months: 48, years: 4),
        Span(from: "2021-01-31", to: "2021-02-28", months: 0, years: 0),
        Span(from: "2021-01-31", to: "2021-03-01", months: 1, years: 0),
        Span(from: "2020-07-08", to: "2023-07-07", months: 35, years: 2),
        Span(from: "2020-07-08", to: "2023-07-08", months: 36, years: 3),
        Span(from: "2023-07-08", to: "2020-07-08", months: -36, years: -3),
        Span(from: "2023-07-07", to: "2020-07-08", months: -35, years: -2),
        Span(from: "2020-07-08", to: "2020-07-08", months: 0, years: 0),
    ]

    @Test(arguments: spans)
    func `whole months and years gone by are counted`(span: Span) throws {
        let start = try #require(Day(iso: span.from))
        let end = try #require(Day(iso: span.to))

        #expect(Day.completedMonths(from: start, to: end) == span.months)
        #expect(Day.completedYears(from: start, to: end) == span.years)
    }
}
