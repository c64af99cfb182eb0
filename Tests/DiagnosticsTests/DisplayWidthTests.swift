// Columns of a terminal.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct DisplayWidthTests {
    struct Sample: CustomTestStringConvertible {
        let text: String
        let width: Int
        var testDescription: String { text.debugDescription }
    }

    static let samples = [
        Sample(text: "", width: 0),
        Sample(text: "Dunkerque", width: 9),
        Sample(text: "Côte d’Ivoire", width: 13),
        Sample(text: "e\u{301}te\u{301}", width: 3),
        Sample(text: "日本", width: 4),
        Sample(text: "한국", width: 4),
        Sample(text: "Ａ", width: 2),
        Sample(text: "🏛️", width: 2),
        Sample(text: "🇫🇷", width: 2),
        Sample(text: "👩‍🔬", width: 2),
        Sample(text: "✓ oui", width: 5),
        Sample(text: "«\u{202F}a\u{202F}»", width: 5),
        Sample(text: "a\u{200B}b\u{1}", width: 2),
    ]

    @Test(arguments: samples)
    func `a text takes the columns that a terminal gives it`(sample: Sample) {
        #expect(sample.text.displayWidth == sample.width)
    }
}
