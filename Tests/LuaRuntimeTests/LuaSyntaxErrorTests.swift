// What the stock compiler refuses.
// SPDX-License-Identifier: MIT

import LuaRuntime
import Testing

struct LuaSyntaxErrorTests {
    struct Refusal: CustomTestStringConvertible {
        let text: String
        let message: String
        let line: Int?
        var testDescription: String { String(text.prefix(40)) }
    }

    static let refusals = [
        Refusal(text: "local x = = 1", message: "unexpected symbol near '='", line: 1),
        Refusal(text: "\n\nlocal = 1", message: "<name> expected near '='", line: 3),
        Refusal(text: "\r\n\r\nx x", message: "syntax error near 'x'", line: 3),
        Refusal(text: "local s = 'abc\n", message: "unfinished string near ''abc'", line: 1),
        Refusal(text: "goto la", message: "no visible label 'la' for <goto> at line 1", line: 1),
        Refusal(text: "é = 1", message: "unexpected symbol near '<\\195>'", line: 1),
        Refusal(
            text: "local a = 1\nlocal b = \(String(repeating: "(", count: 300))1",
            message: "C stack overflow", line: 2),
        // CR, then LF with CR, then CR with LF: three line ends.
        Refusal(
            text: "local a = 1\rlocal b = 1\n\rlocal c = 1\r\n"
                + "local d = \(String(repeating: "(", count: 300))1\n",
            message: "C stack overflow", line: 4),
        Refusal(
            text: (1...201).map { "local l\($0)" }.joined(separator: "\n"),
            message: "too many local variables (limit is 200) in main function near <eof>",
            line: 201),
    ]

    @Test(arguments: refusals)
    func `a refused text gives the compiler's words and line`(refusal: Refusal) throws {
        let error = try #require(LuaMachine.syntaxError(of: refusal.text))

        #expect(error.kind == .syntax)
        #expect(error.message == refusal.message)
        #expect(error.line == refusal.line)
        #expect(error.chunk == nil)
    }

    @Test(arguments: ["", "return 1", "-- rien", "local x <const> = 1 return x", "\n;;;\n"])
    func `an accepted text gives nothing`(text: String) {
        #expect(LuaMachine.syntaxError(of: text) == nil)
    }

    @Test func `a text longer than a policy may hold is judged all the same`() {
        let long = String(repeating: "x", count: 5 << 20)

        #expect(LuaMachine.syntaxError(of: "return '\(long)'") == nil)
    }

    @Test func `bytes that are not UTF-8 are judged as they stand`() {
        let inText = Array("return '".utf8) + [0xE9, 0x27]
        let inName: [UInt8] = [0xE9, 0x3D, 0x31]

        #expect(LuaMachine.syntaxError(of: inText) == nil)
        #expect(LuaMachine.syntaxError(of: inName)?.kind == .syntax)
    }

    @Test func `loading names the chunk of a policy`() throws {
        var machine = try LuaMachine()

        let policy = machine.failure(of: "\nx x", chunkName: "@expe-ct/a:7: b.lua")
        let trusted = machine.failure(of: "\nx x", chunkName: "=sceau")

        #expect(policy?.chunk == "expe-ct/a:7: b.lua")
        #expect(policy?.line == 2)
        #expect(policy?.message == "syntax error near 'x'")
        #expect(trusted?.chunk == nil)
        #expect(trusted?.line == 2)
    }
}
