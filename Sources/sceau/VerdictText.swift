// A verdict as a page that an officer reads from top to bottom.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes a verdict: the opinion first, then what led to it, last what to do next.
struct VerdictText {
    let verdict: Verdict
    let names: FactNames
    let rows: RuleRows
    /// Who lacks what.
    let lacking: Lacking
    /// What completing the dossier can still change; nil where that was not looked at.
    let outlook: OutlookText?

    /// Prepares the text of a verdict under a dossier schema.
    init(
        _ verdict: Verdict, schema: DossierSchema, tables: [KeyedTable] = [],
        outlook: Outlook? = nil
    ) {
        self.verdict = verdict
        let results = verdict.allRules
        names = FactNames(schema, readBy: results, tables: tables)
        rows = RuleRows(results, names: names)
        lacking = Lacking(results)
        self.outlook = outlook.map { [names] in OutlookText($0, names) }
    }

    /// The whole text.
    func page(_ palette: Palette) -> String {
        var page = TextPage(palette)
        header(&page)
        reasons(&page)
        for expertise in verdict.expertises { add(expertise, to: &page) }
        rules(&page)
        missing(&page)
        priority(&page)
        flags(&page)
        calculations(&page)
        assumptions(&page)
        nextSteps(&page)
        page.space()
        page.item("", Stretch(VerdictText.closing, .title))
        return page.text
    }

    /// What every verdict ends with.
    static let closing = "Ceci est un avis : la décision appartient au ministère."

    /// The opinion and what it is about.
    func header(_ page: inout TextPage) {
        page.item("", verdict.avis.wording.stretch)
        page.space()
        for (label, value) in facts {
            page.item(Stretch(label, .faint), Stretch(value), indent: 2, column: 13)
        }
    }

    /// What the opinion is about: labels and values.
    var facts: [(label: String, value: String)] {
        let regime = verdict.regime.map { "\($0.titre) (\($0.id))" } ?? "aucun ne couvre ce dossier"
        return [
            ("Demandeur", verdict.nom),
            ("Dossier", "\(verdict.numero), déposé le \(French.day(verdict.deposeLe))"),
            ("Régime", regime),
            ("Décision", "au \(French.day(verdict.dateDecision))"),
        ]
    }

    /// The sentences that made the opinion; rules that lack the same things share one.
    func reasons(_ page: inout TextPage) {
        guard !verdict.motifs.isEmpty else { return }
        page.heading("Pourquoi")
        for reason in reasons { page.item("•", Stretch(reason), indent: 2) }
    }

    /// The sentences that made the opinion, with French names.
    var reasons: [String] {
        let naming = PathNaming(verdict.manquants, names)
        let open = OpenCriteria(verdict.allRules)
        return verdict.motifs.map(open.grouped).withoutRepeats
            .map { naming.naming($0).sentence }
    }

    private func add(_ expertise: ExpertiseVerdict, to page: inout TextPage) {
        page.heading(expertise.heading)
        page.item("", expertise.avis.wording.stretch, indent: 2)
        if let period = expertise.validite {
            page.item(
                Stretch("Label", .faint), Stretch(period.ifGranted), indent: 2, column: 13)
        }
        page.space()
        for rule in expertise.regles { rows.add(rule, under: expertise.subject, to: &page) }
    }

    private func rules(_ page: inout TextPage) {
        guard !verdict.regles.isEmpty else { return }
        page.heading("Règles sur le dossier et ses demandes")
        for rule in verdict.regles { rows.add(rule, to: &page) }
    }

    private func flags(_ page: inout TextPage) {
        guard verdict.transition != nil || !verdict.signalements.isEmpty else { return }
        page.heading("Signalements (ils ne changent pas l’avis)")
        if let transition = verdict.transition {
            page.item(
                Stretch("! signalé", .open), Stretch(transition.sentence),
                indent: 2, column: rows.textColumn)
        }
        for flag in verdict.signalements { rows.add(flag, to: &page) }
    }

    private func calculations(_ page: inout TextPage) {
        guard !verdict.calculs.isEmpty else { return }
        page.heading("Calculs")
        for rule in verdict.calculs {
            rows.title(of: rule, to: &page)
            for line in calculation(of: rule) { page.note(line, indent: 2 + rows.textColumn) }
        }
    }

    /// The value of a derived fact, or why there is none.
    func calculation(of rule: RuleResult) -> [Stretch] {
        let found = rule.valeur.map { [Stretch("→ \($0.shown)")] } ?? rows.reason(of: rule)
        return found + rows.missing(of: rule)
    }

    private func assumptions(_ page: inout TextPage) {
        guard !verdict.hypotheses.isEmpty else { return }
        page.heading("Hypothèses")
        for hypothesis in verdict.hypotheses {
            page.item("•", Stretch(sentence(of: hypothesis)), indent: 2)
        }
    }

    /// What a rule assumed, and in place of what.
    func sentence(of hypothesis: Hypothesis) -> String {
        let fact = names.name(of: hypothesis.fait)
        return
            "\(hypothesis.regle) a supposé, faute de « \(fact) » : \(hypothesis.valeur.shown)."
    }
}

extension ExpertiseVerdict {
    /// What rules on it name as their subject.
    var subject: String { "expertises[\(number)]" }

    /// « Expertise 1 : Gestion des déchets (dechets) », with what is known of it.
    var heading: String {
        func known(_ text: String?) -> String? {
            text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
        }
        let title = known(intitule).map { " : \($0)" } ?? ""
        let domain = known(domaine).map { " (\($0))" } ?? ""
        return "Expertise \(number)\(title)\(domain)"
    }
}
