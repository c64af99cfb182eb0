// Files, folders and streams: the only code that touches the disk for the command line.
// SPDX-License-Identifier: MIT

import Diagnostics

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that could not be opened, read or written.
struct FileError: Error, Hashable {
    /// The path as the user gave it.
    let path: String
    /// The system's error number.
    let number: Int32
    /// The folder that is not there, of a file to write.
    let missingFolder: String?
    /// The bytes that a file may have, of one that has more.
    let limit: Int?

    /// Takes the error number that the system just left.
    init(
        _ path: String, number: Int32 = errno, missingFolder: String? = nil, limit: Int? = nil
    ) {
        self.path = path
        self.number = number
        self.missingFolder = missingFolder
        self.limit = limit
    }

    /// Whether the reader of a pipe went away.
    var isBrokenPipe: Bool { number == EPIPE }

    /// Whether the caller closed the stream before the tool started.
    var isClosedStream: Bool { number == EBADF }

    /// Whether nothing stands at the path.
    var isAbsent: Bool { number == ENOENT }

    /// The failure to show.
    var failure: CommandFailure {
        CommandFailure(.fileAccess, "\(path)\u{A0}: \(reason)")
    }

    private var reason: String {
        if let missingFolder {
            return "le répertoire «\u{202F}\(missingFolder)\u{202F}» n’existe pas"
        }
        if let limit {
            let kind = limit == FileAccess.largest ? "un dossier" : "un fichier de dossiers"
            return "le fichier dépasse \(limit >> 20) Mio : ce n’est pas \(kind)"
        }
        return switch number {
        case ENOENT: "fichier introuvable"
        case EACCES, EPERM: "accès refusé"
        case EISDIR: "c’est un répertoire, non un fichier"
        case ENOTDIR: "une partie du chemin n’est pas un répertoire"
        case ENOSPC: "il n’y a plus de place sur le disque"
        case ELOOP: "c’est un lien ou un fichier spécial, qui n’est pas récrit"
        case EROFS: "le disque n’accepte que la lecture"
        default: "lecture ou écriture impossible (erreur système \(number))"
        }
    }
}

/// Reading and writing, without a Foundation to load at each start.
enum FileAccess {
    /// The most bytes that a dossier may have: a thousand times a large one.
    static let largest = 8 << 20

    /// The most bytes that a file of many dossiers may have, for it is read as a whole.
    static let largestBatch = 1 << 30

    /// The bytes of a file.
    static func bytes(ofFile path: String, atMost limit: Int) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        defer { close(descriptor) }
        return try readAll(descriptor, path: path, atMost: limit)
    }

    /// The bytes of standard input, to its end.
    static func bytesOfStandardInput(atMost limit: Int) throws(FileError) -> [UInt8] {
        try readAll(0, path: "-", atMost: limit)
    }

    /// Whether a path leads to a folder.
    static func isDirectory(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
    }

    /// Whether a path leads to a plain file.
    static func isFile(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFREG } ?? false
    }

    /// The names in a folder, sorted by bytes; hidden ones are left out.
    static func names(inDirectory path: String) throws(FileError) -> [String] {
        guard let stream = opendir(path) else { throw FileError(path) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
                String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a file of our own making; never through a symbolic link, which may lead anywhere.
    static func replaceOwn(_ path: String, with text: String) throws(FileError) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw FileError(path, number: ELOOP)
        }
        try replace(path, with: text)
    }

    /// Writes a whole file: aside in the same folder, then under its name.
    ///
    /// What is not a plain file (a device, a pipe) is written to as it stands.
    static func replace(_ path: String, with text: String) throws(FileError) {
        let target = resolved(path) ?? path
        if let mode = mode(of: target), mode & S_IFMT != S_IFREG {
            let descriptor = open(target, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw FileError(path) }
            defer { close(descriptor) }
            return try send(text, to: descriptor, path: path)
        }
        let aside = "\(target).\(getpid()).partiel"
        let descriptor = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? FileError(path, missingFolder: folder(of: path)) : FileError(path)
        }
        do throws(FileError) {
            defer { close(descriptor) }
            if let mode = mode(of: target) { fchmod(descriptor, mode & 0o7777) }
            try send(text, to: descriptor, path: path)
            guard fsync(descriptor) == 0 else { throw FileError(path) }
            guard rename(aside, target) == 0 else { throw FileError(path) }
        } catch {
            unlink(aside)
            throw error
        }
    }

    /// Makes the folder that a path names, unless it is there; those above it must be.
    static func makeFolder(around path: String) throws(FileError) {
        guard let folder = folder(of: path), !isDirectory(folder) else { return }
        guard mkdir(folder, 0o777) == 0 else { throw FileError(folder) }
    }

    /// Writes a text to an open file or stream.
    static func send(_ text: String, to descriptor: Int32, path: String) throws(FileError) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path) }
            done += count
        }
    }

    /// The path without symbolic links; nil when nothing stands there.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The folder in a path; nil when the path names none.
    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    }

    private static func readAll(
        _ descriptor: Int32, path: String, atMost limit: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw FileError(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw FileError(path, number: EFBIG, limit: limit)
            }
        }
    }

    private static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}
