// A dossier that two versions of the policies judge differently, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

extension TextPage {
    /// Adds the days of a dossier, with both verdicts on it.
    mutating func tell(_ pair: WitnessPair, indent: Int) {
        let before = pair.before
        item(
            "témoin",
            Stretch(
                "déposé le \(French.day(before.verdict.deposeLe)), décidé le \(French.day(before.decisionDay))"
            ), indent: indent, column: 8)
        item("avant", Stretch(before.summary), indent: indent + 2, column: 6)
        item("après", Stretch(pair.after.summary), indent: indent + 2, column: 6)
        if !pair.changesVerdict, before.verdict.regime?.id == pair.after.verdict.regime?.id {
            item(
                "", Stretch("le résultat de la règle change, l’avis de ce dossier non"),
                indent: indent + 2)
        }
    }
}

extension Witness {
    /// The opinion, the points and the first label.
    fileprivate var summary: String {
        guard verdict.regime != nil else { return "aucun régime ne couvre ce dossier" }
        let points = verdict.priorite.points.map { pointCount($0) }
        let most = verdict.priorite.pointsMax.flatMap { most in
            most == verdict.priorite.points ? nil : "\(French.decimal(most)) au plus"
        }
        let labels = verdict.expertises.compactMap(\.validite).prefix(1).map {
            "label \($0.french)"
        }
        return ([verdict.avis.word] + [points, most].compactMap(\.self) + labels)
            .joined(separator: ", ")
    }
}
