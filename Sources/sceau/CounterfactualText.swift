// The least changes that would make an expertise favourable, in French.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes the counterfactuals of a dossier.
struct CounterfactualText {
    private let reports: [CounterfactualReport]
    private let names: FactNames

    /// Words reports.
    init(_ reports: [CounterfactualReport], _ names: FactNames) {
        self.reports = reports
        self.names = names
    }

    /// Adds what could be changed, or why nothing could.
    func write(to page: inout TextPage) {
        page.heading("Ce qui rendrait l’avis favorable")
        if reports.isEmpty { page.item("", "l’avis est déjà favorable.", indent: 2) }
        for report in reports {
            page.item("", Stretch(opening(of: report)), indent: 2)
            for (number, found) in report.found.enumerated() {
                page.item("\(number + 1).", Stretch(sentence(found)), indent: 4)
            }
            for line in endings(of: report) { page.item("", Stretch(line), indent: 4) }
        }
        if reports.contains(where: { !$0.found.isEmpty }) {
            page.item(
                "",
                "Chaque proposition a été évaluée : le dossier ainsi changé obtient un avis favorable.",
                indent: 2)
        }
    }

    private func opening(of report: CounterfactualReport) -> String {
        let subject = report.expertise.map { "Expertise \($0)" } ?? "Dossier"
        let count = report.found.count
        switch count {
        case 0 where report.blocking.isEmpty:
            return "\(subject), \(report.avis.word) : aucune façon n’a été trouvée."
        case 0: return "\(subject), \(report.avis.word) : aucun changement admis ne suffit."
        case 1: return "\(subject), \(report.avis.word). Il suffirait de :"
        default: return "\(subject), \(report.avis.word). L’une de ces façons suffirait :"
        }
    }

    private func endings(of report: CounterfactualReport) -> [String] {
        var lines: [String] = []
        if !report.blocking.isEmpty {
            let which = French.list(report.blocking)
            lines.append("Aucun changement admis, quel qu’il soit, ne satisfait \(which).")
        } else if report.found.isEmpty {
            lines.append("Cela ne prouve pas qu’il n’y en ait aucune.")
        }
        if report.isPartial {
            lines.append("Exploration arrêtée avant la fin : résultat partiel.")
        } else if report.isLimited && !report.found.isEmpty {
            lines.append(
                "D’autres façons sont possibles : voici les moindres qui ont été trouvées.")
        }
        return lines
    }

    private func sentence(_ found: Counterfactual) -> String {
        French.list(found.changes.map(change)) + (found.isExact ? "." : " (possible).")
    }

    private func change(_ change: Counterfactual.Change) -> String {
        let name = names.name(of: change.path.description)
        let wording = PlacementWording(names)
        switch change.kind {
        case .given:
            let value = wording.french(change.way, of: change.path)
            return value == "renseigné" ? "renseigner « \(name) »" : "donner « \(name) » : \(value)"
        case .changed:
            return "changer « \(name) » : \(wording.french(change.way, of: change.path))"
        case .added(let count):
            let parts = wording.french(change.way, of: change.path)
            return "ajouter \(French.count(count, "élément", "éléments")) à « \(name) »"
                + (parts.isEmpty ? "" : ", \(parts)")
        }
    }
}
