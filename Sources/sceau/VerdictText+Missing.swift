// What is missing in a dossier, and what each missing thing would change.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension VerdictText {
    /// Adds each missing fact or row, with its effect and, where asked, the dossier's own reason.
    func missing(_ page: inout TextPage, withReasons: Bool = true) {
        guard !verdict.manquants.isEmpty else { return }
        page.heading("Ce qui manque, et ce que cela changerait")
        for sentence in generalRemarks { page.item("", Stretch(sentence), indent: 2) }
        let reasons = withReasons ? dossierReasons : [:]
        for (paths, effects) in missingGroups {
            for path in paths {
                page.item("•", Stretch(described(path)), indent: 2)
                if let reason = reasons[path] { page.item("", Stretch(reason), indent: 4) }
            }
            for effect in effects { page.item("→", Stretch(effect), indent: 4) }
        }
    }

    /// What is settled all the same, and what the effects suppose.
    var generalRemarks: [String] {
        guard let outlook else { return [] }
        return [
            outlook.settled, outlook.settledPoints(of: verdict.priorite), outlook.supposition,
        ].compactMap(\.self)
    }

    /// What is missing, put together where it would change the same things.
    var missingGroups: [(paths: [String], effects: [String])] {
        var groups: [(paths: [String], effects: [String])] = []
        var places: [[String]: Int] = [:]
        for path in verdict.manquants.inNumberOrder {
            let effects = effects(of: path)
            if let known = places[effects] {
                groups[known].paths.append(path)
            } else {
                places[effects] = groups.count
                groups.append(([path], effects))
            }
        }
        return groups
    }

    /// The French name with the path to fill, where the two differ.
    func described(_ path: String) -> String {
        let name = names.name(of: path).capitalizedSentence
        return name == path ? name : "\(name) — \(path)"
    }

    /// Why the dossier does not hold what it lacks, by path, where it tells.
    var dossierReasons: [String: String] {
        var reasons: [String: String] = [:]
        for reading in verdict.inconnus where reasons[reading.name] == nil {
            guard case .text(let text) = reading.value else { continue }
            reasons[reading.name] = "Le dossier en dit : « \(text) »."
        }
        return reasons
    }

    private func effects(of path: String) -> [String] {
        let readers = lacking.rules(path)
        let isAwaited = readers.contains { $0.kind == .critere && $0.isWaiting }
        return [
            opinion(readers.filter(\.lacksOneFact), path), oneOfSeveral(readers), points(readers),
            period(readers),
            open(readers, .signalement, "indéterminé", "le signalement", "les signalements"),
            open(readers, .calcul, "sans réponse", "le calcul", "les calculs"),
            provisional(readers),
        ].compactMap(\.self) + (outlook?.sentences(on: path, isAwaited: isAwaited) ?? [])
    }

    /// What stays open in the opinion itself.
    private func opinion(_ readers: [RuleResult], _ path: String) -> String? {
        let blocked = readers.filter { $0.kind == .critere && $0.isWaiting }
        guard !blocked.isEmpty else { return nil }
        let ids = rules(blocked)
        let verb = Set(blocked.map(\.id)).count == 1 ? "dépend" : "dépendent"
        switch verdict.avis {
        case .incomplet where outlook?.isIncompleteAnyway(without: path) ?? false:
            return "\(ids) en \(verb), mais l’avis reste incomplet pour un autre motif."
        case .incomplet: return "sans cela, l’avis reste incomplet (\(ids))."
        case .defavorable:
            return "\(ids) en \(verb), mais l’avis est défavorable pour un autre motif."
        case .enErreur: return "\(ids) en \(verb), une fois l’erreur corrigée."
        case .favorable, .aExaminer, .partage: return "\(ids) en \(verb)."
        }
    }

    /// A rule tells all that it found absent, not whether one of these would do.
    private func oneOfSeveral(_ readers: [RuleResult]) -> String? {
        let blocked = readers.filter {
            $0.kind == .critere && $0.isWaiting && !$0.lacksOneFact
        }
        guard !blocked.isEmpty else { return nil }
        let isOne = Set(blocked.map(\.id)).count == 1
        return
            "plusieurs faits manquent à \(rules(blocked)) : l’un ou l’autre peut suffire,"
            + " voir \(isOne ? "la règle" : "ces règles")."
    }

    private func points(_ readers: [RuleResult]) -> String? {
        let blocked = readers.filter { $0.kind == .priorite && $0.outcome == .indeterminee }
        guard !blocked.isEmpty, outlook?.settledPoints(of: verdict.priorite) == nil else {
            return nil
        }
        let known = blocked.compactMap(\.points)
        guard known.count == blocked.count, let most = known.map(\.upperBound).max() else {
            return "le nombre de points de priorité en dépend (\(rules(blocked)))."
        }
        let least = known.map(\.lowerBound).min() ?? 0
        guard least >= 0 else {
            let span = "\(French.decimal(least)) à \(pointCount(most))"
            return "peut encore donner de \(span) de priorité (\(rules(blocked)))."
        }
        return "peut encore donner jusqu’à \(pointCount(most)) de priorité (\(rules(blocked)))."
    }

    private func period(_ readers: [RuleResult]) -> String? {
        let blocked = readers.filter { $0.kind == .validite && $0.outcome == .indeterminee }
        guard !blocked.isEmpty else { return nil }
        return blocked.allSatisfy(\.lacksOneFact)
            ? "sans cela, la durée du label ne peut pas être fixée (\(rules(blocked)))."
            : "la durée du label peut en dépendre (\(rules(blocked)))."
    }

    private func open(
        _ readers: [RuleResult], _ kind: RuleKind, _ state: String, _ one: String, _ many: String
    ) -> String? {
        let blocked = readers.filter { $0.kind == kind && $0.outcome == .indeterminee }
        guard !blocked.isEmpty else { return nil }
        let isOne = Set(blocked.map(\.id)).count == 1
        let verb = isOne ? "reste" : "restent"
        let ending = isOne || state.hasPrefix("sans") ? state : state + "s"
        return "\(isOne ? one : many) \(rules(blocked)) \(verb) \(ending)."
    }

    private func provisional(_ readers: [RuleResult]) -> String? {
        let settled = readers.filter { $0.isProvisional && $0.isSettled }
        guard !settled.isEmpty else { return nil }
        return "résultat provisoire de \(rules(settled)), donné sans cela."
    }

    private func rules(_ results: [RuleResult]) -> String {
        French.list(results.map(\.id).withoutRepeats)
    }
}

extension RuleResult {
    /// Whether a criterion waits for something: undetermined, or a piece that is not there.
    var isWaiting: Bool {
        outcome == .indeterminee || (outcome == .nonSatisfaite && effect == .piece)
    }

    /// Whether one fact alone was absent, so that nothing else can stand in for it.
    fileprivate var lacksOneFact: Bool { manquants.count == 1 }

    /// Whether it gave a result although something was absent.
    fileprivate var isSettled: Bool {
        switch outcome {
        case .satisfaite, .sansObjet: true
        case .nonSatisfaite: !isWaiting
        case .indeterminee, .enErreur: false
        }
    }
}
