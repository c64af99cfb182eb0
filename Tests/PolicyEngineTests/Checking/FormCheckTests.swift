// What the checker says of the forms of Lua that policies do not use.
// SPDX-License-Identifier: MIT

import Diagnostics
import Testing

@testable import PolicyEngine

struct FormCheckTests {
    @Test(arguments: [
        CheckCase(
            "varargs of a function", "local function _f(...) return 1 end",
            "1:19 politique.points-de-suspension"),
        CheckCase("varargs of a file", "local _x = ...", "1:12 politique.points-de-suspension"),
        CheckCase("goto", "goto fin\n::fin::", "1:1 politique.goto", "2:1 politique.goto"),
        CheckCase("close", "local _x <close> = nil", "1:11 politique.close"),
        CheckCase("_ENV", "local _x = _ENV", "1:12 politique.env"),
        CheckCase("declared _ENV", "local _ENV = {}", "1:7 politique.env"),
        CheckCase("reserved name", "local __x = 1", "1:7 politique.nom-reserve"),
        CheckCase(
            "reserved field", "local _x = { 1 }\n_x.__index = 1", "2:4 politique.nom-reserve"),
        CheckCase("method", "local _x = (\"a\"):upper()", "1:18 politique.methode"),
        CheckCase(
            "declared method", "local t = {}\nfunction t:f() end", "2:12 politique.methode"),
        CheckCase(
            "choice beside bits", "local _x = 1 ~ (true or false)",
            "1:14 politique.operateur-de-bits"),
        CheckCase(
            "choice under a bit operator", "local _x = ~(true and false)",
            "1:12 politique.operateur-de-bits"),
        CheckCase(
            "comparison as index", "local t = {}\nlocal _x = t[1 < 2]",
            "2:14 politique.indice-logique"),
        CheckCase(
            "condition as index", "local t = {}\nlocal _x = t[not true]",
            "2:14 politique.indice-logique"),
        CheckCase(
            "comparison as key", "local _x = { [1 < 2] = 1 }", "1:15 politique.indice-logique"),
        CheckCase("const", "local _x <const> = 1"),
        CheckCase("bits of numbers", "local _x = 1 ~ 2 | 3"),
        CheckCase("number as index", "local t = { 1 }\nlocal _x = t[1 + 0]"),
    ])
    func `a form that policies do not use is reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua).filter {
            !$0.hasSuffix(" politique.type")
        }

        #expect(findings == example.expected)
    }

    @Test(arguments: [
        CheckCase("argument", "local _x = math.max(0,5)", "1:21 politique.virgule-decimale"),
        CheckCase("table", "local _x = { 0,5 }", "1:14 politique.virgule-decimale"),
        CheckCase("field", "local _x = { a = 0,5 }", "1:18 politique.virgule-decimale"),
        CheckCase("local", "local _x = 0,5", "1:12 politique.virgule-decimale"),
        CheckCase(
            "return", "local function _f() return 0,5 end", "1:28 politique.virgule-decimale"),
        CheckCase(
            "list of a construct", "parametre \"p\" { valeurs = { 0,5 } }",
            "1:29 politique.virgule-decimale"),
        // Told by the reader of the construct, once.
        CheckCase("field of a construct", "parametre \"p\" { valeurs = { { valeur = 0,5 } } }"),
        CheckCase("thousands", "local _x = 10.000", "1:12 politique.nombre-ambigu"),
        CheckCase(
            "thousands in a construct", "parametre \"p\" { valeurs = { { valeur = 1.500 } } }",
            "1:40 politique.nombre-ambigu"),
        CheckCase("spaced", "local _x = math.max(0, 5)"),
        CheckCase("three numbers", "local _x = { 1,2,3 }"),
        CheckCase("decimals", "local _x = { 0.125, 10.0, 1.5, 1000.000 }"),
    ])
    func `numbers written the French way are reported`(_ example: CheckCase) throws {
        let findings = try PolicyFixture.findings(in: example.lua)

        #expect(findings == example.expected)
    }

    @Test
    func `sixty levels are the most`() throws {
        func nested(_ count: Int) -> String {
            "local _x = " + String(repeating: "(", count: count) + "1"
                + String(repeating: ")", count: count)
        }

        #expect(try PolicyFixture.findings(in: nested(59)) == [])
        #expect(try PolicyFixture.findings(in: nested(60)) == ["1:72 politique.trop-imbrique"])
    }

    @Test(arguments: ["+", "and", "or", ".."])
    func `a chain of one operator is one level`(_ sign: String) throws {
        let term = sign == "+" ? "1" : sign == ".." ? "\"a\"" : "true"
        let chain = Array(repeating: term, count: 150).joined(separator: " \(sign) ")

        #expect(try PolicyFixture.findings(in: "local _x = " + chain) == [])
    }
}
