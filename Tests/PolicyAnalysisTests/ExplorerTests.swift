// The regions that a walk gives out are what it says of them.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine
import Testing

@testable import PolicyAnalysis

struct ExplorerTests {
    /// Rules look at whether the list is there, and at what its elements hold.
    private static let condition =
        "not renseigne(expertise.references) or existe(expertise.references, { type = \"prix\" })"

    @Test func `what a region says is placed stands in its dossier`() throws {
        let analysed = try AnalysedPolicy(OneRegime.critere("A", ExplorerTests.condition))
        let regime = try #require(analysed.policy.regimes.first)
        var explorer = try Explorer(analysed.policy, regime: regime, le: analysed.day)
        let dossier = try analysed.dossier(#", "expertises": [{"intitule": "Eau"}]"#)
        var regions: [Region] = []

        try explorer.explore([Target(rule: 0, sujet: "expertises[1]")], from: dossier) { region in
            regions.append(region)
            return true
        }

        let list = try #require(FactPath("expertises[1].references"))
        #expect(regions.contains { $0.dossier[list] == nil })
        #expect(regions.contains { $0.placements.contains { list.holds($0.path) } })
        for region in regions {
            for placement in region.placements {
                let fact = region.dossier[placement.path]
                #expect(fact.map(placement.cell.contains) ?? (placement.cell == .absent))
            }
        }
    }
}
