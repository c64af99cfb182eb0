// The sample dossiers beside a policies folder, with their expected verdicts.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyTesting

/// Finds and writes examples.
enum ExampleFiles {
    /// The folder `examples` beside a policies folder; nil when there is none.
    static func folder(beside policies: String) -> String? {
        let parts = policies.split(separator: "/", omittingEmptySubsequences: false)
        let path = (parts.dropLast() + ["examples"]).joined(separator: "/")
        return FileAccess.isDirectory(path) ? path : nil
    }

    /// The examples of a folder, in byte order of name.
    static func read(_ folder: String) throws(FileError) -> [Example] {
        let places = ReportPaths(
            policies: folder, workingDirectory: Surroundings.workingDirectory())
        var examples: [Example] = []
        for file in try DossierInputs.dossierPaths(inDirectory: folder) {
            let path = places.path(of: String(file.split(separator: "/").last ?? ""))
            let dossier = SourceText(path: path, bytes: try FileAccess.bytes(
                ofFile: path, atMost: FileAccess.largest))
            let bare = Example(path: path, dossier: dossier, expected: nil)
            examples.append(
                Example(path: path, dossier: dossier, expected: try expected(bare.expectedPath)))
        }
        return examples
    }

    private static func expected(_ path: String) throws(FileError) -> SourceText? {
        do throws(FileError) {
            return SourceText(path: path, bytes: try FileAccess.bytes(
                ofFile: path, atMost: FileAccess.largest))
        } catch {
            guard error.isAbsent else { throw error }
            return nil
        }
    }
}
