// Texts of `string.format`, read for their directives.
// SPDX-License-Identifier: MIT

/// The directives of a format, as the Lua 5.4 manual describes `string.format`.
struct LuaFormat {
    /// One place of the text that takes a value.
    struct Directive {
        /// Whether the value must be a number.
        let takesNumber: Bool
        /// Where it stands.
        let range: Range<Int>
    }

    /// The directives in order, `%%` left out.
    private(set) var directives: [Directive] = []

    /// The conversions that policies use, with the flags that each takes.
    private static let flags: [UInt8: String] = [
        UInt8(ascii: "d"): "-+0 ", UInt8(ascii: "i"): "-+0 ", UInt8(ascii: "u"): "-0",
        UInt8(ascii: "x"): "-#0", UInt8(ascii: "X"): "-#0", UInt8(ascii: "o"): "-#0",
        UInt8(ascii: "f"): "-+#0 ",
        UInt8(ascii: "e"): "-+#0 ", UInt8(ascii: "E"): "-+#0 ", UInt8(ascii: "g"): "-+#0 ",
        UInt8(ascii: "G"): "-+#0 ", UInt8(ascii: "s"): "-",
    ]

    /// Reads a format.
    init(_ bytes: [UInt8]) throws(TextFault) {
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "%") else {
                position += 1
                continue
            }
            if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "%") {
                position += 2
                continue
            }
            let directive = try LuaFormat.directive(in: bytes, at: position)
            directives.append(directive)
            position = directive.range.upperBound
        }
    }

    private static func directive(
        in bytes: [UInt8], at start: Int
    ) throws(TextFault) -> Directive {
        var position = start + 1
        func skip(while isPart: (UInt8) -> Bool, atMost count: Int) -> ArraySlice<UInt8> {
            let part = bytes[position...].prefix(count).prefix(while: isPart)
            position = part.endIndex
            return part
        }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let flags = skip(while: { "-+#0 ".utf8.contains($0) }, atMost: 5)
        _ = skip(while: isDigit, atMost: 2)
        if skip(while: { $0 == UInt8(ascii: ".") }, atMost: 1).count == 1 {
            _ = skip(while: isDigit, atMost: 2)
        }
        let range = start..<min(position + 1, bytes.count)
        guard position < bytes.count, let allowed = LuaFormat.flags[bytes[position]],
            flags.allSatisfy({ allowed.utf8.contains($0) })
        else {
            let shown = bytes[range].allSatisfy { $0 < 0x80 } ? bytes[range] : [UInt8(ascii: "%")]
            throw TextFault(
                message: "« \(String(decoding: shown, as: UTF8.self)) » n’y reçoit aucune valeur",
                range: range,
                help: "« %s » reçoit un texte, « %d » un nombre entier, « %.2f » un nombre à deux "
                    + "décimales ; « %% » est le signe lui-même")
        }
        return Directive(takesNumber: bytes[position] != UInt8(ascii: "s"), range: range)
    }
}
