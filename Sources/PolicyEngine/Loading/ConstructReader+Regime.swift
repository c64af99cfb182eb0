// Reads `regime` and `niveaux`.
// SPDX-License-Identifier: MIT

import Diagnostics
import LuaSyntax

extension ConstructReader {
    /// Reads `regime "id" { … }`.
    func regime(_ call: ConstructCall) -> RegimeDeclaration {
        let table = call.table(findings)
        return RegimeDeclaration(
            id: call.id,
            titre: table.text("titre"),
            source: table.text("source"),
            period: table.period(),
            choiceDate: table.choice("date_de_choix", among: ChoiceDate.self) ?? .depot,
            includes: table.texts("inclut"),
            optionals: table.texts("facultatif"),
            transition: table.optionalText("transition"))
    }

    /// Reads `niveaux { … }`, in any order.
    func levels(_ call: ConstructCall) -> Located<Levels> {
        let shape = TableShape(
            owner: "un niveau", required: ["a_partir_de", "nom"], optional: [])
        let literals = Literals(findings: findings)
        let records = literals.records(call.fields, of: "niveaux", shape: shape)
        if call.fields.isEmpty { findings.report(.noLevel(), at: call.range) }
        var known: [Levels.Level] = []
        for record in records {
            guard let level = level(record) else { continue }
            reportRepeats(level, record, among: known)
            known.append(level)
        }
        return Located(value: Levels(levels: known.sorted { $0.from > $1.from }), range: call.range)
    }

    private func level(_ record: ConstructTable) -> Levels.Level? {
        let (from, name) = (record.number("a_partir_de"), record.optionalText("nom"))
        guard let from, let name else { return nil }
        return Levels.Level(from: from, name: name)
    }

    private func reportRepeats(
        _ level: Levels.Level, _ record: ConstructTable, among known: [Levels.Level]
    ) {
        if known.contains(where: { $0.from == level.from }), let field = record["a_partir_de"] {
            let points = abs(level.from) < 2 ? "point" : "points"
            let text = findings.source.text(in: field.value.range)
            findings.report(.repeatedThreshold("\(text) \(points)"), at: field.value.range)
        }
        if known.contains(where: { $0.name == level.name }), let field = record["nom"] {
            findings.report(.repeatedLevel(level.name), at: field.value.range)
        }
    }
}
