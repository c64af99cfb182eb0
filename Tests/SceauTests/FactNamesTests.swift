// Numbers of facts with their units.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import PolicyAnalysis
@testable import PolicyEngine
@testable import sceau

struct FactNamesTests {
    @Test(arguments: [
        (0, "0 rapport", "0 rapport ou plus"), (1, "1 rapport", "1 rapport ou plus"),
        (2, "2 rapports", "2 rapports ou plus"),
    ])
    func `a unit agrees with its number`(number: Int64, alone: String, orMore: String) throws {
        let names = FactNames(.standard)
        let path = try #require(FactPath("obligations.rapports_manquants"))
        let cell = Cell(
            extent: .numbers(number, nil), representative: .integer(number), isExact: true)

        #expect(names.french(NamedValue(name: "\(path)", value: .integer(number))) == alone)
        #expect(names.french(Placement(path: path, cell: cell)) == orMore)
    }
}
