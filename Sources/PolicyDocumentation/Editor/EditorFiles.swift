// What a Lua editor needs to know a policy: descriptions of its names, and the allowed globals.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
package import PolicyEngine

/// Writes the files that make an editor and `luacheck` know the language and a policy.
///
///     EditorFiles(policy).files.map(\.path)  // [".luarc.json", ".luacheckrc", …]
package struct EditorFiles: Sendable {
    /// A file to write.
    package struct File: Hashable, Sendable {
        /// Its path from the policies folder.
        package let path: String
        /// Its text; ends with an end of line.
        package let text: String
    }

    /// The folder of the descriptions; hidden, so that no policy reads it.
    package static let folder = ".sceau"

    private let names: PolicyNames

    /// Prepares the files of a policy.
    package init(_ policy: Policy) { names = PolicyNames(policy) }

    /// The files: those of the policies folder first, then those of `folder`.
    package var files: [File] {
        [
            File(path: ".luarc.json", text: settings.encoded(style: .pretty) + "\n"),
            File(path: ".luacheckrc", text: LuacheckSettings(names).text),
        ]
            + [
                ("langage", LanguageStubs.text), ("faits", FactStubs(names.schema).text),
                ("politique", PolicyStubs(names).text), ("essais", TestStubs.text),
            ].map { File(path: "\(EditorFiles.folder)/\($0.0).lua", text: $0.1) }
    }

    /// The settings of lua-language-server: Lua 5.4 without the libraries that policies lack.
    private var settings: JSONValue {
        let libraries = [
            "basic", "bit", "bit32", "coroutine", "debug", "ffi", "io", "jit", "math", "os",
            "package", "string", "table", "utf8",
        ]
        return [
            "$schema": .string(
                "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json"),
            "runtime.version": .string("Lua 5.4"),
            "runtime.builtin": .object(
                libraries.map { JSONValue.Member($0, .string("disable")) }),
            "workspace.library": .array([.string(EditorFiles.folder)]),
            "workspace.checkThirdParty": .boolean(false),
            "diagnostics.globals": .array(names.globals.map(JSONValue.string)),
            "diagnostics.disable": .array([.string("lowercase-global"), .string("unused-local")]),
            "completion.requireSeparator": "/",
            "telemetry.enable": .boolean(false),
        ]
    }
}
