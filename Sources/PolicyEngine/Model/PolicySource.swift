// The bytes of a policies folder, read once.
// SPDX-License-Identifier: MIT

public import Diagnostics

/// The files of a policies folder, as values: nothing after it touches the disk.
public struct PolicySource: Sendable {
    /// Every `.lua` and `.csv` file, with paths relative to the folder, in byte order of path; texts
    /// are in Unicode normal form C.
    public let files: [SourceText]

    /// Makes a source from files whose paths are relative to the policies folder.
    public init(files: [SourceText]) {
        self.files = files.map(\.composed).sorted {
            $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
        }
    }

    /// The file at a relative path, if any.
    public func file(at path: String) -> SourceText? { files.first { $0.path == path } }
}
