// The policies of the repository, as the tests of this target load them.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import PolicyEngine

/// The files of `policies`, its tests left out.
enum ShippedPolicy {
    /// Reads them.
    static func source() throws -> PolicySource {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "policies").standardizedFileURL
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".lua") || $0.hasSuffix(".csv") }
            .filter { !$0.hasPrefix("tests/") }.sorted()
        return PolicySource(
            files: try paths.map { path in
                SourceText(
                    path: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
            })
    }
}
