// What holds of every day, tried on all days of a stretch or on many of all.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

/// The properties that the literature proves or states of adding to days (Monat, Fromherz,
/// Merigoux, ESOP 2024).
struct DayArithmeticPropertyTests {
    /// Three years around a leap day, around that of 2000, and around 2100, which has none.
    static let stretches = [
        ("2019-01-01", "2021-12-31"), ("1999-01-01", "2001-12-31"), ("2099-01-01", "2101-12-31"),
    ]

    private func days(_ stretch: (String, String)) throws -> [Day] {
        let first = try #require(Day(iso: stretch.0))
        let last = try #require(Day(iso: stretch.1))
        return (first.ordinal...last.ordinal).compactMap { Day(ordinal: $0) }
    }

    /// Whether a sum has no exact day, told by its own calendar: a month shorter than the day.
    private func isAmbiguous(_ day: Day, months: Int) -> Bool {
        let index = day.year * 12 + day.month - 1 + months
        let (year, month) = (index / 12, index % 12)
        let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day.day > lengths[month]
    }

    @Test(arguments: stretches)
    func `adding days is undone by taking them off, and two steps are one`(
        stretch: (String, String)
    ) throws {
        for day in try days(stretch) {
            for count in [-800, -365, -1, 0, 1, 28, 31, 366, 10_000] {
                let sum = try day.adding(days: count)
                let stepped = try day.adding(days: count - 7).adding(days: 7)

                if try sum.adding(days: -count) != day || stepped != sum
                    || day.days(until: sum) != count
                {
                    Issue.record("\(day) + \(count)")
                }
            }
        }
    }

    @Test(arguments: stretches)
    func `both roundings bracket, a day apart where no exact day is and never else`(
        stretch: (String, String)
    ) throws {
        for day in try days(stretch) {
            for months in -25...25 {
                let down = try day.adding(months: months, rounding: .lastDay)
                let up = try day.adding(months: months, rounding: .nextDay)
                let exact = try? day.adding(months: months, rounding: nil)
                let distance = isAmbiguous(day, months: months) ? 1 : 0

                if down.days(until: up) != distance || (exact == nil) != (distance == 1)
                    || exact.map({ $0 != down }) ?? false
                {
                    Issue.record("\(day) + \(months) mois")
                }
            }
        }
    }

    @Test(arguments: stretches)
    func `a rounded sum stands at a month's end, and the day after at a month's start`(
        stretch: (String, String)
    ) throws {
        for day in try days(stretch) where day.day > 28 {
            for months in -25...25 where isAmbiguous(day, months: months) {
                let down = try day.adding(months: months, rounding: .lastDay)
                let up = try day.adding(months: months, rounding: .nextDay)
                let index = (day.year * 12 + day.month - 1 + months)

                if down.year * 12 + down.month - 1 != index || up.day != 1 {
                    Issue.record("\(day) + \(months) mois")
                }
            }
        }
    }

    @Test(arguments: stretches)
    func `a later day never gives an earlier sum, nor more months`(
        stretch: (String, String)
    ) throws {
        for rounding in DayRounding.allCases {
            for months in -25...25 {
                var previous: Day?
                for day in try days(stretch) {
                    let sum = try day.adding(months: months, rounding: rounding)
                    let more = try day.adding(months: months + 1, rounding: rounding)

                    if let previous, sum < previous { Issue.record("\(day) + \(months) mois") }
                    if more <= sum { Issue.record("\(day) + \(months + 1) mois") }
                    previous = sum
                }
            }
        }
    }

    @Test(arguments: stretches)
    func `a sum of months is undone unless it was rounded`(stretch: (String, String)) throws {
        for day in try days(stretch) {
            for months in 1...25 {
                guard let exact = try? day.adding(months: months, rounding: nil) else { continue }

                if try exact.adding(months: -months, rounding: nil) != day {
                    Issue.record("\(day) + \(months) mois")
                }
            }
        }
    }

    /// Seeds of a linear congruence, so that a failure comes back.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `days of all years hold to the same`(seed: UInt64) throws {
        var state = seed
        func next(below bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        for _ in 0..<5_000 {
            let day = try #require(Day(ordinal: 800_000 + next(below: 2_000_000)))
            let (months, days) = (next(below: 4_000) - 2_000, next(below: 60_000) - 30_000)
            let down = try day.adding(months: months, rounding: .lastDay)
            let up = try day.adding(months: months, rounding: .nextDay)
            let distance = isAmbiguous(day, months: months) ? 1 : 0

            #expect(down.days(until: up) == distance, "\(day) + \(months) mois")
            #expect(try day.adding(days: days).adding(days: -days) == day)
        }
    }

    /// The counterexamples of the literature: why policies say in which order to add.
    @Test func `months and days do not commute, and months do not add up through a rounding`()
        throws
    {
        let next = try #require(Day(iso: "2021-01-30"))
        let last = try #require(Day(iso: "2021-01-31"))

        let dayFirst = try next.adding(days: 1).adding(months: 1, rounding: .lastDay)
        let monthFirst = try next.adding(months: 1, rounding: .lastDay).adding(days: 1)
        let twice = try last.adding(months: 1, rounding: .lastDay)
            .adding(months: 1, rounding: .lastDay)
        let back = try last.adding(months: 1, rounding: .lastDay)
            .adding(months: -1, rounding: .lastDay)

        #expect(dayFirst.iso == "2021-02-28" && monthFirst.iso == "2021-03-01")
        #expect(twice.iso == "2021-03-28" && back.iso == "2021-01-28")
        #expect(try last.adding(months: 2, rounding: .lastDay).iso == "2021-03-31")
    }
}
