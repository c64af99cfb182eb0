// Descriptions of the facts that rules read.
// SPDX-License-Identifier: MIT

import Labelling

/// Writes `faits.lua`: a class for each record, and the names under which rules read them.
struct FactStubs {
    private let schema: DossierSchema

    /// Prepares the facts of a schema.
    init(_ schema: DossierSchema) { self.schema = schema }

    /// The file.
    var text: String {
        var writer = StubWriter()
        for (name, record) in PolicyNames.records(schema).reversed() {
            writer.add(record, named: name, FactStubs.words[name] ?? name)
        }
        for (name, _) in PolicyNames.records(schema) {
            writer.say(FactStubs.words[name] ?? name)
            writer.annotate("type sceau.\(name)")
            writer.declare("\(name) = {}")
        }
        writer.say("le premier jour du label, que lit « fin »")
        writer.annotate("type sceau.jour")
        writer.declare("debut = jour \"2020-07-08\"")
        return writer.text
    }

    private static let words = [
        "dossier": "le dossier entier",
        "collectivite": "l’organisme qui demande le label",
        "expertise": "l’expertise examinée : la règle vaut pour chacune",
        "demande": "la demande de mission examinée : la règle vaut pour chacune",
        "decision": "la décision à prendre",
    ]
}
