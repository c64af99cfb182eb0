// Guesses of misspelt names.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct SpellingTests {
    struct Slip: CustomTestStringConvertible {
        let typed: String
        let among: [String]
        let expected: String?
        var testDescription: String { typed }
    }

    static let slips = [
        Slip(typed: "comune", among: ["region", "commune"], expected: "commune"),
        Slip(typed: "natrue", among: ["nom", "nature"], expected: "nature"),
        Slip(typed: "département", among: ["departement"], expected: "departement"),
        Slip(typed: "REGION", among: ["region", "regions"], expected: "region"),
        Slip(typed: "nm", among: ["nom"], expected: "nom"),
        Slip(typed: "elu", among: ["eux"], expected: nil),
        Slip(typed: "si", among: ["et"], expected: nil),
        Slip(typed: "x", among: ["y"], expected: nil),
        Slip(typed: "", among: ["a"], expected: nil),
        Slip(typed: "expert", among: ["experts", "experte"], expected: "experte"),
        Slip(typed: "population", among: ["popu"], expected: nil),
        Slip(typed: "collectivitee", among: ["colectivite"], expected: "colectivite"),
        Slip(typed: "nature", among: [], expected: nil),
        Slip(typed: "depose", among: ["depose_le"], expected: nil),
    ]

    @Test(arguments: slips)
    func `the nearest name is two slips away at most`(slip: Slip) {
        #expect(Spelling.nearest(to: slip.typed, among: slip.among) == slip.expected)
    }

    static let beginnings = [
        Slip(typed: "depose", among: ["nom", "depose_le"], expected: "depose_le"),
        Slip(typed: "OBLIG", among: ["obligations"], expected: "obligations"),
        Slip(typed: "population_municipale", among: ["population"], expected: nil),
        Slip(typed: "code", among: ["code_insee", "code_postal"], expected: nil),
        Slip(typed: "cod", among: ["code_insee"], expected: nil),
    ]

    @Test(arguments: beginnings)
    func `a beginning is completed when only one name has it`(slip: Slip) {
        #expect(Spelling.completion(of: slip.typed, among: slip.among) == slip.expected)
    }
}
