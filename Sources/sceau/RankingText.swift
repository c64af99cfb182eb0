// A ranking as an officer reads it, as text or as a page of Markdown.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Writes a ranking: the ranks first, then the dossiers apart.
struct RankingText {
    private let ranking: Ranking
    private let decisionDay: Day
    /// The column at which dossiers start: past the longest rank and the longest opinion.
    private let column: Int

    /// Prepares the text of a ranking for a decision day.
    init(_ ranking: Ranking, _ decisionDay: Day) {
        self.ranking = ranking
        self.decisionDay = decisionDay
        let ranks = ranking.groups.flatMap(\.places).map(\.french.displayWidth)
        column = 2 + max(13, ranks.max() ?? 0)
    }

    /// A list of dossiers without a rank.
    private struct Apart {
        let title: String
        let remark: String?
        let dossiers: [RankedDossier]
    }

    private var apart: [Apart] {
        [
            Apart(
                title: "Favorables, sans points connus",
                remark: "Une règle de priorité est en erreur : leur rang ne peut pas être établi.",
                dossiers: ranking.withoutPoints),
            Apart(
                title: "Peuvent devenir favorables",
                remark: "Aucun rang ne les compte : ce qui manque peut encore les y faire entrer.",
                dossiers: ranking.possible),
            Apart(title: "Autres dossiers", remark: failing, dossiers: ranking.others),
        ].filter { !$0.dossiers.isEmpty }
    }

    /// What an error means, where a dossier has one.
    private var failing: String? {
        ranking.others.contains { $0.avis == .enErreur }
            ? "En erreur : aucun avis, tant que la règle n’est pas corrigée." : nil
    }

    private var summary: String {
        let ranked = ranking.groups.map(\.places.count).reduce(0, +)
        let parts = [
            ranked == 0
                ? "aucun dossier favorable"
                : French.count(ranked, "dossier favorable classé", "dossiers favorables classés"),
            counted(ranking.withoutPoints, "favorable sans points", "favorables sans points"),
            counted(ranking.possible, "qui peut le devenir", "qui peuvent le devenir"),
            counted(ranking.others, "autre", "autres"),
            counted(ranking.unjudged, "non évalué", "non évalués"),
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func counted(_ dossiers: [some Any], _ one: String, _ many: String) -> String? {
        dossiers.isEmpty ? nil : French.count(dossiers.count, one, many)
    }

    private var title: String { "Classement pour une décision au \(French.day(decisionDay))" }

    /// What « provisoire » means, where a dossier is.
    private func remark(on group: Ranking.Group) -> String? {
        let isProvisional = group.places.contains {
            $0.dossier.isProvisional || $0.dossier.hasProvisionalPoints
        }
        return isProvisional
            ? "Provisoire : une règle a conclu de ce qu’un fait est absent ; sceau explain dit si le"
                + " donner peut encore changer les points ou l’avis."
            : nil
    }

    private static let closing = "Les points classent, une personne décide."

    /// The ranking as text.
    func page(_ palette: Palette) -> String {
        var page = TextPage(palette)
        page.item("", Stretch(title, .title))
        page.item("", Stretch(summary))
        for group in ranking.groups {
            page.heading("\(group.regime.titre) (\(group.regime.id))")
            if let remark = remark(on: group) {
                page.item("", Stretch(remark, .faint), indent: 2)
            }
            for place in group.places {
                add(
                    place.dossier, Stretch(place.french, .good), words(place.dossier), to: &page)
            }
        }
        for list in apart {
            page.heading(list.title)
            if let remark = list.remark { page.item("", Stretch(remark, .faint), indent: 2) }
            for dossier in list.dossiers {
                let wording = dossier.avis.wording
                let mark = "\(wording.symbol) \(wording.word.lowercased())"
                add(
                    dossier, Stretch(mark, wording.ink), apartWords(dossier), to: &page)
            }
        }
        if !ranking.unjudged.isEmpty {
            page.heading(UnjudgedDossier.title)
            for dossier in ranking.unjudged { dossier.add(to: &page) }
        }
        page.space()
        page.item("", Stretch(RankingText.closing, .title))
        return page.text
    }

    private func add(
        _ dossier: RankedDossier, _ mark: Stretch, _ words: String, to page: inout TextPage
    ) {
        page.item(mark, Stretch(words), indent: 2, column: column)
        page.item("", Stretch(code: dossier.place.shown, .faint), indent: 2 + column)
    }

    private func words(_ dossier: RankedDossier) -> String {
        "\(dossier.priority) — \(dossier.numero), \(dossier.nom)"
    }

    private func apartWords(_ dossier: RankedDossier) -> String {
        let missing = dossier.missingCount
        let lacks =
            dossier.avis == .favorable || missing == 0
            ? "" : " ; " + French.count(missing, "renseignement manque", "renseignements manquent")
        return "\(dossier.numero), \(dossier.nom)" + lacks
    }

    /// The ranking as Markdown.
    var markdown: String {
        var page = MarkdownPage()
        page.heading(title, level: 1)
        page.paragraph(MarkdownText(summary))
        for group in ranking.groups {
            page.heading("\(group.regime.titre) (\(group.regime.id))", level: 2)
            if let remark = remark(on: group) { page.paragraph(MarkdownText(remark)) }
            page.table(
                header: ["Rang", "Priorité", "Dossier", "Demandeur", "Déposé le", "Fichier"],
                rows: group.places.map { place in
                    [MarkdownText(place.french), MarkdownText(place.dossier.priority)]
                        + cells(place.dossier)
                })
        }
        for list in apart {
            page.heading(list.title, level: 2)
            if let remark = list.remark { page.paragraph(MarkdownText(remark)) }
            page.table(
                header: ["Avis", "Manquants", "Dossier", "Demandeur", "Déposé le", "Fichier"],
                rows: list.dossiers.map { dossier in
                    [MarkdownText(dossier.avis.word), MarkdownText("\(dossier.missingCount)")]
                        + cells(dossier)
                })
        }
        if !ranking.unjudged.isEmpty {
            page.heading(UnjudgedDossier.title, level: 2)
            page.list(ranking.unjudged.map(\.entry))
        }
        page.paragraph(.strong(RankingText.closing))
        return page.text
    }

    private func cells(_ dossier: RankedDossier) -> [MarkdownText] {
        [
            MarkdownText(dossier.numero), MarkdownText(dossier.nom),
            MarkdownText(French.day(dossier.deposeLe)), MarkdownText(asIs: dossier.place.shown),
        ]
    }
}

extension Ranking.Place {
    /// « 1er », « 2e ex æquo », « 2e à 4e ».
    var french: String {
        let ranks = French.ranks(rank)
        return isTied ? ranks + " ex æquo" : ranks
    }
}

extension French {
    /// « 1er », « 2e à 4e ».
    static func ranks(_ ranks: ClosedRange<Int>) -> String {
        func ordinal(_ rank: Int) -> String { rank == 1 ? "1er" : number(Int64(rank)) + "e" }
        return ranks.count == 1
            ? ordinal(ranks.lowerBound)
            : "\(ordinal(ranks.lowerBound)) à \(ordinal(ranks.upperBound))"
    }
}

extension RankedDossier {
    /// Where it stands, as commands show it.
    var place: DossierPlace { DossierPlace(path: fichier, line: ligne) }

    /// « haute, 40 points », or the open span; then what of it is provisional.
    var priority: String {
        [points, provisional].compactMap(\.self).joined(separator: " ")
    }

    private var points: String? {
        switch (span?.knownLeast, span?.knownMost) {
        case (let least?, let most?):
            PriorityWords(points: least, most: most, niveau: niveau, niveauMax: niveauMax).text
        case (let least?, nil): "\(pointCount(least)) au moins"
        case (nil, let most?): "\(pointCount(most)) au plus"
        case (nil, nil): "nombre de points inconnu"
        }
    }

    private var provisional: String? {
        switch (hasProvisionalPoints, isProvisional) {
        case (true, true): "(points et avis provisoires)"
        case (true, false): "(points provisoires)"
        case (false, true): "(avis provisoire)"
        case (false, false): nil
        }
    }
}
