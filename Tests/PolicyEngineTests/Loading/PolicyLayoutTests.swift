// Policy files in their canonical layout: what is refused.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

struct PolicyLayoutTests {
    @Test func `a policy file is laid out`() throws {
        let text = try PolicyLayout.laidOut(SourceText(path: "a.lua", text: "x={a=1,b=2}"))

        #expect(text == "x = { a = 1, b = 2 }\n")
    }

    struct Fault: CustomTestStringConvertible {
        let bytes: [UInt8]
        let code: String
        var testDescription: String { code }
    }

    @Test(arguments: [
        Fault(bytes: Array("x = ".utf8), code: "lua.expression-attendue"),
        Fault(bytes: [0x2D, 0x2D, 0xE9], code: "politique.encodage"),
        Fault(bytes: [0x2D, 0x2D, 0x00], code: "politique.encodage"),
    ])
    func `a file that cannot be read is refused with its fault`(fault: Fault) throws {
        let error = try #require(throws: DiagnosticsError.self) {
            try PolicyLayout.laidOut(SourceText(path: "a.lua", bytes: fault.bytes))
        }

        #expect(error.diagnostics.map(\.code) == [fault.code])
    }
}
