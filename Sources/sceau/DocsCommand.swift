// `sceau docs`: the policy as French prose.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import PolicyDocumentation
import PolicyEngine

extension Audience: ExpressibleByArgument {}
extension PageFormat: ExpressibleByArgument {}

/// The verb for those who read the policy without opening its files.
struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract:
            "Écrit la politique en français : une page pour le public, une pour les instructeurs."
            .typeset,
        discussion: """
            La page des instructeurs contient tout : règles, sources, notes, paramètres, tableaux.
            Les règles des répertoires facultatifs y sont, et dites telles.
            Celle du public ne contient ni note, ni motif à ne pas communiquer, ni signalement.
            """.typeset,
        aliases: ["documenter"])

    @Option(
        help: ArgumentHelp.french(
            "À qui la page s’adresse : public ou instructeur.", valueName: "lecteur"))
    var pour = Audience.instructeur

    @Option(help: ArgumentHelp.french("Forme de la page : markdown ou html.", valueName: "forme"))
    var format = PageFormat.markdown

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.chosen.check(policies.chosen)
        let policy =
            switch pour {
            case .public: try policies.chosen.load(output.chosen.colors)
            case .instructeur: try policies.chosen.loadWhole(output.chosen.colors)
            }
        try output.chosen.publish(PolicyPages(policy).document(for: pour).written(as: format))
    }
}
