// One test of a run, whatever its kind, with what explains its failure.
// SPDX-License-Identifier: MIT

/// A case, a property or an example, passed or failed.
struct TestEntry {
    /// What it is.
    enum Group: String, CaseIterable {
        case cas, propriete, exemple

        /// The group for a French reader.
        var noun: (singular: String, plural: String) {
            switch self {
            case .cas: ("cas", "cas")
            case .propriete: ("propriété", "propriétés")
            case .exemple: ("exemple", "exemples")
            }
        }
    }

    /// What it is.
    let group: Group
    /// Its name, or its dossier's path.
    let name: String
    /// The file in which it is written.
    let file: String
    /// Its line, from 1.
    let line: Int
    /// Why it failed, one paragraph each, the first in one sentence; empty when it passed.
    var failure: [String]
    /// How far it has been proved; nil where that was not asked for.
    var status: PropertyStatus?

    /// Whether it passed.
    var passed: Bool { failure.isEmpty }
}
