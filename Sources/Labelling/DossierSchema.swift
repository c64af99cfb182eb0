// The one description of a dossier, from which everything that reads or writes one follows.
// SPDX-License-Identifier: MIT

/// What a dossier of `sceau/dossier/1` may hold.
public struct DossierSchema: Hashable, Sendable {
    /// The value of the key `schema`.
    public static let identifier = "sceau/dossier/1"

    /// The facts at the top of a dossier; the key `schema` is not one.
    public let root: RecordSchema

    /// Makes a schema of its top facts.
    package init(root: RecordSchema) { self.root = root }

    /// The same schema with the facts that a policy declares under `complements`.
    ///
    /// A complement declared twice counts as declared last.
    public func adding(complements: [FactField]) -> DossierSchema {
        DossierSchema(
            root: RecordSchema(
                root.fields.map { field in
                    guard field.name == "complements", case .record(let known) = field.type
                    else { return field }
                    let all = RecordSchema(known.fields + complements)
                    return FactField(field.name, field.title, .record(all))
                }))
    }
}
