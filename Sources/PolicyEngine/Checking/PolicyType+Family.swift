// Which types compare with one another.
// SPDX-License-Identifier: MIT

import Labelling

extension PolicyType {
    /// Values of one family compare with one another.
    enum Family: Hashable {
        case number, text, boolean, day, months, days, other
    }

    /// The family of the type; nil when nothing is known of it.
    var family: Family? {
        switch known {
        case .any, .nothing, .maybe: nil
        case .number: .number
        case .text: .text
        case .boolean: .boolean
        case .day: .day
        case .duration(.months): .months
        case .duration(.days): .days
        case .list, .record, .keyedTable, .ownTables, .function, .library, .walk: .other
        }
    }

    /// Whether a text is the code of a country.
    static func isCountry(_ code: String) -> Bool {
        Country.frenchName(of: code) != nil
    }
}
