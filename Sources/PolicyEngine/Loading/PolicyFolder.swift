// Reads a policies folder from the disk: the only place of the engine that touches it.
// SPDX-License-Identifier: MIT

package import Diagnostics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Finds and reads policies folders.
///
///     let path = PolicyFolder.find(from: ".") ?? "policies"
///     let source = try PolicyFolder.read(path)
public struct PolicyFolder {
    /// The bytes that a table or a dossier may hold: a table of as many rows as one may have.
    static let largest = 16 << 20
    /// The bytes that a file of rules or tests may hold: a hundred times a long one.
    static let largestRules = 1 << 20

    /// The folder, links resolved.
    private let root: String
    /// The folder as it was asked for, for messages.
    private let shown: String
    /// What is read of it.
    private let content: Content
    private let access: FolderAccess

    /// The two things that a policies folder holds.
    private enum Content {
        case policy
        case tests

        func enters(_ folder: String) -> Bool {
            let isTests = folder == testFolder || folder.hasPrefix(testFolder + "/")
            return isTests == (self == .tests)
        }

        func takes(_ path: String) -> Bool {
            switch self {
            case .policy:
                path.hasSuffix(".csv") || PolicyPath.isRules(path)
                    || PolicyPath.looksLikeRules(path)
            case .tests: path.contains("/") && [".lua", ".json"].contains { path.hasSuffix($0) }
            }
        }
    }

    /// Reads the `.lua` files of each folder in a policies folder, and every `.csv` file under it.
    ///
    /// Hidden files and the folder `tests` are left out. Beside a regime, `.lua` files elsewhere and
    /// `.lua.txt` files are in it as well, so that the loader can say that it ignores them.
    ///
    /// - Throws: the first folder or file that cannot be read, or that a link leads out of it.
    public static func read(_ path: String) throws(PolicyFolderError) -> PolicySource {
        try read(path, by: .foundation)
    }

    /// The same, with another way to reach the folder.
    package static func read(
        _ path: String, by access: FolderAccess
    ) throws(PolicyFolderError) -> PolicySource {
        source(of: try PolicyFolder(path, .policy, access).files())
    }

    /// The policy of files that `read` would take.
    package static func source(of files: [SourceText]) -> PolicySource {
        let hasRegime = files.contains { file in
            PolicyPath.isRules(file.path) && file.path.hasSuffix("/" + PolicyLoader.regimeFile)
        }
        return PolicySource(
            files: hasRegime ? files : files.filter { !PolicyPath.looksLikeRules($0.path) })
    }

    /// Whether `read` takes a file by its path in the folder.
    package static func takes(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !parts.contains { $0.hasPrefix(".") } && Content.policy.enters(path)
            && Content.policy.takes(path)
    }

    /// The bytes that a file may hold, by its path.
    package static func largest(_ path: String) -> Int {
        path.hasSuffix(".lua") ? largestRules : largest
    }

    /// Reads the `.lua` and `.json` files of the folder `tests`, at any depth.
    ///
    /// - Returns: none when there is no such folder; paths are relative to the policies folder.
    /// - Throws: the first folder or file that cannot be read, or that a link leads out of it.
    package static func readTests(
        _ path: String, by access: FolderAccess = .foundation
    ) throws(PolicyFolderError) -> [SourceText] {
        try PolicyFolder(path, .tests, access).files()
    }

    /// The folder of the regression tests, which is no part of the policy.
    package static let testFolder = "tests"

    private init(
        _ path: String, _ content: Content, _ access: FolderAccess
    ) throws(PolicyFolderError) {
        guard let entry = FolderEntry(following: path, by: access) else { throw .missing(path) }
        guard entry.kind == .folder else { throw .notAFolder(path) }
        root = entry.place
        shown = path
        self.content = content
        self.access = access
    }

    /// All the files that were asked for.
    private func files() throws(PolicyFolderError) -> [SourceText] {
        var content = FolderContent(of: shown)
        try read("", at: root, above: [], into: &content)
        return content.files
    }

    /// The folder `policies` in a directory or in the nearest one above it; nil for none.
    public static func find(from directory: String) -> String? {
        find(from: URL(fileURLWithPath: directory).standardizedFileURL.path, by: .foundation)
    }

    /// The same for an absolute path without relative parts, with another way to reach it.
    package static func find(from directory: String, by access: FolderAccess) -> String? {
        var current = directory[...]
        while true {
            let candidate = (current == "/" ? "" : current) + "/policies"
            if FolderEntry(at: String(candidate), by: access)?.kind == .folder {
                return String(candidate)
            }
            guard current != "/", let slash = current.utf8.lastIndex(of: UInt8(ascii: "/")) else {
                return nil
            }
            current = slash == current.startIndex ? "/" : current[..<slash]
        }
    }

    /// Reads the files of a folder and of those in it; `place` is its path on the disk, links
    /// resolved, and `above` are those of the folders that it lies in.
    private func read(
        _ folder: String, at place: String, above: [String], into result: inout FolderContent
    ) throws(PolicyFolderError) {
        guard !above.contains(place) else { throw .turnsRound(shown + "/" + folder) }
        try result.enter()
        for name in try names(in: folder, at: place) {
            let path = folder.isEmpty ? name : folder + "/" + name
            guard let entry = try entry(of: path, at: place + "/" + name) else { continue }
            if entry.kind != .folder {
                try result.add(file(entry, at: path))
            } else if content.enters(path) {
                try read(path, at: entry.place, above: above + [place], into: &result)
            }
        }
    }

    /// What the folder holds, hidden files left out, in byte order.
    private func names(
        in folder: String, at place: String
    ) throws(PolicyFolderError) -> [String] {
        guard let names = access.names(place) else {
            throw .unreadable(folder.isEmpty ? shown : shown + "/" + folder)
        }
        return names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// A folder, or a file that is to be read; nil for any other.
    private func entry(
        of path: String, at place: String
    ) throws(PolicyFolderError) -> FolderEntry? {
        let entry = FolderEntry(at: place, by: access)
        guard entry?.kind == .folder || content.takes(path) else { return nil }
        let target = entry?.place ?? FolderAccess.resolved(place)
        guard target == root || target.hasPrefix(root + "/") else {
            throw .leadsOut(shown + "/" + path)
        }
        guard let entry else { throw absence(of: path, at: place) }
        return entry
    }

    /// Why a name that the folder lists leads to nothing.
    private func absence(of path: String, at place: String) -> PolicyFolderError {
        let shown = shown + "/" + path
        if path.unicodeScalars.contains("\u{FFFD}") { return .foreignName(shown) }
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: place)
        return link == nil ? .unreadable(shown) : .deadLink(shown)
    }

    private func file(
        _ entry: FolderEntry, at path: String
    ) throws(PolicyFolderError) -> SourceText {
        guard entry.kind == .file else { throw .notAFile(shown + "/" + path) }
        let isRules = path.hasSuffix(".lua")
        let limit = isRules ? PolicyFolder.largestRules : PolicyFolder.largest
        if let size = entry.size, size > limit {
            throw .tooLarge(shown + "/" + path, limit: limit, isRules: isRules)
        }
        guard let bytes = access.bytes(entry.place) else {
            throw .unreadable(shown + "/" + path)
        }
        return SourceText(path: path, bytes: bytes)
    }
}
