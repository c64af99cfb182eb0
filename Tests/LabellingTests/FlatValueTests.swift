// How the flat reader takes single values, and which ones it leaves to the full reader.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

struct FlatValueTests {
    struct Value: CustomTestStringConvertible {
        let json: String
        /// Nil where the flat reader must say nothing.
        let fact: Fact?
        var path: [String] = ["complements", "solde"]

        var testDescription: String { "\(path.joined(separator: ".")): \(json)" }

        static func text(_ json: String, _ text: String?) -> Value {
            Value(json: json, fact: text.map { .text($0) }, path: ["collectivite", "region"])
        }

        static func decimal(_ json: String, _ number: Double?) -> Value {
            Value(json: json, fact: number.map { .decimal($0) }, path: ["complements", "ecart"])
        }

        static func complement(_ name: String, _ json: String, _ fact: Fact?) -> Value {
            Value(json: json, fact: fact, path: ["complements", name])
        }
    }

    static let texts = [
        Value.text(#""""#, ""), .text(#""  ""#, "  "), .text(#""32""#, "32"),
        .text(#""L’Île-aux-Joncs\u00a0!""#, "L’Île-aux-Joncs\u{A0}!"),
        .text(#""\u00c9tat, \u20ac, \u2019, \u0153\/\"\\\n\r\t.""#, "État, €, ’, œ/\"\\\n\r\t."),
        .text(
            "\"12345678\u{E9}1234567\u{20AC}8\u{2026}\"",
            "12345678\u{E9}1234567\u{20AC}8\u{2026}"),
        .text("\"\u{7F}\"", nil), .text("\"\u{85}\"", nil), .text("\"\u{0B}\"", nil),
        .text(#""\u007f""#, nil), .text(#""\u0085""#, nil), .text(#""\b""#, nil),
        .text(#""\u00e""#, nil), .text(#""\x41""#, nil), .text(#""\ud83d\ude00""#, nil),
        .text(#""\u0000""#, nil), .text(#""\ufeff""#, nil), .text("\"e\u{301}\"", nil),
        .text("\"\u{212A}\"", nil), .text("\"\u{2000}\"", nil), .text("32", nil),
    ]

    static let numbers = [
        Value(json: "0", fact: .integer(0)), Value(json: "-0", fact: .integer(0)),
        Value(json: "-12", fact: .integer(-12)), Value(json: " 7\t", fact: .integer(7)),
        Value(json: "9007199254740991", fact: .integer(9_007_199_254_740_991)),
        Value(json: "9007199254740992", fact: nil),
        Value(json: "9223372036854775808", fact: nil), Value(json: "012", fact: nil),
        Value(json: "1.0", fact: nil), Value(json: "1e3", fact: nil), Value(json: "+1", fact: nil),
        Value(json: "-", fact: nil), Value(json: "1 000", fact: nil),
        Value(json: "\"1\"", fact: nil),
        .decimal("3", 3), .decimal("-0.5", -0.5), .decimal("0.1", 0.1), .decimal("2.675", 2.675),
        .decimal("123456789012.34", 123_456_789_012.34), .decimal("1.", nil), .decimal(".5", nil),
        .decimal("1234567890.12345", 1_234_567_890.12345),
        .decimal("1234567890.123456", nil), .decimal("1.05", 1.05), .decimal("1.5e3", nil),
        .decimal("01.5", nil), .decimal("1.5.2", nil),
        .complement("taux", "100.0", .decimal(100)), .complement("taux", "100.01", nil),
        .complement("taux", "-1", nil),
    ]

    static let others = [
        Value.complement("avis", #""à voir""#, .text("à voir")),
        .complement("avis", #""non""#, nil),
        .complement("avis", #"" ""#, nil), .complement("avis", #""ouis""#, nil),
        .complement(
            "mesures", "[[1,2.5],[]]", .list([.list([.decimal(1), .decimal(2.5)]), .list([])])),
        .complement("mesures", "[null]", nil), .complement("mesures", "[1]", nil),
        .complement("mesures", "[[1,]]", nil),
        .complement("un_nom_de_trente_deux_caracteres", "true", .boolean(true)),
        .complement("un_nom_de_trente_deux_caracteres", "True", nil),
        .complement("siret", #""73282932000074""#, nil), .complement("inconnu", #""?""#, nil),
        .complement("inconnu", "null", nil),
        Value(json: #""LY""#, fact: .text("LY"), path: ["demandes", "pays"]),
        Value(json: #""ZZ""#, fact: nil, path: ["demandes", "pays"]),
        Value(json: #""ly""#, fact: nil, path: ["demandes", "pays"]),
        Value(
            json: #""2024-02-29""#, fact: .day(Day(clamping: 738945)),
            path: ["demandes", "recue_le"]),
        Value(json: #""2023-02-29""#, fact: nil, path: ["demandes", "recue_le"]),
        Value(json: #""2024-02-29T10:00Z""#, fact: nil, path: ["demandes", "recue_le"]),
    ]

    @Test(arguments: texts + numbers + others)
    func `a value is read as it is written, or left to the full reader`(value: Value) throws {
        let member = #"{"\#(value.path[1])":\#(value.json)}"#
        let bytes: [UInt8]
        switch value.path[0] {
        case "collectivite":
            bytes = FlatDossierTests.dossier(body: ",\"\(value.path[1])\":\(value.json)")
        case "demandes": bytes = FlatDossierTests.dossier(",\"demandes\":[\(member)]")
        default: bytes = FlatDossierTests.dossier(",\"\(value.path[0])\":\(member)")
        }
        var flat = FlatDossierTests.flat()

        let isRead = flat.read(bytes)

        #expect(isRead == (value.fact != nil))
        guard isRead else { return }
        var holder = flat.facts[value.path[0]]
        if case .list(let elements)? = holder { holder = elements.first }
        guard case .record(let record)? = holder else {
            Issue.record("no record")
            return
        }
        #expect(record[value.path[1]] == value.fact)
    }
}
