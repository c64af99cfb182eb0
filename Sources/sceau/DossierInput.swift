// The dossiers that a command line names.
// SPDX-License-Identifier: MIT

import Diagnostics

/// A file that holds a dossier, or standard input.
enum DossierInput: Hashable {
    case file(String)
    case standardInput

    /// The path to show.
    var path: String {
        switch self {
        case .file(let path): path
        case .standardInput: "-"
        }
    }

    /// The bytes.
    func read() throws(FileError) -> SourceText {
        switch self {
        case .file(let path): SourceText(path: path, bytes: try FileAccess.bytes(ofFile: path))
        case .standardInput:
            SourceText(path: "entrée standard", bytes: try FileAccess.bytesOfStandardInput())
        }
    }
}

/// The dossiers of a command line, in the order in which to treat them.
struct DossierInputs {
    /// In the order given; a folder's `*.json` in byte order of name.
    let inputs: [DossierInput]
    /// Whether a result must be a list, even of one.
    let isBatch: Bool
    /// What could not be listed.
    let failures: [CommandFailure]

    /// Finds the dossiers that these paths name.
    init(_ paths: [String]) {
        var inputs: [DossierInput] = []
        var failures: [CommandFailure] = []
        var hasDirectory = false
        for path in paths {
            guard path != "-" else {
                inputs.append(.standardInput)
                continue
            }
            guard FileAccess.isDirectory(path) else {
                inputs.append(.file(path))
                continue
            }
            hasDirectory = true
            do {
                inputs += try DossierInputs.dossiers(inDirectory: path)
            } catch {
                failures.append(error.failure)
            }
        }
        self.inputs = inputs
        self.failures = failures
        isBatch = hasDirectory || paths.count > 1
    }

    private static func dossiers(inDirectory path: String) throws(FileError) -> [DossierInput] {
        let separator = path.hasSuffix("/") ? "" : "/"
        return try FileAccess.names(inDirectory: path)
            .filter { $0.hasSuffix(".json") }
            .map { path + separator + $0 }
            .filter { !FileAccess.isDirectory($0) }
            .map { .file($0) }
    }
}
