// The French order of names.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

struct FrenchOrderTests {
    @Test func `accented capitals stand among their letters`() {
        let names = [
            "Zambie", "États-Unis", "Éthiopie", "Îles Fidji", "Algérie", "Égypte", "Islande",
            "Estonie", "Allemagne", "Équateur", "Iran", "Italie", "Espagne",
        ]

        #expect(
            French.ordered(names) == [
                "Algérie", "Allemagne", "Égypte", "Équateur", "Espagne", "Estonie", "États-Unis",
                "Éthiopie", "Îles Fidji", "Iran", "Islande", "Italie", "Zambie",
            ])
    }

    @Test func `hyphens and apostrophes of either kind do not count`() {
        #expect(
            French.ordered(["Coteau", "Côte d’Ivoire", "Costa Rica", "Côte d'Azur", "Cote-ci"])
                == ["Costa Rica", "Côte d'Azur", "Côte d’Ivoire", "Coteau", "Cote-ci"])
        #expect(
            French.ordered(["Guinée-Bissau", "Guinée équatoriale", "Guinée"])
                == ["Guinée", "Guinée équatoriale", "Guinée-Bissau"])
    }

    @Test func `ligatures count as two letters`() {
        #expect(
            French.ordered(["œuvre", "officier", "odeur", "Æthelstan", "afin", "adieu"])
                == ["adieu", "Æthelstan", "afin", "odeur", "œuvre", "officier"])
    }

    @Test func `an accent written apart counts no more than one written with its letter`() {
        let apart = "E\u{301}gypte"

        #expect(French.ordered(["Équateur", apart, "Edom"]) == ["Edom", apart, "Équateur"])
    }

    @Test func `names of the same letters are in order of code points`() {
        #expect(
            French.ordered(["côté", "cote", "coté", "Cote", "côte"])
                == ["Cote", "cote", "coté", "côte", "côté"])
    }

    @Test func `things of the same name keep their order`() {
        let rows = [("Mali", 2), ("Égypte", 1), ("Mali", 1)]

        let ordered = French.ordered(rows) { $0.0 }

        #expect(ordered.map(\.1) == [1, 2, 1])
    }

    /// Written out by hand, not computed.
    @Test func `countries come in the order of a French list`() {
        let codes = ["ZA", "DZ", "SA", "AX", "BR", "EG", "ER", "IM", "IN", "MH", "SV", "CI", "TL"]

        let names = French.ordered(codes.compactMap(Country.frenchName))

        #expect(
            names == [
                "Afrique du Sud", "Algérie", "Arabie saoudite", "Brésil", "Côte d’Ivoire",
                "Égypte", "Érythrée", "Île de Man", "Îles Åland", "Îles Marshall", "Inde",
                "Salvador", "Timor-Leste",
            ])
    }
}
