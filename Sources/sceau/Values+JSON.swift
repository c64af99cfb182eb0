// Values of verdicts and policies, as documents for programs hold them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

extension ShownValue {
    /// The value as verdicts write it: a duration in ISO 8601, a list as its length.
    var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number), .list(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): .string(day.iso)
        case .months(let count): .string("P\(count)M")
        case .days(let count): .string("P\(count)D")
        case .opaque: .null
        }
    }
}

extension Constant {
    /// The value as verdicts write it.
    var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .integer(let number): .integer(number)
        case .decimal(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .day(let day): .string(day.iso)
        case .list(let elements): .array(elements.map(\.jsonValue))
        }
    }
}
