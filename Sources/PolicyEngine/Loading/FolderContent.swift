// What was read of a policies folder so far, and how much it may hold as a whole.
// SPDX-License-Identifier: MIT

import Diagnostics

/// The files of a folder, counted as each is read.
///
/// Each file has a limit of its own; without these, a folder of many could still take the memory
/// and the day.
struct FolderContent {
    /// The bytes of all rules and tables.
    static let mostBytes = 32 << 20
    /// The files, and the folders that they lie in.
    static let mostEntries = 2000
    /// The folders with a `regime.lua`.
    static let mostRegimes = 200

    /// The files read so far, in the order in which they were.
    private(set) var files: [SourceText] = []
    private let folder: String
    private var bytes = 0
    private var entries = 0
    private var regimes = 0

    /// Nothing yet of the folder at a path, which errors name.
    init(of folder: String) { self.folder = folder }

    /// Counts a folder.
    mutating func enter() throws(PolicyFolderError) {
        entries += 1
        guard entries <= FolderContent.mostEntries else {
            throw .tooManyFiles(folder, limit: FolderContent.mostEntries)
        }
    }

    /// Keeps a file.
    mutating func add(_ file: SourceText) throws(PolicyFolderError) {
        try enter()
        bytes += file.bytes.count
        guard bytes <= FolderContent.mostBytes else {
            throw .tooLargeTogether(folder, limit: FolderContent.mostBytes)
        }
        if PolicyPath.isRules(file.path), file.path.hasSuffix("/" + PolicyLoader.regimeFile) {
            regimes += 1
        }
        guard regimes <= FolderContent.mostRegimes else {
            throw .tooManyRegimes(folder, limit: FolderContent.mostRegimes)
        }
        files.append(file)
    }
}
