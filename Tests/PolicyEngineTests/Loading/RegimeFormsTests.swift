// Which forms of a regime need no check of their own.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct RegimeFormsTests {
    /// What the optional folder `plus` holds, what the regime's rule demands of it, and whether
    /// the regime is without fault if it is with that folder.
    struct Example: CustomTestStringConvertible, Sendable {
        let name: String
        let plus: String
        let exige: String
        let holds: Bool

        var testDescription: String { name }
    }

    private static let parameter = """
        parametre "seuil" {
          titre = "T", valeurs = { { du = jour "2020-01-01", valeur = 1, source = "S" } },
        }
        """

    @Test(arguments: [
        Example(name: "nothing shared", plus: parameter, exige: "true", holds: true),
        Example(name: "its parameter is read", plus: parameter, exige: "seuil == 1", holds: false),
        Example(
            name: "it requires a module", plus: "local m = require \"outils/m\"", exige: "true",
            holds: false),
    ])
    func `a form is judged with the whole where nothing ties it to what it lacks`(
        _ example: Example
    ) throws {
        let texts = [
            "essai/regime.lua": LoadedFolder.regime("essai", "facultatif = { \"plus\" }"),
            "essai/a.lua": """
            critere "C" {
              titre = "T", source = "S", exige = \(example.exige), sinon = refus "non",
            }
            """,
            "plus/a.lua": example.plus, "outils/m.lua": "return {}",
        ]
        let source = PolicySource(files: texts.map { SourceText(path: $0.key, text: $0.value) })
        let forms = try #require(PolicyLoader.loadForms(source, options: []).forms.first)

        let holds = forms.wholeHolds(for: forms.asked)

        #expect(holds == example.holds)
    }
}
