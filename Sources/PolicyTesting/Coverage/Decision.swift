// The decisions of rules: Boolean expressions, and the conditions of which they are made.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax
import PolicyEngine

/// A Boolean expression of a rule that no other one holds, with its conditions.
struct Decision {
    /// The rule, by folder and identifier.
    let rule: String
    /// The whole expression.
    let place: TracedPlace
    /// Its conditions, in the order of the text.
    let conditions: [Condition]
}

/// A part of a decision that is no longer made of `and`, `or` and `not`.
struct Condition {
    /// The expression.
    let place: TracedPlace
    /// Its text, each stretch of blank space as one space.
    let text: String
    /// The two sides, where it compares by `<`, `<=`, `>` or `>=`.
    let sides: (left: TracedPlace, right: TracedPlace)?
}

/// The look-up of a key in a table: `parmi(key, table)`.
struct KeyTest {
    /// The key.
    let key: TracedPlace
    /// The table.
    let table: String
}

/// Finds the decisions of one rule.
struct DecisionFinder {
    /// What was found, in the order of the text.
    private(set) var decisions: [Decision] = []
    /// The keys that are looked up in tables.
    private(set) var keyTests: [KeyTest] = []
    private let rule: String
    private let source: SourceText
    private let tables: Set<String>
    /// What was met: a function inside another one is met by itself and in the block around it.
    private var known: Set<SourceRange> = []

    /// Collects from the deferred fields of a rule.
    init(_ rule: Rule, named name: String, in source: SourceText, tables: Set<String>) {
        self.rule = name
        self.source = source
        self.tables = tables
        for field in rule.fields {
            let isBoolean = ["si", "exige"].contains(field.name.text)
            visit(field.expression, isDecision: isBoolean)
        }
    }

    private mutating func visit(_ expression: Expression, isDecision: Bool = false) {
        guard isDecision || expression.isBooleanOperation else { return visitParts(of: expression) }
        guard known.insert(expression.range).inserted else { return }
        var conditions: [Expression] = []
        collect(expression, into: &conditions)
        decisions.append(
            Decision(
                rule: rule, place: place(expression), conditions: conditions.map(condition)))
        conditions.forEach { visitParts(of: $0) }
    }

    /// Decisions inside what is no operation of logic: arguments, functions, operands.
    private mutating func visitParts(of expression: Expression) {
        noteKeyTest(expression)
        guard case .function(let body) = expression.kind else {
            return expression.children.forEach { visit($0) }
        }
        body.block.forEachStatement { statement in
            let isCondition =
                switch statement.kind {
                case .whileLoop, .repeatLoop, .conditional: true
                default: false
                }
            statement.expressions.forEach { visit($0, isDecision: isCondition) }
        }
    }

    private mutating func noteKeyTest(_ expression: Expression) {
        guard case .call(let callee, let arguments) = expression.kind, arguments.count == 2,
            case .name(let name) = callee.kind, name.text == "parmi",
            case .name(let table) = arguments[1].kind, tables.contains(table.text)
        else { return }
        keyTests.append(KeyTest(key: place(arguments[0]), table: table.text))
    }

    private func collect(_ expression: Expression, into conditions: inout [Expression]) {
        switch expression.kind {
        case .binary(.and, let left, let right, _), .binary(.or, let left, let right, _):
            collect(left, into: &conditions)
            collect(right, into: &conditions)
        case .unary(.not, let operand, _): collect(operand, into: &conditions)
        case .parenthesized(let inner): collect(inner, into: &conditions)
        default: conditions.append(expression)
        }
    }

    private func condition(_ expression: Expression) -> Condition {
        var sides: (TracedPlace, TracedPlace)?
        if case .binary(let op, let left, let right, _) = expression.kind,
            [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(op)
        {
            sides = (place(left), place(right))
        }
        let text = source.text(in: expression.range).onOneLine
        return Condition(place: place(expression), text: text, sides: sides)
    }

    private func place(_ expression: Expression) -> TracedPlace {
        TracedPlace(file: source.path, range: expression.range)
    }
}

extension Expression {
    /// Whether it is made by logic or a comparison.
    fileprivate var isBooleanOperation: Bool {
        switch kind {
        case .unary(.not, _, _): true
        case .binary(let op, _, _, _):
            [.and, .or, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
                .contains(op)
        default: false
        }
    }
}
