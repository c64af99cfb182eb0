// The configuration of `luacheck`: exactly the globals that policy files may read.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Writes `.luacheckrc`.
struct LuacheckSettings {
    private let names: PolicyNames

    /// Prepares the configuration of a policy.
    init(_ names: PolicyNames) { self.names = names }

    /// The file; a folder sees the names of the regimes that take it, tests see theirs alone.
    var text: String {
        let folders = names.namesByFolder.filter { !$0.names.isEmpty }.map { folder, names in
            let entries = names.map { "  \($0) = { other_fields = true },\n" }.joined()
            return "files[\"\(folder)/\"] = { read_globals = {\n\(entries)} }\n"
        }
        let tests = TestStubs.names + ["jour"]
        return """
            -- Écrit par « sceau schema --editor » : ne pas modifier à la main.

            stds.sceau = { read_globals = {
            \((functions + words + libraries + facts).map { "  \($0),\n" }.joined())} }

            stds.sceau_tests = { read_globals = { \(tests.map { "\"\($0)\"" }.joined(separator: ", ")) } }

            std = "sceau"
            max_line_length = false
            exclude_files = { "\(EditorFiles.folder)/" }
            -- Un local peut ne servir que dans un texte entre accolades : « sceau check » y veille.
            ignore = { "211" }

            files["tests/"] = { std = "sceau_tests" }
            \(folders.joined())
            """
    }

    private var functions: [String] {
        Builtin.all.filter { !$0.name.contains(".") }.map { "\"\($0.name)\"" }
    }

    private var words: [String] {
        (ConstructKind.allCases.filter { !$0.isTest }.map(\.rawValue)
            + Effect.allCases.map(\.rawValue) + ["debut", "require"])
            .map { "\"\($0)\"" }
    }

    /// Each library with the functions and constants of it that policies have.
    private var libraries: [String] {
        var members: [(library: String, names: [String])] = []
        for name in Builtin.all.map(\.name) + LibraryConstant.all.map(\.name) {
            let parts = name.split(separator: ".").map(String.init)
            guard parts.count == 2 else { continue }
            if let index = members.firstIndex(where: { $0.library == parts[0] }) {
                members[index].names.append(parts[1])
            } else {
                members.append((parts[0], [parts[1]]))
            }
        }
        return members.map { library, names in
            "\(library) = { fields = { \(names.map { "\"\($0)\"" }.joined(separator: ", ")) } }"
        }
    }

    private var facts: [String] {
        PolicyNames.records(names.schema).map { "\($0.name) = \(fields($0.record))" }
    }

    /// The fields of a record and of the records in it; the elements of lists are not named.
    private func fields(_ record: RecordSchema) -> String {
        let entries = record.fields.map { field in
            switch field.type {
            case .record(let inner): "\(field.name) = \(fields(inner))"
            case .list: "\(field.name) = { other_fields = true }"
            default: "\(field.name) = {}"
            }
        }
        return "{ fields = { \(entries.joined(separator: ", ")) } }"
    }
}
