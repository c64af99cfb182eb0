// A verdict as Markdown, to paste into a note.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes what the text of a verdict says, with its rules in tables.
struct VerdictMarkdown {
    private let text: VerdictText
    /// The level of the verdict's title; its parts stand one lower.
    private let level: Int

    private var verdict: Verdict { text.verdict }

    /// Prepares the page of a verdict under a dossier schema.
    init(
        _ verdict: Verdict, schema: DossierSchema, tables: [KeyedTable] = [],
        outlook: Outlook? = nil, level: Int = 1
    ) {
        text = VerdictText(verdict, schema: schema, tables: tables, outlook: outlook)
        self.level = level
    }

    /// Adds the verdict; the dossier's place where there is one to tell it from others.
    func write(to page: inout MarkdownPage, place: DossierPlace? = nil) {
        page.heading("Dossier \(verdict.numero)", level: level)
        page.paragraph(opinion(verdict.avis))
        facts(place, on: &page)
        section("Pourquoi", of: text.reasons, on: &page)
        for expertise in verdict.expertises { add(expertise, to: &page) }
        rules(on: &page)
        missing(on: &page)
        priority(on: &page)
        flags(on: &page)
        calculations(on: &page)
        section("Hypothèses", of: verdict.hypotheses.map(text.sentence(of:)), on: &page)
        nextSteps(on: &page)
    }

    private func opinion(_ avis: Avis) -> MarkdownText {
        .strong("\(avis.wording.symbol) \(avis.wording.word)")
    }

    private func facts(_ place: DossierPlace?, on page: inout MarkdownPage) {
        let facts = text.facts.map { MarkdownText.labelled($0.label, MarkdownText($0.value)) }
        let file = place.map { [MarkdownText.labelled("Fichier", MarkdownText(asIs: $0.shown))] }
        page.list((facts + (file ?? [])).map { MarkdownPage.Entry(text: $0) })
    }

    private func section(
        _ title: String, of sentences: [String], on page: inout MarkdownPage
    ) {
        guard !sentences.isEmpty else { return }
        page.heading(title, level: level + 1)
        page.list(sentences.map { MarkdownPage.Entry(text: MarkdownText($0)) })
    }

    private func add(_ expertise: ExpertiseVerdict, to page: inout MarkdownPage) {
        page.heading(expertise.heading, level: level + 1)
        page.paragraph(opinion(expertise.avis))
        if let period = expertise.validite {
            page.paragraph(.labelled("Label", MarkdownText(period.ifGranted)))
        }
        table(of: expertise.regles, under: expertise.subject, on: &page, text.rows.details)
    }

    private func rules(on page: inout MarkdownPage) {
        guard !verdict.regles.isEmpty else { return }
        page.heading("Règles sur le dossier et ses demandes", level: level + 1)
        table(of: verdict.regles, on: &page, text.rows.details)
    }

    private func missing(on page: inout MarkdownPage) {
        guard !verdict.manquants.isEmpty else { return }
        page.heading("Ce qui manque, et ce que cela changerait", level: level + 1)
        for sentence in text.generalRemarks { page.paragraph(MarkdownText(sentence)) }
        let reasons = text.dossierReasons
        page.list(
            text.missingGroups.map { paths, effects in
                let facts = paths.flatMap { path in
                    [text.described(path), reasons[path]].compactMap(\.self)
                }
                return MarkdownPage.Entry(
                    text: .lines(facts.map { MarkdownText($0) }),
                    points: effects.map { MarkdownText($0.capitalizedSentence) })
            })
    }

    private func priority(on page: inout MarkdownPage) {
        guard text.hasPriority else { return }
        page.heading("Priorité : \(verdict.priorite.french)", level: level + 1)
        table(of: verdict.priorite.regles, on: &page, text.priorityDetails)
    }

    private func flags(on page: inout MarkdownPage) {
        guard verdict.transition != nil || !verdict.signalements.isEmpty else { return }
        page.heading("Signalements (ils ne changent pas l’avis)", level: level + 1)
        if let transition = verdict.transition {
            page.paragraph(.labelled("! signalé", MarkdownText(transition.sentence)))
        }
        table(of: verdict.signalements, on: &page, text.rows.details)
    }

    private func calculations(on page: inout MarkdownPage) {
        guard !verdict.calculs.isEmpty else { return }
        page.heading("Calculs", level: level + 1)
        table(of: verdict.calculs, on: &page, text.calculation)
    }

    private func nextSteps(on page: inout MarkdownPage) {
        page.heading("Et maintenant", level: level + 1)
        page.list(
            text.steps.map { step in
                MarkdownPage.Entry(
                    text: MarkdownText(step.text), points: step.points.map { MarkdownText($0) })
            }, .numbers)
    }

    /// One row a rule; nothing for no rule.
    private func table(
        of rules: [RuleResult], under section: String? = nil, on page: inout MarkdownPage,
        _ details: (RuleResult) -> [Stretch]
    ) {
        guard !rules.isEmpty else { return }
        page.table(
            header: ["Résultat", "Règle", "Titre", "Motif et valeurs"],
            rows: rules.map { rule in
                [
                    MarkdownText("\(rule.wording.symbol) \(rule.wording.word)"),
                    MarkdownText(rule.id),
                    MarkdownText(text.rows.heading(of: rule, under: section)),
                    .lines(details(rule).map { MarkdownText($0.withoutArrow) }),
                ]
            })
    }
}
