// The plain form of a regime: ordinary Lua 5.4 that stock Lua runs, the oracle of the engine.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

extension Policy {
    /// A regime as one Lua program for stock `lua5.4`: a short prelude, tables, then the files.
    ///
    /// The files stand as officers wrote them, with deferred expressions wrapped in functions; run
    /// with the path of a Lua file that returns a list of dossiers, it prints one line a result.
    public func plainLua(of regime: Regime) -> String {
        guard let program = programs.first(where: { $0.regime.id == regime.id }) else { return "" }
        return PlainForm(program).text
    }
}

/// Writes the plain form.
struct PlainForm {
    /// The whole program.
    let text: String

    /// Puts the parts together.
    init(_ program: RegimeProgram) {
        let regime = program.regime
        var parts = [PlainPrelude.text, PlainForm.order(of: program)]
        parts += regime.declarations.tables.map(PlainForm.rows)
        for (number, file) in regime.files.enumerated() {
            let rules = program.rules.map(\.rule).filter { $0.file == number }
            let name = LuaWriter.quoted(file.chunk.moduleName)
            let opening = file.isModule ? "module(\(name), function()" : "fichier(function()"
            parts.append("-- \(file.source.path)\n\(opening)")
            parts.append(PlainForm.wrapped(file, rules: rules))
            parts.append("end)\n")
        }
        parts.append("principal(...)\n")
        text = parts.joined(separator: "\n")
    }

    /// The officer's text with `function(_ENV) return (` … `) end` around deferred expressions.
    private static func wrapped(_ file: PolicyFile, rules: [Rule]) -> String {
        var insertions: [(offset: Int, text: String)] = []
        for expression in rules.flatMap(\.fields).map(\.expression) {
            insertions.append((expression.range.lowerBound, "function(_ENV) return ("))
            insertions.append((expression.range.upperBound, ") end"))
        }
        var output: [UInt8] = []
        var start = file.source.bytes.starts(with: SourceText.byteOrderMark) ? 3 : 0
        // Lua skips a first line that starts with `#`, in a file but not inside one.
        if file.source.bytes.dropFirst(start).first == UInt8(ascii: "#") {
            output += Array("--".utf8)
        }
        for insertion in insertions.sorted(by: { $0.offset < $1.offset }) {
            output += file.source.bytes[start..<insertion.offset]
            output += Array(insertion.text.utf8)
            start = insertion.offset
        }
        output += file.source.bytes[start...]
        return String(decoding: output, as: UTF8.self)
    }

    /// What each rule runs on, and the order of calculs.
    private static func order(of program: RegimeProgram) -> String {
        let calculs = program.calculOrder.map { program.rules[$0] }
        let others = program.rules.filter { $0.rule.kind != .calcul }
        let lines = (calculs + others).map { item in
            let id = LuaWriter.quoted(item.rule.id.value)
            let du = item.rule.period.du.map { "\($0.ordinal)" } ?? "0"
            let au = item.rule.period.jusquAu.map { "\($0.ordinal)" } ?? "math.huge"
            return "  { id = \(id), portee = \"\(item.scope.rawValue)\", du = \(du), au = \(au) },"
        }
        let choice = program.regime.declaration.choiceDate.rawValue
        return "ORDRE = {\n\(lines.joined(separator: "\n"))\n}\nDATE_DE_CHOIX = \"\(choice)\"\n"
    }

    private static func rows(of table: DataTable) -> String {
        let rows = table.rows.map { row in
            let cells = row.cells.sorted { $0.key < $1.key }.map { "\($0.key) = \(lua($0.value))" }
            let du = row.period.du.map { "\($0.ordinal)" } ?? "0"
            let au = row.period.jusquAu.map { "\($0.ordinal)" } ?? "math.huge"
            return "  { du = \(du), au = \(au), fiche = { \(cells.joined(separator: ", ")) } },"
        }
        let name = LuaWriter.quoted(table.name.value)
        return "LIGNES[\(name)] = {\n\(rows.joined(separator: "\n"))\n}\n"
    }

    private static func lua(_ constant: Constant) -> String {
        switch constant {
        case .text(let text): LuaWriter.quoted(text)
        case .integer(let number): "\(number)"
        case .decimal(let number): "\(number)"
        case .boolean(let value): value ? "true" : "false"
        case .day(let day): "jour \"\(day.iso)\""
        case .list(let elements): "{ \(elements.map(lua).joined(separator: ", ")) }"
        }
    }
}
