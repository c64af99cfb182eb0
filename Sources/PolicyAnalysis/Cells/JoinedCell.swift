// A cell that stands for several which lead to one result.
// SPDX-License-Identifier: MIT

import Labelling

/// A cell with those that it was joined of.
struct JoinedCell {
    /// The cell.
    let cell: Cell
    /// The cells that it was joined of, each of which was looked at; itself alone where none were.
    let parts: [Cell]

    /// A cell by itself.
    init(_ cell: Cell) { self.init(cell: cell, parts: [cell]) }

    private init(cell: Cell, parts: [Cell]) { (self.cell, self.parts) = (cell, parts) }

    /// With one more; nil when both are no cell.
    func joined(with other: Cell) -> JoinedCell? {
        cell.joined(with: other).map { JoinedCell(cell: $0, parts: parts + [other]) }
    }

    /// The same, of which nothing is sure any more.
    var unsure: JoinedCell { JoinedCell(cell: cell.unsure, parts: parts) }

    /// The same, for which a value that lies in it stands.
    func standing(for fact: Fact) -> JoinedCell {
        let cell = Cell(extent: cell.extent, representative: fact, isExact: cell.isExact)
        return JoinedCell(cell: cell, parts: parts.count == 1 ? [cell] : parts)
    }
}
