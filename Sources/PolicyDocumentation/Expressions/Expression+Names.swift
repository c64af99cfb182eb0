// The names that an expression holds, and whether it is written out.
// SPDX-License-Identifier: MIT

import LuaSyntax

extension Expression {
    /// Every name that stands in it, fields left out.
    var mentionedNames: Set<String> {
        var names: Set<String> = []
        forEachExpression { expression in
            if case .name(let name) = expression.kind { names.insert(name.text) }
        }
        return names
    }

    /// The name at the start of a path such as `a.b[1]`.
    var rootName: String? {
        switch kind {
        case .name(let name): name.text
        case .field(let base, _), .index(let base, _): base.rootName
        default: nil
        }
    }

    /// Whether its value is written out: a text, a number, a Boolean, a day, or a list of them.
    var isLiteral: Bool {
        switch kind {
        case .string, .number, .boolean: true
        case .unary(.negate, let operand, _): operand.isLiteral
        case .parenthesized(let inner): inner.isLiteral
        case .table(let fields):
            fields.allSatisfy { field in
                if case .positional = field.key { field.value.isLiteral } else { false }
            }
        case .call: literalDay != nil
        default: false
        }
    }
}
