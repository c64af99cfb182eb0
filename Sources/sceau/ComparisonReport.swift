// Verdicts beside those that other values would give.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The comparisons of a run, in the order of the dossiers.
struct ComparisonReport {
    /// In order.
    let dossiers: [ComparedDossier]
    /// Whether a result must be a list, even of one.
    let isBatch: Bool
    private let schema: DossierSchema
    private let words: ChangeWords
    private let names: FactNames

    /// Prepares a report; a batch is a list even when it holds one dossier or none.
    init(_ dossiers: [ComparedDossier], isBatch: Bool, schema: DossierSchema) {
        self.dossiers = dossiers
        self.isBatch = isBatch
        self.schema = schema
        words = ChangeWords(schema)
        names = FactNames(schema)
    }

    // MARK: - Text

    /// The comparisons as text: of one dossier with its new verdict, of several without.
    func text(_ palette: Palette) -> String {
        var page = TextPage(palette)
        if isBatch, let first = dossiers.first { replacements(first, &page) }
        for dossier in dossiers {
            page.space()
            if isBatch {
                page.item("", Stretch(code: dossier.place.shown, .title))
            } else {
                replaced(dossier, &page)
            }
            changes(dossier, &page)
        }
        guard isBatch else { return page.text + newVerdict(palette) }
        page.space()
        page.item("", Stretch(summary, .title))
        return page.text
    }

    /// What every dossier of a batch is judged with.
    private func replacements(_ dossier: ComparedDossier, _ page: inout TextPage) {
        page.heading("Ce qui est remplacé")
        for (replacement, _) in dossier.replaced {
            let value =
                replacement.after == .null ? "retiré" : french(replacement.after, of: replacement)
            page.item("•", Stretch("\(replacement.name) : \(value)"), indent: 2)
        }
    }

    private func replaced(_ dossier: ComparedDossier, _ page: inout TextPage) {
        page.heading("Ce qui est remplacé")
        let width = dossier.replaced.map(\.replacement.name.displayWidth).max() ?? 0
        for (replacement, before) in dossier.replaced {
            page.item(
                Stretch(replacement.name),
                Stretch(
                    "\(french(before, of: replacement)) → \(french(replacement.after, of: replacement))"
                ), indent: 2,
                column: min(width, 50) + 2)
        }
        for name in dossier.idle {
            page.item(
                "", Stretch("Le régime de ce dossier n’a pas de paramètre « \(name) ».", .open),
                indent: 2)
        }
    }

    private func french(_ value: JSONValue, of replacement: Replacement) -> String {
        names.french(value, at: replacement.name)
    }

    private func changes(_ dossier: ComparedDossier, _ page: inout TextPage) {
        let change = dossier.change
        guard !change.isEmpty else {
            page.heading("Rien ne change")
            return page.item(
                "",
                Stretch("Ni l’avis, ni les points, ni les dates, ni le résultat d’aucune règle."),
                indent: 2)
        }
        page.heading("Ce qui change")
        let lines = words.lines(of: change)
        let width = lines.map(\.label.displayWidth).max() ?? 0
        for line in lines {
            page.item(
                Stretch(line.label, .faint), Stretch(line.arrow), indent: 2, column: width + 2)
        }
        if lines.isEmpty {
            page.item(
                "", Stretch("L’avis, les points et les dates restent les mêmes."), indent: 2)
        }
        for rule in change.rules { add(rule, &page) }
        if change.movesTransition {
            let verb = dossier.other.transition == nil ? "n’est plus" : "est maintenant"
            page.item("", Stretch("Le passage d’un régime à l’autre \(verb) signalé."), indent: 2)
        }
    }

    private func add(_ rule: RuleChange, _ page: inout TextPage) {
        page.space()
        page.item("", Stretch(words.title(of: rule)), indent: 2)
        let lines = [
            ("avant", words.sentence(rule.before, rule.kind)),
            ("avec", words.sentence(rule.after, rule.kind)),
            ("cause", words.causes(of: rule)),
        ]
        for (label, text) in lines {
            page.item(Stretch(label, .faint), Stretch(text), indent: 4, column: 7)
        }
    }

    private func newVerdict(_ palette: Palette) -> String {
        guard let dossier = dossiers.first else { return "" }
        var page = TextPage(palette)
        page.rule()
        page.item("", Stretch("L’avis avec ces valeurs", .title))
        return "\n" + page.text + "\n"
            + VerdictText(dossier.other, schema: schema).page(palette)
    }

    private var summary: String {
        let moved = dossiers.count { $0.change.movesOutcome }
        let total = French.count(dossiers.count, "dossier comparé", "dossiers comparés")
        let changed =
            moved == 0
            ? "aucun ne change d’avis, de points ni de dates"
            : French.count(
                moved, "change d’avis, de points ou de dates",
                "changent d’avis, de points ou de dates")
        return "\(total) · \(changed)"
    }
}
