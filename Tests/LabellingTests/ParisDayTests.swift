// The day in Europe/Paris of a date-time.
// SPDX-License-Identifier: MIT

import Foundation
import Labelling
import Testing

struct ParisDayTests {
    struct Moment: CustomTestStringConvertible {
        let text: String
        let day: String?
        var testDescription: String { text }
    }

    static let moments = [
        Moment(text: "2020-07-08T00:00:00+02:00", day: "2020-07-08"),
        Moment(text: "2020-07-07T21:59:59Z", day: "2020-07-07"),
        Moment(text: "2020-07-07T22:00:00Z", day: "2020-07-08"),
        Moment(text: "2020-01-07T22:59:59Z", day: "2020-01-07"),
        Moment(text: "2020-01-07T23:00:00Z", day: "2020-01-08"),
        Moment(text: "2020-07-08T23:30:00+01:00", day: "2020-07-09"),
        Moment(text: "2020-07-08T23:30:00.123+02:00", day: "2020-07-08"),
        Moment(text: "2020-07-08T03:00-04:00", day: "2020-07-08"),
        Moment(text: "2020-07-08T20:00-04:00", day: "2020-07-09"),
        Moment(text: "2020-12-31T23:00:00Z", day: "2021-01-01"),
        // 28 March 2021 and 31 October 2021: summer time starts and ends at 01:00 UTC.
        Moment(text: "2021-03-27T22:59Z", day: "2021-03-27"),
        Moment(text: "2021-03-27T23:00Z", day: "2021-03-28"),
        Moment(text: "2021-03-28T21:59Z", day: "2021-03-28"),
        Moment(text: "2021-03-28T22:00Z", day: "2021-03-29"),
        Moment(text: "2021-10-30T22:00Z", day: "2021-10-31"),
        Moment(text: "2021-10-31T22:59Z", day: "2021-10-31"),
        Moment(text: "2021-10-31T23:00Z", day: "2021-11-01"),
        Moment(text: "2016-12-31T23:59:60Z", day: "2017-01-01"),
        Moment(text: "1995-12-31T22:59Z", day: nil),
        Moment(text: "1995-12-31T23:00Z", day: "1996-01-01"),
        Moment(text: "9999-12-31T23:30Z", day: nil),
        Moment(text: "2020-07-08T10:00:00", day: nil),
        Moment(text: "2020-07-08", day: nil),
        Moment(text: "2020-07-08 10:00:00Z", day: nil),
        Moment(text: "2020-07-08T24:00Z", day: nil),
        Moment(text: "2020-07-08T10:60Z", day: nil),
        Moment(text: "2020-07-08T10:00:61Z", day: nil),
        Moment(text: "2020-07-08T10:00:00.Z", day: nil),
        Moment(text: "2020-07-08T10:00+0200", day: nil),
        Moment(text: "2020-07-08T10:00+24:00", day: nil),
        Moment(text: "2020-07-08T10:00ZZ", day: nil),
        Moment(text: "2021-02-30T10:00:00Z", day: nil),
        Moment(text: "2020-07-08T10:00:5Z", day: nil),
    ]

    @Test(arguments: moments)
    func `a date-time counts as the day in Paris`(moment: Moment) {
        #expect(Day(parisDateTime: moment.text)?.iso == moment.day)
    }

    @Test
    func `the rule agrees with the time zone database from 1996 on`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Paris"))
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = try #require(TimeZone(identifier: "UTC"))

        // 1996-01-01 to 2037-12-31, by steps that visit every hour of the day.
        for seconds in stride(from: 820_454_400, to: 2_145_916_800, by: 86_400 * 2 - 1_740) {
            let date = Date(timeIntervalSince1970: Double(seconds))
            let told = utc.dateComponents([.year, .month, .day, .hour, .minute], from: date)
            let text = String(
                format: "%04d-%02d-%02dT%02d:%02dZ", try #require(told.year),
                try #require(told.month), try #require(told.day), try #require(told.hour),
                try #require(told.minute))
            let paris = calendar.dateComponents([.year, .month, .day], from: date)

            let day = try #require(Day(parisDateTime: text))
            #expect(day.year == paris.year && day.month == paris.month && day.day == paris.day)
        }
    }
}
