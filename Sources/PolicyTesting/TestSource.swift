// The bytes of a policies folder's regression tests, read once.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import PolicyEngine

/// The test files and the dossiers that they start from, as values.
public struct TestSource: Sendable {
    /// The folder of the tests in a policies folder.
    public static let folder = PolicyFolder.testFolder

    /// The `.lua` files of `tests`, paths relative to the policies folder, in byte order.
    public let files: [SourceText]
    /// The dossiers, by path from `tests`.
    public let dossiers: [String: SourceText]
    /// What the policy said when its verdicts were last accepted; nil when there is no such file.
    public let accepted: SourceText?

    /// Sorts files whose paths are relative to the policies folder.
    public init(files: [SourceText]) {
        let folder = TestSource.folder + "/"
        self.files = files.filter { $0.path.hasSuffix(".lua") }.map(\.composed)
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let accepted = folder + AcceptedPolicy.file
        self.accepted = files.first { $0.path == accepted }
        dossiers = Dictionary(
            files.filter { $0.path.hasSuffix(".json") && $0.path != accepted }
                .map { (String($0.path.dropFirst(folder.count)), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Reads the folder `tests` of a policies folder; empty when there is none.
    ///
    /// - Throws: the first folder or file that cannot be read.
    public static func read(_ policies: String) throws(PolicyFolderError) -> TestSource {
        TestSource(files: try PolicyFolder.readTests(policies))
    }
}
