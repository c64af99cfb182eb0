// The sample dossiers beside a policies folder, with their expected verdicts.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyTesting

/// Finds and writes examples.
enum ExampleFiles {
    /// The folder `examples` beside a policies folder; nil when there is none.
    static func folder(beside policies: String) -> String? {
        var parts = policies.split(separator: "/", omittingEmptySubsequences: false)
        while parts.count > 1, parts.last == "" { parts.removeLast() }
        // What lies above « . » and « .. » has no other name.
        let above = [".", ".."].contains(parts.last) ? parts + [".."] : parts.dropLast()
        let path = (above + ["examples"]).joined(separator: "/")
        return FileAccess.isDirectory(path) ? path : nil
    }

    /// The expected verdicts of a folder beside which no dossier stands.
    static func orphans(in folder: String) throws(FileError) -> [String] {
        let names = Set(try FileAccess.names(inDirectory: folder))
        return names.sorted().filter { name in
            name.hasSuffix(Example.expectedEnding)
                && !names.contains(name.dropLast(Example.expectedEnding.count) + ".json")
        }.map { path(of: $0, in: folder) }
    }

    /// The folders in a folder that hold dossiers: examples stand in the folder itself.
    static func foldersOfDossiers(in folder: String) throws(FileError) -> [String] {
        var found: [String] = []
        for name in try FileAccess.names(inDirectory: folder) {
            let inner = folder + "/" + name
            guard FileAccess.isDirectory(inner) else { continue }
            if try !DossierInputs.dossierPaths(inDirectory: inner).isEmpty {
                found.append(path(of: name, in: folder))
            }
        }
        return found
    }

    /// What bears a dossier's or a verdict's name in a folder and is neither file nor folder.
    static func pipes(in folder: String) throws(FileError) -> [String] {
        try FileAccess.names(inDirectory: folder).filter { name in
            let inner = folder + "/" + name
            return name.hasSuffix(".json") && FileAccess.exists(inner)
                && !FileAccess.isFile(inner) && !FileAccess.isDirectory(inner)
        }.map { path(of: $0, in: folder) }
    }

    /// The path of a file of a folder as it is shown.
    static func path(of file: String, in folder: String) -> String {
        ReportPaths(policies: folder, workingDirectory: Surroundings.workingDirectory())
            .path(of: file)
    }

    /// The examples of a folder, in byte order of name.
    static func read(_ folder: String) throws(FileError) -> [Example] {
        var examples: [Example] = []
        for file in try DossierInputs.dossierPaths(inDirectory: folder) {
            let path = self.path(of: String(file.split(separator: "/").last ?? ""), in: folder)
            let dossier = SourceText(
                path: path,
                bytes: try FileAccess.bytes(
                    ofFile: path))
            let bare = Example(path: path, dossier: dossier, expected: nil)
            examples.append(
                Example(path: path, dossier: dossier, expected: try expected(bare.expectedPath)))
        }
        return examples
    }

    /// The paths of the examples, and of the verdicts that are expected of them, in a folder or
    /// beside the policies; none where it cannot be read, which the command then tells.
    static func paths(_ named: String?, _ policies: PolicyChoice) -> [String] {
        guard let folder = named ?? policies.folder().flatMap(folder(beside:)) else { return [] }
        do {
            return try FileAccess.names(inDirectory: folder).filter { $0.hasSuffix(".json") }
                .map { folder + "/" + $0 }
        } catch {
            return []
        }
    }

    private static func expected(_ path: String) throws(FileError) -> SourceText? {
        // To open a pipe is to wait for whoever writes into it.
        guard FileAccess.isFile(path) || !FileAccess.exists(path) else { return nil }
        do throws(FileError) {
            return SourceText(
                path: path,
                bytes: try FileAccess.bytes(
                    ofFile: path))
        } catch {
            guard error.isAbsent else { throw error }
            return nil
        }
    }
}
