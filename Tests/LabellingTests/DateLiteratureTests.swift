// Day arithmetic against the published reference rows and the article of law that it follows.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

/// The published rows of sums of days and durations, and dates that article 641 settles.
///
/// The rows are those of the library dates-calc (github.com/CatalaLang/dates-calc, files
/// `test/exact_computations.csv` and `test/ambiguous_computations.csv`), whose semantics its
/// authors prove in "Formalizing Date Arithmetic and Statically Detecting Ambiguities for the Law"
/// (Monat, Fromherz, Merigoux, ESOP 2024). The article is that of the code de procédure civile.
struct DateLiteratureTests {
    struct Row: CustomTestStringConvertible {
        let start: String
        var years = 0
        var months = 0
        var days = 0
        /// The sum rounded down to the month's last day.
        let down: String
        /// The sum rounded up to the next month's first day; nil where it is exact.
        var up: String?
        var testDescription: String { "\(start) + \(years) a \(months) m \(days) j" }
    }

    static let exact = [
        Row(start: "2012-03-20", days: 10, down: "2012-03-30"),
        Row(start: "2012-03-31", days: 1, down: "2012-04-01"),
        Row(start: "2012-02-28", days: 1, down: "2012-02-29"),
        Row(start: "2013-02-28", days: 1, down: "2013-03-01"),
        Row(start: "2012-03-01", days: 71, down: "2012-05-11"),
        Row(start: "2012-11-01", days: 71, down: "2013-01-11"),
        Row(start: "2012-02-15", months: 2, down: "2012-04-15"),
        Row(start: "2012-02-28", months: 4, down: "2012-06-28"),
        Row(start: "2012-03-15", months: 1, down: "2012-04-15"),
        Row(start: "2012-11-15", months: 3, down: "2013-02-15"),
        Row(start: "2012-03-31", months: 2, down: "2012-05-31"),
        Row(start: "2012-01-31", months: 2, down: "2012-03-31"),
        Row(start: "2013-01-31", months: 2, down: "2013-03-31"),
        Row(start: "2012-10-31", months: 5, down: "2013-03-31"),
        Row(start: "2012-01-01", years: 1, down: "2013-01-01"),
        Row(start: "2012-02-28", years: 4, down: "2016-02-28"),
        Row(start: "2012-02-29", years: 4, down: "2016-02-29"),
        Row(start: "2012-03-15", years: 1, down: "2013-03-15"),
        Row(start: "2012-11-15", years: 3, down: "2015-11-15"),
    ]

    static let ambiguous = [
        Row(start: "2012-03-31", months: 1, down: "2012-04-30", up: "2012-05-01"),
        Row(start: "2012-03-31", months: 3, down: "2012-06-30", up: "2012-07-01"),
        Row(start: "2012-01-31", months: 1, down: "2012-02-29", up: "2012-03-01"),
        Row(start: "2012-01-31", months: 3, down: "2012-04-30", up: "2012-05-01"),
        Row(start: "2013-01-31", months: 1, down: "2013-02-28", up: "2013-03-01"),
        Row(start: "2013-01-31", months: 3, down: "2013-04-30", up: "2013-05-01"),
        Row(start: "2012-10-31", months: 4, down: "2013-02-28", up: "2013-03-01"),
        Row(start: "2012-10-31", months: 6, down: "2013-04-30", up: "2013-05-01"),
        Row(start: "2012-10-29", months: 4, down: "2013-02-28", up: "2013-03-01"),
        Row(start: "2012-02-29", years: 1, down: "2013-02-28", up: "2013-03-01"),
        Row(start: "2012-02-29", years: 88, down: "2100-02-28", up: "2100-03-01"),
    ]

    /// A label's dates, by article 641: the same day of the month, and for want of one the month's
    /// last day; where a delay has months and days, months come first.
    static let law = [
        Row(start: "2021-08-31", months: 6, down: "2022-02-28", up: "2022-03-01"),
        Row(start: "2023-08-31", months: 6, down: "2024-02-29", up: "2024-03-01"),
        Row(start: "2020-02-29", years: 1, down: "2021-02-28", up: "2021-03-01"),
        Row(start: "2020-02-29", years: 3, down: "2023-02-28", up: "2023-03-01"),
        Row(start: "2020-02-29", years: 4, down: "2024-02-29"),
        Row(start: "1896-02-29", years: 4, down: "1900-02-28", up: "1900-03-01"),
        Row(start: "2020-12-31", years: 1, down: "2021-12-31"),
        Row(start: "2020-12-31", months: 1, down: "2021-01-31"),
        Row(start: "2020-12-31", months: 2, down: "2021-02-28", up: "2021-03-01"),
        Row(start: "2020-12-31", days: 1, down: "2021-01-01"),
        Row(start: "2022-01-01", years: 3, days: -1, down: "2024-12-31"),
        Row(start: "2022-01-27", years: 3, days: -1, down: "2025-01-26"),
        Row(start: "2017-02-12", months: 1, days: 15, down: "2017-03-27"),
        Row(start: "2017-01-31", months: 1, days: 1, down: "2017-03-01", up: "2017-03-02"),
    ]

    /// Months first, years among them, then days.
    private func sum(_ row: Row, _ rounding: DayRounding?) throws -> Day {
        try #require(Day(iso: row.start))
            .adding(months: row.years * 12 + row.months, rounding: rounding)
            .adding(days: row.days)
    }

    @Test(arguments: exact + law.filter { $0.up == nil })
    func `an exact sum is the same under every rounding and under none`(row: Row) throws {
        #expect(try sum(row, .lastDay).iso == row.down)
        #expect(try sum(row, .nextDay).iso == row.down)
        #expect(try sum(row, nil).iso == row.down)
    }

    @Test(arguments: ambiguous + law.filter { $0.up != nil })
    func `an ambiguous sum follows its rounding, and is an error without one`(row: Row) throws {
        #expect(try sum(row, .lastDay).iso == row.down)
        #expect(try sum(row, .nextDay).iso == row.up)
        #expect(throws: DayError.self) { try sum(row, nil) }
    }
}
