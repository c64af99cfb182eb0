// Where the repository and the built tool stand.
// SPDX-License-Identifier: MIT

import Foundation

/// The repository's root and the folder of the built products.
enum Repository {
    /// The folder that holds `Package.swift`.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of the test bundle, where `sceau` is built too.
    static let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
}
