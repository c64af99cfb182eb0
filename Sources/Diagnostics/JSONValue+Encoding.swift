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
        var output: [UInt8] = []
        write(to: &output, style: style, depth: 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8], style: Style, depth: Int) {
        switch self {
        case .null: output += "null".utf8
        case .boolean(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .number(let value): output += (value.isFinite ? value.description : "null").utf8
        case .string(let text): JSONValue.write(text, to: &output)
        case .array(let elements):
            JSONValue.write("[", elements, "]", to: &output, style, depth) { element, output in
                element.write(to: &output, style: style, depth: depth + 1)
            }
        case .object(let members):
            JSONValue.write("{", members, "}", to: &output, style, depth) { member, output in
                JSONValue.write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                if style == .pretty { output.append(UInt8(ascii: " ")) }
                member.value.write(to: &output, style: style, depth: depth + 1)
            }
        }
    }

    private static func write<Item>(
        _ opening: Unicode.Scalar, _ items: [Item], _ closing: Unicode.Scalar,
        to output: inout [UInt8], _ style: Style, _ depth: Int,
        item write: (Item, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: opening))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if style == .pretty { startLine(depth + 1, in: &output) }
            write(item, &output)
        }
        if style == .pretty, !items.isEmpty { startLine(depth, in: &output) }
        output.append(UInt8(ascii: closing))
    }

    private static func startLine(_ depth: Int, in output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { output.append(UInt8(ascii: " ")) }
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        let start = output.count
        output += text.utf8
        if needsEscapes(output, from: start) {
            output.removeSubrange(start...)
            for scalar in text.unicodeScalars { write(scalar, to: &output) }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether a quote, a backslash or a control character stands in the bytes from a place on.
    private static func needsEscapes(_ bytes: [UInt8], from start: Int) -> Bool {
        var previous: UInt8 = 0
        for index in start..<bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
            // The controls from U+0080 to U+009F take two bytes.
            if previous == 0xC2 && byte < 0xA0 { return true }
            previous = byte
        }
        return false
    }

    private static func write(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
        switch scalar {
        case "\"": output += "\\\"".utf8
        case "\\": output += "\\\\".utf8
        case "\n": output += "\\n".utf8
        case "\r": output += "\\r".utf8
        case "\t": output += "\\t".utf8
        case _ where scalar.isControl:
            let digits = String(scalar.value, radix: 16)
            output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
        default: output += String(scalar).utf8
        }
    }
}
