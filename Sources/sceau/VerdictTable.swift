// Verdicts as a table that an officer sorts in a spreadsheet.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyEngine

/// One row an expertise, in the order of the dossiers; one for a dossier without any.
struct VerdictTable {
    private let verdicts: [(place: DossierPlace, verdict: Verdict)]
    private let schema: DossierSchema

    /// Prepares the table of verdicts under a dossier schema.
    init(_ verdicts: [(place: DossierPlace, verdict: Verdict)], schema: DossierSchema) {
        self.verdicts = verdicts
        self.schema = schema
    }

    /// The columns: of the dossier, of the expertise, then of both.
    static let columns = [
        "fichier", "ligne", "numero", "demandeur", "depose_le", "date_decision", "regime",
        "avis_dossier", "expertise", "intitule", "domaine", "avis", "validite_debut",
        "validite_fin", "validite_regle", "points", "points_max", "niveau", "niveau_max",
        "signalements", "motifs", "manquants",
    ]

    /// The table in a profile; several texts in a cell stand apart by ` | `.
    func written(for profile: CSVProfile) -> String {
        let rows = verdicts.flatMap { place, verdict in
            let shared = SharedCells(verdict, FactNames(schema, readBy: verdict.allRules))
            let all = verdict.expertises.map(Optional.some)
            return (all.isEmpty ? [nil] : all).map { expertise in
                TableRow(place: place, verdict: verdict, expertise: expertise, shared: shared).cells
            }
        }
        return profile.written(header: VerdictTable.columns, rows: rows)
    }
}

/// The cells of one row.
private struct TableRow {
    let place: DossierPlace
    let verdict: Verdict
    /// Nil for a dossier without any.
    let expertise: ExpertiseVerdict?
    let shared: SharedCells

    /// In the order of the columns.
    var cells: [TableCell] { dossier + own + priority + [shared.flags, reasons, missing] }

    private var dossier: [TableCell] {
        [
            .path(place), .count(place.line), .text(verdict.numero), .text(verdict.nom),
            .day(verdict.deposeLe), .day(verdict.dateDecision), .known(verdict.regime?.id),
            .avis(verdict.avis),
        ]
    }

    private var own: [TableCell] {
        let period = expertise?.validite
        return [
            .count(expertise?.number), .known(expertise?.intitule),
            .known(expertise?.domaine), .avis(expertise?.avis ?? verdict.avis),
            .known(period?.debut), .known(period?.fin), .known(period?.regle),
        ]
    }

    private var priority: [TableCell] {
        let priority = verdict.priorite
        return [
            .points(priority.points), .points(priority.pointsMax), .known(priority.niveau),
            .known(priority.niveauMax),
        ]
    }

    private var reasons: TableCell {
        let motifs = expertise.map(verdict.motifs(of:)) ?? verdict.motifs
        return .word(
            motifs.joined(separator: TableCell.separator),
            french: motifs.map { shared.naming.naming($0).typeset }
                .joined(separator: TableCell.separator))
    }

    /// What is missing on the dossier or on this expertise, not on another one.
    private var missing: TableCell {
        let paths = expertise.map { shared.missing(of: $0.subject) } ?? verdict.manquants
        return .word(
            paths.joined(separator: TableCell.separator),
            french: paths.map { shared.names.name(of: $0).typeset }
                .joined(separator: TableCell.separator))
    }
}

/// What the rows of one dossier share, worked out once.
private struct SharedCells {
    let names: FactNames
    let naming: PathNaming
    /// The flags raised, each with what it says.
    let flags: TableCell
    private let paths: [String]
    /// Places of the paths that are of no expertise.
    private let common: [Int]
    /// Places of the paths of each expertise.
    private let own: [Substring: [Int]]

    init(_ verdict: Verdict, _ names: FactNames) {
        self.names = names
        naming = PathNaming(verdict.manquants, names)
        let transition = verdict.transition.map { [("TRANSITION", $0)] } ?? []
        let raised = verdict.signalements.filter { $0.outcome == .satisfaite }
            .map { ($0.id, $0.motif ?? $0.titre) }
        flags = .list((transition + raised).map { "\($0.0)\u{A0}: \($0.1)" })
        paths = verdict.manquants
        var common: [Int] = []
        var own: [Substring: [Int]] = [:]
        for (place, path) in paths.enumerated() {
            if path.hasPrefix("expertises["), let end = path.firstIndex(of: "]") {
                own[path[...end], default: []].append(place)
            } else {
                common.append(place)
            }
        }
        self.common = common
        self.own = own
    }

    /// What is missing on the dossier or on an expertise, in the order of the verdict.
    func missing(of subject: String) -> [String] {
        (common + (own[subject[...]] ?? [])).sorted().map { paths[$0] }
    }
}
