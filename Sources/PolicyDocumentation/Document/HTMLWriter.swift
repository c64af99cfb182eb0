// A page in HTML that stands by itself: no script, no file beside it.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Writes pages in HTML with a table of contents and anchors on headings.
struct HTMLWriter {
    /// The page; ends with an end of line.
    func write(_ document: Document) -> String {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(document.title.typeset))</title>
        <style>
        \(HTMLWriter.style)
        </style>
        </head>
        <body>
        <main>
        <h1>\(escaped(document.title.typeset))</h1>
        \(contents(document))\(document.blocks.map(block).joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    /// Links to the headings of the two highest levels; empty when there are few.
    private func contents(_ document: Document) -> String {
        let links = document.blocks.compactMap { block -> String? in
            guard case .heading(let level, let prose, let anchor) = block, level <= 3 else {
                return nil
            }
            let link = "<a href=\"#\(escaped(anchor))\">\(inline(prose))</a>"
            return "<li class=\"niveau\(level)\">\(link)</li>\n"
        }
        guard links.count > 2 else { return "" }
        return "<nav aria-label=\"Sommaire\">\n<ul>\n\(links.joined())</ul>\n</nav>\n"
    }

    private func block(_ block: PageBlock) -> String {
        switch block {
        case .heading(let level, let prose, let anchor):
            "<h\(level) id=\"\(escaped(anchor))\">\(inline(prose))</h\(level)>"
        case .paragraph(let prose): "<p>\(inline(prose))</p>"
        case .list(let items): list(items)
        case .table(let table): self.table(table)
        case .code(let code): "<pre><code>\(escaped(code))</code></pre>"
        }
    }

    private func list(_ items: [ListItem]) -> String {
        let points = items.map { item in
            let below = item.children.isEmpty ? "" : "\n" + list(item.children)
            return "<li>\(inline(item.prose))\(below)</li>\n"
        }
        return "<ul>\n\(points.joined())</ul>"
    }

    private func table(_ table: Table) -> String {
        let header = table.header.map { "<th scope=\"col\">\(inline($0))</th>" }.joined()
        let rows = table.rows.map { row in
            let first = row.prefix(1).map { "<th scope=\"row\">\(inline($0))</th>" }
            let others = row.dropFirst().map { "<td>\(inline($0))</td>" }
            return "<tr>\((first + others).joined())</tr>\n"
        }
        return """
            <div class="tableau"><table>
            <thead><tr>\(header)</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table></div>
            """
    }

    private func inline(_ prose: Prose) -> String {
        prose.inlines.map { part in
            switch part {
            case .text(let text): escaped(text.oneLine.typeset)
            case .strong(let text): "<strong>\(escaped(text.oneLine.typeset))</strong>"
            case .code(let code): "<code>\(escaped(code))</code>"
            }
        }.joined()
    }

    private func escaped(_ text: String) -> String {
        text.escaping(HTMLWriter.entities)
    }

    private static let entities: [Unicode.Scalar: String] = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;",
    ]

    /// Black on white, narrow lines, tables with rules; on paper, rows and headings stay whole.
    private static let style = """
        body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 56rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 .5rem; }
        h2 { border-bottom: 2px solid #1b1b1b; }
        a { color: #00468c; }
        nav ul { list-style: none; padding: 0; }
        nav .niveau3 { padding-left: 1.5rem; }
        code, pre { font: .9em/1.4 ui-monospace, monospace; background: #f2f2f2; }
        pre { padding: .75rem; overflow-x: auto; }
        .tableau { overflow-x: auto; margin: 1rem 0; }
        table { border-collapse: collapse; }
        th, td { border: 1px solid #767676; padding: .3rem .6rem; text-align: left; vertical-align: top; }
        thead th { background: #e8e8e8; }
        tbody th { font-weight: 600; }
        @media print {
          main { max-width: none; padding: 0; }
          nav { display: none; }
          .tableau { overflow: visible; }
          h2, h3, h4, h5 { break-after: avoid; }
          tr, li { break-inside: avoid; }
        }
        """
}
