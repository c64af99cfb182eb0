// Files that are read and written piece by piece.
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
    private var buffer: [UInt8]
    /// The bytes read so far.
    private(set) var bytesRead = 0
    /// The bytes that the file has; nil where nobody knows.
    let size: Int?

    /// Opens a file.
    init(file path: String, pieces: Int) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        var status = stat()
        let isPlain =
            fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isPlain ? Int(status.st_size) : nil
        isOwn = true
        self.path = path
        buffer = [UInt8](repeating: 0, count: pieces)
    }

    /// Reads standard input.
    init(standardInputIn pieces: Int) {
        descriptor = 0
        isOwn = false
        path = "entrée standard"
        size = nil
        buffer = [UInt8](repeating: 0, count: pieces)
    }

    deinit {
        if isOwn { close(descriptor) }
    }

    /// Appends the next piece; false at the end.
    func read(into bytes: inout [UInt8]) throws(FileError) -> Bool {
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Self.read(descriptor, $0)
            }
            if count < 0 && FileAccess.mayGoOn(descriptor, for: POLLIN) { continue }
            guard count >= 0 else { throw FileError(path) }
            guard count > 0 else { return false }
            bytes += buffer[..<count]
            bytesRead += count
            return true
        }
    }

    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}

/// A file that is written aside, in the folder of the one whose place it will take.
///
/// Only a process that is killed outright leaves it behind; its name is never used again, so that
/// it hinders no later run.
struct AsideFile {
    /// Open for writing.
    let descriptor: Int32
    private let aside: String
    private let target: String
    private let path: String

    /// Makes the file.
    init(for target: String, shownAs path: String) throws(FileError) {
        let folder = FileAccess.folder(of: target)
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        aside = (folder.map { $0 + "/" } ?? "") + ".sceau-\(number).partiel"
        descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            if errno == ENOENT, let folder, !FileAccess.isDirectory(folder) {
                throw FileError(path, .missingFolder(folder))
            }
            throw FileError(path)
        }
        if let mode = FileAccess.mode(of: target) { fchmod(descriptor, mode & 0o7777) }
        self.target = target
        self.path = path
    }

    /// Gives the file its name, once it is whole.
    func publish() throws(FileError) {
        guard fsync(descriptor) == 0, close(descriptor) == 0, rename(aside, target) == 0 else {
            throw FileError(path)
        }
    }

    /// Removes the file.
    func discard() {
        close(descriptor)
        unlink(aside)
    }
}

/// Where a result goes that is written piece by piece: standard output, or a file that appears
/// under its name when it is whole.
struct ResultStream {
    private let path: String?
    private let descriptor: Int32
    private var aside: AsideFile?
    private var held: sigset_t?

    /// Opens the result.
    ///
    /// A file is written aside, and signals that end the process wait meanwhile: whoever writes asks
    /// `mayGoOn` between two pieces.
    init(to path: String?) throws(FileError) {
        self.path = path
        guard let path else {
            descriptor = 1
            return
        }
        let target = try FileAccess.target(of: path)
        if let mode = FileAccess.mode(of: target), mode & S_IFMT != S_IFREG {
            descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileError(path) }
            return
        }
        let held = Surroundings.holdSignals()
        do throws(FileError) {
            let aside = try AsideFile(for: target, shownAs: path)
            descriptor = aside.descriptor
            self.aside = aside
            self.held = held
        } catch {
            Surroundings.release(held)
            throw error
        }
    }

    /// Whether no signal asks the process to end.
    var mayGoOn: Bool { held == nil || !Surroundings.hasHeldSignal }

    /// Writes a piece.
    func write(_ bytes: [UInt8]) throws(FileError) {
        try FileAccess.send(bytes, to: descriptor, path: path ?? "sortie standard")
    }

    /// Ends the result: a file takes its name, if it is whole.
    func finish(isWhole: Bool) throws(FileError) {
        defer { if let held { Surroundings.release(held) } }
        guard let aside else { return }
        guard isWhole else { return aside.discard() }
        do throws(FileError) {
            try aside.publish()
        } catch {
            aside.discard()
            throw error
        }
    }
}
