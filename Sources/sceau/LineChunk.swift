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
    /// The lines with their ends; the last one may lack it.
    let bytes: [UInt8]
    /// Whether it is the start of a line that is longer than a dossier may be.
    var isCut = false
}

extension LineChunk {
    /// Calls `body` with each line in order (LF or CRLF, its end left out) and with its number.
    ///
    /// What follows the last end of line counts only when there is something.
    func forEachLine(_ body: (Range<Int>, Int) -> Void) {
        guard var number = firstLine else { return }
        var start = 0
        while start < bytes.count {
            let end = endOfLine(from: start)
            let isCRLF = end > start && bytes[end - 1] == 0x0D
            body(start..<(isCRLF ? end - 1 : end), number)
            start = end + 1
            number += 1
        }
    }

    /// Where the next end of line stands, or the end; eight bytes are looked at together.
    private func endOfLine(from start: Int) -> Int {
        let span = bytes.span
        let ones: UInt64 = 0x0101_0101_0101_0101
        var place = start
        while place + 8 <= span.count {
            let eight = span.extracting(place..<place + 8)
            let word =
                UInt64(eight[0]) | UInt64(eight[1]) << 8 | UInt64(eight[2]) << 16
                | UInt64(eight[3]) << 24 | UInt64(eight[4]) << 32 | UInt64(eight[5]) << 40
                | UInt64(eight[6]) << 48 | UInt64(eight[7]) << 56
            let ends = word ^ (0x0A * ones)
            // Borrows reach only bytes after one that is found, and the first one is what counts.
            let found = (ends &- ones) & ~ends & (0x80 * ones)
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < span.count, span[place] != 0x0A { place += 1 }
        return place
    }

    /// The dossier of a line, as the full reader takes it.
    func text(of line: Range<Int>, number: Int, limit: Int = FileAccess.largest) -> DossierText {
        DossierText(
            DossierPlace(path: path, line: number), shownAs: name, bytes: bytes[line],
            isCut: isCut, limit: limit)
    }

    /// Its dossiers in order.
    func texts(limit: Int = FileAccess.largest) -> [DossierText] {
        guard firstLine != nil else {
            return [DossierText(path: path, source: SourceText(path: name, bytes: bytes))]
        }
        var texts: [DossierText] = []
        forEachLine { texts.append(text(of: $0, number: $1, limit: limit)) }
        return texts
    }
}

/// Reads the chunks of one input after the other.
struct ChunkReader {
    private var inputs: ArraySlice<DossierInput>
    private var reader: PieceReader?
    private var input: DossierInput?
    private var pending: [UInt8] = []
    private var line = 1
    private var isAtEnd = false
    /// The bytes of all inputs; nil where nobody knows.
    let size: Int?
    /// The bytes read from inputs that are finished.
    private var finishedBytes = 0

    /// How much is read at once: some hundred dossiers.
    private static let piece = 1 << 18

    /// Prepares to read inputs.
    init(_ inputs: [DossierInput]) {
        self.inputs = inputs[...]
        size = inputs.reduce(0 as Int?) { sum, input in
            guard case .file(let path) = input.origin, let size = FileAccess.size(of: path) else {
                return nil
            }
            return sum.map { $0 + size }
        }
    }

    /// The bytes read so far.
    var bytesRead: Int { finishedBytes + (reader?.bytesRead ?? 0) }

    /// The next chunk; nil at the end of all inputs.
    ///
    /// - Throws: when an input cannot be read; the next call goes on with the one after it.
    mutating func next() throws(FileError) -> LineChunk? {
        while true {
            if reader == nil {
                guard let next = inputs.popFirst() else { return nil }
                input = next
                if !next.isByLines { return try whole(next) }
                (pending, line, isAtEnd) = ([], 1, false)
                reader = try next.reader(pieces: ChunkReader.piece)
            }
            do throws(FileError) {
                if let chunk = try lines() { return chunk }
            } catch {
                close()
                throw error
            }
            close()
        }
    }

    private mutating func close() {
        finishedBytes += reader?.bytesRead ?? 0
        reader = nil
    }

    private mutating func whole(_ input: DossierInput) throws(FileError) -> LineChunk {
        let bytes = try input.bytes()
        finishedBytes += bytes.count
        return LineChunk(path: input.path, name: input.name, firstLine: nil, bytes: bytes)
    }

    /// The next lines of the input at hand; nil at its end.
    private mutating func lines() throws(FileError) -> LineChunk? {
        var searched = 0
        while true {
            if let end = pending[searched...].lastIndex(of: 0x0A) { return take(end + 1) }
            searched = pending.count
            if searched > FileAccess.largest { return try cutLine() }
            if isAtEnd { return pending.isEmpty ? nil : take(pending.count) }
            isAtEnd = try !(reader?.read(into: &pending) ?? false)
        }
    }

    private mutating func take(_ count: Int) -> LineChunk? {
        let bytes = Array(pending[..<count])
        pending.removeFirst(count)
        return chunk(bytes)
    }

    private mutating func chunk(_ bytes: [UInt8], isCut: Bool = false) -> LineChunk? {
        guard let input else { return nil }
        let first = line
        line += isCut ? 1 : bytes.count { $0 == 0x0A }
        return LineChunk(
            path: input.path, name: input.name, firstLine: first, bytes: bytes, isCut: isCut)
    }

    /// Keeps the start of a line that is too long, and goes past the rest of it.
    private mutating func cutLine() throws(FileError) -> LineChunk? {
        let start = Array(pending.prefix(DossierText.shownOfLongLine))
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                pending.removeFirst(end + 1)
                break
            }
            pending.removeAll(keepingCapacity: true)
            if isAtEnd { break }
            isAtEnd = try !(reader?.read(into: &pending) ?? false)
        }
        return chunk(start, isCut: true)
    }
}
