// Which regimes surely load in whatever form.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct SureLoadingTests {
    /// A file of rules, and whether it cannot fail as it loads.
    struct File: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let isSure: Bool

        init(_ name: String, _ text: String, isSure: Bool) {
            self.name = name
            self.text = text
            self.isSure = isSure
        }

        var testDescription: String { name }
    }

    private static func criterion(_ exige: String, _ sinon: String = "non") -> String {
        """
        critere "C" { titre = "T", source = "S", exige = \(exige), sinon = refus "\(sinon)" }
        """
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "not (", count: depth) + "true" + String(repeating: ")", count: depth)
    }

    private static func isSure(_ rules: String) throws -> Bool {
        let files = ["essai/regime.lua": LoadedFolder.regime("essai"), "essai/regles.lua": rules]
        let source = PolicySource(files: files.map { SourceText(path: $0.key, text: $0.value) })
        return try #require(PolicyLoader.load(source).first).surelyLoads
    }

    @Test(arguments: [
        File("constructs", criterion("true"), isSure: true),
        File("plain values", "local n, t = nil, { a = 1, \"x\", { true } }", isSure: true),
        File("name of a local", "local function f() end\nlocal g = f", isSure: false),
        File("function as value", "local f = function(x) return x() end", isSure: true),
        File("named function", "local function f(x) return x.a.b end", isSure: true),
        File("call", "local n = math.max(1, 2)", isSure: false),
        File("call in a table", "local t = { a = { jour \"2020-01-01\" } }", isSure: false),
        File("arithmetic", "local n = 1 + 1", isSure: false),
        File("field", "local t = {}\nlocal n = t.a", isSure: false),
        File("computed key", "local t = { [\"a\"] = 1 }", isSure: false),
        File("attribute", "local n <const> = 1", isSure: false),
        File("assignment", "local t = {}\nt.a = 1", isSure: false),
        File("condition", "if true then end", isSure: false),
        File("loop", "for i = 1, 2 do end", isSure: false),
        File("block", "do end", isSure: false),
    ])
    func `only constructs, functions and plain values surely load`(_ file: File) throws {
        #expect(try SureLoadingTests.isSure(file.text) == file.isSure)
    }

    @Test(arguments: [
        // A level is a call, an operator, a parenthesis or a block; the file itself is one.
        File("few levels", criterion(nested(9)), isSure: true),
        File("many levels", criterion(nested(13)), isSure: false),
        File("few levels in a text", criterion("true", "{\(nested(9))}"), isSure: true),
        File("many levels in a text", criterion("true", "{\(nested(13))}"), isSure: false),
        File("few names", locals(100), isSure: true),
        File("many names", locals(101), isSure: false),
        File("many names in a function", "local function f()\n\(locals(101))\nend", isSure: false),
        File("few arguments", criterion("_f(\(list(100)))"), isSure: true),
        File("many arguments", criterion("_f(\(list(101)))"), isSure: false),
        File("many parameters", "local function f(\(parameters(101))) end", isSure: false),
        File("small file", padded(to: (1 << 16) - 1), isSure: true),
        File("large file", padded(to: 1 << 16), isSure: false),
    ])
    func `what comes near the limits of the compiler is not sure`(_ file: File) throws {
        #expect(try SureLoadingTests.isSure(file.text) == file.isSure)
    }

    private static func locals(_ count: Int) -> String {
        (1...count).map { "local v\($0) = 1" }.joined(separator: "\n")
    }

    private static func list(_ count: Int) -> String {
        (1...count).map(String.init).joined(separator: ", ")
    }

    private static func parameters(_ count: Int) -> String {
        (1...count).map { "p\($0)" }.joined(separator: ", ")
    }

    /// A criterion under a comment that makes the file this long.
    private static func padded(to bytes: Int) -> String {
        let rule = criterion("true")
        return "--" + String(repeating: "x", count: bytes - rule.utf8.count - 3) + "\n" + rule
    }
}
