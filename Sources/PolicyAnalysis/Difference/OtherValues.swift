// Looks at more than one dossier of a region where rules give what is made of facts.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// Regions in which two rules give the same on the dossier that was looked at.
struct OtherValues {
    private var kept: [(region: Region, occasion: Occasion)] = []
    private let isWanted: Bool
    /// Whether a rule may look at the decision day.
    private let isDated: Bool

    /// The most regions, and the most dossiers of each, that are looked at again.
    private static let mostRegions = 12
    private static let mostDossiers = 8

    /// Keeps regions where the numbers, days or values of two rules in force may differ within one.
    init(_ pair: RulePair, _ versions: [RegimeMeaning], on day: Day) {
        isDated = pair.reads(versions).decision
        isWanted =
            pair.givesMore(versions) || isDated && !pair.givesSameValues(versions, on: day)
    }

    /// Keeps a region in which a rule applies.
    mutating func add(_ region: Region, _ occasion: Occasion) {
        guard isWanted, kept.count < OtherValues.mostRegions,
            region.results.contains(where: { !Bearing($0).isNeutral || $0.result.points != nil })
        else { return }
        kept.append((region, occasion))
    }

    /// The first kept region with another dossier, on which results differ; nil when none does.
    func first(
        _ search: inout RegimeSearch, _ rules: [Int], where differ: ([ProbedResult]) -> Bool
    ) throws(EvaluationError) -> (region: Region, occasion: Occasion)? {
        for (region, occasion) in kept {
            let others = region.otherDossiers.prefix(OtherValues.mostDossiers)
                .map { ($0, occasion) }
            let later = isDated ? occasion.onUnevenDays.map { (region.dossier, $0) } : []
            for (dossier, occasion) in others + later {
                search.enter(occasion, budget: search.budget)
                let results = try search.explorer.results(of: Set(rules), on: dossier)
                guard differ(results) else { continue }
                let other = Region(
                    placements: region.placements, dossier: dossier, results: results,
                    gaps: region.gaps)
                return (other, occasion)
            }
        }
        return nil
    }
}

extension RulePair {
    /// Whether a rule may give numbers, days or a value that are made of facts.
    func givesMore(_ versions: [RegimeMeaning]) -> Bool {
        before.map { versions[0].givesMoreThanRegionsTell($0) } ?? false
            || after.map { versions[1].givesMoreThanRegionsTell($0) } ?? false
    }

    /// Whether what the rules give on one dossier of a region may not tell what they give on others.
    ///
    /// Expressions that are surely the same give the same on each.
    func mayDifferWithinRegions(_ versions: [RegimeMeaning], on day: Day) -> Bool {
        before != nil && after != nil && givesMore(versions)
            && !givesSameValues(versions, on: day)
    }

    /// Whether what both rules give where they apply surely comes of the same.
    fileprivate func givesSameValues(_ versions: [RegimeMeaning], on day: Day) -> Bool {
        guard let before, let after else { return false }
        return versions[0].valueMeaning(of: before, on: day)
            == versions[1].valueMeaning(of: after, on: day)
    }

    /// What each version's text depends on; empty for a rule that is not there.
    func texts(_ versions: [RegimeMeaning], on day: Day) -> (before: String, after: String) {
        (
            before.map { versions[0].textMeaning(of: $0, on: day) } ?? "",
            after.map { versions[1].textMeaning(of: $0, on: day) } ?? ""
        )
    }

    /// Whether both texts are the same wherever they are given, or show all that they differ in.
    func textsTellAll(_ versions: [RegimeMeaning], on day: Day) -> Bool {
        guard let before, let after else { return true }
        let templates = [
            versions[0].rules[before].rule.template, versions[1].rules[after].rule.template,
        ]
        let texts = self.texts(versions, on: day)
        return templates.allSatisfy { $0?.placeholders.isEmpty ?? true }
            || texts.before == texts.after
    }
}

extension [ProbedResult] {
    /// Whether one rule applies where another does not.
    func applyOtherwise(_ before: Int?, _ after: Int?) -> Bool {
        func outcomes(of rule: Int?) -> [Outcome] {
            filter { $0.rule == rule }.map(\.result.outcome)
        }
        return outcomes(of: before) != outcomes(of: after)
    }
}

extension Region {
    /// Other dossiers of it: each placed number at the ends of its cell or further on, one at a time.
    fileprivate var otherDossiers: [Dossier] {
        placements.flatMap { placement in
            let fact = dossier[placement.path]
            let facts = placement.cell.neighbours(of: fact) + placement.cell.further(from: fact)
            return facts.map { dossier.setting(placement.path, to: $0) }
        }
    }
}

extension Cell {
    /// Values of an open cell beyond one of it.
    fileprivate func further(from fact: Fact?) -> [Fact] {
        switch (extent, fact) {
        case (.numbers(_, let high), .integer(let value)?):
            [value + 1, value + 997].filter { $0 <= high ?? .max }.map { .integer($0) }
        case (.numbers(_, let high), .day(let day)?):
            (day.unevenDays + [1, 400].map { Day(clamping: day.ordinal + $0) })
                .filter { Int64($0.ordinal) <= high ?? .max }.map { .day($0) }
        case (.decimals(_, let high), .decimal(let value)?):
            [value + 0.25, value + 99.5].filter { $0 < high ?? .infinity }.map { .decimal($0) }
        case (.decimals(_, let high), .integer(let value)?):
            [value + 1, value + 99].filter { Double($0) < high ?? .infinity }
                .map { .integer($0) }
        default: []
        }
    }
}

extension Occasion {
    /// The same piece of time, decided on days of which months later there may be none.
    fileprivate var onUnevenDays: [Occasion] {
        decided.unevenDays.filter { $0 <= piece.days.upperBound }
            .map { Occasion(piece: piece, filed: filed, decided: $0) }
    }
}

extension Day {
    /// The first days from this one on of which some months later, or some years, there may be none.
    fileprivate var unevenDays: [Day] {
        let days = (ordinal..<(ordinal + Day.mostBetweenLeaps)).map { Day(clamping: $0) }
        return [
            days.first { $0.month == 2 && $0.day == 29 }, days.first { $0.day == 31 },
        ].compactMap(\.self)
    }

    /// Eight years lie between two leap days at most.
    private static let mostBetweenLeaps = 8 * 366
}
