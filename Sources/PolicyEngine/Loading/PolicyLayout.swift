// The canonical layout of policy files.
// SPDX-License-Identifier: MIT

public import Diagnostics
import LuaSyntax

/// Lays policy files out.
///
///     let text = try PolicyLayout.laidOut(SourceText(path: "a.lua", text: "x={a=1,b=2}"))
///     // x = { a = 1, b = 2 }
public enum PolicyLayout {
    /// The text of a policy file in its canonical layout; it says the same as before.
    ///
    /// Any Lua is taken, whether the policy language has it or not.
    ///
    /// - Throws: what is wrong with the file's encoding or its grammar, sorted.
    public static func laidOut(_ source: SourceText) throws(DiagnosticsError) -> String {
        let findings = FileFindings(source: source)
        guard PolicyEncoding.check(findings) else {
            throw DiagnosticsError(findings.diagnostics)
        }
        return String(decoding: try LuaParser.parse(source).laidOut(), as: UTF8.self)
    }
}
