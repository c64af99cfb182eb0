// The Lua files that a command line names, or that a folder holds.
// SPDX-License-Identifier: MIT

/// A Lua file to lay out.
struct LuaFile: Hashable {
    /// The path to open.
    let path: String
    /// The path to show.
    let shown: String

    /// The files that these paths name, in their order; a folder stands for all that it holds.
    static func named(by paths: [String]) throws(FileError) -> [LuaFile] {
        var files: [LuaFile] = []
        for path in paths {
            if FileAccess.isDirectory(path) {
                files += try all(in: path, shownBelow: path.hasSuffix("/") ? path : path + "/")
            } else {
                files.append(LuaFile(path: path, shown: path))
            }
        }
        return files
    }

    /// Every `.lua` file of a folder and of those in it, in byte order of name.
    ///
    /// Hidden ones are left out, and links that lead out of the folder or round in it.
    static func all(in folder: String, shownBelow prefix: String) throws(FileError) -> [LuaFile] {
        guard let root = FileAccess.resolved(folder) else { throw FileError(folder) }
        return try files(in: folder, shownBelow: prefix, root: root, above: [])
    }

    private static func files(
        in folder: String, shownBelow prefix: String, root: String, above: [String]
    ) throws(FileError) -> [LuaFile] {
        guard let place = FileAccess.resolved(folder), !above.contains(place) else { return [] }
        var files: [LuaFile] = []
        for name in try FileAccess.names(inDirectory: folder) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard FileAccess.resolved(path)?.hasPrefix(root + "/") == true else { continue }
            if FileAccess.isDirectory(path) {
                files += try LuaFile.files(
                    in: path, shownBelow: prefix + name + "/", root: root, above: above + [place])
            } else if name.hasSuffix(".lua") && FileAccess.isFile(path) {
                files.append(LuaFile(path: path, shown: prefix + name))
            }
        }
        return files
    }
}
