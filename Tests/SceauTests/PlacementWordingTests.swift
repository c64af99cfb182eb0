// Where facts lie, in French and for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import Testing

@testable import PolicyAnalysis
@testable import PolicyEngine
@testable import sceau

struct PlacementWordingTests {
    private func placement(_ path: String, _ extent: Cell.Extent) throws -> Placement {
        Placement(
            path: try #require(FactPath(path)),
            cell: Cell(extent: extent, representative: nil, isExact: true))
    }

    private func french(
        _ path: String, _ extent: Cell.Extent, tables: [KeyedTable] = []
    ) throws -> String {
        FactNames(.standard, tables: tables).french(try placement(path, extent))
    }

    private func texts(_ values: some Sequence<String>) -> [Fact] { values.map { .text($0) } }

    @Test func `a list is told by what it holds and by what it does not`() throws {
        let asked = texts(["promotion", "faible_presence"])

        let both = try french("objectifs", .holding(texts(["promotion"]), of: asked))
        let other = try french("objectifs", .holding(texts(["demande_etrangere"]), of: asked))
        let all = try french("objectifs", .holding(asked, of: asked))

        #expect(
            both
                == "liste avec promotion de l’expertise française, sans pays où les collectivités françaises sont peu présentes"
        )
        #expect(
            other
                == "liste sans promotion de l’expertise française ni pays où les collectivités françaises sont peu présentes"
        )
        #expect(!all.contains("sans"))
        #expect(try french("objectifs", .holding([], of: asked)) == "liste vide")
    }

    @Test func `programs get what a list holds and what it must not`() throws {
        let asked = texts(["promotion"])

        let other = try placement("objectifs", .holding(texts(["demande_etrangere"]), of: asked))
        let none = try placement("objectifs", .holding([], of: asked))

        #expect(other.jsonValue["ou"] == ["contient": [], "sans": ["promotion"]])
        #expect(none.jsonValue["ou"] == ["elements_de": 0, "elements_a": 0])
    }

    @Test func `of many countries the few others are told`() throws {
        let few: Set = ["MN", "TV"]
        let many = Country.codes.filter { !few.contains($0) }

        #expect(
            try french("demandes[1].pays", .values(texts(many)))
                == "autre que Mongolie (MN) ou Tuvalu (TV)")
        #expect(
            try french("demandes[1].pays", .others(than: texts(many)))
                == "Mongolie (MN) ou Tuvalu (TV)")
    }

    @Test func `many values that are the keys of a table are told by its name`() throws {
        let codes = (7210..<7230).map(String.init)
        let table = KeyedTable(name: "formes", keys: Set(codes))
        let path = "collectivite.categorie_juridique"

        #expect(
            try french(path, .others(than: texts(codes)), tables: [table])
                == "une valeur absente du tableau «\u{202F}formes\u{202F}»")
        #expect(
            try french(path, .values(texts(codes)), tables: [table])
                == "une valeur du tableau «\u{202F}formes\u{202F}»")
        let told = try french(path, .others(than: texts(codes)))
        #expect(codes.allSatisfy(told.contains))
    }

    @Test func `a part of a fact is named in guillemets`() throws {
        let way = [
            try placement("expertises[1].experts", .counts(1, 1)),
            try placement("expertises[1].experts[1].statut", .values(texts(["elu", "agent"]))),
        ]

        let text = PlacementWording(FactNames(.standard)).french(
            way, of: try #require(FactPath("expertises[1].experts")))

        #expect(text == "1 élément, avec « statut de l’expert » : élu ou agent")
    }
}
