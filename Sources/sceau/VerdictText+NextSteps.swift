// What the officer may do next, by opinion.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension VerdictText {
    /// Something to do, with the points that it covers.
    struct Step: Hashable {
        /// What to do.
        let text: String
        /// What it covers.
        var points: [String] = []
    }

    /// Adds the next steps, the first one first.
    func nextSteps(_ page: inout TextPage) {
        page.heading("Et maintenant")
        for (number, step) in steps.enumerated() {
            page.item("\(number + 1).", Stretch(step.text), indent: 2)
            for point in step.points { page.item("•", Stretch(point), indent: 5) }
        }
    }

    /// What to do, the first thing first.
    var steps: [Step] {
        guard verdict.regime != nil else { return [Step(text: withoutRegime)] }
        let others = [raisedFlags, openPriority, Self.details].compactMap(\.self)
        return main + others.map { Step(text: $0) }
    }

    private static let details =
        "Lire le texte, la source et le calcul de chaque règle : sceau expliquer, avec le même dossier."

    private var withoutRegime: String {
        "Vérifier la date de dépôt : aucun régime ne couvre le \(French.day(verdict.deposeLe))."
    }

    private var main: [Step] {
        switch verdict.avis {
        case .favorable:
            [
                Step(
                    text:
                        "Apprécier la qualité du savoir-faire, que les règles ne jugent pas, puis proposer le label."
                )
            ]
        case .aExaminer:
            [Step(text: "Faire trancher par une personne chaque point marqué « À examiner ».")]
        case .incomplet: completion
        case .defavorable:
            [
                Step(
                    text:
                        "Relire chaque motif de refus et sa source avant toute réponse au demandeur."
                )
            ]
        case .partage:
            [Step(text: "Traiter chaque expertise selon son propre avis : \(byExpertise).")]
                + completion
        case .enErreur:
            [
                Step(
                    text:
                        "Faire corriger la règle en erreur (\(failures)), puis relancer la même commande."
                )
            ]
        }
    }

    /// Everything that makes an opinion incomplete, then the same command again.
    private var completion: [Step] {
        let rows = facts(areRows: true)
        let asked = pieces + facts(areRows: false)
        let steps = [
            Step(text: "Demander au demandeur :", points: asked),
            Step(text: "Faire compléter les tableaux de la politique :", points: rows),
        ].filter { !$0.points.isEmpty }
        return steps.isEmpty
            ? [] : steps + [Step(text: "Compléter le dossier, puis relancer la même commande.")]
    }

    /// The criteria that wait, on what is incomplete.
    private var waiting: [RuleResult] {
        let incomplete = verdict.expertises.filter { $0.avis == .incomplet }
        let isOpen = verdict.avis == .incomplet || !incomplete.isEmpty
        let shared = isOpen ? verdict.regles : []
        return (incomplete.flatMap(\.regles) + shared)
            .filter { $0.kind == .critere && $0.isWaiting }
    }

    /// The reason of each piece that is not there, which says what to give.
    private var pieces: [String] {
        waiting.filter { $0.outcome == .nonSatisfaite }.map { rule in
            let place = rule.sujet.contains("[") ? " (\(names.subject(rule.sujet)))" : ""
            let reason = rule.isCommunicable ? rule.motif : nil
            return "\(rule.id)\(place) : \((reason ?? rule.titre).sentence)"
        }.withoutRepeats
    }

    /// What undetermined criteria lack, unless the reason of a piece asks for just that already.
    private func facts(areRows: Bool) -> [String] {
        let waiting = waiting
        let given = Set(
            waiting.filter { $0.outcome == .nonSatisfaite && $0.manquants.count == 1 }
                .flatMap(\.manquants))
        let open = waiting.filter { $0.outcome == .indeterminee }
        let lacking = Lacking(open)
        let paths = open.flatMap(\.manquants.inNumberOrder).withoutRepeats
            .filter { !given.contains($0) && names.isTableRow($0) == areRows }
        let unnamed = areRows ? [] : open.filter(\.manquants.isEmpty).map(\.titre)
        return paths.map { path in
            let readers = lacking.rules(path).map(\.id).withoutRepeats
            return "\(names.name(of: path).capitalizedSentence), pour \(French.list(readers))."
        } + unnamed.withoutRepeats
    }

    private var byExpertise: String {
        verdict.expertises.map { "expertise \($0.number), \($0.avis.word)" }.joined(
            separator: " ; ")
    }

    private var failures: String {
        let failed = verdict.allRules.filter { $0.outcome == .enErreur }
        return French.list(failed.map { "\($0.id), \($0.failedAt ?? $0.writtenAt)" })
    }

    private var raisedFlags: String? {
        let raised =
            verdict.signalements.filter { $0.outcome == .satisfaite }.count
            + (verdict.transition == nil ? 0 : 1)
        guard raised > 0 else { return nil }
        return "Lire \(raised == 1 ? "le signalement" : "les \(raised) signalements")"
            + " : l’avis n’en tient pas compte."
    }

    private var openPriority: String? {
        guard let least = verdict.priorite.points, let most = verdict.priorite.pointsMax,
            least < most, outlook?.settledPoints(of: verdict.priorite) == nil
        else { return nil }
        return "Chercher ce qui laisse la priorité ouverte, de \(French.decimal(least)) à"
            + " \(pointCount(most))."
    }
}

extension Array where Element: Hashable {
    /// The elements in order, each once.
    var withoutRepeats: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
