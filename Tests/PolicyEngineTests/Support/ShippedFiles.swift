// The repository's own policies and examples, read from disk.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Labelling
import PolicyEngine

/// Files of the repository, found from this file's place.
enum ShippedFiles {
    /// The repository's root.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The policies folder as shipped.
    static func policySource() throws -> PolicySource {
        try PolicyFolder.read(root.appending(path: "policies").path())
    }

    /// The policy as shipped.
    static func policy() throws -> Policy { try Policy.load(policySource()) }

    /// Every example that reads without a fault, in order of name.
    static func examples(schema: DossierSchema) throws -> [(name: String, dossier: Dossier)] {
        let folder = root.appending(path: "examples")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix(".avis.json") }
            .filter { $0 != "mauvais-siren.json" }.sorted()
        return try names.map { name in
            let bytes = try Data(contentsOf: folder.appending(path: name))
            let source = SourceText(path: name, bytes: Array(bytes))
            return (name, try Dossier.read(source, schema: schema))
        }
    }
}
