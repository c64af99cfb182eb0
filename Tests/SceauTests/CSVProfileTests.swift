// Tests of cells as comma-separated values.
// SPDX-License-Identifier: MIT

import Labelling
import Testing

@testable import sceau

struct CSVProfileTests {

    struct Case: CustomTestStringConvertible {
        let name: String
        let cell: TableCell
        let open: String
        let excel: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "day", cell: .day(Sample.filed), open: "2021-03-01", excel: "01/03/2021"),
        Case(name: "whole", cell: .number(40), open: "40", excel: "40"),
        Case(name: "decimal", cell: .number(-12.5), open: "-12.5", excel: "-12,5"),
        Case(
            name: "word", cell: .word("a_examiner", french: "à examiner"), open: "a_examiner",
            excel: "à examiner"),
        Case(name: "comma", cell: .text("a, b"), open: "\"a, b\"", excel: "a, b"),
        Case(name: "semicolon", cell: .text("a ; b"), open: "a ; b", excel: "\"a ; b\""),
        Case(
            name: "quote", cell: .text("dit \"a\""), open: #""dit ""a""""#, excel: #""dit ""a""""#),
        Case(
            name: "quote with an accent", cell: .text("a\"\u{301}"), open: "\"a\"\"\u{301}\"",
            excel: "\"a\"\"\u{301}\""),
        Case(name: "two lines", cell: .text("a\r\nb"), open: "\"a\r\nb\"", excel: "\"a\r\nb\""),
        Case(name: "blank ends", cell: .text(" a"), open: "\" a\"", excel: "\" a\""),
        Case(name: "empty", cell: .text(""), open: "", excel: ""),
    ])
    func `each profile writes a cell in its own way`(example: Case) {
        #expect(
            CSVProfile.ouvert.written(header: ["a", "b"], rows: [[example.cell, .empty]])
                == "a,b\r\n\(example.open),\r\n")
        #expect(
            CSVProfile.excel.written(header: ["a", "b"], rows: [[example.cell, .empty]])
                == "\u{FEFF}a;b\r\n\(example.excel);\r\n")
    }

    @Test(arguments: ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
    func `no text becomes a formula in Excel, and programs get it as it is`(sign: String) {
        let text = sign + "HYPERLINK(1)"

        let excel = CSVProfile.excel.written(header: [], rows: [[.text(text)]])
        let open = CSVProfile.ouvert.written(header: [], rows: [[.text(text)]])

        #expect(excel.contains("'" + text))
        #expect(open.contains(text))
        #expect(!open.contains("'"))
    }

    @Test func `a word for the reader is guarded too, a number is not`() {
        let written = CSVProfile.excel.written(
            header: [], rows: [[.word("a", french: "=b"), .number(-5)]])

        #expect(written == "\u{FEFF}\r\n'=b;-5\r\n")
    }
}
