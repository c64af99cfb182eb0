// A JSON value as text, the same on every machine.
// SPDX-License-Identifier: MIT

extension JSONValue {
    /// How a JSON text is laid out.
    public enum Style: Hashable, Sendable {
        /// On one line, without spaces.
        case compact
        /// One member or element a line, two spaces of indent.
        case pretty
    }

    /// The value as JSON, without an end of line after it.
    ///
    /// Text is written as it is in UTF-8; only `"`, `\` and control characters are escaped. A
    /// number with decimals takes the shortest form that reads back as the same number; one that
    /// JSON cannot tell (infinite, not a number) is written as `null`.
    public func encoded(style: Style = .compact) -> String {
        var output = ""
        write(to: &output, style: style, depth: 0)
        return output
    }

    private func write(to output: inout String, style: Style, depth: Int) {
        switch self {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .number(let value): output += value.isFinite ? value.description : "null"
        case .string(let text): JSONValue.write(text, to: &output)
        case .array(let elements):
            JSONValue.write("[", elements, "]", to: &output, style, depth) { element, output in
                element.write(to: &output, style: style, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.write("{", members, "}", to: &output, style, depth) { member, output in
                JSONValue.write(member.key, to: &output)
                output += style == .pretty ? ": " : ":"
                member.value.write(to: &output, style: style, depth: depth + 1)
            }
        }
    }

    private static func write<Item>(
        _ opening: String, _ items: [Item], _ closing: String, to output: inout String,
        _ style: Style, _ depth: Int, item write: (Item, inout String) -> Void
    ) {
        output += opening
        for (index, item) in items.enumerated() {
            if index > 0 { output += "," }
            if style == .pretty { startLine(depth + 1, in: &output) }
            write(item, &output)
        }
        if style == .pretty, !items.isEmpty { startLine(depth, in: &output) }
        output += closing
    }

    private static func startLine(_ depth: Int, in output: inout String) {
        output += "\n"
        for _ in 0..<depth { output += "  " }
    }

    private static func write(_ text: String, to output: inout String) {
        output += "\""
        defer { output += "\"" }
        guard text.unicodeScalars.contains(where: isEscaped) else { return output += text }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case _ where scalar.isControl:
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\"" || scalar == "\\" || scalar.isControl
    }
}
