// A verdict with everything that led to it: each rule in full, down to every sub-expression.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes every rule of a verdict with its text, its readings and its expression tree.
struct ExplanationText {
    private let text: VerdictText
    private let regime: Regime?
    private let counterfactuals: [CounterfactualReport]?
    private let labelColumn = 13

    /// Prepares the explanation of a verdict.
    ///
    /// The verdict's regime tells the rules that gave no result to show.
    init(
        _ verdict: Verdict, schema: DossierSchema, regime: Regime?, tables: [KeyedTable] = [],
        outlook: Outlook? = nil, counterfactuals: [CounterfactualReport]? = nil
    ) {
        self.counterfactuals = counterfactuals
        text = VerdictText(verdict, schema: schema, tables: tables, outlook: outlook)
        self.regime = regime
    }

    /// The whole text.
    func page(_ palette: Palette) -> String {
        var page = TextPage(palette)
        text.header(&page)
        expertises(&page)
        if text.verdict.regime == nil { text.reasons(&page) }
        for rule in text.verdict.allRules + text.verdict.quietFlags { add(rule, to: &page) }
        for rule in silentRules { add(rule, to: &page) }
        transition(&page)
        text.missing(&page, withReasons: false)
        if let counterfactuals { tell(counterfactuals, &page) }
        page.space()
        page.item("", Stretch(VerdictText.closing, .title))
        return page.text
    }

    private func tell(_ counterfactuals: [CounterfactualReport], _ page: inout TextPage) {
        guard text.verdict.regime == nil else {
            return CounterfactualText(counterfactuals, text.names).write(to: &page)
        }
        page.heading("Ce qui rendrait l’avis favorable")
        let filed = French.day(text.verdict.deposeLe)
        page.item(
            "",
            Stretch("Rien dans le dossier : aucun régime ne couvre le jour du dépôt, le \(filed)."),
            indent: 2)
    }

    /// The regime's own flag, which no rule gives.
    private func transition(_ page: inout TextPage) {
        guard let transition = text.verdict.transition else { return }
        page.space()
        page.rule()
        page.item(
            text.rows.markers(Wording("!", "signalé", .open), VerdictSchema.transitionFlag),
            Stretch(VerdictSchema.transitionTitle), indent: 2, column: text.rows.textColumn)
        field("Motif", transition.sentence, &page)
    }

    /// The opinion on each expertise and the period of its label.
    private func expertises(_ page: inout TextPage) {
        for expertise in text.verdict.expertises {
            page.space()
            page.item("", Stretch(expertise.heading), indent: 2)
            page.item("", expertise.avis.wording.stretch, indent: 4)
            if let period = expertise.validite {
                page.item("", "label, s’il est accordé, \(period.french)", indent: 4)
            }
        }
    }

    private func add(_ rule: RuleResult, to page: inout TextPage) {
        page.space()
        page.rule()
        text.rows.title(of: rule, to: &page)
        field("Règle", rule.kind.french, &page)
        field("Sujet", text.names.subject(rule.sujet), &page)
        field("Source", rule.source, &page)
        if let note = rule.note { field("Note", note, &page) }
        field("Écrite à", rule.writtenAt, &page)
        for line in rule.sourceText { code("Texte", "\(line.field) = \(line.text)", &page) }
        for reading in rule.lus { field("Lu", described(reading), &page) }
        for reading in rule.parametres { field("Paramètre", reading.french, &page) }
        tree(rule.nodes, &page)
        outcome(of: rule, &page)
    }

    private func outcome(of rule: RuleResult, _ page: inout TextPage) {
        let provisional = rule.isProvisional ? ", provisoire" : ""
        field("Résultat", rule.wording.word + provisional, &page, rule.wording.ink)
        if let value = rule.valeur { field("Valeur", value.shown, &page) }
        for period in periods(of: rule) { field("Label", period, &page) }
        if let points = rule.points { field("Points", points.french, &page) }
        for line in text.rows.reason(of: rule) {
            field("Motif", line.withoutArrow, &page, line.ink)
        }
        if !rule.manquants.isEmpty {
            field(
                "Il manque", French.list(rule.manquants.inNumberOrder.map(text.names.name(of:))),
                &page)
        }
        for hypothesis in rule.hypotheses {
            field("Hypothèse", "\(hypothesis.name) : \(hypothesis.value.shown)", &page)
        }
    }

    /// The days that a validity gave, by expertise.
    private func periods(of rule: RuleResult) -> [String] {
        text.verdict.expertises.compactMap { expertise in
            let isSubject = [expertise.subject, "dossier"].contains(rule.sujet)
            guard rule.kind == .validite, isSubject, let period = expertise.validite,
                period.regle == rule.id
            else { return nil }
            return "expertise \(expertise.number), \(period.french)"
        }
    }

    /// Each node under its field, deeper ones further right, with the value it took.
    private func tree(_ nodes: [NodeValue], _ page: inout TextPage) {
        var shown: String?
        for node in nodes {
            if node.field != shown { field("Calcul", node.field, &page) }
            shown = node.field
            let value = node.value.map(\.shown) ?? "inconnu"
            page.item(
                "", Stretch(code: "\(node.text) → \(value)", .faint),
                indent: 2 + labelColumn + 2 * min(node.depth + 1, 20))
        }
    }

    /// A flag that ran on nothing leaves no result: what is written about it is all there is.
    private var silentRules: [Rule] {
        let known = Set((text.verdict.allRules + text.verdict.quietFlags).map(\.id))
        let day =
            regime?.declaration.choiceDate == .decision
            ? text.verdict.dateDecision : text.verdict.deposeLe
        return (regime?.declarations.rules ?? [])
            .filter { !known.contains($0.id.value) && $0.period.contains(day) }
    }

    private func add(_ rule: Rule, to page: inout TextPage) {
        page.space()
        page.rule()
        page.item(
            text.rows.markers(Wording("–", "non signalé", .faint), rule.id.value),
            Stretch(rule.titre), indent: 2, column: text.rows.textColumn)
        field("Règle", rule.kind.french, &page)
        field("Source", rule.source, &page)
        if let note = rule.note { field("Note", note, &page) }
        if let file = regime?.files[rule.file].source {
            field("Écrite à", "\(file.path):\(file.line(at: rule.range.lowerBound))", &page)
            code("Texte", file.text(in: rule.range), &page)
        }
        field("Résultat", "non signalé", &page)
    }

    private func described(_ reading: NamedValue) -> String {
        "\(reading.name) : \(text.names.french(reading))"
    }

    private func field(
        _ label: String, _ value: String, _ page: inout TextPage, _ ink: Ink? = nil
    ) {
        page.item(Stretch(label, .faint), Stretch(value, ink), indent: 4, column: labelColumn)
    }

    private func code(_ label: String, _ text: String, _ page: inout TextPage) {
        page.code(Stretch(label, .faint), text, indent: 4, column: labelColumn)
    }
}

extension RuleKind {
    /// What the construct is, in words.
    fileprivate var french: String {
        switch self {
        case .critere: "critère"
        case .priorite: "priorité"
        case .validite: "validité"
        case .signalement: "signalement"
        case .calcul: "calcul"
        }
    }
}

extension ClosedRange<Double> {
    /// « 30 points », or « de 0 à 30 points ».
    fileprivate var french: String {
        lowerBound == upperBound
            ? pointCount(lowerBound)
            : "de \(French.decimal(lowerBound)) à \(pointCount(upperBound))"
    }
}
