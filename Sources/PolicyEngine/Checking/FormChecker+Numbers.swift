// Numbers written as French people write them: `0,5` and `10.000`.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension FormChecker {
    /// Checks the numbers of a construct, whose other faults are found when it is read.
    func checkNumbers(_ expression: Expression) {
        switch expression.kind {
        case .number(let literal): checkNumber(literal, at: expression.range)
        case .call(let callee, let arguments):
            checkNumbers(callee)
            arguments.forEach { checkNumbers($0) }
        case .unary(_, let operand, _): checkNumbers(operand)
        case .table(let fields):
            // After a named field, it is told when the construct is read.
            if fields.allSatisfy(\.isPositional) { checkComma(fields) }
            fields.forEach { checkNumbers($0.value) }
        default: break
        }
    }

    /// Checks a numeral that may be meant as thousands: one to three digits, a point, three digits.
    func checkNumber(_ literal: NumberLiteral, at range: SourceRange) {
        let parts = literal.text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy(\.isDigits), parts[1].count == 3,
            (1...3).contains(parts[0].count), parts[0].first != "0"
        else { return }
        report(.ambiguousNumber(literal.text), at: range)
    }

    /// Checks the fields of a table for `0,5`.
    func checkComma(_ fields: [TableField]) {
        var run: [Expression] = []
        for field in fields {
            if case .positional = field.key {
                run.append(field.value)
            } else {
                checkComma(run)
                run = [field.value]
            }
        }
        checkComma(run)
    }

    /// Checks a list of expressions for two whole numbers joined by a bare comma.
    ///
    /// Three or more of them so joined are a list: no number has two commas.
    func checkComma(_ expressions: [Expression]) {
        var start = 0
        while start < expressions.count {
            var end = start
            while end + 1 < expressions.count,
                expressions[end].isWholeNumber, expressions[end + 1].isWholeNumber,
                expressions[end].range.upperBound + 1 == expressions[end + 1].range.lowerBound
            {
                end += 1
            }
            if end == start + 1 {
                let range = expressions[start].range.lowerBound..<expressions[end].range.upperBound
                report(
                    .decimalComma("\(text(expressions[start])),\(text(expressions[end]))"),
                    at: range)
            }
            start = end + 1
        }
    }
}

extension TableField {
    fileprivate var isPositional: Bool { if case .positional = key { true } else { false } }
}

extension Expression {
    fileprivate var isWholeNumber: Bool {
        if case .number(let literal) = kind { literal.text[...].isDigits } else { false }
    }
}

extension Substring {
    fileprivate var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
