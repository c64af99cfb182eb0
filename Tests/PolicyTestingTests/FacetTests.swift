// The names of facets in test files.
// SPDX-License-Identifier: MIT

import Testing

@testable import PolicyTesting

struct FacetTests {
    @Test(arguments: [
        "avis", "expertises", "priorite.points_max", "validite.fin", "regles.ELIG-01",
        "calculs.prochain_comite", "diagnostics",
    ])
    func `a facet is read by the name that it has`(name: String) throws {
        let facet = try #require(Facet(name: name))

        #expect(facet.name == name)
    }

    @Test(arguments: ["avi", "regles.", "priorite", "validite"])
    func `another name is no facet`(name: String) {
        #expect(Facet(name: name) == nil)
    }
}
