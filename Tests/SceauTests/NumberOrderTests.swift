// Paths are shown in the order in which people count.
// SPDX-License-Identifier: MIT

import Testing

@testable import sceau

struct NumberOrderTests {
    @Test func `numbers in paths go by size, the rest by bytes`() {
        let paths = [
            "expertises[10].domaine", "expertises[2].experts[11].statut", "collectivite.siren",
            "expertises[2].experts[3].statut", "expertises[2].domaine", "expertises",
        ]

        #expect(
            paths.inNumberOrder == [
                "collectivite.siren", "expertises", "expertises[2].domaine",
                "expertises[2].experts[3].statut", "expertises[2].experts[11].statut",
                "expertises[10].domaine",
            ])
    }

    @Test func `a verdict names the missing facts of expertise 2 before those of expertise 10`()
        throws
    {
        let folder = try TestedFolder()
        try folder.write(
            """
            critere "EXP-01" {
              titre = "Domaine", source = "Essai", exige = connu(expertise.domaine),
              sinon = piece "Sans domaine.",
            }
            """, to: "policies/essai/autres.lua")
        let expertises = Array(repeating: "{}", count: 12).joined(separator: ", ")
        try folder.write(
            """
            {"schema": "sceau/dossier/1", "numero": "1", "depose_le": "2021-03-01",
             "collectivite": {"nom": "X", "nature": "commune", "population": 5000},
             "expertises": [\(expertises)]}
            """, to: "d.json")

        let run = try Tool.run(["evaluate", "d.json", "--le", "2021-03-10"], in: folder.url)

        let places = run.output.matches(of: #/• Domaine .* expertises\[(\d+)\]/#).map { $0.1 }
        #expect(places == (1...12).map { "\($0)" })
    }
}
