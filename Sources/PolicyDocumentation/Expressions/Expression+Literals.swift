// Literals of Lua as values of a policy.
// SPDX-License-Identifier: MIT

import Labelling
import LuaSyntax
import PolicyEngine

extension Expression {
    /// The day of `jour "2020-07-08"`.
    var literalDay: Day? {
        guard case .call(let callee, let arguments) = kind, arguments.count == 1,
            case .name(let name) = callee.kind, name.text == "jour",
            case .string(let literal) = arguments[0].kind
        else { return nil }
        return Day(iso: literal.text)
    }

    /// The constant that a literal writes; nil for anything else, `nil` included.
    var constant: Constant? {
        switch kind {
        case .string(let literal): .text(literal.text)
        case .boolean(let value): .boolean(value)
        case .number(let literal): Constant(literal.value)
        case .unary(.negate, let operand, _): operand.constant?.negated
        case .parenthesized(let inner): inner.constant
        case .table(let fields): list(fields)
        case .call: literalDay.map { .day($0) }
        default: nil
        }
    }

    private func list(_ fields: [TableField]) -> Constant? {
        var elements: [Constant] = []
        for field in fields {
            guard case .positional = field.key, let element = field.value.constant else {
                return nil
            }
            elements.append(element)
        }
        return .list(elements)
    }

    /// The expression without the parentheses around it.
    var unwrapped: Expression {
        if case .parenthesized(let inner) = kind { inner.unwrapped } else { self }
    }
}

extension Constant {
    /// The text that it is, if it is one.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    init(_ value: NumberLiteral.Value) {
        switch value {
        case .integer(let number): self = .integer(number)
        case .float(let number): self = .decimal(number)
        }
    }

    /// The opposite of a number; nil for anything else.
    fileprivate var negated: Constant? {
        switch self {
        case .integer(let number): .integer(0 &- number)
        case .decimal(let number): .decimal(-number)
        case .text, .boolean, .day, .list: nil
        }
    }

    /// What it is, as the dossier schema says it.
    var factType: FactType {
        switch self {
        case .text: .text
        case .integer: .integer
        case .decimal: .decimal
        case .boolean: .boolean
        case .day: .day
        case .list(let elements): .list(elements.first?.factType ?? .text)
        }
    }

    /// The constant as an officer reads it: labels of closed lists, names of countries.
    ///
    /// The type is that of what the value is compared with; nil when that is not known.
    func french(as type: FactType?) -> String {
        switch (self, type) {
        case (.text(let text), .closed(let list)?): list.labels[text] ?? text
        case (.text(let code), .country?):
            Country.frenchName(of: code).map { "\($0) (\(code))" } ?? code
        case (.text(let text), _): text
        case (.integer(let number), _): French.number(number)
        case (.decimal(let number), _): French.decimal(number)
        case (.boolean(let flag), _): French.boolean(flag)
        case (.day(let day), _): French.day(day)
        case (.list(let elements), .list(let type)?):
            French.list(elements.map { $0.french(as: type) })
        case (.list(let elements), _): French.list(elements.map { $0.french(as: type) })
        }
    }
}
