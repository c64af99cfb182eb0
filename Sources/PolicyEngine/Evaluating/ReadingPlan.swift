// By what the readings of a regime's runs are found, whatever the dossier.
// SPDX-License-Identifier: MIT

import Labelling

/// What the rules of a regime read by name, and what the numbers mean that their runs note.
///
/// A class, because each dossier is looked at through it.
final class ReadingPlan: Sendable {
    /// By rule, nil where only Lua can tell; nil when no verdict shows what rules read.
    let readings: [RuleReadings?]?
    let rows: TableRows
    let keys: FlatKeys
    /// The names of facts and columns, the first under number 1.
    let names: [String]

    /// Works out what the rules of a regime read, unless nobody asks.
    init(
        _ program: RegimeProgram, schema: DossierSchema, flat: FlatSchema, keys: KeyNumbers,
        isAsked: Bool
    ) {
        let regime = program.regime
        readings =
            isAsked
            ? program.rules.map { RuleReadings($0.rule, in: regime, schema: schema, keys: keys) }
            : nil
        rows = TableRows(isAsked ? regime.declarations.tables : [])
        self.keys = FlatKeys(flat, keys)
        names = keys.names
    }

    /// The paths that notes stand for: identities of records and numbers of keys in turn.
    func paths(_ notes: [Int32], _ paths: inout FactPaths) -> [String] {
        if notes.isEmpty { return [] }
        return stride(from: 0, to: notes.count - 1, by: 2).map { index in
            let identity = Int(notes[index])
            let name = names[Int(notes[index + 1]) - 1]
            if identity < 0 { return rows.path(of: name, ofRow: -identity) }
            return identity == 1 ? name : paths.text(of: identity - 1) + "." + name
        }
    }
}
