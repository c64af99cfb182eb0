// Policies folders in memory, and what loading them finds.
// SPDX-License-Identifier: MIT

import Diagnostics
import PolicyEngine
import Testing

/// A policies folder written in a test.
struct LoadedFolder {
    let regimes: [Regime]
    let diagnostics: [Diagnostic]

    /// Loads files given by path.
    init(_ files: [String: String]) {
        let texts = files.map { SourceText(path: $0.key, text: $0.value) }
        (regimes, diagnostics) = PolicyLoader.loadReporting(PolicySource(files: texts))
    }

    /// Loads the regime `essai` with one file of rules, and tables given by path.
    init(rules: String, tables: [String: String] = [:]) {
        var files = tables
        files["essai/regime.lua"] = LoadedFolder.regime("essai")
        files["essai/regles.lua"] = rules
        self.init(files)
    }

    /// The findings as `file:line:column code: message → fix`, with ordinary spaces.
    var findings: [String] { diagnostics.map { "\($0.location.file):" + LoadedFolder.line($0) } }

    /// The findings in the file of rules, without its name.
    var ruleFindings: [String] {
        diagnostics.filter { $0.location.file == "essai/regles.lua" }.map(LoadedFolder.line)
    }

    /// The only regime, when nothing is wrong.
    func regime() throws -> Regime {
        #expect(findings == [])
        return try #require(regimes.first)
    }

    /// A sound `regime` statement.
    static func regime(_ id: String, _ fields: String = "") -> String {
        """
        regime "\(id)" {
          titre = "Essai", du = jour "2020-01-01", date_de_choix = "depot", source = "Essai",
          \(fields)
        }
        """
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let start = diagnostic.location.start
        let fix = diagnostic.fix.map { " → \($0.replacement)" } ?? ""
        return "\(start.line):\(start.column) \(diagnostic.code): \(diagnostic.message)\(fix)"
            .replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }
}

/// A text of rules and what is wrong with it.
struct LoadingFault: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let expected: [String]

    init(_ name: String, _ text: String, _ expected: String...) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }
}
