// Reads a policies folder from the disk: the only place of the engine that touches it.
// SPDX-License-Identifier: MIT

package import Diagnostics
import Foundation

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
        let folder = try PolicyFolder(path, .policy)
        let files = try folder.files(in: "", above: [])
        let hasRegime = files.contains { file in
            PolicyPath.isRules(file.path) && file.path.hasSuffix("/" + PolicyLoader.regimeFile)
        }
        return PolicySource(
            files: hasRegime ? files : files.filter { !PolicyPath.looksLikeRules($0.path) })
    }

    /// Reads the `.lua` and `.json` files of the folder `tests`, at any depth.
    ///
    /// - Returns: none when there is no such folder; paths are relative to the policies folder.
    /// - Throws: the first folder or file that cannot be read, or that a link leads out of it.
    package static func readTests(_ path: String) throws(PolicyFolderError) -> [SourceText] {
        try PolicyFolder(path, .tests).files(in: "", above: [])
    }

    /// The folder of the regression tests, which is no part of the policy.
    package static let testFolder = "tests"

    private init(_ path: String, _ content: Content) throws(PolicyFolderError) {
        guard let type = PolicyFolder.type(of: path) else { throw .missing(path) }
        guard type == .typeDirectory else { throw .notAFolder(path) }
        root = PolicyFolder.resolved(path)
        shown = path
        self.content = content
    }

    /// The folder `policies` in a directory or in the nearest one above it; nil for none.
    public static func find(from directory: String) -> String? {
        var current = URL(fileURLWithPath: directory).standardizedFileURL
        while true {
            let candidate = current.appendingPathComponent("policies").path
            if type(of: candidate) == .typeDirectory { return candidate }
            let parent = current.deletingLastPathComponent().standardizedFileURL
            guard parent.path != current.path else { return nil }
            current = parent
        }
    }

    /// The files of a folder and of those in it; `above` are the folders that it lies in.
    private func files(
        in folder: String, above: [String]
    ) throws(PolicyFolderError) -> [SourceText] {
        let place = PolicyFolder.resolved(root + "/" + folder)
        guard !above.contains(place) else { throw .turnsRound(shown + "/" + folder) }
        var result: [SourceText] = []
        for name in try names(in: folder) {
            let path = folder.isEmpty ? name : folder + "/" + name
            switch try kind(of: path) {
            case .folder where content.enters(path):
                result += try files(in: path, above: above + [place])
            case .file: result.append(try file(at: path))
            case .folder, .other: continue
            }
        }
        return result
    }

    /// What the folder holds, hidden files left out, in byte order.
    private func names(in folder: String) throws(PolicyFolderError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder)
                .filter { !$0.hasPrefix(".") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw .unreadable(folder.isEmpty ? shown : shown + "/" + folder)
        }
    }

    private enum Kind {
        case folder
        case file
        case other
    }

    private func kind(of path: String) throws(PolicyFolderError) -> Kind {
        let type = PolicyFolder.type(of: root + "/" + path)
        guard type == .typeDirectory || content.takes(path) else { return .other }
        let target = PolicyFolder.resolved(root + "/" + path)
        guard target == root || target.hasPrefix(root + "/") else {
            throw .leadsOut(shown + "/" + path)
        }
        guard type != nil else { throw absence(of: path) }
        return type == .typeDirectory ? .folder : .file
    }

    /// Why a name that the folder lists leads to nothing.
    private func absence(of path: String) -> PolicyFolderError {
        let place = shown + "/" + path
        if path.unicodeScalars.contains("\u{FFFD}") { return .foreignName(place) }
        let link = try? FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path)
        return link == nil ? .unreadable(place) : .deadLink(place)
    }

    private func file(at path: String) throws(PolicyFolderError) -> SourceText {
        let place = PolicyFolder.resolved(root + "/" + path)
        let attributes = try? FileManager.default.attributesOfItem(atPath: place)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .notAFile(shown + "/" + path)
        }
        let isRules = path.hasSuffix(".lua")
        let limit = isRules ? PolicyFolder.largestRules : PolicyFolder.largest
        if let size = attributes?[.size] as? Int, size > limit {
            throw .tooLarge(shown + "/" + path, limit: limit, isRules: isRules)
        }
        guard let data = FileManager.default.contents(atPath: place) else {
            throw .unreadable(shown + "/" + path)
        }
        return SourceText(path: path, bytes: [UInt8](data))
    }

    /// The type of what a path leads to through links; nil when it leads to nothing.
    private static func type(of path: String) -> FileAttributeType? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
        let type = attributes?[.type] as? FileAttributeType
        return type == .typeSymbolicLink ? nil : type
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
