// A policies folder as it stood at a git revision.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// Reads the policies of a folder at a revision of the repository that holds the folder.
///
/// The files come as they were committed: no filter, no attribute and no end of line changes them.
struct PolicyRevision {
    /// The revision as it was asked for.
    let name: String
    /// The identifier of its commit.
    let commit: String
    /// The files of the policy at that commit.
    let source: PolicySource

    /// A file that a commit holds.
    private struct Entry {
        let isPlain: Bool
        let object: String
        let size: Int
        let path: String
    }

    /// Reads the policies that a folder held at a revision.
    init(_ name: String, of folder: String) throws(CommandFailure) {
        // A word that starts with a sign would be an option of git.
        guard !name.hasPrefix("-"), !name.isEmpty else { throw .unknownRevision(name, folder) }
        guard let prefix = try PolicyRevision.line(["rev-parse", "--show-prefix"], in: folder)
        else { throw .noRepository(name, folder) }
        guard
            let commit = try PolicyRevision.line(
                ["rev-parse", "--verify", "--quiet", name + "^{commit}"], in: folder),
            !commit.isEmpty
        else { throw .unknownRevision(name, folder) }
        self.name = name
        self.commit = commit
        let tree = "\(commit):\(prefix)"
        guard
            let list = try PolicyRevision.git(
                ["ls-tree", "-r", "-z", "-l", "--full-tree", tree], in: folder)
        else { throw .noPoliciesAt(name, folder) }
        var files: [SourceText] = []
        for entry in PolicyRevision.entries(list) where PolicyFolder.takes(entry.path) {
            files.append(try PolicyRevision.file(entry, name, folder))
        }
        guard files.contains(where: { $0.path.hasSuffix("/regime.lua") }) else {
            throw .noPoliciesAt(name, folder)
        }
        source = PolicyFolder.source(of: files)
    }

    /// What is shown of it: the name and the start of the commit.
    var shown: String { "\(name) (\(commit.prefix(10)))" }

    private static func file(
        _ entry: Entry, _ name: String, _ folder: String
    ) throws(CommandFailure) -> SourceText {
        let shown = "\(name):\(entry.path)"
        guard entry.isPlain else { throw .linkAt(shown) }
        guard entry.size <= PolicyFolder.largest(entry.path) else { throw .largeFileAt(shown) }
        guard let bytes = try git(["cat-file", "blob", entry.object], in: folder) else {
            throw .unreadableAt(shown)
        }
        return SourceText(path: entry.path, bytes: bytes)
    }

    /// The entries of « mode type object size TAB path », each ended by a byte zero.
    private static func entries(_ list: [UInt8]) -> [Entry] {
        list.split(separator: 0).compactMap { line in
            guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
            let words = line[..<tab].split(separator: UInt8(ascii: " "))
                .map { String(decoding: $0, as: UTF8.self) }
            guard words.count == 4 else { return nil }
            let path = String(decoding: line[(tab + 1)...], as: UTF8.self)
            let isPlain = words[1] == "blob" && words[0].hasPrefix("100")
            return Entry(
                isPlain: isPlain, object: words[2], size: Int(words[3]) ?? 0, path: path)
        }
    }

    /// The first line that git gives; nil when it refuses.
    private static func line(
        _ words: [String], in folder: String
    ) throws(CommandFailure) -> String? {
        try git(words, in: folder).map { output in
            String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        }
    }

    /// What git gives; nil when it refuses.
    ///
    /// Variables that could lead it to another repository are not passed on.
    private static func git(
        _ words: [String], in folder: String
    ) throws(CommandFailure) -> [UInt8]? {
        do throws(FileError) {
            let ended = try ChildProcess.run(["git", "-C", folder] + words, without: "GIT_")
            return ended.status == 0 ? ended.output : nil
        } catch {
            throw error.isAbsent ? .noGit : error.failure
        }
    }
}

extension CommandFailure {
    /// A revision cannot be read without git.
    fileprivate static let noGit = CommandFailure(
        .fileAccess, "le programme git, qui lit une révision, n’est pas installé",
        help: "donner un répertoire de politiques")

    /// No folder, and no repository holds the folder of which it could be a revision.
    fileprivate static func noRepository(_ name: String, _ folder: String) -> CommandFailure {
        CommandFailure(
            .usage,
            "\(French.quoted(name)) n’est pas un répertoire, et \(French.quoted(folder)) n’est pas dans un dépôt git, ou git refuse de le lire",
            help: "donner un répertoire de politiques")
    }

    /// Neither a folder nor a revision.
    fileprivate static func unknownRevision(_ name: String, _ folder: String) -> CommandFailure {
        CommandFailure(
            .usage,
            "\(French.quoted(name)) n’est ni un répertoire, ni une révision du dépôt qui contient \(French.quoted(folder))",
            help:
                "donner un répertoire de politiques, une étiquette, une branche ou un commit, comme HEAD~1"
        )
    }

    /// The repository did not hold the folder then.
    fileprivate static func noPoliciesAt(_ name: String, _ folder: String) -> CommandFailure {
        CommandFailure(
            .badPolicy,
            "à la révision \(French.quoted(name)), le répertoire \(French.quoted(folder)) n’existe pas ou n’a aucun régime",
            help:
                "le dossier des politiques a pu changer de nom\u{A0}: donner son ancien contenu comme répertoire"
        )
    }

    fileprivate static func linkAt(_ path: String) -> CommandFailure {
        CommandFailure(
            .badPolicy, "\(path)\u{A0}: lien symbolique, qu’une révision ne suit pas",
            help: "donner un répertoire de politiques")
    }

    fileprivate static func largeFileAt(_ path: String) -> CommandFailure {
        CommandFailure(.badPolicy, "\(path)\u{A0}: le fichier est trop grand pour une politique")
    }

    fileprivate static func unreadableAt(_ path: String) -> CommandFailure {
        CommandFailure(.fileAccess, "\(path)\u{A0}: git ne donne pas le contenu de ce fichier")
    }
}
