// Columns of a terminal.
// SPDX-License-Identifier: MIT

import Testing

@testable import Diagnostics

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
        Sample(text: "cou\u{AD}per", width: 6),
    ]

    /// Beside a wide character a text is measured character by character.
    @Test func `a scalar takes the same columns in a plain text and in any other`() {
        let scalars = (0x20...UInt32(0x2FFF)).compactMap(Unicode.Scalar.init)

        let different = scalars.filter { scalar in
            "a\(scalar)b".displayWidth + 2 != "a\(scalar)b日".displayWidth
        }

        #expect(different.isEmpty)
    }

    @Test(arguments: samples)
    func `a text takes the columns that a terminal gives it`(sample: Sample) {
        #expect(sample.text.displayWidth == sample.width)
    }
}
