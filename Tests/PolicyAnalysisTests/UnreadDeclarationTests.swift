// Tables and facts that are declared and never read.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyAnalysis
import PolicyEngine
import Testing

struct UnreadDeclarationTests {
    private func unread(_ rules: String, other: String = "") throws -> [String] {
        func regime(_ id: String, _ first: String, _ last: String, _ rules: String) -> SourceText {
            SourceText(
                path: "\(id)/regime.lua",
                text: """
                    regime "\(id)" { titre = "R", du = jour "\(first)", jusqu_au = jour "\(last)",
                      date_de_choix = "depot", source = "Essai", inclut = { "commun" } }
                    \(rules)
                    """)
        }
        let common = """
            donnees "pays_suivis" { fichier = "donnees/pays.csv", cle = "pays" }

            champ "complements.essai" { titre = "Essai", type = "booleen" }
            """
        let policy = try Policy.load(
            PolicySource(files: [
                regime("a", "2020-01-01", "2020-12-31", rules),
                regime("b", "2021-01-01", "2021-12-31", other),
                SourceText(path: "commun/tout.lua", text: common),
                SourceText(path: "donnees/pays.csv", text: "pays,nombre,source\nMG,2,Essai\n"),
            ]))
        return UnreadDeclaration.all(in: policy).map {
            "\($0.kind.rawValue) \($0.name) \($0.file):\($0.line)"
        }
    }

    private static func flag(_ condition: String, message: String = "M") -> String {
        """
        signalement "S" { titre = "S", source = "E", si = \(condition), message = "\(message)" }
        """
    }

    private static let table = "donnees pays_suivis commun/tout.lua:1"
    private static let fact = "champ complements.essai commun/tout.lua:3"

    @Test func `what no rule reads is told by file and line, tables first`() throws {
        #expect(
            try unread(UnreadDeclarationTests.flag("collectivite.outre_mer"))
                == [UnreadDeclarationTests.table, UnreadDeclarationTests.fact])
    }

    @Test func `one rule of one regime that reads it is enough`() throws {
        let reader = UnreadDeclarationTests.flag("pays_suivis[demande.pays].nombre <= 2")

        #expect(try unread("", other: reader) == [UnreadDeclarationTests.fact])
        #expect(
            try unread(reader, other: UnreadDeclarationTests.flag("dossier.complements.essai"))
                .isEmpty)
    }

    @Test func `a text that shows it reads it`() throws {
        let quoting = UnreadDeclarationTests.flag(
            "collectivite.outre_mer", message: "{dossier.complements.essai}")

        #expect(try unread(quoting) == [UnreadDeclarationTests.table])
    }
}
