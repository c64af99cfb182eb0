// Texts fit for a message.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct TokenTests {
    @Test
    func `a token is quoted in guillemets and cut to 60 characters`() {
        let sixty = String(repeating: "é", count: 60)

        #expect("x".quotedToken == "«\u{202F}x\u{202F}»")
        #expect(sixty.quotedToken == "«\u{202F}\(sixty)\u{202F}»")
        #expect((sixty + "x").quotedToken == "«\u{202F}\(sixty.dropLast())…\u{202F}»")
    }

    @Test
    func `a token shows neither controls nor e-mail addresses`() {
        #expect("a\nb\u{9B}".quotedToken == "«\u{202F}a␊b\u{FFFD}\u{202F}»")
        #expect("à é.ç@d.fr ou @".quotedToken == "«\u{202F}à •••@•••• ou @\u{202F}»")
    }

    @Test
    func `French typography puts no-break spaces where it should`() {
        #expect(
            "a : « b » ; c ? d !".typeset
                == "a\u{A0}: «\u{202F}b\u{202F}»\u{202F}; c\u{202F}? d\u{202F}!")
        #expect("« : »".typeset == "«\u{202F}:\u{202F}»")
        #expect(" é « ; ".typeset == " é «\u{202F}; ")
        #expect("a  ; « » b:".typeset == "a \u{202F}; «\u{202F}» b:")
    }
}
