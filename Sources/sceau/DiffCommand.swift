// `sceau diff`: what two versions of the policies decide otherwise.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
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
            Chaque différence est montrée par un dossier témoin, évalué sous les deux versions. Les répertoires facultatifs sont appliqués. Une révision est lue dans le dépôt git qui contient l’autre version, ou le répertoire que les autres commandes prennent.

            Statut de sortie : 0 comparaison faite ; avec --exit-code, 1 si les versions diffèrent ; 78 une version est inutilisable.
            """.typeset,
        aliases: ["comparer"])

    @Argument(
        help: ArgumentHelp.french(
            "Politiques d’avant : un répertoire, ou une révision git (HEAD~1, une étiquette, une branche).",
            valueName: "avant"),
        completion: .directory)
    var before: String

    @Argument(
        help: ArgumentHelp.french("Politiques d’après : de même.", valueName: "après"),
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
        let versions = [
            try source(of: before, beside: after), try source(of: after, beside: before),
        ]
        let (policies, applied) = try loaded(versions)
        let difference = try compare(policies[0], policies[1])
        let names = FactNames(policies[1].schema, tables: policies[1].keyedTables)
        switch format {
        case .texte:
            let page = DifferenceText(
                difference, names: names, optionalFolders: applied)
            try output.chosen.publish(page.text(output.chosen.palette))
        case .json:
            try output.chosen.publish(
                DifferenceJSON(difference).jsonValue.encoded(style: .pretty) + "\n")
        }
        throw exitCode && !difference.isEmpty ? ExitStatus.faultFound : .done
    }

    /// The files of one version, with what it is called.
    private typealias Version = (name: String, source: PolicySource)

    /// A folder's files, or those that the other version's folder held at a revision.
    private func source(of name: String, beside other: String) throws -> Version {
        if FileAccess.isDirectory(name) {
            let choice = PolicyChoice(named: name)
            try output.chosen.check(choice)
            return (name, try choice.source())
        }
        let folder =
            FileAccess.isDirectory(other) ? other : PolicyChoice().folder()
        guard let folder else { throw CommandFailure.noPolicies }
        let revision = try PolicyRevision(name, of: folder)
        return (revision.shown, revision.source)
    }

    /// Both versions with their optional folders applied, and the names of these.
    ///
    /// Where they are not the same, none is: turning one on is a difference.
    private func loaded(_ versions: [Version]) throws -> ([Policy], applied: [String]) {
        let policies = try versions.map { try load($0) }
        for policy in policies { output.chosen.colors.remark(policy.warnings) }
        let optional = policies[0].optionalFolders
        guard !optional.isEmpty, optional == policies[1].optionalFolders else {
            return (policies, [])
        }
        return (try versions.map { try load($0, options: Set(optional)) }, optional)
    }

    private func load(_ version: Version, options: Set<String> = []) throws -> Policy {
        do throws(DiagnosticsError) {
            return try Policy.load(version.source, options: options)
        } catch {
            Console.remark(
                CommandFailure(
                    .badPolicy, "la politique \(French.quoted(version.name)) ne peut pas être lue"
                ).text + "\n")
            output.chosen.colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }

    private func compare(_ before: Policy, _ after: Policy) throws -> PolicyDifference {
        do {
            return try PolicyDifference.between(before, after)
        } catch let error as DiagnosticsError {
            output.chosen.colors.remark(error.diagnostics)
            throw ExitStatus.badPolicy
        }
    }
}
