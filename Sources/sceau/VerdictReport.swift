// The verdicts of a run in the form that was asked for.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// One verdict, or the verdicts of several dossiers in the order in which they came.
struct VerdictReport {
    /// How verdicts are written.
    enum Form: Hashable {
        case texte, json, markdown
        case csv(CSVProfile)
    }

    private let results: [EvaluatedDossier]
    private let isBatch: Bool
    private let schema: DossierSchema
    private let tables: [KeyedTable]

    private var verdicts: [Verdict] { results.compactMap(\.verdict) }

    private var placed: [(place: DossierPlace, verdict: Verdict, outlook: Outlook?)] {
        results.compactMap { result in result.verdict.map { (result.place, $0, result.outlook) } }
    }

    /// Prepares a report; a batch is a list even when it holds one verdict or none.
    init(
        _ results: [EvaluatedDossier], isBatch: Bool, schema: DossierSchema,
        tables: [KeyedTable] = []
    ) {
        self.tables = tables
        self.results = results
        self.isBatch = isBatch
        self.schema = schema
    }

    /// Whether there is a verdict to write.
    var holdsAny: Bool { results.contains { $0.verdict != nil } }

    /// The report; ends with an end of line unless there is nothing in it.
    func written(as form: Form, _ palette: Palette) -> String {
        switch form {
        case .texte: text(palette)
        case .json: json + "\n"
        case .markdown: markdown
        case .csv(let profile):
            VerdictTable(placed.map { ($0.place, $0.verdict) }, schema: schema).written(
                for: profile)
        }
    }

    private var json: String {
        guard isBatch else { return verdicts.first?.encoded(style: .pretty) ?? "null" }
        var output = [UInt8(ascii: "[")]
        for (index, verdict) in verdicts.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            verdict.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
        return String(decoding: JSONLayout.pretty(output), as: UTF8.self)
    }

    private func text(_ palette: Palette) -> String {
        let pages = placed.map { place, verdict, outlook in
            let page = VerdictText(verdict, schema: schema, tables: tables, outlook: outlook)
                .page(palette)
            return isBatch ? title(place.shown, palette) + page : page
        }
        guard isBatch else { return pages.joined() }
        var separator = TextPage(palette)
        separator.rule()
        return (pages + [summary]).joined(separator: "\n" + separator.text + "\n")
    }

    /// The place of one dossier among several.
    private func title(_ place: String, _ palette: Palette) -> String {
        var page = TextPage(palette)
        page.item("", Stretch(code: place, .title))
        return page.text
    }

    private var summary: String {
        var page = TextPage(.plain)
        page.item("", Stretch(counts))
        return page.text
    }

    private var markdown: String {
        var page = MarkdownPage()
        if isBatch {
            page.heading("Avis sur plusieurs dossiers", level: 1)
            page.paragraph(MarkdownText(counts))
            if !placed.isEmpty { summary(on: &page) }
        }
        for (place, verdict, outlook) in placed {
            VerdictMarkdown(
                verdict, schema: schema, tables: tables, outlook: outlook, level: isBatch ? 2 : 1
            ).write(to: &page, place: isBatch ? place : nil)
        }
        page.paragraph(.strong(VerdictText.closing))
        return page.text
    }

    private func summary(on page: inout MarkdownPage) {
        page.table(
            header: ["Dossier", "Demandeur", "Déposé le", "Avis", "Priorité", "Fichier"],
            rows: placed.map { place, verdict, _ in
                let wording = verdict.avis.wording
                return [
                    MarkdownText(verdict.numero), MarkdownText(verdict.nom),
                    MarkdownText(French.day(verdict.deposeLe)),
                    MarkdownText("\(wording.symbol) \(wording.word)"),
                    MarkdownText(verdict.regime == nil ? "" : verdict.priorite.french),
                    MarkdownText(asIs: place.shown),
                ]
            })
    }

    private var counts: String {
        var counts: [Avis: Int] = [:]
        for verdict in verdicts { counts[verdict.avis, default: 0] += 1 }
        return counts.summary
    }
}

extension [Avis: Int] {
    /// « 3 dossiers évalués · 2 favorables · 1 incomplet ».
    var summary: String {
        let parts = Avis.allCases.compactMap { avis in self[avis].map { avis.counted($0) } }
        let total = French.count(
            values.reduce(0, +), "dossier évalué", "dossiers évalués")
        return ([total] + parts).joined(separator: " · ")
    }
}

extension Avis {
    fileprivate func counted(_ count: Int) -> String {
        switch self {
        case .favorable: French.count(count, "favorable", "favorables")
        case .aExaminer: French.count(count, "à examiner", "à examiner")
        case .incomplet: French.count(count, "incomplet", "incomplets")
        case .defavorable: French.count(count, "défavorable", "défavorables")
        case .partage: French.count(count, "partagé", "partagés")
        case .enErreur: French.count(count, "en erreur", "en erreur")
        }
    }
}
