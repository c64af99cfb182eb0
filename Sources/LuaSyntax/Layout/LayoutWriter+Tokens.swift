// Tokens with the comments before them.
// SPDX-License-Identifier: MIT

import Diagnostics

extension LayoutWriter {
    /// A token after its comments and space.
    mutating func write(token index: Int) {
        settle(before: index, isToken: true)
        put(source.bytes[tokens[index].range])
    }

    /// A mark, at once after what stands before it: comments that end its line follow it.
    mutating func write(mark index: Int, as byte: UInt8) {
        if gaps[index].isHard || !carried.remarks.isEmpty {
            carried = carried.joined(to: gaps[index])
        } else {
            settle(before: index, isToken: true)
        }
        put([byte])
    }

    /// A comma that the text does not have.
    mutating func putComma() { put([UInt8(ascii: ",")]) }

    /// Writes the comments before a token, then the space if the token follows.
    mutating func settle(before index: Int, isToken: Bool) {
        let gap = index == settled ? Gap() : carried.joined(to: gaps[index])
        carried = Gap()
        var place = Place(spacing, base: base)
        for remark in gap.remarks { put(remark, at: &place) }
        guard isToken else { return }
        let isAfterRemark = !gap.remarks.isEmpty
        let mustEndLine = isAfterRemark && (gap.lineEnds > 0 || gap.remarks.last?.isLine == true)
        if mustEndLine || place.isPending {
            endLine(place, isBlank: gap.lineEnds > 1)
        } else if isAfterRemark {
            if !tokens[index].isClosing(in: source) || !spacing.isNone { putSpaces(1) }
        } else {
            putSpaces(nextColumn - column)
        }
        spacing = .none
    }

    private mutating func put(_ remark: Gap.Remark, at place: inout Place) {
        if remark.lineEnds == 0 && !bytes.isEmpty {
            putSpaces(1)
        } else {
            endLine(place, isBlank: remark.lineEnds > 1)
            place.isPending = false
            place.mayBeBlank = true
        }
        let text = source.bytes[remark.range]
        put(remark.isLine ? text.trimmingSpaceAtEnd()[...] : text)
    }

    private mutating func endLine(_ place: Place, isBlank: Bool) {
        if bytes.isEmpty { return }
        bytes.append(UInt8(ascii: "\n"))
        if isBlank && place.mayBeBlank { bytes.append(UInt8(ascii: "\n")) }
        column = 0
        putSpaces(place.indent)
    }

    private mutating func putSpaces(_ count: Int) {
        bytes += repeatElement(UInt8(ascii: " "), count: count)
        column += count
    }

    /// Writes bytes, with LF for each line end.
    private mutating func put(_ text: ArraySlice<UInt8>) {
        let lines = text.cutAtLineEnds
        bytes += lines.joined(separator: [UInt8(ascii: "\n")])
        let width = lines[lines.count - 1].columns
        column = lines.count == 1 ? column + width : width
    }
}

extension LayoutWriter.Spacing {
    /// Whether nothing must stand there.
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

/// Where the lines that start between two tokens are indented.
private struct Place {
    let indent: Int
    /// Whether a line must still end before the token.
    var isPending: Bool
    var mayBeBlank: Bool

    init(_ spacing: LayoutWriter.Spacing, base: Int) {
        if case .line(let indent, let mayBeBlank) = spacing {
            (self.indent, self.mayBeBlank, isPending) = (indent, mayBeBlank, true)
        } else {
            (indent, mayBeBlank, isPending) = (base + LayoutWriter.step, false, false)
        }
    }
}
