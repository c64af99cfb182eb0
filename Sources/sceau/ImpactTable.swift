// The moves of an impact as a table for a spreadsheet, and the impact as JSON for programs.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// One row a dossier that moves, that others pass, or that a policy refuses.
struct ImpactTable {
    private let impact: ImpactReport
    private let words: ImpactWords

    /// Prepares the table of an impact.
    init(_ impact: ImpactReport, _ policies: ComparedPolicies) {
        self.impact = impact
        words = ImpactWords(impact, policies.schema)
    }

    /// The columns: the dossier, then what it was beside what it is.
    static let columns = [
        "fichier", "ligne", "numero", "demandeur", "label_en_cours", "perd_sa_decision",
        "regime_avant", "regime_apres", "avis_avant", "avis_apres", "points_avant",
        "points_max_avant", "points_apres", "points_max_apres", "niveau_avant", "niveau_max_avant",
        "niveau_apres", "niveau_max_apres", "rang_min_avant", "rang_max_avant", "rang_min_apres",
        "rang_max_apres", "labels_avant",
        "labels_apres", "regles", "causes", "refuse_par", "refus",
    ]

    /// The table in a profile; several texts in a cell stand apart by ` | `.
    func written(for profile: CSVProfile) -> String {
        let moves = [false, true].flatMap { words.moves(running: $0) }.map(cells)
        let refusals = impact.refusals.map {
            refusal($0.place, .word($0.side.rawValue, french: $0.side.french), $0.reason)
        }
        let unjudged = impact.unjudged.map {
            refusal($0.place, .word("deux", french: "les deux politiques"), $0.reason)
        }
        return profile.written(
            header: ImpactTable.columns,
            rows: moves + words.ranks.passed.map(cells) + refusals + unjudged)
    }

    private func refusal(_ line: DossierLine, _ side: TableCell, _ reason: String) -> [TableCell] {
        row(["refuse_par": side, "refus": .text(reason)], line)
    }

    private func cells(_ move: RankMove) -> [TableCell] {
        row(
            [
                "numero": .text(move.name.numero), "demandeur": .text(move.name.nom),
                "rang_min_avant": .count(move.before.lowerBound),
                "rang_max_avant": .count(move.before.upperBound),
                "rang_min_apres": .count(move.after.lowerBound),
                "rang_max_apres": .count(move.after.upperBound),
            ], move.name.place)
    }

    /// A row of which only some columns are known.
    private func row(_ cells: [String: TableCell], _ line: DossierLine) -> [TableCell] {
        place(line) + ImpactTable.columns.dropFirst(2).map { cells[$0] ?? .empty }
    }

    private func cells(_ move: DossierMove) -> [TableCell] {
        let (before, after) = (move.change.before, move.change.after)
        let rank = words.rank(of: move)
        let rules = move.change.decidingRules
        return place(move.place) + [
            .text(move.numero), .text(move.nom), .flag(move.isRunning),
            .flag(move.change.losesDecision), .known(before.regime), .known(after.regime),
            .avis(before.avis), .avis(after.avis), .points(before.points),
            .points(before.pointsMax), .points(after.points), .points(after.pointsMax),
            .known(before.niveau), .known(before.niveauMax), .known(after.niveau),
            .known(after.niveauMax), .count(rank.before?.lowerBound),
            .count(rank.before?.upperBound), .count(rank.after?.lowerBound),
            .count(rank.after?.upperBound), labels(before), labels(after),
            .list(
                rules.map { "\(words.changes.id(of: $0))\u{A0}: \(words.changes.arrow(of: $0))" }),
            .list(
                rules.map {
                    "\(words.changes.id(of: $0))\u{A0}: \(words.changes.causes(of: $0).typeset)"
                }),
            .empty, .empty,
        ]
    }

    private func place(_ place: DossierLine) -> [TableCell] {
        [.path(DossierPlace(path: place.fichier, line: place.ligne)), .count(place.ligne)]
    }

    /// « 2021-03-15/2024-03-14 » for each expertise that has a label.
    private func labels(_ outline: VerdictOutline) -> TableCell {
        let labels = outline.expertises.enumerated().compactMap { index, expertise in
            expertise.label.map { "\(index + 1)\u{A0}: \($0.debut.iso)/\($0.fin.iso)" }
        }
        return .list(labels)
    }
}

extension TableCell {
    fileprivate static func flag(_ value: Bool) -> TableCell {
        .word(value ? "true" : "false", french: French.boolean(value))
    }
}

/// An impact as `sceau/impact/1`.
struct ImpactJSON {
    private let impact: ImpactReport
    private let policies: ComparedPolicies
    private let words: ImpactWords

    /// Prepares the document of an impact.
    init(_ impact: ImpactReport, _ policies: ComparedPolicies) {
        self.impact = impact
        self.policies = policies
        words = ImpactWords(impact, policies.schema)
    }

    /// The document; dossiers that move stand in the order of the corpus.
    var document: JSONValue {
        [
            "schema": .string(ReportSchemas.impact.identifier),
            "avant": side(policies.beforeName, policies.before),
            "apres": side(policies.afterName, policies.after),
            "moteur": .string(Policy.engineVersion),
            "date_decision": .string(policies.decisionDay.iso),
            "dossiers": .integer(Int64(impact.count)),
            "labels_en_cours": .integer(Int64(impact.runningCount)),
            "transitions": transitions(impact.transitions),
            "transitions_labels_en_cours": transitions(impact.runningTransitions),
            "changements": .array(impact.moves.map(move)),
            "rangs_changes": .integer(Int64(words.ranks.moved)),
            "depasses": .array(words.ranks.passed.map(passed)),
            "regles_sans_effet": .object(
                impact.quietChanges.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
                    .map { .init($0.key, .integer(Int64($0.value))) }),
            "refus": .array(
                impact.refusals.map { refusal in
                    [
                        "fichier": .string(refusal.place.fichier),
                        "ligne": .optional(refusal.place.ligne),
                        "politique": .string(refusal.side.rawValue),
                        "motif": .string(refusal.reason),
                    ]
                }),
            "non_evalues": .array(impact.unjudged.map(\.json)),
        ]
    }

    private func side(_ name: String, _ terms: EvaluationTerms) -> JSONValue {
        ["nom": .string(name), "empreinte": .string(terms.policy.fingerprint)]
    }

    private func transitions(_ counts: [ImpactReport.Transition: Int]) -> JSONValue {
        let (rows, columns) = words.matrix(counts)
        return .array(
            rows.flatMap { row in
                columns.compactMap { column in
                    counts[.init(before: row, after: column)].map { count in
                        [
                            "avant": .string(row.rawValue), "apres": .string(column.rawValue),
                            "dossiers": .integer(Int64(count)),
                        ]
                    }
                }
            })
    }

    private func move(_ move: DossierMove) -> JSONValue {
        let rank = words.rank(of: move)
        return .object(
            [
                .init("fichier", .string(move.place.fichier)),
                .init("ligne", .optional(move.place.ligne)),
                .init("numero", .string(move.numero)), .init("demandeur", .string(move.nom)),
                .init("label_en_cours", .boolean(move.isRunning)),
                .init("perd_sa_decision", .boolean(move.change.losesDecision)),
                .init("rang_avant", ImpactJSON.rank(rank.before)),
                .init("rang_apres", ImpactJSON.rank(rank.after)),
            ] + move.change.jsonMembers)
    }

    private func passed(_ move: RankMove) -> JSONValue {
        [
            "fichier": .string(move.name.place.fichier),
            "ligne": .optional(move.name.place.ligne),
            "numero": .string(move.name.numero), "demandeur": .string(move.name.nom),
            "rang_avant": ImpactJSON.rank(move.before), "rang_apres": ImpactJSON.rank(move.after),
        ]
    }

    private static func rank(_ rank: ClosedRange<Int>?) -> JSONValue {
        rank.map { ["min": .integer(Int64($0.lowerBound)), "max": .integer(Int64($0.upperBound))] }
            ?? .null
    }
}
