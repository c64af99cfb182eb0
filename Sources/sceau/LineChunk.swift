// Lines of dossiers, some at a time.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Some whole lines of a file, or one whole file.
struct LineChunk: Sendable {
    /// The path as the user named the file.
    let path: String
    /// The name to show of it.
    let name: String
    /// The number of its first line, from 1; nil for a whole file, which is one dossier.
    let firstLine: Int?
    /// What holds its lines and, it may be, those of other chunks.
    let bytes: [UInt8]
    /// Whether it is the start of a line that is longer than a dossier may be.
    let isCut: Bool
    /// Where its first dossier starts.
    private let start: Int
    /// Where each dossier ends, its end of line left out; never empty.
    private let ends: ArraySlice<Int>

    /// Takes a whole file as a dossier.
    init(path: String, name: String, file bytes: [UInt8]) {
        self.init(path, name, nil, bytes, isCut: false, 0, [bytes.count])
    }

    /// Takes lines (LF or CRLF), at least one byte of them.
    ///
    /// What follows the last end of line counts only when there is something.
    init(path: String, name: String, firstLine: Int, lines bytes: [UInt8], isCut: Bool = false) {
        self.init(
            path, name, firstLine, bytes, isCut: isCut, 0, LineChunk.lineEnds(in: bytes)[...])
    }

    private init(
        _ path: String, _ name: String, _ firstLine: Int?, _ bytes: [UInt8], isCut: Bool,
        _ start: Int, _ ends: ArraySlice<Int>
    ) {
        self.path = path
        self.name = name
        self.firstLine = firstLine
        self.bytes = bytes
        self.isCut = isCut
        self.start = start
        self.ends = ends
    }

    private static func lineEnds(in bytes: [UInt8]) -> [Int] {
        var ends: [Int] = []
        var start = 0
        while start < bytes.count {
            let end = bytes.endOfLine(from: start) ?? bytes.count
            ends.append(end)
            start = end + 1
        }
        return ends
    }

    /// Its dossiers, counted from 0.
    var indices: Range<Int> { 0..<ends.count }

    /// How many bytes its dossiers have.
    var size: Int { (ends.last ?? start) - start }

    /// Its first dossiers, and the others if there are any.
    func split(after count: Int) -> (first: LineChunk, others: LineChunk?) {
        guard let firstLine, count < ends.count else { return (self, nil) }
        let (left, right) = (ends.prefix(count), ends.dropFirst(count))
        let next = (left.last ?? start) + 1
        return (
            LineChunk(path, name, firstLine, bytes, isCut: isCut, start, left),
            LineChunk(path, name, firstLine + count, bytes, isCut: isCut, next, right)
        )
    }

    /// The bytes of a dossier, without its end of line.
    func line(_ index: Int) -> Range<Int> {
        let place = ends.startIndex + index
        let first = index == 0 ? start : ends[place - 1] + 1
        let end = ends[place]
        let isCRLF = firstLine != nil && end > first && bytes[end - 1] == 0x0D
        return first..<(isCRLF ? end - 1 : end)
    }

    /// Where a dossier stands.
    func place(_ index: Int) -> DossierPlace {
        DossierPlace(path: path, line: firstLine.map { $0 + index })
    }

    /// A dossier, as the full reader takes it.
    func text(_ index: Int, limit: Int = FileAccess.largest) -> DossierText {
        guard firstLine != nil else {
            return DossierText(path: path, source: SourceText(path: name, bytes: bytes))
        }
        return DossierText(
            place(index), shownAs: name,
            bytes: bytes[line(index)], isCut: isCut, limit: limit)
    }
}
