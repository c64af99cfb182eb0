// Writes pieces as text, and chooses which groups take several lines.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A text under way.
struct LayoutWriter {
    let source: SourceText
    let tokens: [Token]
    let gaps: [Gap]

    /// What was written.
    var bytes: [UInt8] = []
    /// The column where writing goes on, from 0.
    var column = 0
    /// The indentation of the line, or of the construct, that is being written.
    var base = 0
    /// What must stand before the next token.
    var spacing = Spacing.none
    /// The comments before marks that are written already: they go before the next token.
    var carried = Gap()
    /// Whether all that is being written stays on one line.
    var isFlat = false
    /// The token whose comments are written already.
    var settled = -1

    /// What stands between two tokens, comments aside.
    enum Spacing {
        case none
        case space
        case columns(Int)
        /// A line end, or a blank line where the text has one and it may.
        case line(indent: Int, mayBeBlank: Bool)
    }

    /// The most columns of a line; texts and comments may pass it.
    static let limit = 100
    /// The columns by which a block stands further than what opens it.
    static let step = 2

    /// Prepares to write the tokens of a text.
    init(source: SourceText, tokens: [Token], gaps: [Gap]) {
        self.source = source
        self.tokens = tokens
        self.gaps = gaps
    }

    /// A whole file: its statements after a first line that starts with `#`, if it has one.
    mutating func file(_ statements: [Piece], preamble: [UInt8]) -> [UInt8] {
        bytes = preamble
        write(statements: statements, mayStartBlank: true)
        spacing = .line(indent: 0, mayBeBlank: true)
        settle(before: tokens.count - 1, isToken: false)
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    /// Statements, each on lines of its own.
    mutating func write(statements: [Piece], mayStartBlank: Bool = false) {
        for (number, statement) in statements.enumerated() {
            spacing = .line(indent: base, mayBeBlank: number > 0 || mayStartBlank)
            write(statement, before: Trail())
        }
    }

    /// One piece; a group in it takes several lines where one does not hold it and what follows.
    mutating func write(_ piece: Piece, before trail: Trail) {
        switch piece.kind {
        case .token(let index): write(token: index)
        case .mark(let index, let byte): write(mark: index, as: byte)
        case .dropped(let index): carried = carried.joined(to: gaps[index])
        case .space: spacing = .space
        case .row(let pieces): write(row: pieces, before: trail)
        case .table(let table):
            let fits = !table.isTall && fits(table.flat, trail, sparingText: !table.isSequence)
            if fits { write(flat: table.flat, trail) } else { write(tall: table) }
        case .list(let list): write(list, before: trail)
        case .chain(let chain):
            let fits = !chain.isTall && fits(chain.flat, trail, sparingText: false)
            if fits { write(flat: chain.flat, trail) } else { write(tall: chain, before: trail) }
        case .compound(let compound):
            let fits = !compound.isTall && fits(compound.flat, trail, sparingText: false)
            if fits { write(flat: compound.flat, trail) } else { write(tall: compound, trail) }
        }
    }

    /// A group on one line, up to what takes several in any case.
    mutating func write(flat piece: Piece, _ trail: Trail) {
        let outer = isFlat
        isFlat = isFlat || !piece.extent.endsLine
        write(piece, before: trail)
        isFlat = outer
    }

    /// The column where the next token starts if no comment stands before it.
    var nextColumn: Int {
        switch spacing {
        case .none: column
        case .space: column + 1
        case .columns(let count): column + count
        case .line(let indent, _): indent
        }
    }

    /// Whether a piece and what must follow it end before the limit, or only a text passes it.
    private func fits(_ piece: Piece, _ trail: Trail, sparingText: Bool) -> Bool {
        if isFlat { return true }
        let extent = piece.extent
        let isTextSpared = sparingText && (extent.endsLine || trail.isClosing)
        let width = isTextSpared ? extent.widthBeforeText : extent.width
        let end = nextColumn + width + (extent.endsLine ? 0 : trail.columns)
        return end <= LayoutWriter.limit
    }

    private mutating func write(row: [Piece], before trail: Trail) {
        var trails = [trail]
        for piece in row.dropFirst().reversed() {
            trails.append(trails[trails.count - 1].preceded(by: piece.extent))
        }
        for (piece, trail) in zip(row, trails.reversed()) { write(piece, before: trail) }
    }

    private mutating func write(_ list: Piece.List, before trail: Trail) {
        let isHugged = list.hug.map { nextColumn + $0 <= LayoutWriter.limit } ?? false
        if !list.isTall && fits(list.flat, trail, sparingText: true) {
            write(flat: list.flat, trail)
        } else if !list.isTall && isHugged {
            write(list.flat, before: trail)
        } else {
            write(tall: list)
        }
    }
}
