// Error texts that are safe to print.
// SPDX-License-Identifier: MIT

/// Makes the text of an error printable.
enum ErrorText {
    /// The longest text shown, in bytes of UTF-8.
    static let longest = 600

    private static let ellipsis = "…"

    /// A text with its control characters escaped, cut to the longest length.
    static func shown(_ text: String) -> String {
        var result = ""
        var cut = 0
        for scalar in text.unicodeScalars {
            let piece = escaped(scalar)
            if result.utf8.count + piece.utf8.count > longest {
                return String(decoding: result.utf8.prefix(cut), as: UTF8.self) + ellipsis
            }
            result += piece
            if result.utf8.count <= longest - ellipsis.utf8.count { cut = result.utf8.count }
        }
        return result
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where scalar.properties.generalCategory == .control:
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: String(scalar)
        }
    }
}
