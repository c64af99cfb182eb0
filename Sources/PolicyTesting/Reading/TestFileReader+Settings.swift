// On what a case runs: its dossier, the changes of it, the day, the changes of the policy.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// A text that is not of the list of its fact.
struct Slip {
    let finding: PolicyFinding
    let range: SourceRange
}

/// A setting in the making: a row of a table may still give what is missing.
struct SettingDraft {
    var dossier: CaseDossier?
    private(set) var edits: [FactEdit] = []
    /// What is wrong with the values of edits, if the dossier is to be read.
    private(set) var slips: [Slip] = []
    /// The dossier with the edits so far; nil when it cannot be told.
    var json: JSONValue?
    var decisionDay: Day?
    var regime: String?
    var policy = PolicySetting()
    private var places = WrittenPlaces()

    /// Adds a change, tried on the dossier as the changes before it leave it.
    ///
    /// - Returns: what is wrong with it; a removal is wrong when there is nothing to remove.
    mutating func add(
        _ edit: FactEdit, _ slips: [Slip] = [], mustRemove: Bool = false
    ) -> PolicyFinding? {
        edits.append(edit)
        self.slips += slips
        guard let before = json else { return nil }
        do throws(EditFault) {
            let after = try before.editing(edit)
            json = after
            return mustRemove && after == before ? .alreadyAbsent() : nil
        } catch {
            json = nil
            return .impossibleEdit(error.message)
        }
    }

    /// Starts from a dossier that is written out.
    mutating func take(_ written: JSONValue, _ slips: [Slip], at places: WrittenPlaces) {
        dossier = .written(written)
        self.places = places
        json = written
        self.slips += slips
    }

    /// The setting, once it has a dossier and a day.
    var setting: CaseSetting? {
        guard let dossier, let decisionDay else { return nil }
        return CaseSetting(
            dossier: dossier, edits: edits, decisionDay: decisionDay, regime: regime,
            policy: policy, places: places)
    }
}

extension TestFileReader {
    /// Reads the fields that `cas` and `tableau` share.
    func setting(_ table: ConstructTable) -> SettingDraft {
        var draft = SettingDraft()
        if let field = table["dossier"] { take(field.value, of: table, in: &draft) }
        if let field = table["modifie"] {
            for (key, value) in entries(field.value, of: "modifie") {
                edit(key, value, in: &draft, at: key.range)
            }
        }
        for text in table.texts("sans") {
            guard let (path, _) = factPath(text) else { continue }
            let removal = FactEdit(path: path, value: nil)
            if let finding = draft.add(removal, mustRemove: true) {
                findings.report(finding, at: text.range)
            }
        }
        draft.decisionDay = table.day("le")
        draft.regime = table.locatedText("regime").flatMap {
            known($0, "régime inconnu", among: vocabulary.regimes)
        }
        draft.policy = policySetting(table)
        return draft
    }

    /// Reads `donnees`, `parametres` and `options`.
    func policySetting(_ table: ConstructTable) -> PolicySetting {
        var setting = PolicySetting()
        if let field = table["parametres"] {
            for (name, value) in entries(field.value, of: "parametres") {
                setting.parameters[name.value] = parameter(name, value)
            }
        }
        if let field = table["donnees"] {
            for (name, rows) in entries(field.value, of: "donnees") {
                setting.rows[name.value] = self.rows(name, rows)
            }
        }
        for option in table.texts("options") {
            if let name = known(option, "dossier facultatif inconnu", among: vocabulary.options) {
                setting.options.insert(name)
            }
        }
        return setting
    }

    /// A parameter's value; nil, and reported, when there is no such parameter.
    func parameter(_ name: Located<String>, _ value: Expression) -> Constant? {
        guard let known = vocabulary.parameters[name.value] else {
            let names = vocabulary.parameters.keys.sorted()
            findings.report(
                .unknownName(name.value, what: "paramètre inconnu", known: names), at: name.range)
            return nil
        }
        return constant(value, like: known, named: name.value)
    }

    /// Takes the dossier of a file, or one that is written out; such a one needs no `schema`.
    private func take(
        _ value: Expression, of table: ConstructTable, in draft: inout SettingDraft
    ) {
        let type = FactType.record(vocabulary.schema.root)
        guard value.isTable else {
            guard let path = table.locatedText("dossier").flatMap(path) else { return }
            draft.dossier = .file(path)
            draft.json = dossiers[path] ?? nil
            return
        }
        guard case .object(let members)? = json(value, type, of: "dossier") else { return }
        let head = JSONValue.Member("schema", .string(DossierSchema.identifier))
        let isMarked = members.contains { $0.key == head.key }
        let written = JSONValue.object((isMarked ? [] : [head]) + members)
        draft.take(
            written, slips(in: value, type, of: "dossier"),
            at: WrittenPlaces(value, in: findings.source))
    }

    private func path(_ path: Located<String>) -> String? {
        if dossiers.keys.contains(path.value) { return path.value }
        findings.report(
            .missingDossier(path.value, known: dossiers.keys.sorted()), at: path.range)
        return nil
    }

    /// A name that the policy has; nil, and reported, for another.
    func known(_ name: Located<String>, _ what: String, among names: [String]) -> String? {
        if names.contains(name.value) { return name.value }
        findings.report(.unknownName(name.value, what: what, known: names), at: name.range)
        return nil
    }
}
