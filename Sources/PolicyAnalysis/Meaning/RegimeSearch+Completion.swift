// Makes a dossier of a region: what the region leaves open is filled so that nothing else stands against it.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// A dossier that could be filed, and the day on which it is decided.
struct Draft: Sendable {
    /// The dossier.
    let dossier: Dossier
    /// The decision day.
    let decided: Day
    /// The facts that its region places.
    let placed: [FactPath]
}

extension RegimeSearch {
    /// Lays a region over a dossier that is favourable otherwise, as far as one is found.
    ///
    /// - Parameters:
    ///   - dossier: a dossier of the region.
    ///   - placements: the facts that the region places.
    ///   - occasion: when it was looked at.
    ///   - version: whose criteria are to be met.
    ///   - rules: numbers of rules that are left as they are.
    ///   - readsDecision: whether the decision day must stay.
    /// - Returns: the dossier, which other rules may still stand against.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    mutating func completed(
        _ dossier: Dossier, _ placements: [Placement], at occasion: Occasion, version: Int,
        sparing rules: Set<Int>, readsDecision: Bool
    ) throws(EvaluationError) -> Draft {
        let absent = placements.absent
        var dossier = dossier.completingHead(filed: occasion.filed, but: absent)
        let decided = decisionDay(of: dossier, at: occasion, readsDecision)
        let programs = versions[version].rules
        for (index, program) in programs.enumerated()
        where [.critere, .validite].contains(program.rule.kind) {
            let number = number(index, in: version)
            guard !rules.contains(number) else { continue }
            enter(
                Occasion(piece: occasion.piece, filed: dossier.deposeLe, decided: decided),
                budget: 3000)
            var fallback: Dossier?
            var found: Dossier?
            try explorer.explore(
                [target(number)], from: dossier,
                where: { path in !absent.contains { path.holds($0) || $0.holds(path) } }
            ) { region in
                let bearings = region.results.map { Bearing($0) }
                guard bearings.allSatisfy(\.isHarmless) else { return true }
                fallback = fallback ?? region.dossier
                if bearings.contains(.noLabel) { return true }
                found = region.dossier
                return false
            }
            dossier = found ?? fallback ?? dossier
        }
        return Draft(
            dossier: dossier.completingNature(but: absent), decided: decided,
            placed: placements.map(\.path))
    }

    /// Lays a region over what every file must hold, whatever other rules say of it.
    func draft(
        _ dossier: Dossier, _ placements: [Placement], at occasion: Occasion, readsDecision: Bool
    ) -> Draft {
        let absent = placements.absent
        let whole = dossier.completingHead(filed: occasion.filed, but: absent)
            .completingNature(but: absent)
        return Draft(
            dossier: whole, decided: decisionDay(of: whole, at: occasion, readsDecision),
            placed: placements.map(\.path))
    }

    /// A month after the filing day, as far as the piece of time goes.
    private func decisionDay(
        of dossier: Dossier, at occasion: Occasion, _ mustStay: Bool
    ) -> Day {
        let soon = Day(clamping: dossier.deposeLe.ordinal + 30)
        let last = occasion.piece.days.upperBound
        return mustStay ? occasion.decided : max(dossier.deposeLe, min(soon, last))
    }
}

extension [Placement] {
    /// The facts that stay missing.
    fileprivate var absent: Set<FactPath> {
        Set(filter { $0.cell.extent == .absent }.map(\.path))
    }
}

extension Bearing {
    /// Whether a favourable opinion and a label can stand beside it.
    fileprivate var isHarmless: Bool { severity == 0 && self != .unsettled }
}

extension Dossier {
    /// With what every file must hold, and one expertise unless its list is placed.
    fileprivate func completingHead(filed: Day, but absent: Set<FactPath>) -> Dossier {
        var dossier = self
        let head: [(String, Fact)] = [
            ("numero", .text(RegimeSearch.numero)), ("depose_le", .day(filed)),
            ("collectivite.nom", .text("Demandeur d’exemple")),
            ("expertises", .list([.record(FactRecord())])),
        ]
        for (name, fact) in head {
            guard let path = FactPath(name), dossier[path] == nil, !absent.contains(path) else {
                continue
            }
            dossier = dossier.setting(path, to: fact)
        }
        return dossier
    }

    /// With a nature, where no rule has asked for one.
    fileprivate func completingNature(but absent: Set<FactPath>) -> Dossier {
        guard let path = FactPath("collectivite.nature"), self[path] == nil,
            !absent.contains(path)
        else { return self }
        return setting(path, to: .text("commune"))
    }
}
