// Tests of the day that the clock gives, and of the statuses' order.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import sceau

struct SurroundingsTests {
    struct Moment: CustomTestStringConvertible {
        let seconds: Int
        let day: String
        var testDescription: String { day }
    }

    @Test(arguments: [
        // 2020-07-07T21:59:59Z and 22:00:00Z: midnight in Paris in summer.
        Moment(seconds: 1_594_159_199, day: "2020-07-07"),
        Moment(seconds: 1_594_159_200, day: "2020-07-08"),
        // 2021-12-31T22:59:59Z and 23:00:00Z: midnight in Paris in winter.
        Moment(seconds: 1_640_991_599, day: "2021-12-31"),
        Moment(seconds: 1_640_991_600, day: "2022-01-01"),
    ])
    func `a day begins at midnight in Paris`(moment: Moment) {
        #expect(Surroundings.day(atUnixTime: moment.seconds)?.iso == moment.day)
    }

    @Test func `the worst status wins in the documented order`() {
        let order: [sceau.ExitStatus] = [
            .badPolicy, .fileAccess, .badDossier, .unfavorable, .toExamine, .incomplete, .divided,
        ]

        let winners = order.indices.map { sceau.ExitStatus.worst(of: Set(order[$0...])) }

        #expect(winners == order)
        #expect(sceau.ExitStatus.worst(of: []) == .done)
    }
}
