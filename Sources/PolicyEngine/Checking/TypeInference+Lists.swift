// The builtins that walk lists.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension TypeInference {
    /// The type that a builtin on lists gives; nil for other builtins.
    func inferOnList(_ call: BuiltinCall) -> PolicyType? {
        switch call.name {
        case "parmi": return inferAmong(call)
        case "nombre":
            _ = elements(call)
            return .number(.integer)
        case "existe", "tous":
            match(call, expected: .boolean)
            return .boolean
        case "compte":
            match(call, expected: .boolean)
            return .number(.integer)
        case "somme":
            match(call, expected: .number(.either))
            return .number(.either)
        case "premier":
            match(call, expected: .boolean)
            let element = elements(call) ?? .any
            return call.operands.count == 3 ? element.joined(with: call.type(2)) : element
        case "joindre", "table.concat": return inferJoin(call)
        case "ipairs": return .walk(key: .number(.integer), value: elements(call) ?? .any)
        case "pairs": return inferPairs(call)
        case "table.insert", "table.remove": return inferChange(call)
        case "table.sort": return inferSort(call)
        case "table.unpack": return inferUnpacked(call)
        default: return nil
        }
    }

    /// The type of the elements of a call's first argument; nil when nothing is known of them.
    func elements(_ call: BuiltinCall) -> PolicyType? {
        element(of: call.type(0), what: call.what(0), at: call.place(0))
    }

    private func inferAmong(_ call: BuiltinCall) -> PolicyType {
        if case .keyedTable(let table) = call.type(1).known {
            _ = inferKey(call.operands[0].expression, call.context)
            requireLike(call.type(0), table.key, at: call.place(0))
        } else if let element = element(
            of: call.type(1), what: call.what(1), at: call.place(1))
        {
            requireLike(call.type(0), element, at: call.place(0))
        }
        return .boolean
    }

    private func inferJoin(_ call: BuiltinCall) -> PolicyType {
        if let element = elements(call), let family = element.family, family != .text,
            family != .number
        {
            let what = "un élément de la liste que « \(call.name) » joint"
            require(element, .text(.free), what: what, at: call.place(0))
        }
        if call.operands.count > 1 {
            require(call.type(1), .text(.free), what: call.what(1), at: call.place(1))
        }
        return .text(.free)
    }

    private func inferPairs(_ call: BuiltinCall) -> PolicyType {
        switch call.type(0).known {
        case .list(let element, _): return .walk(key: .number(.integer), value: element)
        case .ownTables(let numbers):
            var pairs: [(key: PolicyType, value: PolicyType)] = []
            for table in numbers.map({ ownTables[$0] }) {
                if let element = table.element { pairs.append((.number(.integer), element)) }
                if let dynamic = table.dynamic { pairs.append(dynamic) }
                for field in table.fields {
                    let name = PolicyType.Literal(text: field.name, place: field.place)
                    pairs.append((.text(.literals([name])), field.type))
                }
            }
            guard let first = pairs.first else { return .walk(key: .any, value: .any) }
            return pairs.dropFirst().reduce(.walk(key: first.key, value: first.value)) {
                guard case .walk(let key, let value) = $0 else { return $0 }
                return .walk(key: key.joined(with: $1.key), value: value.joined(with: $1.value))
            }
        case .boolean, .number, .text, .day, .duration, .function, .library:
            let found = call.type(0)
            findings.report(
                .wrongType(call.what(0), expected: "une table", found: found), at: call.place(0))
            return .walk(key: .any, value: .any)
        case .any, .nothing, .record, .keyedTable, .walk, .maybe:
            if call.type(0).holdsPersonalFact {
                refuseQuoted(
                    .quotedField(text(call.operands[0].expression, call.context)),
                    at: call.place(0))
            }
            return .walk(key: .any, value: .any)
        }
    }

    /// Checks the function, or the record of values, that a list's elements must meet.
    private func match(_ call: BuiltinCall, expected: PolicyType) {
        let element = elements(call) ?? .any
        switch call.type(1).known {
        case .any: break
        case .function(.closure(let number)):
            matchFunction(number, [element], expected: expected, call)
        case .function(.builtin): break
        case .ownTables(let numbers) where expected == .boolean:
            for number in numbers { matchRecord(ownTables[number], element, call) }
        case let found:
            let help: String? =
                found.family == .text && call.name == "existe" ? "écrivez « parmi(x, liste) »" : nil
            let wanted =
                expected == .boolean ? "une fonction ou { champ = valeur }" : "une fonction"
            findings.report(
                .wrongType(call.what(1), expected: wanted, found: found, help: help),
                at: call.place(1))
        }
    }

    /// Checks a function that is given elements of a list.
    func matchFunction(
        _ number: Int, _ arguments: [PolicyType], expected: PolicyType, _ call: BuiltinCall
    ) {
        let count = closures[number].body.parameters.count
        if count != arguments.count {
            findings.report(
                .wrongCallback(call.name, given: arguments.count, found: count), at: call.place(1))
        }
        guard let returns = self.call(number, arguments, call.context.rule).returns else { return }
        let what = "ce que rend la fonction donnée à « \(call.name) »"
        if returns.isEmpty { require(.nothing, expected, what: what, at: call.place(1)) }
        for result in returns {
            let type = result.types.first ?? .nothing
            if case .maybe = type { continue }
            require(type, expected, what: what, at: result.place)
        }
    }

    private func matchRecord(_ record: OwnTable, _ element: PolicyType, _ call: BuiltinCall) {
        if record.element != nil || (element.family != nil && !element.hasFields) {
            findings.report(
                .wrongType(
                    call.what(1), expected: "une fonction", found: .ownTables([]),
                    help: "une table { champ = valeur } convient à une liste de fiches"),
                at: call.place(1))
            return
        }
        for wanted in record.fields {
            let type = field(wanted.name, of: element, at: wanted.place)
            requireLike(wanted.type, type, at: wanted.value)
        }
    }
}

extension PolicyType {
    fileprivate var hasFields: Bool {
        switch known {
        case .record, .ownTables: true
        default: false
        }
    }
}
