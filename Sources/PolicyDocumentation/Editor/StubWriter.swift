// The lines of a LuaCATS file: comments that describe, declarations that do nothing.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// Gathers the lines of a description file.
struct StubWriter {
    /// The lines so far.
    private var lines = ["---@meta", ""]

    /// The file; ends with an end of line.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Adds a line that says what the next one is.
    mutating func say(_ words: String) { lines.append("--- " + words.stubLine) }

    /// Adds an annotation, such as `@type string`, with words after it.
    mutating func annotate(_ annotation: String, _ words: String = "") {
        lines.append("---@\(annotation)\(words.isEmpty ? "" : " " + words.stubLine)")
    }

    /// Adds a declaration and an empty line.
    mutating func declare(_ code: String) { lines += [code, ""] }

    /// Ends what describes no declaration.
    mutating func close() { lines.append("") }

    /// Adds the class of a record, those of the records in it before it.
    mutating func add(_ record: RecordSchema, named name: String, _ words: String) {
        for field in record.fields {
            if let inner = field.type.record, !StubWriter.roots.contains(field.name) {
                add(inner, named: "\(name).\(field.name)", field.title)
            }
            if case .closed(let list)? = field.type.single { add(list, "\(name).\(field.name)") }
        }
        say(words)
        annotate("class sceau.\(name)")
        for field in record.fields {
            let type = StubWriter.type(field.type, named: "\(name).\(field.name)")
            let unit = field.unit.map { " (\($0))" } ?? ""
            let mark = field.isPersonal ? " (fait personnel)" : ""
            annotate("field \(field.name) \(type)", field.title + unit + mark)
        }
        close()
    }

    private mutating func add(_ list: ClosedList, _ name: String) {
        annotate("alias sceau.\(name)")
        for value in list.values {
            lines.append("---| \"\(value.luaEscaped)\" # \((list.labels[value] ?? value).stubLine)")
        }
        close()
    }

    /// The type of a fact; that of a record or of a closed list has a name.
    static func type(_ type: FactType, named name: String) -> String {
        switch type {
        case .text, .identifier, .country: "string"
        case .integer: "integer"
        case .decimal: "number"
        case .boolean: "boolean"
        case .day: "sceau.jour"
        case .closed: "sceau.\(name)"
        case .list(let element): StubWriter.type(element, named: name) + "[]"
        case .record:
            switch name {
            case "dossier.collectivite": "sceau.collectivite"
            case "dossier.expertises": "sceau.expertise"
            case "dossier.demandes": "sceau.demande"
            default: "sceau.\(name)"
            }
        }
    }

    /// The facts of a dossier whose records have names of their own.
    private static let roots: Set<String> = ["collectivite", "expertises", "demandes"]
}

extension FactType {
    /// The type of a single value: of a list, that of its elements.
    fileprivate var single: FactType? {
        if case .list(let element) = self { element.single } else { self }
    }
}

extension String {
    /// The text on one line, in French typography.
    fileprivate var stubLine: String { oneLine.typeset }

    /// The text inside double quotes of Lua.
    fileprivate var luaEscaped: String {
        escaping(["\\": "\\\\", "\"": "\\\""]).oneLine
    }
}
