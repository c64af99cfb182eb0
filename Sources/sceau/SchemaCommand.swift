// `sceau schema`: what dossiers and verdicts look like.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyDocumentation
import PolicyEngine

/// What `schema` can print.
enum SchemaDocument: String, ExpressibleByArgument, CaseIterable {
    case dossier, avis, erreur, comparaison, explication, impact, classement, difference
    case verification, tests, couverture, mutants, vide, langage

    /// « dossier, avis … ou langage ».
    static var names: String {
        let names = allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " ou \(names.last ?? "")"
    }
}

/// The verb for those who write or read the files.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Donne le schéma JSON d’un dossier ou d’un avis, un dossier vide à remplir, ou l’aide d’un éditeur."
            .typeset,
        discussion: """
            dossier : schéma JSON (2020-12) d’un dossier, avec les faits que la politique déclare.
            avis : schéma JSON (2020-12) d’un avis.
            erreur : schéma JSON (2020-12) d’un dossier sans avis, dans un résultat par lignes.
            comparaison : schéma JSON (2020-12) du résultat de sceau evaluate --avec.
            explication : schéma JSON (2020-12) du résultat de sceau explain.
            impact : schéma JSON (2020-12) du résultat de sceau impact.
            classement : schéma JSON (2020-12) du résultat de sceau rank.
            difference : schéma JSON (2020-12) du résultat de sceau diff.
            verification : schéma JSON (2020-12) du résultat de sceau check.
            tests : schéma JSON (2020-12) du résultat de sceau test.
            couverture : schéma JSON (2020-12) de ce qu’écrit sceau test --coverage-json.
            mutants : schéma JSON (2020-12) de ce qu’écrit sceau test --mutants-json.
            vide : un dossier vide à remplir.
            langage : les faits et les fonctions que les règles peuvent nommer, en Markdown.
            Avec --editor, écrit dans le répertoire des politiques (ou celui donné par -o) ce qui \
            permet à un éditeur Lua et à luacheck de connaître les noms : .luarc.json, \
            .luacheckrc et .sceau/.
            """.typeset)

    @Argument(
        help: ArgumentHelp.french(
            "Ce qu’il faut donner : " + SchemaDocument.names + ".",
            valueName: "document"))
    var document: SchemaDocument?

    @Flag(
        name: [.customLong("editor"), .customLong("editeur")],
        help: .french("Écrit les fichiers d’aide pour un éditeur Lua, et dit lesquels."))
    var editor = false

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard editor == (document == nil) else {
            throw ValidationError(
                "donner un document (\(SchemaDocument.names)) ou bien --editor")
        }
    }

    func run() throws {
        guard let document else { return try writeEditorFiles() }
        try output.chosen.check(policies.chosen)
        let text =
            switch document {
            case .dossier: try written(schema().jsonSchema())
            case .avis: written(VerdictSchema.json)
            case .erreur: written(FaultSchema.json)
            case .comparaison: written(ReportSchemas.comparison.json)
            case .impact: written(ReportSchemas.impact.json)
            case .classement: written(ReportSchemas.ranking.json)
            case .explication: written(ReportSchemas.explanation.json)
            case .difference: written(ReportSchemas.difference.json)
            case .verification: written(ReportSchemas.check.json)
            case .tests: written(ReportSchemas.tests.json)
            case .couverture: written(ReportSchemas.coverage.json)
            case .mutants: written(ReportSchemas.mutants.json)
            case .vide: try written(schema().emptyDossier())
            case .langage: try LanguageReference(schema()).markdown
            }
        try output.chosen.publish(text)
    }

    /// Writes the editor's files and lists them.
    private func writeEditorFiles() throws {
        let policy = try policies.chosen.loadWhole(output.chosen.colors)
        guard let folder = output.chosen.file ?? policies.chosen.folder() else {
            throw CommandFailure.noPolicies
        }
        let files = EditorFiles(policy).files.map { file in
            (path: folder + (folder.hasSuffix("/") ? "" : "/") + file.path, text: file.text)
        }
        do throws(FileError) {
            for (path, text) in files {
                if path.hasSuffix(".lua") { try FileAccess.makeFolder(around: path) }
                try FileAccess.replaceOwn(path, with: text)
            }
        } catch {
            throw error.failure
        }
        try Console.publish(
            files.map { $0.path.withVisibleControls + "\n" }.joined(), to: nil)
    }

    private func written(_ value: JSONValue) -> String { value.encoded(style: .pretty) + "\n" }

    /// The policy's schema; that of every dossier when there is no policy at all.
    private func schema() throws -> DossierSchema {
        guard policies.chosen.folder() != nil else { return .standard }
        return try policies.chosen.load(output.chosen.colors).schema
    }
}
