// Where the facts of a schema stand, as paths.
// SPDX-License-Identifier: MIT

import Labelling

/// The paths of all facts, each list by its first element.
struct FactPlaces {
    /// In the order of the schema.
    private(set) var paths: [String] = []
    /// The names of facts that are lists.
    private(set) var lists: Set<String> = []

    /// Walks a schema.
    init(_ schema: DossierSchema) { add(schema.root, under: "") }

    private mutating func add(_ record: RecordSchema, under prefix: String) {
        for field in record.fields {
            var path = prefix + field.name
            paths.append(path)
            var type = field.type
            while case .list(let element) = type {
                lists.insert(field.name)
                path += "[1]"
                type = element
            }
            if case .record(let inner) = type { add(inner, under: path + ".") }
        }
    }
}
