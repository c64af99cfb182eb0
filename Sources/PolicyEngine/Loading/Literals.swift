// Values that are written out: texts, numbers, Booleans, days, and lists of them.
// SPDX-License-Identifier: MIT

package import Diagnostics
package import Labelling
package import LuaSyntax

/// What a field may ask for.
package enum LiteralKind: String {
    case text = "un texte entre guillemets"
    case number = "un nombre"
    case boolean = "true ou false"
    case day = "un jour"
    case list = "une liste entre accolades"
    case record = "une table entre accolades"
    case constant = "une valeur écrite telle quelle"
}

/// Reads literal values; what is no literal, or another one, is reported.
package struct Literals {
    /// The file's findings.
    package let findings: FileFindings

    /// Reads the literals of a file.
    package init(findings: FileFindings) { self.findings = findings }

    /// A text that is not blank; nil, and reported, for anything else.
    package func text(_ expression: Expression, of field: String) -> Located<String>? {
        guard case .string(let literal) = expression.kind else {
            return wrong(expression, .text, field)
        }
        let text = literal.text
        guard text.contains(where: { !$0.isWhitespace }) else {
            findings.report(.blankField(field), at: expression.range)
            return nil
        }
        return Located(value: text.normalized, range: expression.range)
    }

    /// `true` or `false`.
    package func boolean(_ expression: Expression, of field: String) -> Bool? {
        guard case .boolean(let value) = expression.kind else {
            return wrong(expression, .boolean, field)
        }
        return value
    }

    /// A day written `jour "2020-07-08"`.
    package func day(_ expression: Expression, of field: String) -> Day? {
        guard let literal = expression.dayText else { return wrong(expression, .day, field) }
        if let day = Day(iso: literal.text) { return day }
        findings.report(.impossibleDay(literal.text), at: literal.range)
        return nil
    }

    /// A number, perhaps with a minus.
    package func number(_ expression: Expression, of field: String) -> Double? {
        switch number(expression) {
        case .integer(let value): Double(value)
        case .decimal(let value): value
        default: wrong(expression, .number, field)
        }
    }

    /// One of a few texts.
    package func choice<Choice: RawRepresentable & CaseIterable>(
        _ expression: Expression, of field: String, among: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(expression, of: field) else { return nil }
        if let choice = Choice(rawValue: text.value) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        findings.report(.unknownChoice(text.value, of: field, among: known), at: text.range)
        return nil
    }

    /// The elements of a list without named fields.
    package func list(_ expression: Expression, of field: String) -> [Expression]? {
        guard case .table(let content) = expression.kind else {
            return wrong(expression, .list, field)
        }
        return elements(content, of: field)
    }

    /// The texts of a list.
    package func texts(_ expression: Expression, of field: String) -> [Located<String>]? {
        list(expression, of: field)?.compactMap { text($0, of: field) }
    }

    /// The records of a list, each with named fields.
    package func records(
        _ expression: Expression, of field: String, shape: TableShape
    ) -> [ConstructTable]? {
        guard case .table(let content) = expression.kind else {
            return wrong(expression, .list, field)
        }
        return records(content, of: field, shape: shape)
    }

    /// The records of a list whose content is given.
    package func records(
        _ content: [TableField], of field: String, shape: TableShape
    ) -> [ConstructTable] {
        elements(content, of: field).compactMap { record($0, of: field, shape: shape) }
    }

    /// Any value that can be written out.
    package func constant(_ expression: Expression, of field: String) -> Located<Constant>? {
        constantValue(expression, of: field).map { Located(value: $0, range: expression.range) }
    }

    // MARK: - Parts

    private func elements(_ content: [TableField], of field: String) -> [Expression] {
        content.compactMap { element in
            if case .positional = element.key { return element.value }
            findings.report(.namedElement(of: field), at: element.range)
            return nil
        }
    }

    private func record(
        _ expression: Expression, of field: String, shape: TableShape
    ) -> ConstructTable? {
        guard case .table(let content) = expression.kind else {
            return wrong(expression, .record, field)
        }
        let brace = expression.range.lowerBound
        return ConstructTable(content, shape: shape, head: brace..<brace + 1, findings: findings)
    }

    private func constantValue(_ expression: Expression, of field: String) -> Constant? {
        if let number = number(expression) { return number }
        switch expression.kind {
        case .string(let literal): return .text(literal.text.normalized)
        case .boolean(let value): return .boolean(value)
        case .table:
            return list(expression, of: field).map { elements in
                .list(elements.compactMap { constantValue($0, of: field) })
            }
        default:
            if expression.dayText != nil { return day(expression, of: field).map { .day($0) } }
            return wrong(expression, .constant, field)
        }
    }

    private func number(_ expression: Expression) -> Constant? {
        switch expression.kind {
        case .number(let literal):
            switch literal.value {
            case .integer(let value): return .integer(value)
            case .float(let value): return value.isFinite ? .decimal(value) : nil
            }
        case .unary(.negate, let operand, _):
            switch number(operand) {
            case .integer(let value): return .integer(0 &- value)
            case .decimal(let value): return .decimal(-value)
            default: return nil
            }
        default: return nil
        }
    }

    private func wrong<Value>(
        _ expression: Expression, _ kind: LiteralKind, _ field: String
    ) -> Value? {
        findings.report(
            .wrongKind(of: field, expected: kind, found: expression), at: expression.range)
        return nil
    }
}

extension Expression {
    /// The text of `jour "…"`, with its place.
    package var dayText: (text: String, range: SourceRange)? {
        guard case .call(let callee, let arguments) = kind, arguments.count == 1,
            case .name(let name) = callee.kind, name.text == "jour",
            case .string(let literal) = arguments[0].kind
        else { return nil }
        return (literal.text, arguments[0].range)
    }
}
