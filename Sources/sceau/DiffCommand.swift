// `sceau diff`: what two versions of the policies decide otherwise.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyAnalysis
import PolicyEngine

/// The verb that compares two versions of the policies by what they decide.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Compare deux versions des politiques par ce qu’elles décident, non par leur texte."
            .typeset,
        discussion: """
            Chaque différence est montrée par un dossier témoin, évalué sous les deux versions. Les répertoires facultatifs sont appliqués.

            Statut de sortie : 0 comparaison faite ; avec --exit-code, 1 si les versions diffèrent ; 78 une version est inutilisable.
            """.typeset,
        aliases: ["comparer"])

    @Argument(
        help: ArgumentHelp.french("Répertoire des politiques d’avant.", valueName: "avant"),
        completion: .directory)
    var before: String

    @Argument(
        help: ArgumentHelp.french("Répertoire des politiques d’après.", valueName: "après"),
        completion: .directory)
    var after: String

    @Option(help: ArgumentHelp.french("Forme du résultat : texte ou json.", valueName: "forme"))
    var format = Format.texte

    @Flag(help: .french("Sort avec le statut 1 si les deux versions ne décident pas de même."))
    var exitCode = false

    @OptionGroup var output: OutputOptions

    /// How the difference is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case texte, json
    }

    func run() throws {
        let folders = try [before, after].map { try PolicyOptions.parse(["--policies", $0]) }
        for folder in folders { try output.check(folder) }
        let (policies, applied) = try loaded(folders)
        let difference = try compare(policies[0], policies[1])
        let names = FactNames(policies[1].schema)
        switch format {
        case .texte:
            let page = DifferenceText(
                difference, names: names, optionalFolders: applied)
            try output.publish(page.text(output.palette))
        case .json:
            try output.publish(
                DifferenceJSON(difference).jsonValue.encoded(style: .pretty) + "\n")
        }
        throw exitCode && !difference.isEmpty ? ExitStatus.faultFound : .done
    }

    /// Both versions with their optional folders applied, and the names of these.
    ///
    /// Where they are not the same, none is: turning one on is a difference.
    private func loaded(_ folders: [PolicyOptions]) throws -> ([Policy], applied: [String]) {
        let policies = try folders.map { try $0.load(output.colors) }
        let optional = policies[0].optionalFolders
        guard optional == policies[1].optionalFolders else { return (policies, []) }
        return (try folders.map { try $0.loadWhole(output.colors) }, optional)
    }

    private func compare(_ before: Policy, _ after: Policy) throws -> PolicyDifference {
        do {
            return try PolicyDifference.between(before, after)
        } catch let error as DiagnosticsError {
            output.colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }
}
