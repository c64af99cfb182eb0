// On what a case runs: its dossier, the changes of it, the day, the changes of the policy.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// A setting in the making: a row of a table may still give what is missing.
struct SettingDraft {
    var dossier: String?
    var edits: [FactEdit] = []
    var decisionDay: Day?
    var regime: String?
    var policy = PolicySetting()

    /// The setting, once it has a dossier and a day.
    var setting: CaseSetting? {
        guard let dossier, let decisionDay else { return nil }
        return CaseSetting(
            dossier: dossier, edits: edits, decisionDay: decisionDay, regime: regime,
            policy: policy)
    }
}

extension TestFileReader {
    /// Reads the fields that `cas` and `tableau` share.
    func setting(_ table: ConstructTable) -> SettingDraft {
        var draft = SettingDraft()
        draft.dossier = table.locatedText("dossier").flatMap(dossier)
        if let field = table["modifie"] {
            draft.edits += entries(field.value, of: "modifie").compactMap { edit($0.key, $0.value) }
        }
        for path in table.texts("sans") {
            guard let (path, _) = factPath(path) else { continue }
            draft.edits.append(FactEdit(path: path, value: nil))
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

    private func dossier(_ path: Located<String>) -> String? {
        if dossiers.contains(path.value) { return path.value }
        findings.report(.missingDossier(path.value, known: dossiers), at: path.range)
        return nil
    }

    /// A name that the policy has; nil, and reported, for another.
    func known(_ name: Located<String>, _ what: String, among names: [String]) -> String? {
        if names.contains(name.value) { return name.value }
        findings.report(.unknownName(name.value, what: what, known: names), at: name.range)
        return nil
    }
}
