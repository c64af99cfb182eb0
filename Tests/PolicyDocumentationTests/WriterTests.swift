// Tests of the two writers of pages.
// SPDX-License-Identifier: MIT

import Testing

@testable import PolicyDocumentation

struct WriterTests {
    private let page = Document(
        title: "Une page : l’essai",
        blocks: [
            .heading(level: 2, "Le « choix » de \(code: "x")", anchor: "choix"),
            .paragraph("Un \(strong: "fait") et \(code: "a < b")."),
            .list([ListItem("premier", children: [ListItem("dessous")]), ListItem("second")]),
            .table(Table(header: ["Nom", "Valeur"], rows: [["seuil", "10"], ["reste"]])),
            .code("return 1"),
        ])

    @Test func `a page is written in Markdown`() {
        #expect(
            page.written(as: .markdown) == """
                # Une page\u{A0}: l’essai

                ## Le «\u{202F}choix\u{202F}» de `x`

                Un **fait** et `a < b`.

                - premier
                  - dessous
                - second

                | Nom | Valeur |
                | --- | --- |
                | seuil | 10 |
                | reste |  |

                ```lua
                return 1
                ```

                """)
    }

    @Test func `a page is written in HTML`() {
        let html = page.written(as: .html)

        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">\n"))
        #expect(html.contains("<title>Une page\u{A0}: l’essai</title>"))
        #expect(
            html.contains(
                "<h2 id=\"choix\">Le «\u{202F}choix\u{202F}» de <code>x</code></h2>"))
        #expect(
            html.contains("<p>Un <strong>fait</strong> et <code>a &lt; b</code>.</p>"))
        #expect(
            html.contains(
                "<ul>\n<li>premier\n<ul>\n<li>dessous</li>\n</ul></li>\n<li>second</li>\n</ul>"))
        #expect(
            html.contains(
                "<thead><tr><th scope=\"col\">Nom</th><th scope=\"col\">Valeur</th></tr></thead>"))
        #expect(html.contains("<tr><th scope=\"row\">seuil</th><td>10</td></tr>"))
        #expect(html.contains("<pre><code>return 1</code></pre>"))
        #expect(!html.contains("<script"))
    }

    @Test func `a page of several parts begins with links to them`() {
        let headings = ["un", "deux", "trois"].map { name in
            PageBlock.heading(level: 2, Prose(name), anchor: name)
        }

        let html = Document(title: "Page", blocks: headings).written(as: .html)

        #expect(html.contains("<nav aria-label=\"Sommaire\">"))
        #expect(html.contains("<li class=\"niveau2\"><a href=\"#deux\">deux</a></li>"))
        #expect(!page.written(as: .html).contains("<nav"))
    }

    struct Escape: CustomTestStringConvertible {
        let text: String
        let markdown: String
        var testDescription: String { text }
    }

    @Test(arguments: [
        Escape(text: "a * b_c _d_ [e](f)", markdown: "a \\* b_c \\_d\\_ \\[e\\](f)"),
        Escape(text: "1. un", markdown: "1\\. un"),
        Escape(text: "12) douze", markdown: "12\\) douze"),
        Escape(text: "- un", markdown: "\\- un"),
        Escape(text: "+ un", markdown: "\\+ un"),
        Escape(text: "# un", markdown: "\\# un"),
        Escape(text: "> un < deux", markdown: "\\> un \\< deux"),
        Escape(text: "a ~~b~~ `c` \\ &amp;", markdown: "a \\~\\~b\\~\\~ \\`c\\` \\\\ \\&amp;"),
        Escape(text: "=====", markdown: "\\====="),
        Escape(text: "2020", markdown: "2020"),
        Escape(text: "deux\nlignes", markdown: "deux lignes"),
    ])
    func `nothing of a text is a mark of Markdown`(escape: Escape) {
        let page = Document(title: "T", blocks: [.paragraph(Prose(escape.text))])

        #expect(page.written(as: .markdown) == "# T\n\n\(escape.markdown)\n")
    }

    @Test func `code keeps its backticks and its bars`() {
        let row: [Prose] = [Prose(code: "a | b"), "c | d"]
        let page = Document(
            title: "T",
            blocks: [
                .paragraph(Prose(code: "un ` et ``")), .table(Table(header: row, rows: [])),
                .code("local s = [[```]]\n"),
            ])

        #expect(
            page.written(as: .markdown) == """
                # T

                ``` un ` et `` ```

                | `a \\| b` | c \\| d |
                | --- | --- |

                ````lua
                local s = [[```]]
                ````

                """)
    }

    @Test func `nothing of a text is a mark of HTML`() {
        let page = Document(
            title: "<T & \"U\">",
            blocks: [.heading(level: 2, "<b>", anchor: "\"x\""), .code("a < b")])

        let html = page.written(as: .html)

        #expect(html.contains("<title>&lt;T &amp; &quot;U&quot;&gt;</title>"))
        #expect(html.contains("<h2 id=\"&quot;x&quot;\">&lt;b&gt;</h2>"))
        #expect(html.contains("<pre><code>a &lt; b</code></pre>"))
    }

    @Test func `a letter that joins the next one hides no mark`() {
        // U+0D4E makes one character with what follows it.
        let page = Document(title: "t", blocks: [.paragraph("a\u{D4E}<b> \u{D4E}*c")])

        #expect(page.written(as: .html).contains("a\u{D4E}&lt;b&gt; \u{D4E}*c"))
        #expect(page.written(as: .markdown).contains("a\u{D4E}\\<b\\> \u{D4E}\\*c"))
    }

    @Test func `sentences join and end as French asks`() {
        let parts: [Prose] = ["a", "b", Prose(code: "c")]

        #expect(Prose.joined(parts, ", ", last: " et ").plain == "a, b et c")
        #expect(Prose("fini.").ended.plain == "fini.")
        #expect(Prose("fini").ended.plain == "fini.")
        #expect((Prose("a") + Prose("b")).inlines == [.text("ab")])
    }
}
