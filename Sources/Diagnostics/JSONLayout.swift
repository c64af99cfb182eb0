// JSON laid out for people to read.
// SPDX-License-Identifier: MIT

/// The layout of a JSON text: one member or element a line, two spaces of indent.
package enum JSONLayout {
    /// A compact text laid out.
    ///
    /// - Parameter compact: one JSON value without blanks between its tokens.
    /// - Returns: the same tokens; an empty object or list stays on its line, and no end of line
    ///   follows.
    package static func pretty(_ compact: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(compact.count + compact.count / 2)
        var depth = 0
        var isInString = false
        var isEscaped = false
        for (index, byte) in compact.enumerated() {
            if isInString {
                output.append(byte)
                if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            let isFirst = index > 0 && isOpening(compact[index - 1])
            let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            if isClosing { depth -= 1 }
            // What closes as soon as it opened is empty.
            if isFirst != isClosing { startLine(depth, in: &output) }
            output.append(byte)
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ","): startLine(depth, in: &output)
            case UInt8(ascii: ":"): output.append(UInt8(ascii: " "))
            case UInt8(ascii: "\""): isInString = true
            default: break
            }
        }
        return output
    }

    private static func isOpening(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    private static func startLine(_ depth: Int, in output: inout [UInt8]) {
        output.append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { output.append(UInt8(ascii: " ")) }
    }
}
