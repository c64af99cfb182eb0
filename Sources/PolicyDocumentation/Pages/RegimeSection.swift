// One regime on the page for officers.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import LuaSyntax
import PolicyEngine

/// The part of the page that describes a regime.
struct RegimeSection {
    private let regime: Regime
    private let book: NameBook
    private let rules: [RuleProse]

    /// A rule of a folder that several regimes may take, as it was described.
    struct SharedRule: Hashable {
        /// Its identifier.
        let id: String
        /// Its description, headings left out.
        let blocks: [PageBlock]
        /// The regime under which it stands.
        let regime: String
    }

    /// Prepares the part of a regime.
    init(_ policy: Policy, _ regime: Regime) {
        self.regime = regime
        book = NameBook(regime, schema: policy.schema, audience: .instructeur)
        let book = book
        rules = policy.rules(of: regime).map { RuleProse($0, book) }
    }

    /// The rules that come from included folders.
    var sharedRules: [SharedRule] { rules.filter(isShared).map(shared) }

    /// The part as blocks; an included rule that reads as under an earlier regime is only named.
    func blocks(knowing described: [SharedRule]) -> [PageBlock] {
        let declaration = regime.declaration
        let heading = PageBlock.heading(
            level: 2, "\(declaration.titre) (\(code: regime.id))", anchor: regime.id.slug)
        return [heading, .list(facts)] + levels + parameters
            + RuleKind.allCases.flatMap { rules(of: $0, knowing: described) } + helpers
    }

    // MARK: - The regime itself

    private var facts: [ListItem] {
        let declaration = regime.declaration
        let period = declaration.period.french ?? "sans début ni fin"
        let includes = folders(declaration.includes)
        let optionals = folders(declaration.optionals)
        return [
            ListItem("\(strong: "En vigueur") : \(period)."),
            ListItem("\(strong: "Jour qui compte") : \(declaration.choiceDate.french)."),
            declaration.transition.map {
                ListItem(
                    "\(strong: "Transition") : un dossier déposé ou décidé hors de cette période est signalé ainsi : \(Prose($0).ended)"
                )
            },
            ListItem("\(strong: "Source") : \(Prose(declaration.source).ended)"),
            includes.isEmpty
                ? nil
                : ListItem("\(strong: "Répertoires inclus") :", children: includes),
            optionals.isEmpty
                ? nil
                : ListItem(
                    "\(strong: "Répertoires facultatifs, éteints tant qu’on ne les demande pas") :",
                    children: optionals),
        ].compactMap(\.self)
    }

    /// Each of some folders with the files that it brings.
    private func folders(_ names: [Located<String>]) -> [ListItem] {
        names.map { folder in
            let files = regime.files.map(\.source.path)
                .filter { $0.hasPrefix(folder.value + "/") }
                .map { Prose(code: String($0.dropFirst(folder.value.utf8.count + 1))) }
            return ListItem("\(code: folder.value) : \(Prose.joined(files, ", ", last: " et "))")
        }
    }

    private var levels: [PageBlock] {
        let levels = regime.declarations.levels.flatMap(\.value.levels)
            .sorted { $0.from < $1.from }
        guard !levels.isEmpty else { return [] }
        let rows = levels.map { [Prose($0.name), Prose(French.decimal($0.from))] }
        return [
            heading("Niveaux de priorité", "niveaux"),
            .table(Table(header: ["Niveau", "À partir de (points)"], rows: rows)),
        ]
    }

    private var parameters: [PageBlock] {
        let rows = regime.declarations.parameters.flatMap { parameter in
            parameter.values.map { value -> [Prose] in
                [
                    "\(parameter.titre) (\(code: parameter.name.value))",
                    Prose(value.value.value.french(as: nil)), Prose(parameter.unite ?? ""),
                    Prose(value.period.french ?? ""), Prose(value.source),
                ]
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            heading("Paramètres", "parametres"),
            .table(
                Table(
                    header: ["Paramètre", "Valeur", "Unité", "En vigueur", "Source"], rows: rows)),
        ]
    }

    // MARK: - Rules

    private func rules(of kind: RuleKind, knowing described: [SharedRule]) -> [PageBlock] {
        let all = rules.filter { $0.rule.kind == kind }
        guard !all.isEmpty else { return [] }
        let known = all.compactMap { rule -> SharedRule? in
            guard isShared(rule) else { return nil }
            let shared = shared(rule)
            return described.first { $0.id == shared.id && $0.blocks == shared.blocks }
        }
        let full = all.filter { rule in !known.contains { $0.id == rule.rule.id.value } }
        return [heading(kind.heading, kind.rawValue)] + full.flatMap(section) + reminder(of: known)
    }

    private func section(_ rule: RuleProse) -> [PageBlock] {
        let id = rule.rule.id.value
        let heading = PageBlock.heading(
            level: 4, "\(id) : \(rule.rule.titre)", anchor: "\(regime.id)-\(id)".slug)
        return [heading] + description(of: rule)
    }

    private func description(of rule: RuleProse) -> [PageBlock] {
        let needed = book.locals(ofFile: rule.rule.file).needed(by: rule.rule.expressions)
        let folder = optionalFolder(of: rule)
        let source: [ListItem?] = [
            folder.map {
                ListItem(
                    "\(strong: "Facultative") : elle ne s’applique que si le répertoire \(code: $0) est demandé."
                )
            },
            ListItem("\(strong: "Source") : \(Prose(rule.rule.source).ended)"),
            rule.rule.note.map { ListItem("\(strong: "Note") : \(Prose($0).ended)") },
            rule.rule.isCommunicable
                ? nil
                : ListItem(
                    "\(strong: "Motif à ne pas communiquer au demandeur") : \(Prose(rule.rule.motifSecret ?? "sans précision").ended)"
                ),
            needed.isEmpty
                ? nil
                : ListItem("\(strong: "Préparé dans le fichier") :", children: needed.map(\.item)),
            ListItem(
                "\(strong: "Écrite dans") : \(code: regime.files[rule.rule.file].source.path)."),
        ]
        return [.list(rule.substance + rule.terms + source.compactMap(\.self))]
    }

    private func reminder(of known: [SharedRule]) -> [PageBlock] {
        var regimes: [String] = []
        for rule in known where !regimes.contains(rule.regime) { regimes.append(rule.regime) }
        return regimes.map { regime in
            let ids = known.filter { $0.regime == regime }.map(\.id)
            return .paragraph("Comme sous \(code: regime) : \(French.list(ids)).")
        }
    }

    /// The code of what the files prepare and that has no words.
    private var helpers: [PageBlock] {
        let files = regime.files.indices.flatMap { index -> [PageBlock] in
            let file = regime.files[index]
            guard !file.isModule else { return module(file) }
            let used = book.locals(ofFile: index).code(
                neededBy: rules.filter { $0.rule.file == index }.flatMap(\.rule.expressions))
            guard !used.isEmpty else { return [] }
            let intro: Prose =
                "Dans \(code: file.source.path), ce que ces règles nomment sans qu’une phrase puisse le dire :"
            return [.paragraph(intro)] + used.map { .code($0.code) }
        }
        return files.isEmpty ? [] : [heading("Code des fonctions du fichier", "code")] + files
    }

    /// A module as it is written.
    private func module(_ file: PolicyFile) -> [PageBlock] {
        [
            .paragraph("Dans \(code: file.source.path), le module que ces règles demandent :"),
            .code(file.source.text(in: file.chunk.block.range)),
        ]
    }

    /// The optional folder that a rule comes from, if any.
    private func optionalFolder(of rule: RuleProse) -> String? {
        regime.declaration.optionals.map(\.value).first {
            regime.files[rule.rule.file].source.path.hasPrefix($0 + "/")
        }
    }

    private func isShared(_ rule: RuleProse) -> Bool {
        !regime.files[rule.rule.file].source.path.hasPrefix(regime.id + "/")
    }

    private func shared(_ rule: RuleProse) -> SharedRule {
        SharedRule(id: rule.rule.id.value, blocks: description(of: rule), regime: regime.id)
    }

    private func heading(_ title: String, _ anchor: String) -> PageBlock {
        .heading(level: 3, Prose(title), anchor: "\(regime.id)-\(anchor)".slug)
    }
}

extension FileLocals.Definition {
    /// Its name and the comment above it.
    var item: ListItem {
        let kind =
            module.map { "module \($0)" }
            ?? (isFunction ? "fonction sans description" : "sans description")
        return ListItem("\(code: name) : \(Prose(comment ?? kind).ended)")
    }
}
