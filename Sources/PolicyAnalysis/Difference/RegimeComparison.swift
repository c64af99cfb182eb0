// Walks the rules of one regime in two versions for regions in which they differ.
// SPDX-License-Identifier: MIT

import Labelling
import PolicyEngine

/// The rules of one regime in two versions, and where they differ.
struct RegimeComparison {
    private let pairs: [RulePair]
    /// Both versions' dossiers, told by the facts that each must hold.
    private let schema: DossierSchema
    private var groups: [DifferingRegions.Key: DifferingRegions] = [:]
    /// The groups in the order in which they were found: witnesses depend on nothing else.
    private var order: [DifferingRegions.Key] = []
    let renamed: [RuleRenaming]
    let resembling: [RuleRenaming]
    private(set) var reworded: [RuleReference] = []
    private(set) var doubts: [Doubt] = []

    /// Pairs the rules of two versions of a regime, under the dossier schema of the second one.
    init(_ versions: [RegimeMeaning], _ found: RuleRenamings, _ schema: DossierSchema) {
        self.schema = schema
        let (old, new) = (versions[0], versions[1])
        let id = new.regime.id
        pairs = RulePair.all(of: versions, successors: found.successors)
        func renamings(_ isWanted: (Int) -> Bool) -> [RuleRenaming] {
            found.successors.filter { isWanted($0.key) }.sorted { $0.key < $1.key }
                .map { before, after in
                    RuleRenaming(
                        before: RuleReference(old.rules[before].rule, in: id),
                        after: RuleReference(new.rules[after].rule, in: id))
                }
        }
        renamed = renamings { !found.likely.contains($0) }
        resembling = renamings(found.likely.contains)
    }

    /// Looks for regions in which a pair differs.
    mutating func compare(_ search: inout RegimeSearch) throws {
        for (number, pair) in pairs.enumerated() {
            var known: [String: Look] = [:]
            let reads = pair.reads(search.versions)
            var reasons: Set<Doubt.Reason> = []
            for piece in search.pieces {
                let day = piece.days.lowerBound
                let (before, after) = pair.meanings(search.versions, on: day)
                guard before != after else { continue }
                let mark = pair.mark(search.versions, on: day)
                if let look = known[mark] {
                    for key in look.keys { groups[key]?.add(piece.period) }
                    continue
                }
                let look = try compare(
                    pair, number, before != nil, after != nil, reads.decision, piece, &search)
                reasons.formUnion(look.reasons)
                known[mark] = look
            }
            guard !known.isEmpty else { continue }
            for key in Set(known.values.flatMap(\.keys)) {
                groups[key]?.isDated =
                    !reads.decision && known.values.allSatisfy { $0.dates(key, reads.filing) }
            }
            if known.values.allSatisfy(\.keys.isEmpty) { reworded.append(pair.rule) }
            doubts += reasons.sorted { $0.rawValue < $1.rawValue }
                .map { Doubt(rule: pair.rule, reason: $0) }
        }
    }

    private mutating func compare(
        _ pair: RulePair, _ number: Int, _ isBefore: Bool, _ isAfter: Bool,
        _ readsDecision: Bool, _ piece: TimePiece, _ search: inout RegimeSearch
    ) throws -> Look {
        var look = Look()
        // What only missing facts tell apart is looked for where nothing else does, or where one
        // version reads what the other does not; and less far where nothing can be proved any more.
        let own = RulePair(
            rule: pair.rule, before: isBefore ? pair.before : nil,
            after: isAfter ? pair.after : nil)
        let readsMore = own.readsMore(search.versions)
        for absences in [Explorer.Absences.thatSettle, .all] {
            guard look.keys.isEmpty || readsMore else {
                look.isWhole = false
                break
            }
            let most = RegimeComparison.mostForOne / (look.reasons.contains(.partial) ? 4 : 1)
            look.reasons.formUnion(
                try compare(
                    own, number, readsDecision, absences, most, piece, &search, &look.keys))
        }
        return look
    }

    /// The most regions that are looked at for one rule in one period: seven rules that a shared helper
    /// changes, in all periods, take under ten seconds.
    private static let mostForOne = 320

    private mutating func compare(
        _ own: RulePair, _ number: Int, _ readsDecision: Bool, _ absences: Explorer.Absences,
        _ most: Int, _ piece: TimePiece, _ search: inout RegimeSearch,
        _ keys: inout Set<DifferingRegions.Key>
    ) throws -> Set<Doubt.Reason> {
        let before = own.before.map { search.number($0, in: 0) }
        let after = own.after.map { search.number($0, in: 1) }
        let targets = [before, after].compactMap(\.self).map { search.target($0) }
        var reasons: Set<Doubt.Reason> = readsDecision ? [.days] : []
        let day = piece.days.lowerBound
        let mayDiffer = own.mayDifferWithinRegions(search.versions, on: day)
        if mayDiffer { reasons.insert(.sampled) }
        // What is made of facts may be nothing on one dossier of a region and something on others.
        let givesMore = own.givesMore(search.versions)
        var others = OtherValues(own, search.versions, on: day)
        var found: [DifferingRegions.Sample] = []
        func note(_ region: Region, _ occasion: Occasion, isWhole: Bool = true) -> Bool {
            guard let (old, new) = region.results.difference(before, after, own.rule.kind),
                !region.lacksWhatIsRequired(schema)
            else { return false }
            found.append(
                DifferingRegions.Sample(
                    region: region, occasion: occasion, before: old, after: new,
                    isExact: region.isExact && !mayDiffer && isWhole))
            return true
        }
        let isWhole = try search.explore(
            targets, in: piece, readsDecision: readsDecision, absences: absences, atMost: most
        ) { region, occasion in
            if !region.isExact { reasons.insert(.sampled) }
            guard !note(region, occasion) else { return true }
            if givesMore, region.results.applyOtherwise(before, after) { reasons.insert(.sampled) }
            others.add(region, occasion)
            return true
        }
        if found.isEmpty {
            let other = try others.first(&search, targets.map(\.rule)) {
                $0.difference(before, after, own.rule.kind) != nil
            }
            if let other { _ = note(other.region, other.occasion, isWhole: false) }
        }
        if !isWhole { reasons.insert(.partial) }
        for sample in found {
            let key = DifferingRegions.Key(
                pair: number, before: sample.before.outline, after: sample.after.outline)
            keys.insert(key)
            if groups[key] == nil { order.append(key) }
            groups[key, default: DifferingRegions()].add(sample)
        }
        return reasons
    }

    // MARK: - Witnesses

    /// How many regions of a group are tried for a witness whose opinion, or verdict, differs.
    private static let mostTried = 8

    /// The groups with a witness each; a group that no dossier shows becomes a doubt.
    mutating func differences(
        _ search: inout RegimeSearch, _ judges: inout PolicyPair
    ) throws -> [RuleDifference] {
        var differences: [RuleDifference] = []
        for key in order {
            guard let group = groups[key] else { continue }
            let pair = pairs[key.pair]
            let samples = group.ordered
            var best: (sample: DifferingRegions.Sample, witness: WitnessPair)?
            for sample in samples.prefix(RegimeComparison.mostTried) {
                guard let witness = try witness(of: sample, pair, &search, &judges) else {
                    continue
                }
                let isTelling = witness.tells(key.before, key.after)
                if best == nil || isTelling { best = (sample, witness) }
                if isTelling { break }
            }
            guard let shown = best?.sample ?? samples.first else { continue }
            if best == nil { doubts.append(Doubt(rule: pair.rule, reason: .unconfirmed)) }
            var regions = [try self.region(of: shown, pair, &search)]
            for sample in samples where sample.region.placements != shown.region.placements {
                regions.append(try self.region(of: sample, pair, &search))
            }
            differences.append(
                RuleDifference(
                    rule: pair.rule, before: shown.before, after: shown.after,
                    periods: group.periods, isDated: group.isDated,
                    choice: search.versions[0].regime.declaration.choiceDate, regions: regions,
                    count: group.count, isExact: best != nil && shown.isExact,
                    witness: best?.witness))
        }
        return differences
    }

    /// The facts of a sample, lists as long as the rules were looked at on.
    private func region(
        of sample: DifferingRegions.Sample, _ pair: RulePair, _ search: inout RegimeSearch
    ) throws(EvaluationError) -> [Placement] {
        search.enter(sample.occasion, budget: search.budget)
        let present = Set(sample.region.results.map(\.rule))
        let targets = pair.numbers(search).filter(present.contains).map { search.target($0) }
        return try search.explorer.narrowed(sample.region, targets).placements
    }

    private func witness(
        of sample: DifferingRegions.Sample, _ pair: RulePair, _ search: inout RegimeSearch,
        _ judges: inout PolicyPair
    ) throws -> WitnessPair? {
        let own = pair.numbers(search)
        let former = pair.before.map { search.versions[0].rules[$0].rule.id.value }
        for readsDecision in [pair.reads(search.versions).decision, true] {
            let draft = try search.completed(
                sample.region.dossier, sample.region.placements, at: sample.occasion, version: 0,
                sparing: Set(own), readsDecision: readsDecision)
            if let pairOfVerdicts = judges.judge(draft),
                pairOfVerdicts.shows(former ?? pair.rule.id, pair.rule.id)
            {
                return pairOfVerdicts
            }
        }
        return nil
    }
}

/// What came of looking at a rule in one piece of time.
private struct Look {
    /// What it leads from and to.
    var keys: Set<DifferingRegions.Key> = []
    /// Why there may be more.
    var reasons: Set<Doubt.Reason> = []
    /// Whether what only missing facts tell apart was looked for as well.
    var isWhole = true

    /// Whether it surely tells if the rule leads so on each day of the piece.
    ///
    /// What one dossier shows it shows on every day, unless the rule looks at the filing day.
    func dates(_ key: DifferingRegions.Key, _ readsFiling: Bool) -> Bool {
        let isSeen = keys.contains(key)
        return reasons.isEmpty ? isSeen || isWhole : isSeen && !readsFiling
    }
}

extension Region {
    /// Whether a fact stays missing without which no dossier is read.
    fileprivate func lacksWhatIsRequired(_ schema: DossierSchema) -> Bool {
        placements.contains { placement in
            placement.cell.extent == .absent
                && placement.path.field(in: schema)?.holdsRequired ?? false
        }
    }
}

extension FactField {
    /// Whether it is required, or a record that must be there for what it holds.
    fileprivate var holdsRequired: Bool {
        guard case .record(let record) = type else { return isRequired }
        return isRequired || record.fields.contains(where: \.holdsRequired)
    }
}

extension RulePair {
    /// The rule's numbers in a search over both versions.
    fileprivate func numbers(_ search: borrowing RegimeSearch) -> [Int] {
        [before.map { search.number($0, in: 0) }, after.map { search.number($0, in: 1) }]
            .compactMap(\.self)
    }
}

extension WitnessPair {
    /// Whether a rule, by its identifier in each version, gives something else under the two.
    fileprivate func shows(_ former: String, _ rule: String) -> Bool {
        let (old, new) = (before.bearings(of: former), after.bearings(of: rule))
        return old != new && !(old + new).allSatisfy(\.isNeutral)
    }

    /// Whether the verdict differs in what a rule that leads from one thing to another counts for.
    fileprivate func tells(_ before: Bearing, _ after: Bearing) -> Bool {
        [before, after].contains(where: \.isOpinion) ? changesAvis : changesVerdict
    }
}

extension Bearing {
    fileprivate var isOpinion: Bool { if case .avis = self { true } else { false } }
}
