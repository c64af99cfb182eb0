// Files, folders and streams: the only code that touches the disk for the command line.
// SPDX-License-Identifier: MIT

import PolicyEngine

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Reading and writing, without a Foundation to load at each start.
enum FileAccess {
    /// The most bytes that a dossier may have: a thousand times a large one.
    static let largest = 8 << 20

    /// The bytes of a file; those beyond what a dossier may have are an error.
    static func bytes(
        ofFile path: String, limit: Int = largest
    ) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path) }
        defer { close(descriptor) }
        return try readAll(descriptor, path: path, limit: limit)
    }

    /// The bytes of standard input, to its end, as many as a dossier may have.
    static func bytesOfStandardInput() throws(FileError) -> [UInt8] {
        try readAll(0, path: "entrée standard", limit: largest)
    }

    /// Whether a path leads to a folder.
    static func isDirectory(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
    }

    /// Whether what is open is a plain file.
    static func isPlain(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a path leads to a plain file.
    static func isFile(_ path: String) -> Bool {
        mode(of: path).map { $0 & S_IFMT == S_IFREG } ?? false
    }

    /// The bytes of a plain file; nil for anything else.
    static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Whether a path leads to anything.
    static func exists(_ path: String) -> Bool { mode(of: path) != nil }

    /// How a policies folder is reached: the system alone is asked, and no owner looked up.
    static let policies = FolderAccess(
        look: entry, target: resolved, names: { try? names(inDirectory: $0) },
        bytes: { try? bytes(ofFile: $0, limit: .max) })

    private static func entry(_ path: String) -> (kind: FolderEntry.Kind, size: Int?)? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let kind: FolderEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: .folder
            case S_IFREG: .file
            case S_IFLNK: .link
            default: .other
            }
        return (kind, Int(status.st_size))
    }

    /// The names in a folder, sorted by bytes; hidden ones are left out.
    static func names(inDirectory path: String) throws(FileError) -> [String] {
        guard let stream = opendir(path) else { throw FileError(path) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in
                String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw FileError(path) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Writes a file of our own making; never through a symbolic link, which may lead anywhere.
    static func replaceOwn(_ path: String, with text: String) throws(FileError) {
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw FileError(path, .notOurs)
        }
        try replace(path, with: text)
    }

    /// Writes a whole file: aside in the same folder, then under its name.
    ///
    /// What is not a plain file (a device, a pipe) is written to as it stands.
    static func replace(_ path: String, with text: String) throws(FileError) {
        let target = try target(of: path)
        guard !exists(target) || isFile(target) else {
            let descriptor = try openStream(target, shownAs: path)
            defer { close(descriptor) }
            return try send(text, to: descriptor, path: path)
        }
        let held = Surroundings.holdSignals()
        defer { Surroundings.release(held) }
        let aside = try AsideFile(for: target, shownAs: path)
        do throws(FileError) {
            try send(text, to: aside.descriptor, path: path)
        } catch {
            aside.discard()
            throw error
        }
        try aside.publish()
    }

    /// The file that a path leads to through links, or the path of a file that is not there yet.
    static func target(of path: String) throws(FileError) -> String {
        if let target = resolved(path) { return target }
        // A pipe behind `/dev/stdout` is there and has no path.
        guard !exists(path) else { return path }
        let isLoop = errno == ELOOP
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
        throw FileError(path, isLoop ? .system(ELOOP) : .deadLink)
    }

    /// Whether two paths lead to one file.
    static func isSameFile(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(one, &first) == 0 && stat(other, &second) == 0
            && first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Makes the folder that a path names, unless it is there; those above it must be.
    static func makeFolder(around path: String) throws(FileError) {
        guard let folder = folder(of: path), !isDirectory(folder) else { return }
        guard mkdir(folder, 0o777) == 0 else { throw FileError(folder) }
    }

    /// Writes a text to an open file or stream.
    static func send(_ text: String, to descriptor: Int32, path: String) throws(FileError) {
        try send(Array(text.utf8), to: descriptor, path: path)
    }

    /// Writes bytes to an open file or stream.
    static func send(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && mayGoOn(descriptor, for: POLLOUT) { continue }
            guard count >= 0 else { throw FileError(path) }
            done += count
        }
    }

    /// The path without symbolic links; nil when it leads to nothing.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The folder in a path; nil when the path names none.
    static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    }

    private static func readAll(
        _ descriptor: Int32, path: String, limit: Int
    ) throws(FileError) -> [UInt8] {
        var status = stat()
        let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(max(expected + 1, 1024), 65_536))
        while true {
            let count = receive(from: descriptor, into: &buffer)
            if count < 0 && mayGoOn(descriptor, for: POLLIN) { continue }
            guard count >= 0 else { throw FileError(path) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw FileError(path, .tooLarge) }
        }
    }

    /// Asks the system for bytes; gives how many came, or -1.
    static func receive(from descriptor: Int32, into buffer: inout [UInt8]) -> Int {
        buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    }

    /// Whether the call that just failed is to be made again, once the stream is ready for it: a
    /// signal came between, or the caller gave a pipe that does not wait.
    static func mayGoOn(_ descriptor: Int32, for event: Int32) -> Bool {
        if errno == EINTR { return true }
        guard errno == EAGAIN || errno == EWOULDBLOCK else { return false }
        var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        return poll(&request, 1, -1) > 0
    }

    static func mode(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode : nil
    }
}
