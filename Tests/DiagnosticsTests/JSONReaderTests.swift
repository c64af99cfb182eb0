// JSON as read: values, places, and what can be told after a fault.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct JSONReaderTests {
    private func read(_ text: String) -> JSONDocument {
        JSONReader.read(SourceText(path: "a.json", text: text))
    }

    private func codes(_ text: String) -> [String] { read(text).diagnostics.map(\.code) }

    struct Scalar: CustomTestStringConvertible {
        let text: String
        let value: JSONNode.Value
        var testDescription: String { text }
    }

    static let scalars = [
        Scalar(text: "null", value: .null),
        Scalar(text: "true", value: .boolean(true)),
        Scalar(text: "false", value: .boolean(false)),
        Scalar(text: "0", value: .integer(0)),
        Scalar(text: "-0", value: .integer(0)),
        Scalar(text: "-9223372036854775808", value: .integer(.min)),
        Scalar(text: "9223372036854775807", value: .integer(.max)),
        Scalar(text: "2.0", value: .number(2)),
        Scalar(text: "-1.5e-3", value: .number(-0.0015)),
        Scalar(text: "1E+2", value: .number(100)),
        Scalar(text: "\"\"", value: .string("")),
        Scalar(text: #""\"\\\/\b\f\n\r\t""#, value: .string("\"\\/\u{8}\u{C}\n\r\t")),
        Scalar(text: #""\u00e9\uD83C\uDFDB""#, value: .string("é🏛")),
        Scalar(text: "\"e\u{301}\"", value: .string("e\u{301}")),
        Scalar(text: "[]", value: .array([])),
        Scalar(text: "{}", value: .object([])),
    ]

    @Test(arguments: scalars)
    func `a good value is read without a finding`(scalar: Scalar) {
        let document = read(" \t\r\n" + scalar.text + "\n")

        #expect(document.root?.value == scalar.value)
        #expect(document.root?.range == 4..<4 + scalar.text.utf8.count)
        #expect(document.diagnostics.isEmpty && document.isWhole)
    }

    @Test
    func `members keep their order, their ranges and their repeats`() {
        let document = read(#"{"b": 1, "a": [2], "b": 3}"#)

        let one = JSONNode(.integer(1), at: 6..<7)
        let two = JSONNode(.array([JSONNode(.integer(2), at: 15..<16)]), at: 14..<17)
        let three = JSONNode(.integer(3), at: 24..<25)
        #expect(
            document.root
                == JSONNode(
                    .object([
                        JSONMember(key: "b", keyRange: 1..<4, value: one),
                        JSONMember(key: "a", keyRange: 9..<12, value: two),
                        JSONMember(key: "b", keyRange: 19..<22, value: three),
                    ]), at: 0..<26))
        #expect(document.diagnostics.map(\.code) == ["json.cle-en-double"])
    }

    @Test
    func `a byte order mark is skipped`() {
        let document = read("\u{FEFF}[1]")

        #expect(document.diagnostics.isEmpty)
        #expect(document.root?.range == 3..<6)
    }

    @Test
    func `nesting is read to 512 levels and not beyond`() {
        let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)

        #expect(codes(deepest) == [])
        #expect(codes("[" + deepest + "]") == ["json.profondeur"])
        #expect(codes(String(repeating: "[{\"a\":", count: 1_000_000)) == ["json.profondeur"])
    }

    @Test
    func `what stands after a fault is read as it should`() {
        let document = read(#"{"a": 1,, "b": [1 2,], "c" 3, "d": 'e', "f": vrai, "g": 7}"#)

        #expect(
            document.diagnostics.map(\.code) == [
                "json.virgule-en-trop", "json.virgule-manquante", "json.virgule-en-trop",
                "json.deux-points-manquants", "json.guillemets", "json.mot-inconnu",
            ])
        guard case .object(let members)? = document.root?.value else {
            Issue.record("no object was read")
            return
        }
        #expect(members.map(\.key) == ["a", "b", "c", "d", "f", "g"])
        #expect(members[2].value.value == .integer(3))
        #expect(members[3].value.value == .string("e"))
        #expect(members[4].value.value == .invalid)
        #expect(members[5].value.value == .integer(7))
        #expect(document.isWhole)
    }

    @Test
    func `a member that is left out makes the document incomplete`() {
        #expect(!read(#"{"a": , "b": 1}"#).isWhole)
        #expect(!read(#"{"a\x": 1}"#).isWhole)
        #expect(!read(#"{{"a": 1}}"#).isWhole)
        #expect(read(#"{"a": 1.}"#).isWhole)
    }

    @Test
    func `brackets that do not pair give no value`() {
        #expect(read(#"{"a": [1}"#).root == nil)
        #expect(read(#"{"a": [1]"#).root == nil)
        #expect(read(#"{"a": "b"#).root == nil)
    }

    @Test
    func `a text that runs over its line ends there when the next line is JSON`() {
        #expect(codes("[\"a,\n\"b\"]") == ["json.texte-non-ferme"])
        #expect(codes("{\"a\": \"b}\n") == ["json.texte-non-ferme"])
        #expect(codes("[\"a\nb\"]") == ["json.caractere-de-controle"])
    }

    @Test
    func `two numbers in a list are two numbers unless they look like thousands`() {
        #expect(codes("[1 2]") == ["json.virgule-manquante"])
        #expect(codes("[190 000]") == ["json.nombre"])
        #expect(codes("[1,5]") == [])
        #expect(codes("{\"a\": 1,5}") == ["json.nombre"])
    }

    @Test(arguments: [
        ("1,5", "1.5"), ("12,000", "12000"), ("-12,000", "-12000"), ("1,234,567", "1234567"),
        ("0,500", "0.500"), ("1234,567", "1234.567"), ("12,0000", "12.0000"), ("12,00", "12.00"),
    ])
    func `three digits after a comma are thousands, never decimals`(text: String, fix: String) {
        let document = read("{\"a\": \(text)}")

        #expect(document.diagnostics.map(\.code) == ["json.nombre"])
        #expect(document.diagnostics.first?.fix?.replacement == fix)
    }

    @Test(arguments: [
        Array("PK\u{3}\u{4}x".utf8), Array("%PDF-1.7\n%âãÏÓ".utf8), [0x41, 0x22, 0],
        Array(repeating: 0x20, count: 511) + [0],
    ])
    func `a file that is no text gets one finding without excerpt`(bytes: [UInt8]) {
        let document = JSONReader.read(SourceText(path: "a.json", bytes: bytes))

        #expect(document.diagnostics.map(\.code) == ["json.binaire"])
        #expect(document.diagnostics.first?.location.excerpt == "")
        #expect(document.root == nil)
    }

    struct Repair: CustomTestStringConvertible {
        let text: String
        let fix: String?
        var testDescription: String { text }
    }

    static let repairs = [
        Repair(text: "+5", fix: "5"), Repair(text: ".5", fix: "0.5"),
        Repair(text: "-.5", fix: "-0.5"),
        Repair(text: "5.", fix: "5"), Repair(text: "1_000", fix: "1000"),
        Repair(text: "2021-03-01", fix: "\"2021-03-01\""), Repair(text: "007", fix: nil),
        Repair(text: "10j", fix: nil), Repair(text: "- 5", fix: nil),
        Repair(text: "vrai", fix: "true"), Repair(text: "None", fix: "null"),
        Repair(text: "Ville de Paris", fix: "\"Ville de Paris\""),
        Repair(text: "«\u{A0}oui\u{A0}»", fix: "\"oui\""), Repair(text: "'l''eau'", fix: "\"l\""),
    ]

    @Test(arguments: repairs)
    func `a remedy is proposed where it is sure`(repair: Repair) {
        #expect(read(repair.text).diagnostics.first?.fix?.replacement == repair.fix)
    }

    @Test(arguments: [
        "{", "}", "[", "]", ",", ":", "\"", "\"\\", "\"\\u", "\"\\ud800\\", "/", "/*", "'", "“",
        "-", "{\"a\"", "{\"a\":", "[1", "[1,", "\u{FEFF}", "#", "\u{0}", "@", "tru", "1e", "{1",
    ])
    func `any beginning is refused without a crash`(text: String) {
        #expect(!read(text).diagnostics.isEmpty)
    }

    @Test
    func `every prefix and every change of a byte ends with a value or a finding`() {
        let good = Array(#"{"a": [1, -2.5e3, "é\u00e9\n", true, null], "b": {"c": ""}} "#.utf8)
        let bytes: [UInt8] = [0, 0x0A, 0x22, 0x27, 0x2C, 0x5B, 0x5C, 0x7D, 0x80, 0xC3, 0xE2, 0xFF]

        for index in good.indices {
            let prefix = JSONReader.read(SourceText(path: "a", bytes: Array(good[..<index])))
            #expect(index >= good.count - 1 || !prefix.diagnostics.isEmpty)
            for byte in bytes {
                var changed = good
                changed[index] = byte
                let document = JSONReader.read(SourceText(path: "a", bytes: changed))
                #expect(document.root != nil || !document.diagnostics.isEmpty)
            }
        }
    }
}
