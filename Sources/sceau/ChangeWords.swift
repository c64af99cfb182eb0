// What differs between two verdicts, in an officer's words.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Words the differences of two verdicts on one dossier.
struct ChangeWords {
    private let names: FactNames

    /// Words differences under a dossier schema.
    init(_ schema: DossierSchema) { names = FactNames(schema) }

    /// One thing that was otherwise.
    struct Line: Hashable {
        /// What it is: « Avis », « Priorité ».
        let label: String
        /// What it was.
        let before: String
        /// What it is now.
        let after: String

        /// « favorable → à examiner ».
        var arrow: String { "\(before) → \(after)" }
    }

    /// What an applicant would notice; empty when the outcome is the same.
    func lines(of change: VerdictChange) -> [Line] {
        let (before, after) = (change.before, change.after)
        var lines = [
            line("Régime", before.regime ?? "aucun", after.regime ?? "aucun"),
            line("Avis", before.avis.word, after.avis.word),
        ]
        let count = max(before.expertises.count, after.expertises.count)
        for number in 0..<count {
            let former = number < before.expertises.count ? before.expertises[number] : nil
            let new = number < after.expertises.count ? after.expertises[number] : nil
            // What the dossier's own line tells goes without saying.
            if former?.avis != before.avis || new?.avis != after.avis {
                lines.append(
                    line(
                        "Expertise \(number + 1)", former?.avis.word ?? "absente",
                        new?.avis.word ?? "absente"))
            }
            let place = count == 1 ? "" : " (expertise \(number + 1))"
            lines.append(days("Label" + place, former?.label, new?.label))
        }
        if !before.hasPriority(of: after) {
            let cause = change.movesLevelsAlone ? " : les niveaux commencent à d’autres points" : ""
            lines.append(line("Priorité", before.priority, after.priority + cause))
        }
        return lines.compactMap(\.self)
    }

    private func line(_ label: String, _ before: String, _ after: String) -> Line? {
        before == after ? nil : Line(label: label, before: before, after: after)
    }

    /// Both periods, or only their ends where they start on one day.
    private func days(
        _ name: String, _ before: VerdictOutline.Label?, _ after: VerdictOutline.Label?
    ) -> Line? {
        if let before, let after, before.debut == after.debut {
            return line(
                name, "jusqu’au \(French.day(before.fin))", "jusqu’au \(French.day(after.fin))")
        }
        return line(name, before?.french ?? "aucun", after?.french ?? "aucun")
    }

    // MARK: - Rules

    /// « PRIO-01, titre — demande 1 », or « PRIO-02 (auparavant PRIO-01), titre ».
    func title(of rule: RuleChange) -> String {
        let place = rule.sujet.contains("[") ? " — \(names.subject(rule.sujet))" : ""
        return "\(id(of: rule)), \(rule.titre)\(place)"
    }

    /// « PRIO-01 », or « PRIO-02 (auparavant PRIO-01) ».
    func id(of rule: RuleChange) -> String {
        rule.id + (rule.formerID.map { " (auparavant \($0))" } ?? "")
    }

    /// « satisfaite → sans objet ».
    func arrow(of rule: RuleChange) -> String {
        let (before, after) = (word(rule.before, rule.kind), word(rule.after, rule.kind))
        return before == after ? after : "\(before) → \(after)"
    }

    /// The result in a word, with its points, its days or its value.
    func word(_ state: RuleState?, _ kind: RuleKind) -> String {
        guard let state else { return "absente" }
        var parts = [state.outcome.word(of: kind)]
        if let effect = state.effect { parts.append(effect.word.lowercased()) }
        if let points = state.points, state.outcome != .sansObjet { parts.append(share(points)) }
        if !state.isCounted { parts.append("qui ne comptent pas") }
        if let label = state.label { parts.append(label.french) }
        if let valeur = state.valeur { parts.append(valeur.shown) }
        if state.isProvisional { parts.append("provisoire") }
        return parts.joined(separator: ", ")
    }

    private func share(_ points: ClosedRange<Double>) -> String {
        points.lowerBound == points.upperBound
            ? pointCount(points.lowerBound)
            : "de \(French.decimal(points.lowerBound)) à \(pointCount(points.upperBound))"
    }

    /// The result with its reason.
    func sentence(_ state: RuleState?, _ kind: RuleKind) -> String {
        let word = word(state, kind)
        guard let state else { return word + "." }
        if state.outcome == .indeterminee, !state.manquants.isEmpty {
            return
                "\(word), il manque : \(French.list(state.manquants.inNumberOrder.map { names.name(of: $0) }))."
        }
        guard let motif = state.motif else { return word + "." }
        let secret = state.isCommunicable ? "" : " [motif non communicable au demandeur]"
        return "\(word). \(motif.sentence)\(secret)"
    }

    // MARK: - Causes

    /// Why a rule gives another result, the causes one after the other.
    func causes(of rule: RuleChange) -> String {
        rule.causes.map(cause).joined(separator: " ; ")
    }

    private func cause(_ cause: RuleCause) -> String {
        switch cause {
        case .added: "règle nouvelle"
        case .removed: "règle retirée, ou qui n’est plus en vigueur"
        case .addedSubject: "ce que la règle juge ici est nouveau"
        case .removedSubject: "ce que la règle jugeait ici n’est plus là"
        case .regime: "le dossier relève d’un autre régime"
        case .effect(let before, let after):
            "effet : \(before.map(\.word)?.lowercased() ?? "aucun")"
                + " → \(after.map(\.word)?.lowercased() ?? "aucun")"
        case .fields(let fields):
            "\(French.list(fields.map { French.quoted($0) })) "
                + (fields.count == 1 ? "est écrit autrement" : "sont écrits autrement")
        case .parameter(let name, let before, let after):
            "\(name) : \(before?.value.shown ?? "non lu") → \(after?.value.shown ?? "non lu")"
                + ((after ?? before)?.unite.map { " (\($0))" } ?? "")
        case .reading(let name, let before, let after):
            "\(names.name(of: name)) : \(value(name, before)) → \(value(name, after))"
        case .wording: "son texte est écrit autrement"
        case .otherValidity: "une autre règle de durée s’applique aussi, ou ne s’applique plus"
        case .table(let name): "le tableau \(French.quoted(name)) a changé"
        case .elsewhere: "une fonction ou une valeur de son fichier, ou d’un module, a changé"
        }
    }

    private func value(_ name: String, _ value: ShownValue?) -> String {
        value.map { names.french(NamedValue(name: name, value: $0), cutAt: 40) }
            ?? "non renseigné"
    }

    /// What the rule read, a few values; empty where a cause says it all.
    func readings(of rule: RuleChange) -> String {
        let said = rule.causes.contains { if case .reading = $0 { true } else { false } }
        guard !said else { return "" }
        let most = 4
        let shown = rule.readings.prefix(most).map {
            "\(names.name(of: $0.name)) : \(names.french($0, cutAt: 40))"
        }
        let rest = rule.readings.count > most ? " et \(rule.readings.count - most) de plus" : ""
        return shown.joined(separator: ", ") + rest
    }
}

extension VerdictOutline {
    /// « haute, 40 points », or the open span.
    var priority: String {
        PriorityWords(points: points, most: pointsMax, niveau: niveau, niveauMax: niveauMax).text
    }
}

extension VerdictOutline.Label {
    /// The days, both included.
    var french: String { "du \(French.day(debut)) au \(French.day(fin))" }
}

extension Outcome {
    /// The result as it agrees with a rule's kind.
    fileprivate func word(of kind: RuleKind) -> String {
        let isMasculine = kind == .signalement || kind == .calcul
        switch (self, kind) {
        case (.satisfaite, .signalement): return "signalé"
        case (.satisfaite, .calcul): return "calculé"
        case (.satisfaite, _): return "satisfaite"
        case (.nonSatisfaite, _): return "non satisfaite"
        case (.sansObjet, .signalement): return "non signalé"
        case (.sansObjet, _): return "sans objet"
        case (.indeterminee, _): return isMasculine ? "indéterminé" : "indéterminée"
        case (.enErreur, _): return "en erreur"
        }
    }
}
