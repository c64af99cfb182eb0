// A page as a tree, from which Markdown and HTML are written.
// SPDX-License-Identifier: MIT

/// A page.
package struct Document: Hashable, Sendable {
    /// What stands at its head.
    package let title: String
    /// What follows, in order.
    package let blocks: [PageBlock]

    /// Makes a page.
    package init(title: String, blocks: [PageBlock]) {
        self.title = title
        self.blocks = blocks
    }
}

/// A part of a page that starts on a line of its own.
package enum PageBlock: Hashable, Sendable {
    /// The name of what follows; level 2 is the highest below the title, 6 the lowest.
    case heading(level: Int, Prose, anchor: String)
    /// Sentences.
    case paragraph(Prose)
    /// Points.
    case list([ListItem])
    /// Rows and columns.
    case table(Table)
    /// Lua over several lines.
    case code(String)
}

/// One point of a list.
package struct ListItem: Hashable, Sendable {
    /// What it says.
    package let prose: Prose
    /// The points below it.
    package let children: [ListItem]

    /// Makes a point.
    package init(_ prose: Prose, children: [ListItem] = []) {
        self.prose = prose
        self.children = children
    }
}

/// A table whose first column names its rows.
package struct Table: Hashable, Sendable {
    /// What the columns hold.
    package let header: [Prose]
    /// The rows; each has as many cells as the header.
    package let rows: [[Prose]]

    /// Makes a table; missing cells are empty, and cells too many are left out.
    package init(header: [Prose], rows: [[Prose]]) {
        self.header = header
        self.rows = rows.map { row in
            header.indices.map { $0 < row.count ? row[$0] : Prose() }
        }
    }
}

/// The form in which a page is written.
package enum PageFormat: String, Sendable, CaseIterable {
    case markdown, html
}

extension Document {
    /// The page as text; ends with an end of line.
    package func written(as format: PageFormat) -> String {
        switch format {
        case .markdown: MarkdownWriter().write(self)
        case .html: HTMLWriter().write(self)
        }
    }
}
