// Reads a policies folder from the disk: the only place of the engine that touches it.
// SPDX-License-Identifier: MIT

package import Diagnostics
import Foundation

/// Finds and reads policies folders.
///
///     let path = PolicyFolder.find(from: ".") ?? "policies"
///     let source = try PolicyFolder.read(path)
public struct PolicyFolder {
    /// The bytes that one file may hold: some two hundred thousand rows of a table.
    static let largest = 16 << 20
    /// The bytes that one file of Lua may hold: some fifty thousand lines.
    static let largestLua = 2 << 20

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
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .missing(path)
        }
        guard isFolder.boolValue else { throw .notAFolder(path) }
        root = PolicyFolder.resolved(path)
        shown = path
        self.content = content
    }

    /// The folder `policies` in a directory or in the nearest one above it; nil for none.
    public static func find(from directory: String) -> String? {
        var current = URL(fileURLWithPath: directory).standardizedFileURL
        while true {
            let candidate = current.appendingPathComponent("policies").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                isFolder.boolValue
            {
                return candidate
            }
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
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(
            atPath: root + "/" + path, isDirectory: &isFolder)
        guard isFolder.boolValue || content.takes(path) else { return .other }
        let target = PolicyFolder.resolved(root + "/" + path)
        guard target == root || target.hasPrefix(root + "/") else {
            throw .leadsOut(shown + "/" + path)
        }
        guard exists else { throw .unreadable(shown + "/" + path) }
        return isFolder.boolValue ? .folder : .file
    }

    private func file(at path: String) throws(PolicyFolderError) -> SourceText {
        let place = PolicyFolder.resolved(root + "/" + path)
        let attributes = try? FileManager.default.attributesOfItem(atPath: place)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .notAFile(shown + "/" + path)
        }
        let limit = path.hasSuffix(".lua") ? PolicyFolder.largestLua : PolicyFolder.largest
        if let size = attributes?[.size] as? Int, size > limit {
            throw .tooLarge(shown + "/" + path, limit: limit)
        }
        guard let data = FileManager.default.contents(atPath: place) else {
            throw .unreadable(shown + "/" + path)
        }
        return SourceText(path: path, bytes: [UInt8](data))
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}
