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
    ]

    @Test(arguments: slips)
    func `the nearest name is two slips away at most`(slip: Slip) {
        #expect(Spelling.nearest(to: slip.typed, among: slip.among) == slip.expected)
    }
}
