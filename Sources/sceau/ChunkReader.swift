// The inputs of a batch, cut into chunks.
// SPDX-License-Identifier: MIT

import Diagnostics

/// Reads the chunks of one input after the other.
struct ChunkReader {
    private var inputs: ArraySlice<DossierInput>
    private var input: DossierInput?
    private var reader: PieceReader?
    /// What was read of the input and is in no chunk yet.
    private var pending: [UInt8] = []
    /// The number of the line with which `pending` starts.
    private var line = 1
    private var isAtEnd = false
    /// Lines that were cut and are not given yet.
    private var waiting: LineChunk?
    /// The bytes of inputs that are finished.
    private var finishedBytes = 0
    /// The bytes of all inputs; nil where nobody knows.
    let size: Int?
    /// The most bytes that a dossier may have.
    private let limit: Int

    /// How much is read at once: some dozens of dossiers, and as much as a pipe holds.
    static let piece = 1 << 16

    /// How many lines a chunk may hold: a short one may give a long line of faults.
    private static let mostLines = 64

    /// Prepares to read inputs.
    init(_ inputs: [DossierInput], limit: Int = FileAccess.largest) {
        self.inputs = inputs[...]
        self.limit = limit
        size = inputs.reduce(0 as Int?) { sum, input in
            guard case .file(let path) = input.origin, let size = FileAccess.size(of: path) else {
                return nil
            }
            return sum.map { $0 + size }
        }
    }

    /// The bytes read so far.
    var bytesRead: Int { finishedBytes + (reader?.bytesRead ?? 0) }

    /// Whether `next` would not have to wait for anybody.
    var isReady: Bool {
        if waiting != nil { return true }
        if let reader { return isAtEnd || reader.isReady }
        guard let next = inputs.first else { return true }
        // Opening a named pipe waits for the one who writes to it.
        if case .file(let path) = next.origin { return FileAccess.isFile(path) }
        return false
    }

    /// The next chunk; nil at the end of all inputs.
    ///
    /// - Throws: when an input cannot be read; the next call goes on with the one after it.
    mutating func next() throws(FileError) -> LineChunk? {
        while true {
            if let lines = waiting {
                let (chunk, others) = lines.split(after: ChunkReader.mostLines)
                waiting = others
                return chunk
            }
            if reader == nil {
                guard let next = inputs.popFirst() else { return nil }
                input = next
                if next.layout == .whole { return try whole(next) }
                (pending, line, isAtEnd) = ([], 1, false)
                reader = try next.reader(pieces: ChunkReader.piece)
            }
            do throws(FileError) {
                if isAtStart, input?.layout == .either, try !startsWithDossier() {
                    let chunk = try rest()
                    close()
                    return chunk
                }
                waiting = try lines()
            } catch {
                close()
                throw error
            }
            if waiting == nil { close() }
        }
    }

    private mutating func close() {
        finishedBytes += reader?.bytesRead ?? 0
        reader = nil
    }

    private mutating func whole(_ input: DossierInput) throws(FileError) -> LineChunk {
        let bytes = try input.bytes()
        finishedBytes += bytes.count
        return LineChunk(path: input.path, name: input.name, file: bytes)
    }

    /// Whether nothing of the input at hand was given yet.
    private var isAtStart: Bool { line == 1 && !isAtEnd }

    /// Whether the first line with something on it is an object by itself, and more follows it.
    private mutating func startsWithDossier() throws(FileError) -> Bool {
        while true {
            let start = pending.firstIndex { !JSONReader.isBlank($0) } ?? pending.count
            if let end = pending.endOfLine(from: start),
                pending[end...].contains(where: { !JSONReader.isBlank($0) })
            {
                let text = SourceText(path: "", bytes: Array(pending[start..<end]))
                guard case .object? = JSONReader.read(text).root?.value else { return false }
                return true
            }
            if isAtEnd || pending.count > limit { return false }
            try readPiece()
        }
    }

    /// What is left of the input at hand, as one dossier.
    private mutating func rest() throws(FileError) -> LineChunk? {
        guard let input else { return nil }
        while !isAtEnd, pending.count <= limit { try readPiece() }
        guard pending.count <= limit else { throw FileError(input.name, .tooLarge) }
        return LineChunk(path: input.path, name: input.name, file: pending)
    }

    /// The next whole lines of the input at hand, at most a piece of them; nil at its end.
    private mutating func lines() throws(FileError) -> LineChunk? {
        var searched = 0
        while true {
            if let end = pending[searched...].lastIndex(of: 0x0A) { return take(end + 1) }
            searched = pending.count
            // One byte more may be the CR of an end of line.
            if searched > limit + 1 { return try cutLine() }
            if isAtEnd { return pending.isEmpty ? nil : take(pending.count) }
            try readPiece()
        }
    }

    private mutating func readPiece() throws(FileError) {
        isAtEnd = try !(reader?.read(into: &pending) ?? false)
    }

    private mutating func take(_ count: Int) -> LineChunk? {
        let rest = Array(pending[count...])
        pending.removeLast(pending.count - count)
        defer { pending = rest }
        return chunk(pending)
    }

    private mutating func chunk(_ bytes: [UInt8], isCut: Bool = false) -> LineChunk? {
        guard let input else { return nil }
        let chunk = LineChunk(
            path: input.path, name: input.name, firstLine: line, lines: bytes, isCut: isCut)
        line += chunk.indices.count
        return chunk
    }

    /// Keeps the start of a line that is too long, and goes past the rest of it.
    private mutating func cutLine() throws(FileError) -> LineChunk? {
        let start = Array(pending.prefix(DossierText.shownOfLongLine))
        while true {
            if let end = pending.endOfLine(from: 0) {
                pending.removeFirst(end + 1)
                break
            }
            pending.removeAll(keepingCapacity: false)
            if isAtEnd { break }
            try readPiece()
        }
        return chunk(start, isCut: true)
    }
}
