// Puts rule results together: opinions, priority, what is missing.
// SPDX-License-Identifier: MIT

import Labelling

/// What a verdict says whatever the rules give, and how it is put together.
struct VerdictFrame {
    let policy: Policy
    let dossier: DossierHeading
    let decisionDay: Day

    /// The frame of the verdict on a dossier.
    init(policy: Policy, dossier: Dossier, decisionDay: Day) {
        self.init(policy: policy, dossier: DossierHeading(dossier), decisionDay: decisionDay)
    }

    /// The frame of the verdict on a dossier of which the heading is known.
    init(policy: Policy, dossier: DossierHeading, decisionDay: Day) {
        self.policy = policy
        self.dossier = dossier
        self.decisionDay = decisionDay
    }

    /// The verdict on a dossier that no regime covers.
    func withoutRegime() -> Verdict {
        let reason = Reasons.noRegime(
            filed: dossier.deposeLe, decided: decisionDay, regimes: policy.regimes)
        return verdict(
            under: nil, avis: .defavorable, motifs: [reason], expertises: [],
            priorite: Priority(points: 0, pointsMax: 0, niveau: nil, niveauMax: nil, regles: []),
            SortedResults(expertises: 0))
    }

    /// The verdict that the results of a regime's rules make.
    func verdict(under regime: Regime, _ results: consuming [PlacedResult]) -> Verdict {
        var results = results
        let count = dossier.expertises.count
        var opinions = Opinions(of: results, expertises: count)
        if opinions.haveClash {
            failDoubleValidities(in: &results)
            opinions = Opinions(of: results, expertises: count)
        }
        let counter = PriorityCounter(of: results)
        for index in counter.uncounted { results[index].result.isCounted = false }
        let periods = opinions.expertises.map { opinion in
            opinion.label.flatMap { LabelPeriod(results[$0]) }
        }
        let sorted = SortedResults(results, expertises: count)
        return verdict(
            under: regime, opinions, counter, periods, sorted.motifs(of: opinions), sorted)
    }

    /// The verdict with what the results make, which are themselves sorted.
    func verdict(
        under regime: Regime, _ opinions: Opinions, _ counter: PriorityCounter,
        _ periods: [LabelPeriod?], _ motifs: [String], _ sorted: SortedResults
    ) -> Verdict {
        verdict(
            under: regime, avis: opinions.avis, motifs: motifs,
            expertises: expertises(opinions, periods, sorted),
            priorite: priority(counter, regime.declarations.levels.first?.value, sorted), sorted)
    }

    /// Two validities that apply to one expertise fail, both of them.
    private func failDoubleValidities(in results: inout [PlacedResult]) {
        let clashes = ClashingValidities(among: results, expertises: dossier.expertises.count)
        for (index, clashing) in clashes.failing {
            let ids = Set(clashing.map { results[$0].result.id }).sortedByBytes
            results[index].result = results[index].result.clashing(Reasons.severalValidities(ids))
        }
    }

    private func expertises(
        _ opinions: Opinions, _ periods: [LabelPeriod?], _ sorted: SortedResults
    ) -> [ExpertiseVerdict] {
        opinions.expertises.indices.map { index in
            ExpertiseVerdict(
                number: index + 1, intitule: dossier.expertises[index].intitule,
                domaine: dossier.expertises[index].domaine, avis: opinions.expertises[index].avis,
                validite: periods[index], regles: sorted.own[index])
        }
    }

    private func priority(
        _ counter: PriorityCounter, _ levels: Levels?, _ sorted: SortedResults
    ) -> Priority {
        Priority(
            points: counter.points, pointsMax: counter.pointsMax,
            niveau: counter.points.flatMap { levels?.name(for: $0) },
            niveauMax: counter.pointsMax.flatMap { levels?.name(for: $0) },
            regles: sorted.priorities)
    }

    private func verdict(
        under regime: Regime?, avis: Avis, motifs: [String], expertises: [ExpertiseVerdict],
        priorite: Priority, _ sorted: SortedResults
    ) -> Verdict {
        let declaration = regime?.declaration
        let isOutside =
            declaration.map {
                !$0.period.contains(dossier.deposeLe) || !$0.period.contains(decisionDay)
            } ?? false
        return Verdict(
            numero: dossier.numero, empreinteDossier: dossier.fingerprint, nom: dossier.nom,
            deposeLe: dossier.deposeLe,
            regime: declaration.map {
                RegimeReference(
                    id: $0.id.value, titre: $0.titre, empreinte: policy.fingerprint)
            },
            moteur: Policy.engineVersion, dateDecision: decisionDay, avis: avis, motifs: motifs,
            regles: sorted.shared, expertises: expertises, priorite: priorite,
            signalements: sorted.flags, calculs: sorted.calculs, hypotheses: sorted.hypotheses,
            manquants: sorted.missing, inconnus: reasons,
            transition: isOutside ? declaration?.transition : nil, quietFlags: sorted.quietFlags)
    }

    /// The dossier's reasons in byte order of path.
    private var reasons: [NamedValue] {
        guard !dossier.reasons.isEmpty else { return [] }
        return dossier.reasons.keys.sortedByBytes.map {
            NamedValue(name: $0, value: .text(dossier.reasons[$0] ?? ""))
        }
    }
}

extension LabelPeriod {
    /// The period that a validity gives; nil when it has no days.
    fileprivate init?(_ placed: PlacedResult) {
        guard let period = placed.period else { return nil }
        self.init(debut: period.debut, fin: period.fin, regle: placed.result.id)
    }
}
