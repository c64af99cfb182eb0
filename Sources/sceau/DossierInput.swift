// The dossiers that a command line names.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyTesting

/// A file, or standard input, that holds a dossier or one a line.
struct DossierInput: Hashable {
    /// Where the bytes come from.
    enum Origin: Hashable {
        case file(String)
        case standardInput
    }

    /// How it holds dossiers.
    enum Layout: Hashable {
        /// It is one dossier.
        case whole
        /// Each line is one.
        case lines
        /// Each line is one where the first is, and others follow it.
        case either
    }

    let origin: Origin
    let layout: Layout

    /// Names an input; a whole dossier unless told otherwise.
    init(_ origin: Origin, _ layout: Layout = .whole) {
        self.origin = origin
        self.layout = layout
    }

    /// The path to show.
    var path: String {
        switch origin {
        case .file(let path): path
        case .standardInput: "-"
        }
    }

    /// The name to show in a diagnostic.
    var name: String {
        switch origin {
        case .file(let path): path
        case .standardInput: "entrée standard"
        }
    }

    /// All its bytes, as many as a dossier may have.
    func bytes() throws(FileError) -> [UInt8] {
        switch origin {
        case .file(let path): try FileAccess.bytes(ofFile: path)
        case .standardInput: try FileAccess.bytesOfStandardInput()
        }
    }

    /// Reads it piece by piece.
    func reader(pieces: Int) throws(FileError) -> PieceReader {
        switch origin {
        case .file(let path): try PieceReader(file: path, pieces: pieces)
        case .standardInput: PieceReader(standardInputIn: pieces)
        }
    }

    /// The dossiers in it, in their order.
    func read() throws(FileError) -> [DossierText] {
        guard layout != .whole else {
            return [DossierText(path: path, source: SourceText(path: name, bytes: try bytes()))]
        }
        var reader = ChunkReader([self])
        var texts: [DossierText] = []
        while let chunk = try reader.next() { texts += chunk.indices.map { chunk.text($0) } }
        return texts
    }
}

/// The dossiers of a command line, in the order in which to treat them.
struct DossierInputs {
    /// In the order given; a folder's `*.json` in byte order of name.
    let inputs: [DossierInput]
    /// Whether a result must be a list, even of one.
    let isBatch: Bool
    /// The folders, pipes and devices that bear a dossier's name in a folder.
    let leftOut: [String]
    /// What could not be listed.
    let failures: [CommandFailure]

    /// Which files hold one dossier a line.
    enum LineReading: Hashable {
        /// Those named `.ndjson`.
        case named
        /// Those named `.ndjson`, and standard input where it looks like one.
        case sensed
        /// All but those named `.json`.
        case all
    }

    /// Finds the dossiers that these paths name.
    init(_ paths: [String], byLines reading: LineReading = .named) {
        var inputs: [DossierInput] = []
        var leftOut: [String] = []
        var failures: [CommandFailure] = []
        var hasDirectory = false
        for path in paths {
            guard path != "-" else {
                inputs.append(DossierInput(.standardInput, reading.ofStandardInput))
                continue
            }
            guard FileAccess.isDirectory(path) else {
                inputs.append(
                    DossierInput(.file(path), reading.includes(path) ? .lines : .whole))
                continue
            }
            hasDirectory = true
            do {
                let named = try DossierInputs.named(inDirectory: path)
                inputs += named.filter(DossierInputs.isRead).map { DossierInput(.file($0)) }
                leftOut += named.filter { !DossierInputs.isRead($0) }
            } catch {
                failures.append(error.failure)
            }
        }
        self.inputs = inputs
        self.leftOut = leftOut
        self.failures = failures
        isBatch = hasDirectory || paths.count > 1 || inputs.contains { $0.layout == .lines }
    }

    /// Tells what could not be listed, what is no file, and that there is nothing.
    func tell() {
        for failure in failures { Console.remark(failure.text) }
        for path in leftOut {
            let shown = path.withVisibleControls
            Console.remark("avertissement\u{A0}: \(shown) n’est pas un fichier, il n’est pas lu\n")
        }
        if inputs.isEmpty && failures.isEmpty {
            Console.remark("avertissement\u{A0}: aucun dossier (*.json) dans ce répertoire\n")
        }
    }

    /// The dossiers of a folder, in byte order; the verdicts that are expected of them are none.
    static func dossierPaths(inDirectory path: String) throws(FileError) -> [String] {
        try named(inDirectory: path).filter(isRead)
    }

    /// What bears a dossier's name in a folder, in byte order.
    private static func named(inDirectory path: String) throws(FileError) -> [String] {
        let separator = path.hasSuffix("/") ? "" : "/"
        return try FileAccess.names(inDirectory: path)
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(Example.expectedEnding) }
            .map { path + separator + $0 }
    }

    /// Whether it is a file, or a link to nothing, which is told when it is read.
    private static func isRead(_ path: String) -> Bool {
        FileAccess.isFile(path) || !FileAccess.exists(path)
    }
}

extension DossierInputs.LineReading {
    fileprivate func includes(_ path: String) -> Bool {
        switch self {
        case .named, .sensed: path.hasSuffix(".ndjson")
        case .all: !path.hasSuffix(".json")
        }
    }

    fileprivate var ofStandardInput: DossierInput.Layout {
        switch self {
        case .named: .whole
        case .sensed: .either
        case .all: .lines
        }
    }
}
