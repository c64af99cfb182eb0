// Tests of how a data table is shown to officers.
// SPDX-License-Identifier: MIT

import PolicyEngine
import Testing

@testable import PolicyDocumentation

struct DataTableSectionTests {
    private func page(_ csv: String, _ fields: String = "") throws -> String {
        let policy = try SamplePolicy.policy(
            "donnees \"essais\" { fichier = \"donnees/essais.csv\"\(fields) }",
            files: [("donnees/essais.csv", csv)])
        let table = try #require(
            policy.regimes.first?.declarations.tables.first { $0.name.value == "essais" })
        return Document(title: "T", blocks: DataTableSection(table).blocks)
            .written(as: .markdown).plainSpaces
    }

    @Test func `a table without rows says so`() throws {
        let page = try page("du,jusqu_au,source\n", ", colonnes = { du = \"jour\" }")

        #expect(page.contains("- **Contenu** : 0 ligne.\n\nCe tableau ne contient aucune ligne.\n"))
    }

    @Test func `a key says what the want of a row means`() throws {
        let open = try page("nom,source\na,S\n", ", cle = \"nom\"")
        let complete = try page("nom,source\na,S\n", ", cle = \"nom\", complete = true")

        #expect(
            open.contains(
                "`nom` ; une valeur sans ligne est inconnue, et ne vaut jamais zéro.\n"))
        #expect(complete.contains("`nom` ; une valeur sans ligne n’est pas du tableau.\n"))
    }

    @Test func `rows without a country for key keep their order`() throws {
        let page = try page("pays,source\nML,S\nEG,S\n", ", colonnes = { pays = \"pays\" }")

        #expect(page.contains("| Mali (ML) | S |\n| Égypte (EG) | S |\n"))
        #expect(page.contains("- **Clé** : aucune : les lignes se lisent dans leur ordre.\n"))
    }

    @Test func `cells are in French, and a column without any is left out`() throws {
        let page = try page("actif,du,reste,source\noui,2020-07-01,,S\nnon,,,S\n")

        #expect(page.contains("| `actif` | `du` | `source` |\n"))
        #expect(page.contains("| oui | 1er juillet 2020 | S |\n| non |  | S |\n"))
    }

    @Test func `of a very long table the first rows are shown`() throws {
        let rows = (1...302).map { "\($0),S\n" }.joined()

        let page = try page("nombre,source\n" + rows)

        #expect(page.contains("| 300 | S |\n\nLe fichier contient 2 autres lignes.\n"))
        #expect(!page.contains("| 301 |"))
    }
}
