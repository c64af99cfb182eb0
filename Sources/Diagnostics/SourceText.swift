// A file's bytes, and where an offset stands in them.
// SPDX-License-Identifier: MIT

/// A half-open range of byte offsets in a `SourceText`.
public typealias SourceRange = Range<Int>

/// A place in a file as a person counts: both numbers start at 1.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// Line number, from 1.
    public let line: Int
    /// Column, from 1, in Unicode scalars.
    public let column: Int

    /// Makes a position from numbers that start at 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Earlier lines first, then earlier columns.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// What diagnostics may show of a file.
public enum ShownExtent: Hashable, Sendable {
    /// The line at fault: the file is of the service's own making.
    case lines
    /// The names of fields and what is at fault: the file comes from an applicant.
    case fault
    /// The names of fields alone: what is at fault may tell about a person.
    case names
}

/// The text of one file, addressed by byte offsets.
public struct SourceText: Sendable {
    /// The path to show to the reader, relative where possible.
    public let path: String
    /// The bytes as read, a BOM included.
    public let bytes: [UInt8]
    /// Byte offset of the first byte of each line; never empty.
    private let lineStarts: [Int]
    /// The number of the first line: more than 1 for a part of a larger file.
    private let firstLine: Int
    /// What diagnostics may show of it; lines unless told otherwise.
    package private(set) var extent = ShownExtent.lines

    /// Makes a source from bytes; LF, CRLF and lone CR end a line.
    public init(path: String, bytes: [UInt8], firstLine: Int = 1) {
        self.path = path
        self.bytes = bytes
        self.firstLine = firstLine
        var starts = [0]
        for (offset, byte) in bytes.enumerated() {
            let isLoneReturn =
                byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
            if byte == 0x0A || isLoneReturn { starts.append(offset + 1) }
        }
        lineStarts = starts
    }

    /// Makes a source from a string.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The same text, of which diagnostics show this much.
    package func showing(_ extent: ShownExtent) -> SourceText {
        var source = self
        source.extent = extent
        return source
    }

    /// The number of lines, at least 1.
    public var lineCount: Int { lineStarts.count }

    /// The number of the line that holds a byte offset; offsets past the end count as the end.
    public func line(at offset: Int) -> Int { index(at: offset) + firstLine }

    /// The place in `lineStarts` of the line that holds a byte offset.
    private func index(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The position of a byte offset; offsets past the end count as the end.
    public func position(at offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let index = index(at: offset)
        var start = lineStarts[index]
        if start == 0 && bytes.starts(with: SourceText.byteOrderMark) { start = 3 }
        let scalars = bytes[min(start, offset)..<offset].reduce(0) { count, byte in
            count + (byte & 0xC0 == 0x80 ? 0 : 1)
        }
        return SourcePosition(line: index + firstLine, column: scalars + 1)
    }

    /// The byte offset at which a line starts.
    public func offset(ofLine line: Int) -> Int { lineStarts[index(ofLine: line)] }

    private func index(ofLine line: Int) -> Int {
        min(max(line - firstLine, 0), lineStarts.count - 1)
    }

    /// The bytes of the line that holds an offset, without its mark and its end of line.
    func line(around offset: Int) -> SourceRange {
        let index = index(at: offset)
        var start = lineStarts[index]
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        if start == 0 && bytes.starts(with: SourceText.byteOrderMark) { start = min(3, end) }
        return start..<end
    }

    /// The text of a line without its end of line; wrong bytes show as U+FFFD.
    public func text(ofLine line: Int) -> String {
        text(in: self.line(around: offset(ofLine: line)))
    }

    /// The text of a range; wrong bytes show as U+FFFD.
    public func text(in range: SourceRange) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The UTF-8 byte order mark.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
