// How facts, constants and results cross between Swift and Lua.
// SPDX-License-Identifier: MIT

import Labelling
import LuaRuntime

/// A key that no officer's text can hold marks what a plain Lua value cannot say.
private enum Mark {
    static let day = "\u{1}j"
}

extension LuaValue {
    /// A constant of a policy.
    init(_ constant: Constant) {
        self =
            switch constant {
            case .text(let text): .string(text)
            case .integer(let number): .integer(number)
            case .decimal(let number): .number(number)
            case .boolean(let value): .boolean(value)
            case .day(let day): LuaValue(day)
            case .list(let elements): .table(array: elements.map { LuaValue($0) }, fields: [:])
            }
    }

    /// A day, marked as one.
    init(_ day: Day) {
        self = .table(array: [], fields: [Mark.day: .integer(Int64(day.ordinal))])
    }

    /// The sequence of a table, empty for anything else.
    var elements: [LuaValue] {
        guard case .table(let array, _) = self else { return [] }
        return array
    }

    /// The text, if this is one.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The integer, if this is one.
    var integer: Int64? {
        guard case .integer(let number) = self else { return nil }
        return number
    }

    /// The day whose ordinal this is, if it is one.
    var day: Day? { integer.flatMap { Day(ordinal: Int($0)) } }

    /// What a verdict shows of a value, as the prelude's `valeur` gives it; nil for an unknown one.
    var shown: ShownValue? {
        switch self {
        case .string(let text): return .text(text)
        case .integer(let number): return .integer(number)
        case .number(let number): return .decimal(number)
        case .boolean(let value): return .boolean(value)
        case .none, .reference: return .opaque
        case .table(let parts, _):
            let number = parts.last?.integer ?? 0
            switch parts.first?.text {
            case "inconnue": return nil
            case "jour": return Day(ordinal: Int(number)).map { .day($0) } ?? .opaque
            case "liste": return .list(count: number)
            case "mois": return .months(number)
            case "jours": return .days(number)
            default: return .opaque
            }
        }
    }

    /// Pairs of a name and a shown value, as the prelude lists them; unknown values are left out.
    var namedValues: [NamedValue] {
        let items = elements
        return stride(from: 0, to: items.count - 1, by: 2).compactMap { index in
            guard let name = items[index].text, let value = items[index + 1].shown else {
                return nil
            }
            return NamedValue(name: name, value: value)
        }
    }
}
