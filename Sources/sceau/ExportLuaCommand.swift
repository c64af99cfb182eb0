// `sceau export-lua`: a regime as Lua that the stock interpreter runs.
// SPDX-License-Identifier: MIT

import ArgumentParser
import Diagnostics
import Labelling
import PolicyEngine

/// The verb for those who want to check the engine against another.
struct ExportLuaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-lua",
        abstract: "Donne un régime en Lua ordinaire, que l’interpréteur lua5.4 exécute."
            .typeset)

    @Argument(
        help: ArgumentHelp.french(
            "Identifiant du régime (par défaut : le plus récent).", valueName: "régime"))
    var regime: String?

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.chosen.check(policies.chosen)
        let policy = try policies.chosen.load(output.chosen.colors)
        try output.chosen.publish(policy.plainLua(of: chosen(in: policy)))
    }

    private func chosen(in policy: Policy) throws -> Regime {
        let known = policy.regimes.map(\.id)
        guard let regime else {
            let latest = policy.regimes.max { start(of: $0) < start(of: $1) }
            guard let latest else {
                throw CommandFailure.noRegime(in: policies.chosen.folder() ?? "")
            }
            return latest
        }
        guard let found = policy.regime(id: regime) else {
            throw CommandFailure.unknownRegime(
                regime, nearest: Spelling.nearest(to: regime, among: known), known: known)
        }
        return found
    }

    /// A number that grows with the regime's first day; 0 when it has none.
    private func start(of regime: Regime) -> Int { regime.declaration.period.du?.ordinal ?? 0 }
}
