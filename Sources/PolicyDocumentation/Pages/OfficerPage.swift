// The page for officers: everything that a policy holds.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension PolicyPages {
    /// The whole policy, its regimes in the order of their dates.
    func officerPage() -> Document {
        var blocks: [PageBlock] = [
            .paragraph(
                "Cette page est écrite par \(code: "sceau docs") à partir des règles elles-mêmes : on ne la modifie pas, on change la règle et on l’écrit de nouveau. Elle est destinée aux personnes qui instruisent les dossiers."
            ),
            .paragraph(
                "Entre guillemets se trouvent les noms des renseignements du dossier et des paramètres ; entre crochets, dans les textes, ce qui est remplacé par sa valeur. Un renseignement absent du dossier ne vaut ni oui ni non : la condition qui le lit reste indéterminée, et l’avis le nomme."
            ),
        ]
        blocks += choiceOfRegime()
        var described: [RegimeSection.SharedRule] = []
        for regime in regimes {
            let section = RegimeSection(policy, regime)
            blocks += section.blocks(knowing: described)
            described += section.sharedRules
        }
        blocks += tableBlocks() + declaredFactBlocks()
        return Document(title: "La politique, règle par règle", blocks: blocks)
    }

    /// Which regime a dossier falls under.
    private func choiceOfRegime() -> [PageBlock] {
        let rows = regimes.map { regime -> [Prose] in
            let declaration = regime.declaration
            return [
                "\(declaration.titre) (\(code: regime.id))",
                Prose(declaration.period.du.map(French.day) ?? "sans début"),
                Prose(declaration.period.jusquAu.map(French.day) ?? "sans fin connue"),
                Prose(declaration.choiceDate.french), Prose(declaration.source),
            ]
        }
        return [
            .heading(level: 2, "Le choix du régime", anchor: "choix-du-regime"),
            .paragraph(
                "Un dossier relève du régime en vigueur le jour que ce régime retient ; les deux jours d’une période sont compris. Les paramètres et les règles qui comptent sont ceux de ce même jour. Un dossier qui ne tombe sous aucun régime reçoit un avis défavorable, qui le dit."
            ),
            .table(
                Table(
                    header: [
                        "Régime", "Premier jour", "Dernier jour", "Jour qui compte", "Source",
                    ],
                    rows: rows)),
        ]
    }

    /// The tables of all regimes, each once.
    private func tableBlocks() -> [PageBlock] {
        var seen: Set<String> = []
        let tables = regimes.flatMap(\.declarations.tables).filter {
            seen.insert("\($0.name.value) \($0.path)").inserted
        }
        guard !tables.isEmpty else { return [] }
        let heading = PageBlock.heading(level: 2, "Tableaux", anchor: "tableaux")
        return [heading] + tables.flatMap { DataTableSection($0).blocks }
    }

    /// The facts that the policy declares, each once.
    private func declaredFactBlocks() -> [PageBlock] {
        var seen: Set<String> = []
        let facts = regimes.flatMap(\.declarations.facts).filter {
            seen.insert($0.path.value).inserted
        }
        guard !facts.isEmpty else { return [] }
        let rows = facts.map { fact -> [Prose] in
            [
                Prose(code: fact.path.value), Prose(fact.field.title),
                fact.field.type.prose, Prose(fact.unite ?? ""),
            ]
        }
        return [
            .heading(level: 2, "Renseignements propres à la politique", anchor: "champs"),
            .table(Table(header: ["Nom", "Ce que c’est", "Type", "Unité"], rows: rows)),
        ]
    }
}

extension FactType {
    /// What the fact may be, the texts of a closed list by their labels.
    fileprivate var prose: Prose {
        switch self {
        case .closed(let list):
            Prose(list.values.map { list.labels[$0] ?? $0 }.joined(separator: ", "))
        default: Prose(french)
        }
    }
}
