// French typography of messages, and pieces of the user's text quoted in them.
// SPDX-License-Identifier: MIT

extension String {
    /// The text in guillemets, cut to 60 characters, without controls nor e-mail addresses.
    package var quotedToken: String {
        let shown = withoutAddresses.withVisibleControls
        let cut = shown.count > 60 ? shown.prefix(59) + "…" : shown
        return "«\u{202F}\(cut)\u{202F}»"
    }

    /// The text with no-break spaces where French puts them: inside guillemets, before `: ; ! ?`.
    package var typeset: String {
        let bytes = Array(utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for (index, byte) in bytes.enumerated() {
            guard byte == UInt8(ascii: " ") else {
                result.append(byte)
                continue
            }
            let next = bytes[(index + 1)...]
            if bytes[..<index].suffix(2).elementsEqual("«".utf8) || next.starts(with: "»".utf8) {
                result += "\u{202F}".utf8
                continue
            }
            switch next.first {
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
                result += "\u{202F}".utf8
            case UInt8(ascii: ":"): result += "\u{A0}".utf8
            default: result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
