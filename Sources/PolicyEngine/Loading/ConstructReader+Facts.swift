// Reads `champ`: a fact of the policy's own.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax

extension ConstructReader {
    /// Reads `champ "complements.x" { … }`; nil when its path is wrong.
    func declaredFact(_ call: ConstructCall) -> DeclaredFact? {
        let table = call.table(findings)
        let titre = table.text("titre")
        let unite = table.optionalText("unite")
        let type = factType(table, name: call.id.value)
        let parts = call.id.value.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "complements", String(parts[1]).isPolicyName else {
            findings.report(.wrongFactPath(call.id.value), at: call.id.range)
            return nil
        }
        let field = FactField(
            String(parts[1]), titre, type, unit: unite,
            isPersonal: table.boolean("personnel") ?? false,
            isModifiable: table.boolean("modifiable") ?? false)
        return DeclaredFact(path: call.id, field: field, unite: unite)
    }

    private func factType(_ table: ConstructTable, name: String) -> FactType {
        let type = table.choice("type", among: ScalarType.self) ?? .texte
        guard let field = table["valeurs"] else { return type.factType }
        let values = table.texts("valeurs")
        if type != .texte {
            findings.report(.valuesWithoutText(type.rawValue), at: field.name.range)
            return type.factType
        }
        if case .table(let content) = field.value.kind, content.isEmpty {
            findings.report(.noValue(in: table.owner), at: field.value.range)
        }
        var known: Set<String> = []
        for value in values where !known.insert(value.value).inserted {
            findings.report(.repeatedValue(value.value), at: value.range)
        }
        return .closed(ClosedList(name: name, values: values.map(\.value)))
    }
}
