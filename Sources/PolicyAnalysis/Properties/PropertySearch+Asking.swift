// What rules ask of facts and of rows, over every dossier.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

extension PropertySearch {
    /// The cells of the facts that a rule looks at, by path in the order in which they were met.
    ///
    /// What may have been missed is noted.
    mutating func cells(
        of rule: Int, from start: (Dossier) -> Dossier = { $0 }
    ) throws -> [(path: FactPath, cells: [Cell])] {
        var order: [FactPath] = []
        var cells: [FactPath: [Cell]] = [:]
        var unsure: Set<FactPath> = []
        var isPartial = false
        for piece in pieces(of: [rule]) {
            let isWhole = try search.explore(
                [search.target(rule)], in: piece, readsDecision: meaning.readsDecisionDay(rule),
                absences: .all,
                atMost: most(for: meaning.readsDecisionDay(rule) ? [.days] : []), from: start
            ) { region, _ in
                for placement in region.placements {
                    if cells[placement.path] == nil { order.append(placement.path) }
                    if !cells[placement.path, default: []].contains(placement.cell) {
                        cells[placement.path, default: []].append(placement.cell)
                    }
                    if !placement.cell.isExact { unsure.insert(placement.path) }
                }
                return true
            }
            if !isWhole { isPartial = true }
        }
        if !unsure.isEmpty { note([.sampled], on: [rule], about: unsure) }
        if isPartial { note([.partial], on: [rule]) }
        return order.map { ($0, cells[$0] ?? []) }
    }

    /// What a rule asks of the rows that a table lacks.
    mutating func questions(of rule: Int, aboutRowsOf table: String) throws -> [Question] {
        var dossiers: [(Dossier, TimePiece)] = []
        for piece in pieces(of: [rule]) {
            let isWhole = try search.explore(
                [search.target(rule)], in: piece, readsDecision: meaning.readsDecisionDay(rule),
                atMost: most(for: [])
            ) { region, _ in
                if region.gaps.contains(where: { $0.hasPrefix(table + "[") }) {
                    dossiers.append((region.dossier, piece))
                }
                return true
            }
            if !isWhole { note([.partial], on: [rule]) }
        }
        var questions: [Question] = []
        for (dossier, piece) in dossiers {
            let day = piece.days.upperBound
            search.enter(Occasion(piece: piece, filed: dossier.deposeLe, decided: day), budget: 9)
            questions += try search.explorer.results(of: [rule], on: dossier)
                .flatMap(\.questions).filter { $0.path.hasPrefix(table + "[") && $0.kind != .read }
        }
        return questions
    }
}
