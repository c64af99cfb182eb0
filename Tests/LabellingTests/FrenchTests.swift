// Values in French, and the countries' names.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

struct FrenchTests {
    @Test
    func `whole numbers go by three digits`() {
        #expect(French.number(0) == "0")
        #expect(French.number(999) == "999")
        #expect(French.number(12345) == "12\u{202F}345")
        #expect(French.number(-1_234_567) == "-1\u{202F}234\u{202F}567")
        #expect(French.number(.min).split(separator: "\u{202F}").joined() == "-9223372036854775808")
    }

    @Test
    func `other numbers have a decimal comma and no needless decimal`() {
        #expect(French.decimal(0.5) == "0,5")
        #expect(French.decimal(-12345.25) == "-12\u{202F}345,25")
        #expect(French.decimal(3) == "3")
        #expect(French.decimal(-0.0) == "0")
        #expect(French.decimal(-0.25) == "-0,25")
    }

    @Test
    func `numbers far from one are written with a power of ten`() {
        #expect(French.decimal(1.5e20) == "1,5\u{A0}×\u{A0}10²⁰")
        #expect(French.decimal(-1e100) == "-1\u{A0}×\u{A0}10¹⁰⁰")
        #expect(French.decimal(0.00002) == "2\u{A0}×\u{A0}10⁻⁵")
    }

    @Test
    func `what is no number is said in words`() {
        #expect(French.decimal(.infinity) == "infini")
        #expect(French.decimal(-.infinity) == "-infini")
        #expect(French.decimal(.nan) == "indéfini")
        #expect(French.decimal(-.nan) == "indéfini")
    }

    @Test
    func `the first of a month is said "1er"`() throws {
        #expect(French.day(try #require(Day(iso: "2020-07-01"))) == "1er juillet 2020")
        #expect(French.day(try #require(Day(iso: "2020-12-31"))) == "31 décembre 2020")
        #expect(French.day(try #require(Day(iso: "2021-02-11"))) == "11 février 2021")
    }

    @Test
    func `nouns are plural from two on`() {
        #expect(French.count(0, "référence", "références") == "0 référence")
        #expect(French.count(1, "référence", "références") == "1 référence")
        #expect(French.count(2, "référence", "références") == "2 références")
        #expect(French.count(-1, "jour", "jours") == "-1 jour")
        #expect(French.count(1200, "jour", "jours") == "1\u{202F}200 jours")
    }

    @Test(arguments: [
        ("rapports", "rapport"), ("coopérations recensées", "coopération recensée"),
        ("jours par an", "jour par an"), ("tonnes de déchets", "tonne de déchets"),
        ("mois", "mois"), ("ans", "an"), ("km", "km"), ("travaux", "travaux"),
    ])
    func `a unit goes in the singular with a number below 2`(unit: String, singular: String) {
        #expect(French.singular(ofUnit: unit) == singular)
    }

    @Test
    func `the last two items of a list are joined by "et"`() {
        #expect(French.list([]) == "")
        #expect(French.list(["a"]) == "a")
        #expect(French.list(["a", "b"]) == "a et b")
        #expect(French.list(["a", "b", "c"]) == "a, b et c")
    }

    @Test
    func `texts, truths and durations are said in French`() {
        #expect(French.quoted("x") == "«\u{202F}x\u{202F}»")
        #expect(French.boolean(true) == "oui")
        #expect(French.boolean(false) == "non")
        #expect(French.duration(months: 36, days: 0) == "3 ans")
        #expect(French.duration(months: 18, days: 0) == "1 an et 6 mois")
        #expect(French.duration(months: 13, days: 2) == "1 an, 1 mois et 2 jours")
        #expect(French.duration(months: 0, days: 1) == "1 jour")
        #expect(French.duration(months: 0, days: 0) == "0 jour")
        #expect(French.duration(months: 0, days: -3) == "-3 jours")
    }

    @Test
    func `the countries are the 249 of ISO 3166-1 and Kosovo`() {
        #expect(Country.codes.count == 250)
        #expect(Country.codes == Country.codes.sorted())
        #expect(Set(Country.codes).count == 250)
        #expect(Country.codes.contains("XK"))
        #expect(Country.codes.allSatisfy { $0.utf8.count == 2 && $0 == $0.uppercased() })
    }

    @Test
    func `each country has a French name of its own`() {
        let names = Country.codes.compactMap { Country.frenchName(of: $0) }

        #expect(Set(names).count == 250)
        #expect(Country.frenchName(of: "CI") == "Côte d’Ivoire")
        #expect(Country.frenchName(of: "CD") == "République démocratique du Congo")
        #expect(Country.frenchName(of: "VN") == "Viêt Nam")
        #expect(Country.frenchName(of: "AE") == "Émirats arabes unis")
        #expect(Country.frenchName(of: "ZW") == "Zimbabwe")
        #expect(Country.frenchName(of: "ZZ") == nil)
        #expect(Country.frenchName(of: "fr") == nil)
    }
}
