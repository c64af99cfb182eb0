// Every fault that the parser reports, with its place.
// SPDX-License-Identifier: MIT

import Diagnostics
import Foundation
import LuaSyntax
import Testing

/// A faulty text and what is reported: line, column and code of each fault.
struct FaultyText: CustomTestStringConvertible {
    let text: String
    let faults: [String]

    init(_ text: String, _ faults: String...) {
        self.text = text
        self.faults = faults
    }

    var testDescription: String { faults.joined(separator: ", ") + " in " + text }
}

struct LuaSyntaxDiagnosticsTests {
    @Test(arguments: faultyTexts)
    func `a fault is reported at its place`(case faulty: FaultyText) {
        #expect(diagnose(faulty.text).map(\.placeAndCode) == faulty.faults)
    }

    @Test func `each code of the parser is provoked by a text above`() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let file = tests.appendingPathComponent(
            "../../Sources/LuaSyntax/LuaSyntaxDiagnostics.swift")
        let source = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
        let codes = Set(source.matches(of: /"(lua\.[a-z-]+)"/).map { String($0.output.1) })

        let provoked = Set(
            faultyTexts.flatMap { diagnose($0.text).map(\.code) }
                + ["lua.imbrication", "lua.expression-trop-longue"])

        #expect(provoked == codes)
    }

    @Test(arguments: [
        "a => b": ">=", "a =< b": "<=", "a <> b": "~=", "{ 1 000 000 }": "1000000",
        "a != b": "~=", "a && b": "and", "a || b": "or", "! a": "not", "“a”": "\"a\"",
        "« a »": "\"a\"", "« a »": "\"a\"", "‘a’": "\"a\"", "prénom": "prenom", "Œuvre": "OEuvre",
        "a – b": "-", "a ≤ b": "<=", "a\u{A0}+ b": " ", "(a = b)": "==", "(a et b)": "and",
        "{ a b }": ",", "{ end = 1 }": "[\"end\"]", "e\u{301}te\u{301}": "ete",
    ])
    func `a repair is proposed where one is plain`(text: String, replacement: String) throws {
        let diagnostic = try #require(diagnose("x = \(text)").first)

        #expect(diagnostic.fix?.replacement == replacement)
    }

    @Test func `a missing end names the line that opened`() throws {
        let text = "local function f(a)\n  if a then\n    return 1\n  end\n"

        let diagnostic = try #require(diagnose(text).first)

        #expect(diagnostic.message == "« end » attendu, et non la fin du texte")
        #expect(diagnostic.label == "pour fermer « function » de la ligne 1")
        #expect(diagnostic.location.excerpt == "  end")
        #expect(diagnostic.notes.isEmpty)
    }

    @Test func `a block closed by an end further left is named`() throws {
        let text = "function f()\n  if x then\n    y = 1\nend\n\nz = 1\n"

        let diagnostic = try #require(diagnose(text).first)

        #expect(
            diagnostic.notes == [
                "« if » de la ligne 2 est fermé par « end » de la ligne 4, moins en retrait : "
                    + "son « end » manque peut-être"
            ])
    }

    @Test(arguments: [
        "x = 1 + ": "valeur attendue, et non la fin du texte",
        "x = }": "valeur attendue, et non « } »",
        "f(1 'a')": "« ) » attendu, et non une chaîne de caractères",
        "if a then else else end": "« end » attendu, et non « else »",
        "end": "« end » ne ferme rien", "x = 3x": "nombre « 3x » mal formé",
        "x = \u{1}": "caractère U+0001 inconnu de Lua", "x = ¿": "caractère « ¿ » inconnu de Lua",
        "local a <const> = 1; a = 2": "« a » est une constante et ne change pas de valeur",
        "a.b": "« a.b » n’est pas une instruction",
        "f() = 1": "« f() » ne peut recevoir de valeur",
    ])
    func `a message tells what was found`(text: String, message: String) throws {
        let diagnostic = try #require(diagnose(text).first)

        #expect(diagnostic.message == message)
    }

    @Test func `no message shows the English of Lua, a full stop or a capital`() {
        let texts = faultyTexts.map(\.text) + refusedTexts

        for diagnostic in texts.flatMap(diagnose) {
            #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.message)")
            #expect(diagnostic.message.first?.isUppercase == false, "\(diagnostic.message)")
            #expect(!diagnostic.message.contains("\n"), "\(diagnostic.message)")
            #expect(diagnostic.message.count <= 100, "\(diagnostic.message)")
        }
    }

    @Test(arguments: refusedTexts)
    func `a short text has few faults`(text: String) {
        #expect((1...2).contains(diagnose(text).count))
    }
}

private func diagnose(_ text: String) -> [Diagnostic] {
    do throws(DiagnosticsError) {
        _ = try LuaParser.parse(SourceText(path: "a.lua", text: text))
        return []
    } catch {
        return error.diagnostics
    }
}

extension Diagnostic {
    fileprivate var placeAndCode: String {
        "\(location.start.line):\(location.start.column) \(code)"
    }
}
