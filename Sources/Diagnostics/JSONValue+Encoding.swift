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
        write(to: &output)
        return String(
            decoding: style == .pretty ? JSONLayout.pretty(output) : output, as: UTF8.self)
    }

    /// Appends the value as compact JSON.
    package func write(to output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .boolean(let value): output.appendJSON(value)
        case .integer(let value): output.appendJSON(value)
        case .number(let value): output.appendJSON(value)
        case .string(let text): output.appendJSON(text)
        case .array(let elements):
            JSONValue.write("[", elements, "]", to: &output) { element, output in
                element.write(to: &output)
            }
        case .object(let members):
            JSONValue.write("{", members, "}", to: &output) { member, output in
                output.appendJSON(member.key)
                output.append(UInt8(ascii: ":"))
                member.value.write(to: &output)
            }
        }
    }

    private static func write<Item>(
        _ opening: Unicode.Scalar, _ items: [Item], _ closing: Unicode.Scalar,
        to output: inout [UInt8], item write: (Item, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: opening))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            write(item, &output)
        }
        output.append(UInt8(ascii: closing))
    }
}
