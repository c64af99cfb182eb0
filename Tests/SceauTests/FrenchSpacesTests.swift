// Tests of French spacing and of the wrapping of lines.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import sceau

struct FrenchSpacesTests {
    @Test func `plain spaces become no-break ones where French wants them`() {
        let text = "Le « label » : vrai ; faux ? oui ! fin"

        #expect(
            text.typeset
                == "Le «\u{202F}label\u{202F}»\u{A0}: vrai\u{202F}; faux\u{202F}? oui\u{202F}! fin")
    }

    @Test func `spaces that are right already stay`() {
        let text = "«\u{202F}a\u{202F}»\u{A0}: b"

        #expect(text.typeset == text)
    }

    @Test func `lines break at plain spaces only`() {
        #expect("un deux\u{A0}: trois".wrapped(toColumns: 8) == ["un", "deux\u{A0}:", "trois"])
    }

    @Test func `a word too long for a line is cut`() {
        #expect("abcdefgh".wrapped(toColumns: 3) == ["abc", "def", "gh"])
        #expect("漢字漢字".wrapped(toColumns: 5) == ["漢字", "漢字"])
    }

    @Test func `a long text is shortened with an ellipsis`() {
        #expect("abcdef".shortened(toColumns: 6) == "abcdef")
        #expect("abcdefg".shortened(toColumns: 6) == "abcde…")
    }
}
