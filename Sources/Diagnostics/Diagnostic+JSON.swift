// A diagnostic as JSON, for editors and other programs.
// SPDX-License-Identifier: MIT

extension Diagnostic {
    /// The diagnostic as an object that always has every key, in a fixed order.
    public var jsonValue: JSONValue {
        [
            "severite": .string(severity.rawValue),
            "code": .string(code),
            "message": .string(message),
            "fichier": .string(location.file),
            "ligne": .integer(Int64(location.start.line)),
            "colonne": .integer(Int64(location.start.column)),
            "ligne_fin": .integer(Int64(location.end.line)),
            "colonne_fin": .integer(Int64(location.end.column)),
            "indication": .optional(label),
            "aide": .optional(help),
            "notes": .array(notes.map { .string($0) }),
            "correction": .optional(fix?.replacement),
        ]
    }
}
