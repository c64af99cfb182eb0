// `sceau schema`: what dossiers and verdicts look like.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine

/// What `schema` can print.
enum SchemaDocument: String, ExpressibleByArgument, CaseIterable {
    case dossier, avis, erreur, vide, langage
}

/// The verb for those who write or read the files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Donne le schéma JSON d’un dossier ou d’un avis, ou un dossier vide à remplir."
            .typeset,
        discussion: """
            dossier : schéma JSON (2020-12) d’un dossier, avec les faits que la politique déclare.
            avis : schéma JSON (2020-12) d’un avis.
            erreur : schéma JSON (2020-12) d’un dossier sans avis, dans un résultat par lignes.
            vide : un dossier vide à remplir.
            langage : les faits et les fonctions que les règles peuvent nommer, en Markdown.
            """.typeset)

    @Argument(
        help: ArgumentHelp.french(
            "Ce qu’il faut donner : dossier, avis, erreur, vide ou langage.",
            valueName: "document"))
    var document: SchemaDocument

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let text =
            switch document {
            case .dossier: try written(schema().jsonSchema())
            case .avis: written(VerdictSchema.json)
            case .erreur: written(FaultSchema.json)
            case .vide: try written(schema().emptyDossier())
            case .langage: try LanguageReference(schema()).markdown
            }
        try output.publish(text)
    }

    private func written(_ value: JSONValue) -> String { value.encoded(style: .pretty) + "\n" }

    /// The policy's schema; that of every dossier when there is no policy at all.
    private func schema() throws -> DossierSchema {
        guard policies.folder() != nil else { return .standard }
        return try policies.load(output.colors).schema
    }
}
