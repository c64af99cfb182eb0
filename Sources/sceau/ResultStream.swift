// Results that are written piece by piece.
// SPDX-License-Identifier: MIT

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileAccess {
    /// Opens for writing what is not a plain file.
    static func openStream(_ target: String, shownAs path: String) throws(FileError) -> Int32 {
        let descriptor = beyondStandardStreams(open(target, O_WRONLY | O_CLOEXEC))
        guard descriptor >= 0 else { throw FileError(path) }
        return descriptor
    }

    /// The same file under a number that is none of the three streams, one of which may be closed:
    /// what is said there would get into the file.
    static func beyondStandardStreams(_ descriptor: Int32) -> Int32 {
        guard (0...2).contains(descriptor) else { return descriptor }
        defer { close(descriptor) }
        return fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    }
}

/// A file that is written aside, in the folder of the one whose place it will take.
///
/// A signal that ends the process removes it. Only a process that is killed outright leaves it
/// behind; its name is never used again, so that it hinders no later run.
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
        Surroundings.whenEndedRemove(aside)
        descriptor = FileAccess.beyondStandardStreams(
            open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
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

    /// Gives the file its name, once it is whole; removes it when that fails.
    func publish() throws(FileError) {
        let isSaved = fsync(descriptor) == 0
        let held = Surroundings.holdSignals()
        defer { Surroundings.release(held) }
        guard isSaved, rename(aside, target) == 0 else {
            let error = FileError(path)
            discard()
            throw error
        }
        close(descriptor)
        Surroundings.whenEndedRemove(nil)
    }

    /// Removes the file.
    func discard() {
        close(descriptor)
        unlink(aside)
        Surroundings.whenEndedRemove(nil)
    }
}

/// Where a result goes that is written piece by piece: standard output, or a file that appears
/// under its name when it is whole.
struct ResultStream: ~Copyable {
    private let path: String?
    private var place: Place?

    /// What is open.
    private enum Place {
        /// A stream or a device.
        case stream(Int32)
        case aside(AsideFile)

        var descriptor: Int32 {
            switch self {
            case .stream(let descriptor): descriptor
            case .aside(let file): file.descriptor
            }
        }
    }

    /// Names the file to write, nil for standard output; nothing is opened yet.
    init(to path: String?) { self.path = path }

    deinit {
        if case .aside(let file)? = place { file.discard() }
    }

    /// Writes a piece.
    mutating func write(_ bytes: [UInt8]) throws(FileError) {
        try FileAccess.send(
            bytes, to: opened().descriptor, path: path ?? "sortie standard")
    }

    /// Ends the result, which is whole: a file takes its name.
    mutating func finish() throws(FileError) {
        guard case .aside(let file) = try opened() else { return }
        place = nil
        try file.publish()
    }

    private mutating func opened() throws(FileError) -> Place {
        if let place { return place }
        let opened = try open()
        place = opened
        return opened
    }

    private func open() throws(FileError) -> Place {
        guard let path else { return .stream(1) }
        let target = try FileAccess.target(of: path)
        guard FileAccess.exists(target), !FileAccess.isFile(target) else {
            return .aside(try AsideFile(for: target, shownAs: path))
        }
        return .stream(try FileAccess.openStream(target, shownAs: path))
    }
}
