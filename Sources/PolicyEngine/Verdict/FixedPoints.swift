// Points that a rule gives wherever it applies.
// SPDX-License-Identifier: MIT

import LuaSyntax

/// Points that stand in a rule as they are, so that a dossier decides only whether it gets them.
enum FixedPoints: Sendable {
    case number(Double)
    /// The value of a parameter.
    case parameter(String)

    /// Reads the points of a rule; nil where they have to be worked out.
    init?(_ expression: Expression, parameters: [String]) {
        switch expression.kind {
        case .number(let literal):
            switch literal.value {
            case .integer(let number): self = .number(Double(number))
            case .float(let number): self = .number(number)
            }
        case .unary(.negate, let operand, _):
            guard case .number(let number)? = FixedPoints(operand, parameters: []) else {
                return nil
            }
            self = .number(-number)
        case .parenthesized(let inner): self.init(inner, parameters: parameters)
        case .name(let name) where parameters.contains(name.text): self = .parameter(name.text)
        default: return nil
        }
    }
}

extension RuleResult {
    /// The points that a priority rule gives wherever it applies; nil where the dossier decides how
    /// many, and for rules of other kinds.
    package var fixedPoints: Double? {
        switch rule.basis.fixedPoints {
        case .number(let points): points
        case .parameter(let name):
            switch parametres.first(where: { $0.name == name })?.value {
            case .integer(let points): Double(points)
            case .decimal(let points): points
            default: nil
            }
        case nil: nil
        }
    }
}
