// A table of literal fields, looked up by name: what a construct and its records are made of.
// SPDX-License-Identifier: MIT

package import Diagnostics
package import LuaSyntax

/// What a table's fields may be, and how to call the table.
package struct TableShape {
    /// The table for a French reader, with its article: « le critère « ELIG-01 » ».
    package let owner: String
    /// The fields that it must have.
    package let required: [String]
    /// Every field, those required first.
    let fields: [String]

    /// Makes a shape; `optional` are the fields that the table may have besides.
    package init(owner: String, required: [String], optional: [String] = []) {
        self.owner = owner
        self.required = required
        fields = required + optional
    }
}

/// The named fields of a table; what does not belong in it is reported when it is made.
package struct ConstructTable {
    /// How to call the table.
    package let owner: String
    /// Where what is missing is reported.
    package let head: SourceRange
    /// The file's findings.
    package let findings: FileFindings
    /// The first field of each name.
    private var fields: [String: NamedField] = [:]

    /// A field with its name.
    package struct NamedField {
        package let name: Name
        package let value: Expression
    }

    /// Reports positional, computed, repeated, unknown and missing fields.
    package init(
        _ content: [TableField], shape: TableShape, head: SourceRange, findings: FileFindings
    ) {
        owner = shape.owner
        self.head = head
        self.findings = findings
        // A field in brackets is told of once, and is not missing as well.
        var bracketed: Set<String> = []
        for (index, field) in content.enumerated() {
            switch field.key {
            case .named(let name): add(name, field.value, shape: shape)
            case .positional:
                reportPositional(field, after: index > 0 ? content[index - 1] : nil)
            case .computed(let key):
                findings.report(.computedField(in: owner), at: field.range)
                if case .string(let literal) = key.kind { bracketed.insert(literal.text) }
            }
        }
        for name in shape.required where fields[name] == nil && !bracketed.contains(name) {
            findings.report(.missingField(name, in: owner), at: head)
        }
    }

    /// The field of a name, if it is there.
    package subscript(name: String) -> NamedField? { fields[name] }

    private mutating func add(_ name: Name, _ value: Expression, shape: TableShape) {
        guard shape.fields.contains(name.text) else {
            findings.report(
                .unknownField(name.text, in: owner, among: shape.fields), at: name.range)
            // A misspelt field is not missing as well.
            if let meant = Spelling.nearest(to: name.text, among: shape.fields),
                fields[meant] == nil
            {
                fields[meant] = NamedField(name: name, value: value)
            }
            return
        }
        if let first = fields[name.text], first.name.text == name.text {
            let line = findings.line(of: first.name.range)
            findings.report(.repeatedField(name.text, firstLine: line), at: name.range)
        } else {
            fields[name.text] = NamedField(name: name, value: value)
        }
    }

    private func reportPositional(_ field: TableField, after previous: TableField?) {
        guard let previous, let comma = decimalComma(between: previous.value, and: field) else {
            return findings.report(.positionalField(in: owner), at: field.range)
        }
        let whole = findings.source.text(in: comma.whole)
        let decimals = findings.source.text(in: comma.decimals)
        findings.report(
            .decimalComma(whole: whole, decimals: decimals),
            at: comma.whole.lowerBound..<comma.decimals.upperBound)
    }

    /// The two parts of a number written with a comma: two numbers, or digits on both sides.
    private func decimalComma(
        between previous: Expression, and field: TableField
    ) -> (whole: SourceRange, decimals: SourceRange)? {
        if previous.isNumber, field.value.isNumber { return (previous.range, field.range) }
        let (left, right) = (previous.range, field.range)
        guard findings.source.text(in: left.upperBound..<right.lowerBound) == "," else {
            return nil
        }
        let before = findings.source.text(in: left).utf8.reversed()
        let after = findings.source.text(in: right).utf8
        guard let whole = before.digitCount, let decimals = after.digitCount else { return nil }
        return (
            left.upperBound - whole..<left.upperBound,
            right.lowerBound..<right.lowerBound + decimals
        )
    }
}

extension Sequence<UInt8> {
    /// How many digits it starts with; nil for none, or when they are a part of something longer.
    fileprivate var digitCount: Int? {
        var count = 0
        for byte in self {
            switch byte {
            case 0x30...0x39: count += 1
            case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."): return nil
            default: return count > 0 ? count : nil
            }
        }
        return count > 0 ? count : nil
    }
}

extension Expression {
    /// Whether it is a numeral, perhaps with a minus.
    fileprivate var isNumber: Bool {
        switch kind {
        case .number: true
        case .unary(.negate, let operand, _): operand.isNumber
        default: false
        }
    }
}
