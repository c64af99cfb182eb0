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
        var result = UnicodeScalarView()
        let scalars = Array(unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let last = index > 0 ? scalars[index - 1] : " "
            switch scalar {
            case " " where "»;!?".unicodeScalars.contains(next) || last == "«":
                result.append("\u{202F}")
            case " " where next == ":" && last != "«": result.append("\u{A0}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
