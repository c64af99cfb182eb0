// A ranking as a table for a spreadsheet, and as JSON for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// One row a dossier, those with a rank first.
struct RankingTable {
    private let ranking: Ranking

    /// Prepares the table of a ranking.
    init(_ ranking: Ranking) { self.ranking = ranking }

    /// The columns: the list that a dossier stands in, its rank, then the dossier.
    static let columns = [
        "liste", "regime", "rang_min", "rang_max", "ex_aequo", "fichier", "ligne", "numero",
        "demandeur", "depose_le", "avis", "avis_provisoire", "points", "points_max",
        "points_provisoires", "niveau", "niveau_max", "manquants", "motif",
    ]

    /// The table in a profile.
    func written(for profile: CSVProfile) -> String {
        let ranked = ranking.groups.flatMap(\.places).map { place in
            [
                .word("classement", french: "classé"), .known(place.dossier.regime?.id),
                .count(place.rank.lowerBound), .count(place.rank.upperBound),
                boolean(place.isTied),
            ] + cells(place.dossier)
        }
        let apart =
            rows(ranking.withoutPoints, .word("sans_points", french: "sans points"))
            + rows(ranking.possible, .word("possible", french: "peut devenir favorable"))
            + rows(ranking.others, .word("autre", french: "autre"))
            + ranking.unjudged.map(row)
        return profile.written(header: RankingTable.columns, rows: ranked + apart)
    }

    private func rows(_ dossiers: [RankedDossier], _ list: TableCell) -> [[TableCell]] {
        dossiers.map { [list, .known($0.regime?.id), .empty, .empty, .empty] + cells($0) }
    }

    private func boolean(_ value: Bool) -> TableCell {
        .word(value ? "true" : "false", french: French.boolean(value))
    }

    private func cells(_ dossier: RankedDossier) -> [TableCell] {
        [
            .path(dossier.place), .count(dossier.ligne), .text(dossier.numero),
            .text(dossier.nom), .day(dossier.deposeLe), .avis(dossier.avis),
            boolean(dossier.isProvisional), .points(dossier.span?.knownLeast),
            .points(dossier.span?.knownMost), boolean(dossier.hasProvisionalPoints),
            .known(dossier.niveau), .known(dossier.niveauMax), .count(dossier.missingCount),
            .empty,
        ]
    }

    private func row(_ dossier: UnjudgedDossier) -> [TableCell] {
        let place = dossier.place
        let known: [TableCell] = [
            .word("non_evalue", french: "non évalué"), .empty, .empty, .empty, .empty,
            .path(DossierPlace(path: place.fichier, line: place.ligne)), .count(place.ligne),
        ]
        let unknown = RankingTable.columns.count - known.count - 1
        return known + Array(repeating: .empty, count: unknown) + [.text(dossier.reason)]
    }
}

/// A ranking as `sceau/classement/1`.
struct RankingJSON {
    private let ranking: Ranking
    private let terms: EvaluationTerms

    /// Prepares the document of a ranking.
    init(_ ranking: Ranking, _ terms: EvaluationTerms) {
        self.ranking = ranking
        self.terms = terms
    }

    /// The document.
    var document: JSONValue {
        [
            "schema": .string(ReportSchemas.ranking.identifier),
            "politique": .string(terms.policy.fingerprint),
            "moteur": .string(Policy.engineVersion),
            "date_decision": .string(terms.decisionDay.iso),
            "classements": .array(ranking.groups.map(group)),
            "sans_points": .array(ranking.withoutPoints.map { .object(members($0)) }),
            "possibles": .array(ranking.possible.map { .object(members($0)) }),
            "autres": .array(ranking.others.map { .object(members($0)) }),
            "non_evalues": .array(ranking.unjudged.map(\.json)),
        ]
    }

    private func group(_ group: Ranking.Group) -> JSONValue {
        [
            "regime": .string(group.regime.id), "titre": .string(group.regime.titre),
            "dossiers": .array(
                group.places.map { place in
                    .object(
                        [
                            .init("rang_min", .integer(Int64(place.rank.lowerBound))),
                            .init("rang_max", .integer(Int64(place.rank.upperBound))),
                            .init("ex_aequo", .boolean(place.isTied)),
                        ] + members(place.dossier))
                }),
        ]
    }

    private func members(_ dossier: RankedDossier) -> [JSONValue.Member] {
        [
            .init("fichier", .string(dossier.fichier)), .init("ligne", .optional(dossier.ligne)),
            .init("numero", .string(dossier.numero)), .init("demandeur", .string(dossier.nom)),
            .init("depose_le", .string(dossier.deposeLe.iso)),
            .init("avis", .string(dossier.avis.rawValue)),
            .init("avis_provisoire", .boolean(dossier.isProvisional)),
            .init("points", .points(dossier.span?.knownLeast)),
            .init("points_max", .points(dossier.span?.knownMost)),
            .init("points_provisoires", .boolean(dossier.hasProvisionalPoints)),
            .init("niveau", .optional(dossier.niveau)),
            .init("niveau_max", .optional(dossier.niveauMax)),
            .init("manquants", .integer(Int64(dossier.missingCount))),
        ]
    }
}
