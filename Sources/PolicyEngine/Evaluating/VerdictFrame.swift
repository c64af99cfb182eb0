// Puts rule results together: opinions, priority, what is missing.
// SPDX-License-Identifier: MIT

import Labelling

/// What a verdict says whatever the rules give, and how it is put together.
struct VerdictFrame {
    let policy: Policy
    let dossier: Dossier
    let decisionDay: Day

    /// The verdict on a dossier that no regime covers.
    func withoutRegime() -> Verdict {
        let reason = Reasons.noRegime(
            filed: dossier.deposeLe, decided: decisionDay, regimes: policy.regimes)
        return verdict(
            under: nil, avis: .defavorable, motifs: [reason], regles: [], expertises: [],
            priorite: Priority(points: 0, pointsMax: 0, niveau: nil, niveauMax: nil, regles: []),
            all: [])
    }

    /// The verdict that the results of a regime's rules make.
    func verdict(under regime: Regime, _ results: [PlacedResult]) -> Verdict {
        let settled = failingDoubleValidities(results)
        let counting = settled.filter { [.critere, .validite].contains($0.result.kind) }
        let shared = counting.filter { $0.expertise == nil }
        let own = Dictionary(grouping: counting) { $0.expertise ?? 0 }
        let numbers = Array(1..<(expertiseCount + 1))
        let opinions = numbers.map { Opinion(of: (shared + (own[$0] ?? [])).map(\.result)) }
        let expertises = zip(numbers, opinions).map { number, opinion in
            expertise(number, opinion, shared: shared, own: own[number] ?? [])
        }
        let priority = PriorityCounter(
            results: settled.map(\.result).filter { $0.kind == .priorite },
            levels: regime.declarations.levels.first?.value
        ).priority
        let counted = opinions.isEmpty ? [Opinion(of: shared.map(\.result))] : opinions
        return verdict(
            under: regime, avis: Opinion.ofDossier(counted.map(\.avis)),
            motifs: motifs(of: opinions, shared: shared), regles: shared.map(\.result),
            expertises: expertises, priorite: priority, all: settled.map(\.result))
    }

    /// The sentences of the rules on the dossier once, then those of each expertise, named where
    /// there are several.
    private func motifs(of opinions: [Opinion], shared: [PlacedResult]) -> [String] {
        let common = Opinion(of: shared.map(\.result)).motifs
        let all = opinions.enumerated().flatMap { index, opinion in
            opinion.motifs.map { motif in
                opinions.count > 1 && !common.contains(motif)
                    ? "Expertise \(index + 1)\u{A0}: \(motif)" : motif
            }
        }
        return (opinions.isEmpty ? common : all).withoutRepeats
    }

    private var expertiseCount: Int {
        guard case .list(let elements) = dossier.facts["expertises"] else { return 0 }
        return elements.count
    }

    private func expertise(
        _ number: Int, _ opinion: Opinion, shared: [PlacedResult], own: [PlacedResult]
    ) -> ExpertiseVerdict {
        let validities = (shared + own).filter { $0.result.kind == .validite }
        let open = validities.contains { $0.result.outcome == .indeterminee }
        let given = validities.first { $0.result.outcome == .satisfaite }
        let period = given.flatMap { placed in
            placed.period.map {
                LabelPeriod(debut: $0.debut, fin: $0.fin, regle: placed.result.id)
            }
        }
        let isDue = ![.defavorable, .enErreur].contains(opinion.avis) && !open
        return ExpertiseVerdict(
            number: number, intitule: text("intitule", of: number),
            domaine: text("domaine", of: number), avis: opinion.avis,
            validite: isDue ? period : nil, regles: own.map(\.result))
    }

    private func text(_ name: String, of number: Int) -> String? {
        guard case .list(let elements) = dossier.facts["expertises"],
            case .record(let record) = elements[number - 1], case .text(let text) = record[name]
        else { return nil }
        return text
    }

    /// Two validities that apply to one expertise fail, both of them.
    private func failingDoubleValidities(_ results: [PlacedResult]) -> [PlacedResult] {
        let applying = results.indices.filter {
            results[$0].result.kind == .validite && results[$0].result.outcome == .satisfaite
        }
        let own = Dictionary(grouping: applying) { results[$0].expertise ?? 0 }
        let shared = own[0] ?? []
        var failing: [Int: Set<String>] = [:]
        for number in 1...max(1, expertiseCount) {
            let indices = shared + (own[number] ?? [])
            guard indices.count > 1 else { continue }
            let ids = indices.map { results[$0].result.id }
            // A validity on the dossier stands for the expertises on which no other applies.
            let clashing = shared.count > 1 ? indices : own[number] ?? []
            for index in clashing { failing[index, default: []].formUnion(ids) }
        }
        guard !failing.isEmpty else { return results }
        return results.indices.map { index in
            var placed = results[index]
            if let ids = failing[index] {
                placed.result = placed.result.failing(
                    Reasons.severalValidities(ids.sortedByBytes))
            }
            return placed
        }
    }

    private func verdict(
        under regime: Regime?, avis: Avis, motifs: [String], regles: [RuleResult],
        expertises: [ExpertiseVerdict], priorite: Priority, all: [RuleResult]
    ) -> Verdict {
        let flagged: Set<Outcome> = [.satisfaite, .indeterminee, .enErreur]
        let declaration = regime?.declaration
        let isOutside = [dossier.deposeLe, decisionDay].contains { day in
            declaration.map { !$0.period.contains(day) } ?? false
        }
        return Verdict(
            numero: dossier.numero, empreinteDossier: dossier.fingerprint, nom: name,
            deposeLe: dossier.deposeLe,
            regime: declaration.map {
                RegimeReference(
                    id: $0.id.value, titre: $0.titre, empreinte: policy.fingerprint)
            },
            moteur: Policy.engineVersion, dateDecision: decisionDay, avis: avis, motifs: motifs,
            regles: regles, expertises: expertises, priorite: priorite,
            signalements: all.filter { $0.kind == .signalement && flagged.contains($0.outcome) },
            calculs: all.filter { $0.kind == .calcul },
            hypotheses: all.flatMap(\.assumptions).withoutRepeats,
            manquants: Set(all.flatMap(\.manquants)).sortedByBytes,
            inconnus: Set(dossier.reasons.keys).sortedByBytes.map {
                NamedValue(name: $0, value: .text(dossier.reasons[$0] ?? ""))
            },
            transition: isOutside ? declaration?.transition : nil,
            quietFlags: all.filter { $0.kind == .signalement && !flagged.contains($0.outcome) })
    }

    private var name: String {
        guard case .record(let record) = dossier.facts["collectivite"],
            case .text(let name) = record["nom"]
        else { return "" }
        return name
    }
}

extension RuleResult {
    /// What the rule assumed, each with the rule and its subject.
    fileprivate var assumptions: [Hypothesis] {
        hypotheses.map {
            Hypothesis(fait: $0.name, valeur: $0.value, regle: id, sujet: sujet)
        }
    }
}

extension Array where Element: Hashable {
    /// The elements in order, each once.
    fileprivate var withoutRepeats: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
