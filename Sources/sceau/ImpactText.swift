// An impact as an officer reads it on a terminal: everything that moves.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes an impact as text.
struct ImpactText {
    private let impact: ImpactReport
    private let policies: ComparedPolicies
    private let words: ImpactWords

    /// Prepares the text of an impact.
    init(_ impact: ImpactReport, _ policies: ComparedPolicies) {
        self.impact = impact
        self.policies = policies
        words = ImpactWords(impact, policies.schema)
    }

    /// The whole text.
    func page(_ palette: Palette) -> String {
        var page = TextPage(palette)
        page.item("", Stretch("Impact d’un changement de politique", .title))
        page.space()
        let facts = [
            ("Avant", Stretch(code: policies.beforeName)),
            ("Après", Stretch(code: policies.afterName)),
            ("Décision", Stretch("au \(French.day(policies.decisionDay))")),
        ]
        for (label, value) in facts {
            page.item(Stretch(label, .faint), value, indent: 2, column: 10)
        }
        page.space()
        for sentence in words.summary + words.remarks { page.item("", Stretch(sentence)) }
        matrix(impact.transitions, "Avis avant (lignes) et après (colonnes)", &page)
        moves(words.moves(running: false), "Dossiers qui changent", &page)
        if impact.runningCount > 0 {
            matrix(impact.runningTransitions, "Labels en cours : avis avant et après", &page)
            moves(words.moves(running: true), "Labels en cours : dossiers qui changent", &page)
        }
        passed(&page)
        refusals(&page)
        if !impact.unjudged.isEmpty {
            page.heading(UnjudgedDossier.title)
            for dossier in impact.unjudged { dossier.add(to: &page) }
        }
        page.space()
        page.item("", Stretch(VerdictText.closing, .title))
        return page.text
    }

    private func matrix(
        _ counts: [ImpactReport.Transition: Int], _ title: String, _ page: inout TextPage
    ) {
        guard !counts.isEmpty else { return }
        page.heading(title)
        let (rows, columns) = words.matrix(counts)
        let first = 2 + (rows.map(\.word.displayWidth).max() ?? 0)
        let widths = columns.map { $0.word.displayWidth + 2 }
        let head = zip(columns, widths).map { $0.word.padded(fromColumns: $1) }.joined()
        page.item("", Stretch(code: "".padded(fromColumns: first) + head, .faint), indent: 2)
        for row in rows {
            let cells = zip(columns, widths).map { column, width in
                let count = counts[.init(before: row, after: column)]
                return (count.map { French.number(Int64($0)) } ?? "·").padded(fromColumns: width)
            }
            page.item(
                Stretch(row.word.padded(toColumns: first)), Stretch(code: cells.joined()),
                indent: 2, column: first)
        }
    }

    private func moves(_ moves: [DossierMove], _ title: String, _ page: inout TextPage) {
        guard !moves.isEmpty else { return }
        page.heading("\(title) (\(French.number(Int64(moves.count))))")
        for move in moves {
            page.space()
            page.item("", Stretch(words.title(of: move), .title), indent: 2)
            page.item("", Stretch(code: move.place.shown, .faint), indent: 2)
            let lines = words.lines(of: move)
            let width = lines.map(\.label.displayWidth).max() ?? 0
            for line in lines {
                page.item(
                    Stretch(line.label, .faint), Stretch(line.arrow), indent: 4, column: width + 2)
            }
            for rule in move.change.decidingRules { add(rule, &page) }
        }
    }

    private func add(_ rule: RuleChange, _ page: inout TextPage) {
        let (title, arrow) = (words.changes.title(of: rule), words.changes.arrow(of: rule))
        page.item("•", Stretch("\(title) : \(arrow)"), indent: 4)
        page.item(Stretch("cause", .faint), Stretch(words.changes.causes(of: rule)), indent: 6)
        let readings = words.changes.readings(of: rule)
        if !readings.isEmpty {
            page.item(Stretch("a lu", .faint), Stretch(readings), indent: 6, column: 6)
        }
    }

    /// The dossiers that others pass, a line each.
    private func passed(_ page: inout TextPage) {
        let moves = words.ranks.passed
        guard !moves.isEmpty else { return }
        page.heading("Dossiers dont seul le rang change (\(French.number(Int64(moves.count))))")
        let arrows = moves.map { words.arrow(of: $0) }
        let column = 2 + (arrows.map(\.displayWidth).max() ?? 0)
        for (move, arrow) in zip(moves, arrows) {
            page.item(Stretch(arrow), Stretch(words.title(of: move)), indent: 2, column: column)
        }
    }

    private func refusals(_ page: inout TextPage) {
        guard !impact.refusals.isEmpty else { return }
        page.heading("Dossiers qu’une des deux politiques refuse")
        for refusal in impact.refusals {
            page.item("•", Stretch(code: refusal.place.shown), indent: 2)
            page.item(
                "", Stretch("refusé par \(refusal.side.french) : \(refusal.reason)"), indent: 4)
        }
    }
}

extension String {
    /// The text moved to the right end of a width in columns.
    fileprivate func padded(fromColumns width: Int) -> String {
        // A page would make one space of several.
        (String.spaces(width - displayWidth) + self).replacing(" ", with: "\u{A0}")
    }
}
