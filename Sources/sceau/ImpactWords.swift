// The sentences, counts and lines that the forms of an impact share.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// Words an impact.
struct ImpactWords {
    let impact: ImpactReport
    let changes: ChangeWords
    let ranks: ImpactRanks

    /// Words an impact under a dossier schema.
    init(_ impact: ImpactReport, _ schema: DossierSchema) {
        self.impact = impact
        changes = ChangeWords(schema)
        ranks = impact.ranks
    }

    // MARK: - Sentences

    /// What was compared and how much moves, in whole sentences.
    var summary: [String] {
        guard impact.count > 0 else { return ["Aucun dossier n’a pu être comparé."] }
        let compared = French.count(impact.count, "dossier comparé", "dossiers comparés") + "."
        guard !impact.moves.isEmpty else {
            return [compared, "Aucun avis, aucun point, aucune date ne change."]
        }
        let moved = French.count(impact.moves.count, "dossier change", "dossiers changent")
        let kept = impact.count - impact.moves.count
        let rest =
            kept == 0 ? "" : " ; " + French.count(kept, "reste tel quel", "restent tels quels")
        return [compared, "\(moved) : \(French.list(counts))\(rest)."]
    }

    /// « 2 d’avis », « 1 de dates »: a dossier may count for several.
    private var counts: [String] {
        let moves = impact.moves
        let parts: [(Int, String)] = [
            (moves.count { $0.change.movesAvis }, "d’avis"),
            (moves.count { !$0.change.before.hasPriority(of: $0.change.after) }, "de priorité"),
            (moves.count { $0.change.movesDays }, "de dates"),
            (moves.count { $0.change.before.regime != $0.change.after.regime }, "de régime"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\(French.number(Int64($0.0))) \($0.1)" }
        return said.isEmpty ? ["par leur label"] : said
    }

    /// What else is to be known, a sentence each.
    var remarks: [String] {
        [lost, running, moving, quiet, unjudged].compactMap(\.self)
    }

    private var lost: String? {
        let count = impact.moves.count { $0.change.losesDecision }
        guard count > 0 else { return nil }
        return French.count(
            count, "dossier qui était tranché ne peut plus l’être",
            "dossiers qui étaient tranchés ne peuvent plus l’être") + "."
    }

    private var unjudged: String? {
        guard !impact.unjudged.isEmpty else { return nil }
        return French.count(
            impact.unjudged.count, "dossier n’a pu être évalué", "dossiers n’ont pu être évalués")
            + "."
    }

    private var running: String? {
        guard impact.runningCount > 0 else { return nil }
        return French.count(
            impact.runningCount, "dossier a un label en cours", "dossiers ont un label en cours")
            + (impact.runningCount == 1
                ? " ; il est compté à part." : " ; ils sont comptés à part.")
    }

    private var moving: String? {
        guard ranks.moved > 0 else { return nil }
        return French.count(
            ranks.moved, "dossier favorable avant et après change de rang",
            "dossiers favorables avant et après changent de rang")
            + (ranks.passed.isEmpty
                ? "."
                : " ; pour "
                    + French.count(ranks.passed.count, "d’entre eux", "d’entre eux")
                    + ", rien d’autre ne change.")
    }

    private var quiet: String? {
        guard !impact.quietChanges.isEmpty else { return nil }
        let rules = impact.quietChanges.sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        .map { "\($0.key) (\(French.count($0.value, "dossier", "dossiers")))" }
        return
            "Sans rien changer à l’avis, aux points ni aux dates, le résultat ou le texte d’autres "
            + "règles change : \(French.list(rules))."
    }

    // MARK: - Matrix

    /// Opinions before as rows, after as columns: those that occur, best first.
    func matrix(_ counts: [ImpactReport.Transition: Int]) -> (rows: [Avis], columns: [Avis]) {
        let (before, after) = (Set(counts.keys.map(\.before)), Set(counts.keys.map(\.after)))
        return (
            Avis.allCases.filter { before.contains($0) },
            Avis.allCases.filter { after.contains($0) }
        )
    }

    // MARK: - Moves

    /// The moves without a running label, or those with one; the gravest first.
    func moves(running isRunning: Bool) -> [DossierMove] {
        let moves = impact.moves.filter { $0.isRunning == isRunning }
        return (0..<Gravity.count).flatMap { gravity in
            moves.filter { Gravity.of($0.change) == gravity }
        }
    }

    /// What an applicant would notice, with the rank.
    func lines(of move: DossierMove) -> [ChangeWords.Line] {
        var lines = changes.lines(of: move.change)
        let (before, after) = rank(of: move)
        if before != after {
            lines.append(
                ChangeWords.Line(
                    label: "Rang", before: before.map(French.ranks) ?? "hors rang",
                    after: after.map(French.ranks) ?? "hors rang"))
        }
        return lines
    }

    /// The rank before and after; nil where there is none.
    func rank(of move: DossierMove) -> (before: ClosedRange<Int>?, after: ClosedRange<Int>?) {
        (ranks.rank(of: move.change, .avant), ranks.rank(of: move.change, .apres))
    }

    /// « EX-009, Communauté fictive ».
    func title(of move: DossierMove) -> String { "\(move.numero), \(move.nom)" }

    /// The same of a dossier that others pass.
    func title(of move: RankMove) -> String { "\(move.name.numero), \(move.name.nom)" }

    /// « 2e → 3e ».
    func arrow(of move: RankMove) -> String {
        "\(French.ranks(move.before)) → \(French.ranks(move.after))"
    }
}

/// How much a move matters to the one who signs: 0 first.
private enum Gravity {
    static let count = 5

    static func of(_ change: VerdictChange) -> Int {
        if change.losesDecision { return 0 }
        if change.before.avis != change.after.avis { return 1 }
        if change.movesAvis { return 2 }
        if change.movesDays { return 3 }
        return 4
    }
}

extension DossierLine {
    /// Where it stands, as commands show it.
    var shown: String { DossierPlace(path: fichier, line: ligne).shown }
}

extension PolicySide {
    /// « la politique d’avant ».
    var french: String {
        switch self {
        case .avant: "la politique d’avant"
        case .apres: "la politique d’après"
        }
    }
}
