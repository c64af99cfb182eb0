// How many columns a piece of text takes, and where its first line may end.
// SPDX-License-Identifier: MIT

/// The size of a piece on one line.
struct Extent {
    /// The columns up to the first line end that stands in it in any case, or to its end.
    var width = 0
    /// The same, less a text after which only closing marks stand.
    var widthBeforeText = 0
    /// Whether a line ends in it in any case.
    var endsLine = false
    /// The columns up to the first place where a line may end, or to its end.
    var lead = 0
    /// Whether there is such a place.
    var mayEndLine = false
    /// Whether it is nothing but closing marks.
    var isClosing = true
    /// Whether the part up to `lead` is nothing but closing marks.
    var leadIsClosing = true

    /// The size of a word or mark.
    static func token(width: Int, isClosing: Bool) -> Extent {
        Extent(
            width: width, widthBeforeText: width, lead: width, isClosing: isClosing,
            leadIsClosing: isClosing)
    }

    /// The size of a text, up to its own first line end.
    static func text(width: Int, endsLine: Bool) -> Extent {
        Extent(
            width: width, endsLine: endsLine, lead: width, mayEndLine: endsLine, isClosing: false,
            leadIsClosing: false)
    }

    /// A line end that stands in any case.
    static let lineEnd = Extent(endsLine: true, mayEndLine: true)

    /// The place of a space.
    static let space = Extent(width: 1, widthBeforeText: 1, lead: 1)

    /// The size of this piece and another after it.
    func followed(by next: Extent) -> Extent {
        var sum = self
        if !endsLine {
            sum.widthBeforeText =
                next.isClosing ? widthBeforeText + next.width : width + next.widthBeforeText
            sum.width += next.width
            sum.endsLine = next.endsLine
        }
        if !mayEndLine {
            sum.lead += next.lead
            sum.mayEndLine = next.mayEndLine
            sum.leadIsClosing = leadIsClosing && next.leadIsClosing
        }
        sum.isClosing = isClosing && next.isClosing
        return sum
    }

    /// The size of the same piece when its line may end after its first part.
    func breakable(after first: Extent) -> Extent {
        var result = self
        result.lead = first.lead
        result.mayEndLine = true
        result.leadIsClosing = first.leadIsClosing
        return result
    }
}

/// What must stand on the same line after a piece.
struct Trail {
    /// Its columns.
    var columns = 0
    /// Whether it is nothing but closing marks.
    var isClosing = true

    /// The mark between two fields or two arguments.
    static let comma = Trail(columns: 1)

    /// What must stand after the piece before this one.
    func preceded(by extent: Extent) -> Trail {
        Trail(
            columns: extent.lead + (extent.mayEndLine ? 0 : columns),
            isClosing: extent.leadIsClosing && (extent.mayEndLine || isClosing))
    }
}
