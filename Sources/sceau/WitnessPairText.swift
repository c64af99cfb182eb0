// A dossier that two versions of the policies judge differently, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

extension TextPage {
    /// Adds the days of a dossier and the facts that it turns on, with both verdicts on it.
    mutating func tell(_ pair: WitnessPair, _ names: FactNames, indent: Int) {
        let before = pair.before
        item(
            "témoin",
            Stretch(
                "déposé le \(French.day(before.verdict.deposeLe)), décidé le \(French.day(before.decisionDay))"
            ), indent: indent, column: 8)
        item("", Stretch(names.facts(of: before)), indent: indent, column: 8)
        let number = pair.tellingExpertise
        item("avant", Stretch(before.summary(of: number)), indent: indent + 2, column: 6)
        item("après", Stretch(pair.after.summary(of: number)), indent: indent + 2, column: 6)
        if !pair.changesVerdict, before.verdict.regime?.id == pair.after.verdict.regime?.id {
            item(
                "", Stretch("\(pair.change) ; l’avis de ce dossier ne change pas"),
                indent: indent + 2)
        }
    }
}

extension WitnessPair {
    /// The most rules that are named.
    private static let mostNamed = 3

    /// What the rules say otherwise: « SIG-05 : signalé → règle absente ».
    fileprivate var change: String {
        let turns = turns.prefix(WitnessPair.mostNamed).map {
            "\($0.id)\u{A0}: \($0.before.french) → \($0.after.french)"
        }
        guard turns.isEmpty else { return turns.joined(separator: ", ") }
        let ids = Array(rewordings.prefix(WitnessPair.mostNamed))
        return ids.isEmpty
            ? "le résultat d’une règle change"
            : "le texte, la valeur ou les pièces manquantes changent pour \(French.list(ids))"
    }

    /// The first expertise whose opinion or label differs, else the first that has a label; from 1.
    fileprivate var tellingExpertise: Int? {
        let (old, new) = (before.verdict.expertises, after.verdict.expertises)
        let differing = old.indices.first { index in
            guard new.indices.contains(index) else { return true }
            return old[index].avis != new[index].avis || old[index].validite != new[index].validite
        }
        return
            (differing ?? old.firstIndex { $0.validite != nil }
            ?? new.firstIndex { $0.validite != nil }).map { $0 + 1 }
    }
}

extension Witness {
    /// The opinion, the points and the label of one expertise, named where there are several.
    fileprivate func summary(of number: Int?) -> String {
        guard verdict.regime != nil else { return "aucun régime ne couvre ce dossier" }
        let isKnown = verdict.priorite.points == nil || verdict.priorite.pointsMax != nil
        let points =
            isKnown
            ? verdict.priorite.points.map { pointCount($0) } : "nombre de points inconnu"
        let most = verdict.priorite.pointsMax.flatMap { most in
            most == verdict.priorite.points ? nil : "\(French.decimal(most)) au plus"
        }
        return ([verdict.avis.word] + [points, most].compactMap(\.self) + label(of: number))
            .joined(separator: ", ")
    }

    private func label(of number: Int?) -> [String] {
        guard let number, verdict.expertises.indices.contains(number - 1) else { return [] }
        let expertise = verdict.expertises[number - 1]
        let label = expertise.validite.map { "label \($0.french)" }
        guard verdict.expertises.count > 1 else { return [label].compactMap(\.self) }
        return ["expertise \(number)\u{A0}: \(expertise.avis.word)"] + [label].compactMap(\.self)
    }
}
