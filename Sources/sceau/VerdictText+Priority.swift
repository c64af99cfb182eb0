// The priority of a dossier: its points, where each comes from, and how far it may still go.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension VerdictText {
    /// Adds the priority and each rule's share of it.
    func priority(_ page: inout TextPage) {
        guard hasPriority else { return }
        page.heading("Priorité : \(verdict.priorite.french)")
        for rule in verdict.priorite.regles {
            rows.title(of: rule, to: &page)
            for line in priorityDetails(of: rule) { page.note(line, indent: 2 + rows.textColumn) }
        }
    }

    /// Whether any rule gives or refuses points.
    var hasPriority: Bool { verdict.regime != nil && !verdict.priorite.regles.isEmpty }

    /// The points with the reason in one sentence, then what was read and what is missing.
    func priorityDetails(of rule: RuleResult) -> [Stretch] {
        guard let share = share(of: rule) else { return rows.details(of: rule) }
        let reason = rows.reason(of: rule).map(\.withoutArrow)
        let sentence = Stretch(
            "→ " + ([share.text.sentence] + reason).joined(separator: " "), share.ink)
        return [sentence] + rows.readings(of: rule) + rows.missing(of: rule)
    }

    /// The points that a rule brings, and whether they count.
    private func share(of rule: RuleResult) -> Stretch? {
        guard rule.outcome != .enErreur, rule.outcome != .sansObjet else { return nil }
        guard let points = rule.points else {
            return Stretch("Nombre de points encore inconnu", .open)
        }
        if points.lowerBound < points.upperBound {
            let span = "\(French.decimal(points.lowerBound)) à \(pointCount(points.upperBound))"
            return Stretch("De \(span), selon ce qui manque", .open)
        }
        let count = pointCount(points.lowerBound)
        guard points.lowerBound >= 0 else {
            let taken = "− \(pointCount(points.lowerBound.magnitude))"
            return rule.isCounted
                ? Stretch(taken, .open)
                : Stretch("\(taken), non retirés\u{A0}: la règle compte une fois, au mieux")
        }
        return rule.isCounted
            ? Stretch("+ \(count)", .good)
            : Stretch("\(count) non ajoutés\u{A0}: la règle compte une fois, au mieux")
    }
}

extension Priority {
    /// « haute, 40 points », or the open span: « normale ou haute, de 10 à 40 points ».
    var french: String {
        PriorityWords(points: points, most: pointsMax, niveau: niveau, niveauMax: niveauMax).text
    }
}

/// A priority as a sentence tells it.
struct PriorityWords {
    /// The least number of points, an unknown number counting nothing; nil when a rule failed.
    let points: Double?
    /// The most; nil when a rule failed or the number itself is unknown.
    let most: Double?
    /// The level of the least.
    let niveau: String?
    /// The level of the most.
    let niveauMax: String?

    /// « haute, 40 points », or the open span: « normale ou haute, de 10 à 40 points ».
    var text: String {
        guard let points else { return "inconnue, car une règle est en erreur" }
        let level = niveau.map { "\($0), " } ?? ""
        guard let most else {
            return "nombre de points inconnu (\(level)\(pointCount(points)) sans ce qui l’est)"
        }
        guard points < most else { return level + pointCount(points) }
        let levels =
            niveau == niveauMax
            ? level : French.alternatives([niveau, niveauMax].compactMap(\.self)) + ", "
        return "\(levels)de \(French.decimal(points)) à \(pointCount(most))"
    }
}

extension French {
    /// « a ou b ».
    fileprivate static func alternatives(_ items: [String]) -> String {
        items.joined(separator: " ou ")
    }
}
