// Verdicts beside those that other values would give, for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine

extension ComparisonReport {
    /// The comparisons as `sceau/comparaison/1`, a list for a batch.
    var json: String {
        let documents = dossiers.map(ComparisonReport.document)
        let value: JSONValue = isBatch ? .array(documents) : documents.first ?? .null
        return value.encoded(style: .pretty) + "\n"
    }

    private static func document(_ dossier: ComparedDossier) -> JSONValue {
        [
            "schema": .string(ReportSchemas.comparison.identifier),
            "fichier": .string(dossier.place.path), "ligne": .optional(dossier.place.line),
            "remplacements": .array(
                dossier.replaced.map { replacement, before in
                    [
                        "nom": .string(replacement.name), "genre": .string(replacement.genre),
                        "avant": before, "apres": replacement.after,
                    ]
                }),
            "changements": .object(dossier.change.jsonMembers),
            "base": dossier.base.jsonValue, "avec": dossier.other.jsonValue,
        ]
    }
}

extension Replacement {
    fileprivate var genre: String {
        switch target {
        case .parameter: "parametre"
        case .fact: "fait"
        }
    }
}

extension Verdict {
    /// The verdict as a value among others.
    fileprivate var jsonValue: JSONValue {
        let document = JSONReader.read(SourceText(path: "", text: encoded()))
        return document.root.flatMap { JSONValue($0) } ?? .null
    }
}
