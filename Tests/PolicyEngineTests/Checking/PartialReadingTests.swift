// What check still says while some file of the policy cannot be read.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct PartialReadingTests {
    private static let rule = """
        local perdu = 1
        critere "C" {
          titre = "T", source = "S", exige = colectivite.population > seuil, sinon = refus "non",
        }
        """

    /// The findings of a policy with that rule and another file beside it.
    private func findings(_ path: String, _ text: String, rule: String = rule) -> [String] {
        let source = PolicySource(files: [
            SourceText(path: "essai/regime.lua", text: LoadedFolder.regime("essai")),
            SourceText(path: "essai/a.lua", text: rule), SourceText(path: path, text: text),
        ])
        return Policy.check(source).map {
            "\($0.location.file):\($0.location.start.line) \($0.code)"
        }
    }

    @Test func `names that the unread file does not hold are unknown, and locals unused`() {
        let found = findings("essai/b.lua", "parametre \"seuil\" { valeurs = ")

        #expect(
            found == [
                "essai/a.lua:1 politique.local-inutilise", "essai/a.lua:3 politique.nom-inconnu",
                "essai/b.lua:1 lua.expression-attendue",
            ])
    }

    @Test func `a name that the unread file holds may be declared there`() {
        let found = findings("essai/b.lua", "colectivite = seuil seuil")

        #expect(found.first == "essai/a.lua:1 politique.local-inutilise")
        #expect(found.count == 2)
    }

    @Test func `a table whose file is faulty is no unknown name`() {
        let rule = """
            donnees "seuil" { fichier = "d.csv", cle = "code" }
            critere "C" {
              titre = "T", source = "S", exige = seuil["a"].nombre > 1, sinon = refus "non",
            }
            """

        let found = findings("d.csv", "code,nombre\na,1\n", rule: rule)

        #expect(found == ["d.csv:1 politique.csv-sans-source"])
    }

    @Test func `a local of a faulty file may be used in what could not be read`() {
        let rule = """
            local minimum = 1
            critere "C" { titre = "T", source = "S", exige = true, sinon = minimum }
            """

        let found = findings("essai/b.lua", "", rule: rule)

        #expect(!found.isEmpty && !found.contains { $0.contains("local-inutilise") })
    }
}
