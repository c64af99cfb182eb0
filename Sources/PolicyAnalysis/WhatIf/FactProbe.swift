// A fact's new value, tried on a dossier that holds nothing else.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Finds what the reader of dossiers has against a value, whatever the dossier.
struct FactProbe {
    private let schema: DossierSchema

    /// Tries values under a schema.
    init(_ schema: DossierSchema) { self.schema = schema }

    private static let bare: JSONValue = [
        "schema": .string(DossierSchema.identifier), "numero": "1", "depose_le": "2000-01-01",
        "collectivite": ["nom": "X", "nature": "commune"],
    ]

    /// The first fault of a change; nil when there is none, or when only a dossier can tell.
    func finding(_ edit: FactEdit) -> Diagnostic? {
        // Nothing can be taken out of a list that is not there.
        let path = edit.path.throughFirstElements
        if edit.value == nil, path.steps.contains(.element(1)) { return nil }
        guard let json = try? FactProbe.bare.editing(FactEdit(path: path, value: edit.value))
        else { return nil }
        do throws(DiagnosticsError) {
            _ = try Dossier.read(
                SourceText(path: "", text: json.encoded()), schema: schema)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }
}

extension FactPath {
    /// The path that takes the first element of each list.
    fileprivate var throughFirstElements: FactPath {
        guard case .name(let name)? = steps.first, let root = FactPath(name) else { return self }
        return steps.dropFirst().reduce(root) { path, step in
            if case .element = step { path.appending(.element(1)) } else { path.appending(step) }
        }
    }
}
