// Texts and numbers written straight into JSON, and JSON laid out.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import Testing

struct JSONBytesTests {
    private static func written(_ text: String) -> String {
        var output: [UInt8] = []
        output.appendJSON(text)
        return String(decoding: output, as: UTF8.self)
    }

    struct Escape: CustomTestStringConvertible {
        let text: String
        let escape: String
        var testDescription: String { escape }
    }

    static let escapes = [
        Escape(text: "\"", escape: #"\""#), Escape(text: "\\", escape: #"\\"#),
        Escape(text: "\0", escape: #"\u0000"#), Escape(text: "\u{1F}", escape: #"\u001f"#),
        Escape(text: "\n", escape: #"\n"#), Escape(text: "\r\n", escape: #"\r\n"#),
        Escape(text: "\u{7F}", escape: #"\u007f"#), Escape(text: "\u{80}", escape: #"\u0080"#),
        Escape(text: "\u{85}", escape: #"\u0085"#), Escape(text: "\u{9F}", escape: #"\u009f"#),
    ]

    /// What looks most like a control and is none, the two bytes of U+00A0 among them.
    static let plain = [
        "\u{A0}", "«»", "Â", "Â\u{2028}", "\u{2029}", "\u{FEFF}", "é", "🏛️", " ", "/",
    ]

    @Test(arguments: escapes)
    func `a character is escaped wherever it stands`(escape: Escape) {
        for length in 0..<70 {
            let before = String(repeating: "é", count: length / 2) + (length % 2 == 1 ? "a" : "")
            let after = String(repeating: "b", count: 69 - length)

            let found = JSONBytesTests.written(before + escape.text + after)

            #expect(found == "\"" + before + escape.escape + after + "\"")
        }
    }

    @Test(arguments: plain)
    func `other characters stay as they are`(text: String) {
        for length in 0..<40 {
            let padded = String(repeating: "a", count: length) + text + text

            #expect(JSONBytesTests.written(padded) == "\"" + padded + "\"")
        }
    }

    @Test
    func `Foundation reads every scalar back`() throws {
        let scalars = (0..<0x3000).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))

        let written = Data(JSONBytesTests.written(text).utf8)
        let read = try JSONSerialization.jsonObject(with: written, options: .fragmentsAllowed)

        #expect((read as? String).map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test(arguments: [
        (Int64.min, "-9223372036854775808"), (Int64.max, "9223372036854775807"), (0, "0"),
        (-1, "-1"), (10, "10"), (1_000_000, "1000000"),
    ])
    func `an integer takes its digits`(number: Int64, digits: String) {
        var output = Array("x".utf8)
        output.appendJSON(number)

        #expect(String(decoding: output, as: UTF8.self) == "x" + digits)
    }

    @Test
    func `brackets in a text are no brackets`() {
        let compact = #"[{"a[{,:\"":"}]\\"},"\\\"[",[],[[]],{},-1.5,null]"#

        let pretty = JSONLayout.pretty(Array(compact.utf8))

        #expect(
            String(decoding: pretty, as: UTF8.self) == #"""
                [
                  {
                    "a[{,:\"": "}]\\"
                  },
                  "\\\"[",
                  [],
                  [
                    []
                  ],
                  {},
                  -1.5,
                  null
                ]
                """#)
    }

    @Test(arguments: ["null", "\"a, b\"", "[]", "{}", "12"])
    func `what has no element stays on its line`(compact: String) {
        let pretty = JSONLayout.pretty(Array(compact.utf8))

        #expect(String(decoding: pretty, as: UTF8.self) == compact)
    }
}
