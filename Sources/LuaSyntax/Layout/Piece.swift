// What a text is made of for the layout: tokens, spaces, and groups that may take several lines.
// SPDX-License-Identifier: MIT

/// A part of a text with its size on one line.
struct Piece {
    /// What it is.
    let kind: Kind
    /// Its size.
    let extent: Extent

    /// The kinds of pieces; tokens are given by their index.
    indirect enum Kind {
        case token(Int)
        /// A `,` or `;`, written as the given byte before the comments that end its line.
        case mark(Int, byte: UInt8)
        /// A comma that is left out; its comments stay.
        case dropped(Int)
        case space
        /// Parts side by side.
        case row([Piece])
        case table(Table)
        case list(List)
        case chain(Chain)
        case compound(Compound)
    }

    /// A table: its fields on one line, or on lines of their own.
    struct Table {
        let opener: Int
        let fields: [Field]
        let closer: Int
        /// Whether its fields lie on several lines in the text.
        let isSplit: Bool
        /// Whether it takes several lines in any case.
        let isTall: Bool
        let flat: Piece

        /// Whether no field has a name or key.
        var isSequence: Bool { fields.allSatisfy { $0.key == nil } }
    }

    /// A field of a table.
    struct Field {
        /// Its name or its key in brackets, with the `=` after it.
        let key: (name: Piece, assign: Piece)?
        let value: Piece
        /// The `,` or `;` after it, if there is one.
        var mark: Piece?
        /// Whether it starts a line in the text.
        let startsLine: Bool
        /// All of it, the mark left out.
        let whole: Piece
    }

    /// Arguments or parameters between parentheses: on one line, or each on its own.
    struct List {
        let opener: Int
        let items: [Item]
        let closer: Int
        let isTall: Bool
        let flat: Piece
        /// The columns of the first line when only the last argument, a table or a function, takes
        /// several; nil when it is neither.
        let hug: Int?
    }

    /// An argument or parameter.
    struct Item {
        let piece: Piece
        /// The comma after it, if there is one.
        let mark: Piece?

        /// The item on a line with the others.
        var pieces: [Piece] { [piece] + (mark.map { [$0, .space] } ?? []) }
    }

    /// Operands with operators of the same rank between them: on one line, or a line each.
    struct Chain {
        let first: Piece
        let links: [(mark: Piece, operand: Piece)]
        let hang: Hang
        let isTall: Bool
        let flat: Piece
    }

    /// Where the operators of a chain on several lines stand.
    enum Hang {
        /// Under the first operand.
        case under
        /// Left of the first operand, so that the operands of a field are aligned.
        case aligned
        /// Two columns further than the statement.
        case indented
    }

    /// A statement or function with blocks: on one line, or each statement on its own.
    struct Compound {
        let clauses: [Clause]
        /// `end`, or `until` with its condition, and its first token.
        let closing: (first: Int, piece: Piece)
        let isTall: Bool
        let flat: Piece
    }

    /// An opening, such as `if … then`, and the statements after it.
    struct Clause {
        let first: Int
        let opening: Piece
        let statements: [Piece]
    }
}

extension Piece {
    /// One space.
    static var space: Piece { Piece(kind: .space, extent: .space) }

    /// Pieces side by side.
    static func row(_ pieces: [Piece]) -> Piece {
        guard pieces.count != 1 else { return pieces[0] }
        let extent = pieces.reduce(Extent()) { $0.followed(by: $1.extent) }
        return Piece(kind: .row(pieces), extent: extent)
    }

    /// A group that takes several lines in any case, its first line ending after `opening`, or one
    /// that may.
    static func group(_ kind: Kind, flat: Piece, isTall: Bool, opening: Piece) -> Piece {
        var extent =
            isTall
            ? opening.extent.followed(by: .lineEnd) : flat.extent.breakable(after: opening.extent)
        // Only a text of its own may pass the limit in a table, not one of a group in it.
        if case .list = kind {} else { extent.widthBeforeText = extent.width }
        return Piece(kind: kind, extent: extent)
    }
}
