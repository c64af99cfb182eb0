// Files and streams that are read piece by piece.
// SPDX-License-Identifier: MIT

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file or a stream that is read in pieces; closed when nobody holds it any more.
final class PieceReader {
    private let descriptor: Int32
    private let isOwn: Bool
    private let path: String
    private let isPlain: Bool
    private var buffer: [UInt8]
    /// The bytes read so far.
    private(set) var bytesRead = 0

    /// Opens a file.
    init(file path: String, pieces: Int) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        isOwn = true
        self.path = path
        isPlain = FileAccess.isPlain(descriptor)
        buffer = [UInt8](repeating: 0, count: pieces)
    }

    /// Reads standard input.
    init(standardInputIn pieces: Int) {
        descriptor = 0
        isOwn = false
        path = "entrée standard"
        isPlain = FileAccess.isPlain(0)
        buffer = [UInt8](repeating: 0, count: pieces)
    }

    deinit {
        if isOwn { close(descriptor) }
    }

    /// Whether a piece, or the end, is there already.
    var isReady: Bool {
        if isPlain { return true }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) != 0
    }

    /// Appends the next piece; false at the end.
    func read(into bytes: inout [UInt8]) throws(FileError) -> Bool {
        while true {
            let count = FileAccess.receive(from: descriptor, into: &buffer)
            if count < 0 && FileAccess.mayGoOn(descriptor, for: POLLIN) { continue }
            guard count >= 0 else { throw FileError(path) }
            bytes += buffer[..<count]
            bytesRead += count
            return count > 0
        }
    }
}

extension [UInt8] {
    /// Where the next LF stands; nil when there is none.
    func endOfLine(from start: Int) -> Int? {
        withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + start, 0x0A, bytes.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}
