// Official codes, with published ones as vectors.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

struct IdentifierTests {
    struct Code: CustomTestStringConvertible {
        let kind: IdentifierKind
        let text: String
        let fault: IdentifierFault?
        init(_ kind: IdentifierKind, _ text: String, _ fault: IdentifierFault? = nil) {
            self.kind = kind
            self.text = text
            self.fault = fault
        }
        var testDescription: String { "\(kind.rawValue) \(text)" }
    }

    static let codes = [
        Code(.siren, "404833048"), Code(.siren, "552008443"), Code(.siren, "732829320"),
        Code(.siren, "245900428"), Code(.siren, "200069110"), Code(.siren, "244400404"),
        Code(.siren, "200046977"), Code(.siren, "356000000"),
        Code(.siren, "404833047", .wrongKey),
        Code(.siren, "40483304", .wrongLength(expected: 9, found: 8)),
        Code(.siren, "4048330480", .wrongLength(expected: 9, found: 10)),
        Code(.siren, "404 833 048", .notADigit(" ")), Code(.siren, "40483304٨", .notADigit("٨")),
        Code(.siren, "", .wrongLength(expected: 9, found: 0)),
        Code(.siret, "73282932000074"), Code(.siret, "21670449400014"),
        Code(.siret, "35600000000048"), Code(.siret, "35600000049837"),
        Code(.siret, "35600000000047"), Code(.siret, "35600000000049", .wrongKey),
        Code(.siret, "73282932000079", .wrongKey),
        Code(.siret, "7328293200007", .wrongLength(expected: 14, found: 13)),
        Code(.siret, "7328293200007A", .notADigit("A")),
        Code(.codeInsee, "59183"), Code(.codeInsee, "67449"), Code(.codeInsee, "2A004"),
        Code(.codeInsee, "2B033"), Code(.codeInsee, "01001"), Code(.codeInsee, "97411"),
        Code(.codeInsee, "98818"), Code(.codeInsee, "97801"),
        Code(.codeInsee, "20004", .unknownDepartment("20")),
        Code(.codeInsee, "00001", .unknownDepartment("00")),
        Code(.codeInsee, "96001", .unknownDepartment("96")),
        Code(.codeInsee, "99001", .unknownDepartment("99")),
        Code(.codeInsee, "97901", .unknownDepartment("979")),
        Code(.codeInsee, "98501", .unknownDepartment("985")),
        Code(.codeInsee, "59000", .noCommune), Code(.codeInsee, "97400", .noCommune),
        Code(.codeInsee, "2A000", .noCommune), Code(.codeInsee, "2C004", .notADigit("C")),
        Code(.codeInsee, "1001", .wrongLength(expected: 5, found: 4)),
        Code(.rna, "W751234567"), Code(.rna, "W2A1000123"), Code(.rna, "W2B1000123"),
        Code(.rna, "751234567", .wrongPrefix), Code(.rna, "w751234567", .wrongPrefix),
        Code(.rna, "W75123456", .wrongLength(expected: 10, found: 9)),
        Code(.rna, "W7512E4567", .notADigit("E")),
    ]

    @Test(arguments: codes)
    func `a code is good, or what is wrong with it is told`(code: Code) {
        var found: IdentifierFault?
        do throws(IdentifierFault) {
            try code.kind.check(code.text)
        } catch {
            found = error
        }

        #expect(found == code.fault)
    }

    @Test
    func `an establishment tells its body`() throws {
        #expect(try SIRET("21670449400014").sirenDigits == "216704494")
        #expect(try SIRET("21670449400014").digits == "21670449400014")
        #expect(try SIREN("216704494").digits == "216704494")
        #expect(try CodeINSEE("67449").code == "67449")
        #expect(try RNA("W751234567").code == "W751234567")
    }
}
