// JSON as written.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

struct JSONValueTests {
    @Test
    func `compact text has no space and keeps the order of keys`() {
        let value: JSONValue = ["b": [1, true, .null], "a": [:], "c": []]

        #expect(value.encoded(style: .compact) == #"{"b":[1,true,null],"a":{},"c":[]}"#)
    }

    @Test
    func `pretty text has one element a line, two spaces in`() {
        let value: JSONValue = ["b": [1, ["x": "y"]], "a": [:], "c": []]

        #expect(
            value.encoded(style: .pretty) == """
                {
                  "b": [
                    1,
                    {
                      "x": "y"
                    }
                  ],
                  "a": {},
                  "c": []
                }
                """)
    }

    @Test
    func `only quotes, backslashes and controls are escaped`() {
        let text = "é « \u{202F} / \" \\ \n\t\r\u{1}\u{1F}\u{7F}\u{85}🏛️"

        #expect(
            JSONValue.string(text).encoded()
                == "\"é « \u{202F} / \\\" \\\\ \\n\\t\\r\\u0001\\u001f\\u007f\\u0085🏛️\"")
    }

    struct Number: CustomTestStringConvertible {
        let value: Double
        let text: String
        var testDescription: String { text }
    }

    static let numbers = [
        Number(value: 0.1, text: "0.1"), Number(value: 5, text: "5.0"),
        Number(value: 1e22, text: "1e+22"), Number(value: -2.5e-7, text: "-2.5e-07"),
        Number(value: 0.1 + 0.2, text: "0.30000000000000004"),
        Number(value: .infinity, text: "null"), Number(value: .nan, text: "null"),
    ]

    @Test(arguments: numbers)
    func `a number takes its shortest form`(number: Number) {
        #expect(JSONValue.number(number.value).encoded() == number.text)
    }

    @Test
    func `what may be missing is written as null`() {
        #expect(JSONValue.optional(nil as String?) == .null)
        #expect(JSONValue.optional(nil as Int?) == .null)
        #expect(JSONValue.optional("a") == .string("a"))
        #expect(JSONValue.optional(3) == .integer(3))
        #expect(JSONValue.integer(.min).encoded() == "-9223372036854775808")
    }
}
