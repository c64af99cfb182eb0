// Tests of texts and blocks as Markdown.
// SPDX-License-Identifier: MIT

import Testing

@testable import sceau

struct MarkdownTextTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let markdown: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(text: "Commune d’Ur (66)", markdown: "Commune d’Ur (66)"),
        Case(text: "a|b", markdown: #"a\|b"#),
        Case(text: #"a\|b"#, markdown: #"a\\\|b"#),
        Case(text: "*a* _b_ ~c~ `d`", markdown: #"\*a\* \_b\_ \~c\~ \`d\`"#),
        Case(text: "[a](b)![c]", markdown: #"\[a\](b)!\[c\]"#),
        Case(text: "<script>&amp;", markdown: #"\<script\>\&amp;"#),
        Case(text: "# titre", markdown: ##"\# titre"##),
        Case(text: "- liste - suite", markdown: #"\- liste - suite"#),
        Case(text: "+ liste", markdown: #"\+ liste"#),
        Case(text: "=== a", markdown: #"\=== a"#),
        Case(text: "12. liste 3. suite", markdown: #"12\. liste 3. suite"#),
        Case(text: "1) liste", markdown: #"1\) liste"#),
        Case(text: "12.5", markdown: #"12\.5"#),
        Case(text: "$x$", markdown: #"\$x\$"#),
        Case(text: "https://a.fr", markdown: #"https\://a.fr"#),
        Case(text: "Www.a.fr et a.fr", markdown: #"Www\.a.fr et a.fr"#),
        Case(text: "a@b.fr", markdown: "a@<!-- -->b.fr"),
        Case(text: "voir #12 et #a", markdown: ##"voir \#<!-- -->12 et \#a"##),
        Case(text: " a \r\n\n b\t c\u{2028}d ", markdown: "a b c d"),
        Case(text: "a\u{1B}[31m\u{202E}b", markdown: "a␛\\[31m\u{FFFD}b"),
        Case(text: "", markdown: ""),
    ])
    func `a text shows as it is, on one line`(example: Case) {
        #expect(MarkdownText(example.text).source == example.markdown)
    }

    @Test func `French spaces are set in sentences and left alone in paths`() {
        #expect(MarkdownText("oui : non").source == "oui\u{A0}: non")
        #expect(MarkdownText(asIs: "oui : non").source == "oui : non")
    }

    @Test func `our own markup stands around escaped texts`() {
        #expect(MarkdownText.strong("a*").source == #"**a\***"#)
        #expect(MarkdownText.strong(" ").source == "")
        #expect(MarkdownText.labelled("a", MarkdownText("b")).source == "**a**\u{A0}: b")
        #expect(
            MarkdownText.lines([MarkdownText("a"), MarkdownText(""), MarkdownText("<br>")]).source
                == #"a<br>\<br\>"#)
    }

    @Test func `blocks stand apart, points under their entry`() {
        var page = MarkdownPage()

        page.heading("Titre #", level: 7)
        page.list([])
        page.list(
            [
                .init(text: MarkdownText("un"), points: [MarkdownText("a")]),
                .init(text: MarkdownText("deux")),
            ], .numbers)
        page.table(header: ["A", "B"], rows: [[MarkdownText("1|"), MarkdownText("")]])

        #expect(
            page.text == """
                ###### Titre \\#

                1. un
                   - a
                2. deux

                | A | B |
                | --- | --- |
                | 1\\| |  |

                """)
    }
}
