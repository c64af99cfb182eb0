// The dossiers of a corpus without a verdict, in the forms that reports on a corpus share.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis

extension UnjudgedDossier {
    /// What a list of them is called.
    static let title = "Dossiers non évalués"

    /// Adds it to a text.
    func add(to page: inout TextPage) {
        page.item("•", Stretch(code: place.shown), indent: 2)
        page.item("", Stretch(reason), indent: 4)
    }

    /// It as an entry of a list in Markdown.
    var entry: MarkdownPage.Entry { .init(text: MarkdownText("\(place.shown) : \(reason).")) }

    /// It as a JSON object.
    var json: JSONValue {
        [
            "fichier": .string(place.fichier), "ligne": .optional(place.ligne),
            "motif": .string(reason),
        ]
    }

    /// The members of that object.
    static let schemaMembers: [JSONValue.Member] =
        ReportSchemas.place.prefix(2) + [.init("motif", SchemaWords.text("Pourquoi."))]
}
