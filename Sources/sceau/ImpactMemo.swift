// An impact as a memo of two pages at most, in Markdown.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes the memo: sentences, the matrix, and the moves that matter most.
struct ImpactMemo {
    private let impact: ImpactReport
    private let policies: ComparedPolicies
    private let words: ImpactWords

    /// How much the memo shows, so that it stays within two printed pages: dossiers that move alike
    /// share an entry.
    private static let mostGroups = 7
    private static let mostLines = 3
    private static let mostRules = 2
    private static let mostNames = 8
    private static let mostRefusals = 5

    /// Prepares the memo of an impact.
    init(_ impact: ImpactReport, _ policies: ComparedPolicies) {
        self.impact = impact
        self.policies = policies
        words = ImpactWords(impact, policies.schema)
    }

    /// The memo.
    var text: String {
        var page = MarkdownPage()
        page.heading("Note : impact d’un changement de politique", level: 1)
        page.list([
            .init(text: .labelled("Avant", MarkdownText(asIs: policies.beforeName))),
            .init(text: .labelled("Après", MarkdownText(asIs: policies.afterName))),
            .init(
                text: .labelled("Décision", MarkdownText("au \(French.day(policies.decisionDay))"))),
        ])
        page.paragraph(MarkdownText((words.summary + words.remarks).joined(separator: " ")))
        matrix(impact.transitions, "Les avis, avant et après", &page)
        let moves = words.moves(running: false) + words.moves(running: true)
        if !moves.isEmpty { notable(moves, &page) }
        matrix(impact.runningTransitions, "Les labels en cours", &page)
        refusals(&page)
        unjudged(&page)
        page.paragraph(.strong(VerdictText.closing))
        return page.text
    }

    private func matrix(
        _ counts: [ImpactReport.Transition: Int], _ title: String, _ page: inout MarkdownPage
    ) {
        guard !counts.isEmpty else { return }
        page.heading(title, level: 2)
        let (rows, columns) = words.matrix(counts)
        page.table(
            header: ["Avant / après"] + columns.map(\.word),
            rows: rows.map { row in
                [MarkdownText.strong(row.word)]
                    + columns.map { column in
                        let count = counts[.init(before: row, after: column)]
                        return MarkdownText(count.map { French.number(Int64($0)) } ?? "·")
                    }
            })
    }

    /// Dossiers for which the same changes for the same reasons.
    private struct Group {
        let lines: [String]
        let rules: [RuleChange]
        var moves: [DossierMove]
    }

    private func groups(_ moves: [DossierMove]) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for move in moves {
            let lines = words.lines(of: move).filter { $0.label != "Rang" }
                .map { "\($0.label.lowercasedFirst) : \($0.arrow)" }
            let rules = move.change.decidingRules
            let reasons = rules.map { sentence($0) }.joined(separator: "\n")
            let key = "\(move.isRunning)\n\(lines)\n\(reasons)"
            if let place = places[key] {
                groups[place].moves.append(move)
            } else {
                places[key] = groups.count
                groups.append(Group(lines: lines, rules: rules, moves: [move]))
            }
        }
        return groups
    }

    private func notable(_ moves: [DossierMove], _ page: inout MarkdownPage) {
        page.heading("Les dossiers qui changent", level: 2)
        let groups = groups(moves)
        page.list(groups.prefix(ImpactMemo.mostGroups).map(entry))
        let rest = groups.dropFirst(ImpactMemo.mostGroups).map(\.moves.count).reduce(0, +)
        guard rest > 0 else { return }
        page.paragraph(
            MarkdownText(
                French.count(rest, "autre dossier change", "autres dossiers changent")
                    + " ; les formes texte, csv et json les nomment tous."))
    }

    private func entry(_ group: Group) -> MarkdownPage.Entry {
        let shown = group.rules.prefix(ImpactMemo.mostRules).map {
            sentence($0, withReadings: group.moves.count == 1)
        }
        let rest = group.rules.count - shown.count
        let more = rest > 0 ? [French.count(rest, "autre règle", "autres règles") + "."] : []
        return MarkdownPage.Entry(
            text: .labelled(title(group), MarkdownText(lines(group) + ".")),
            points: (shown + more).map { MarkdownText($0) })
    }

    /// What an applicant would notice, the first few things of it.
    private func lines(_ group: Group) -> String {
        let shown = group.lines.prefix(ImpactMemo.mostLines)
        let rest = group.lines.count - shown.count
        let more = rest > 0 ? [French.count(rest, "autre point", "autres points")] : []
        return (shown + more).joined(separator: " ; ")
    }

    private func title(_ group: Group) -> String {
        let running = group.moves.first?.isRunning == true ? " (label en cours)" : ""
        guard group.moves.count > 1 else { return group.moves.map(words.title)[0] + running }
        let named = group.moves.prefix(ImpactMemo.mostNames).map(\.numero)
        let rest = group.moves.count - named.count
        let numbers = rest > 0 ? named + ["\(rest) de plus"] : named
        let count = French.count(group.moves.count, "dossier", "dossiers")
        return "\(count)\(running), \(French.list(numbers))"
    }

    private func sentence(_ rule: RuleChange, withReadings: Bool = false) -> String {
        let readings = withReadings ? words.changes.readings(of: rule) : ""
        return "\(words.changes.title(of: rule)) : \(words.changes.arrow(of: rule)). "
            + "Cause : \(words.changes.causes(of: rule))"
            + (readings.isEmpty ? "." : " ; a lu : \(readings).")
    }

    private func refusals(_ page: inout MarkdownPage) {
        guard !impact.refusals.isEmpty else { return }
        page.heading("Les dossiers qu’une des deux politiques refuse", level: 2)
        page.list(
            impact.refusals.prefix(ImpactMemo.mostRefusals).map { refusal in
                .init(
                    text: MarkdownText(
                        "\(refusal.place.shown), refusé par \(refusal.side.french) : \(refusal.reason)."
                    ))
            })
        more(impact.refusals.count, &page)
    }

    private func unjudged(_ page: inout MarkdownPage) {
        guard !impact.unjudged.isEmpty else { return }
        page.heading(UnjudgedDossier.title, level: 2)
        page.list(impact.unjudged.prefix(ImpactMemo.mostRefusals).map(\.entry))
        more(impact.unjudged.count, &page)
    }

    private func more(_ count: Int, _ page: inout MarkdownPage) {
        let rest = count - ImpactMemo.mostRefusals
        if rest > 0 { page.paragraph(MarkdownText("Et \(rest) de plus.")) }
    }
}

extension String {
    /// The text with its first letter in lower case, to stand within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
