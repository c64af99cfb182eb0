// Descriptions of what a policy declares: parameters, tables and calculs.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Writes `politique.lua`.
struct PolicyStubs {
    private let names: PolicyNames

    /// Prepares the names of a policy.
    init(_ names: PolicyNames) { self.names = names }

    /// The file.
    var text: String {
        var writer = StubWriter()
        names.parameters.forEach { add($0, to: &writer) }
        names.tables.forEach { add($0, to: &writer) }
        for (nom, rule, type) in names.calculs {
            writer.say("calcul \(rule.id.value) : \(rule.titre)")
            writer.annotate("type " + (type.map { PolicyStubs.type($0) } ?? "any"))
            writer.declare("\(nom) = {}")
        }
        return writer.text
    }

    private func add(_ parameter: Parameter, to writer: inout StubWriter) {
        let unit = parameter.unite.map { " (\($0))" } ?? ""
        writer.say(parameter.titre + unit)
        for value in parameter.values {
            let period = value.period.french.map { ", \($0)" } ?? ""
            writer.say(NameBook.amount(value.value.value, unit: parameter.unite) + period)
        }
        let type = parameter.values.first?.value.value.factType
        writer.annotate("type " + (type.map { PolicyStubs.type($0) } ?? "any"))
        writer.declare("\(parameter.name.value) = {}")
    }

    private func add(_ table: DataTable, to writer: inout StubWriter) {
        let name = table.name.value
        writer.say("une ligne du tableau « \(name) »")
        writer.annotate("class sceau.ligne.\(name)")
        for column in table.columns {
            let type = PolicyStubs.type(column.type.factType)
            let words = column.name == table.key ? "la clé" : ""
            writer.annotate("field \(column.name) \(type)", words)
        }
        writer.close()
        let rows = French.count(table.rows.count, "ligne", "lignes")
        writer.say("le tableau \(table.path) : \(rows)")
        writer.annotate(
            table.key == nil
                ? "type sceau.ligne.\(name)[]"
                : "type table<string|number|sceau.jour, sceau.ligne.\(name)>")
        writer.declare("\(name) = {}")
    }

    /// The type of a value of which only the dossier's own records have names.
    private static func type(_ type: FactType) -> String {
        switch type {
        case .closed: "string"
        case .record: "table"
        case .list(let element): PolicyStubs.type(element) + "[]"
        default: StubWriter.type(type, named: "")
        }
    }
}
