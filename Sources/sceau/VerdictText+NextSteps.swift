// What the officer may do next, by opinion.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension VerdictText {
    /// Adds the next steps, the first one first.
    func nextSteps(_ page: inout TextPage) {
        page.heading("Et maintenant")
        for (number, step) in steps.enumerated() {
            page.item("\(number + 1).", Stretch(step), indent: 2)
        }
    }

    private var steps: [String] {
        let first = verdict.regime == nil ? withoutRegime : main
        return first + [raisedFlags, openPriority].compactMap(\.self)
    }

    private var withoutRegime: [String] {
        ["Vérifier la date de dépôt : aucun régime ne couvre le \(French.day(verdict.deposeLe))."]
    }

    private var main: [String] {
        switch verdict.avis {
        case .favorable:
            [
                "Apprécier la qualité du savoir-faire, que les règles ne jugent pas, puis proposer le label."
            ]
        case .aExaminer: ["Faire trancher par une personne chaque point marqué « À examiner »."]
        case .incomplet: [request, "Compléter le dossier, puis relancer la même commande."]
        case .defavorable:
            ["Relire chaque motif de refus et sa source avant toute réponse au demandeur."]
        case .partage:
            ["Traiter chaque expertise selon son propre avis : \(byExpertise)."]
        case .enErreur:
            ["Faire corriger la règle en erreur (\(failures)), puis relancer la même commande."]
        }
    }

    /// The missing facts of the criteria that wait for one; the criterion's title where it names none.
    private var request: String {
        var seen = Set<String>()
        let waiting = verdict.allRules.filter { $0.kind == .critere && $0.isWaiting }
        let asked = waiting.flatMap { rule in
            rule.manquants.isEmpty ? [rule.titre] : rule.manquants.map { names.name(of: $0) }
        }
        return "Demander au demandeur : "
            + French.list(asked.filter { seen.insert($0).inserted }) + "."
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
            least < most
        else { return nil }
        return "Chercher ce qui laisse la priorité ouverte, de \(French.decimal(least)) à"
            + " \(pointCount(most))."
    }
}
