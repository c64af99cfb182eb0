// A witness is what the ordinary evaluation says, or nothing.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import Testing

@Suite struct WitnessTests {
    private static let source = PolicySource(files: [
        SourceText(
            path: "r/regime.lua",
            text: """
                regime "r" { titre = "R", du = jour "2020-01-01", date_de_choix = "depot",
                  source = "Essai" }
                critere "A" { titre = "Outre-mer", source = "Essai",
                  exige = collectivite.outre_mer, sinon = refus "Hors d’outre-mer." }
                """)
    ])

    private static func dossier(_ outreMer: JSONValue) -> JSONValue {
        .object([
            .init("schema", .string(DossierSchema.identifier)), .init("numero", .string("1")),
            .init("depose_le", .string("2020-07-08")),
            .init(
                "collectivite",
                .object([
                    .init("nom", .string("X")), .init("nature", .string("commune")),
                    .init("outre_mer", outreMer),
                ])),
        ])
    }

    @Test func `verdict of a dossier`() throws {
        let policy = try Policy.load(WitnessTests.source)
        var evaluator = try Evaluator(policy)
        let day = try #require(Day(iso: "2020-07-08"))
        func avis(_ value: JSONValue) -> Avis? {
            Witness(
                WitnessTests.dossier(value), le: day, schema: policy.schema, by: &evaluator)?
                .verdict.avis
        }
        #expect(avis(.boolean(true)) == .favorable)
        #expect(avis(.boolean(false)) == .defavorable)
        #expect(avis(.null) == .incomplet)
        #expect(avis(.string("oui")) == nil)
    }
}
