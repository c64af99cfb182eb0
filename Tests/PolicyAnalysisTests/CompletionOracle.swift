// Every completion of a dossier over the cells of what it lacks, judged by the ordinary evaluation.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine
import PolicyTesting
import Testing

/// What was compared.
struct CompletionTally: CustomStringConvertible {
    /// Dossiers with missing facts.
    var dossiers = 0
    /// Those whose completions are few enough.
    var feasible = 0
    /// Completions that were judged.
    var completions = 0
    /// Choices of decisive pieces.
    var choices = 0
    /// Facts that were said to change neither opinion nor points.
    var withoutEffect = 0
    /// Opinions that were said to be settled.
    var settled = 0

    var description: String {
        """
        \(dossiers) dossiers, dont \(feasible) comparés, \(completions) complétions, \
        \(choices) choix, \(withoutEffect) faits sans effet, \(settled) avis acquis
        """
    }
}

/// Holds what an outlook says of a dossier to its completions.
struct CompletionOracle: ~Copyable {
    private let policy: Policy
    private let regime: String
    private let most: Int
    /// Whether each choice must lead to the best and the worst that it is said to: completions over a
    /// value of each cell need not where a list's cells were joined.
    private let isTight: Bool
    private var judge: Evaluator
    /// Facts for what no cell says anything of.
    private var sources: [Dossier] = []
    /// The value that a fact is given in every completion of a dossier in which nothing else gives it
    /// one: completions then differ in what they are made of alone.
    private var given: [FactPath: Fact] = [:]

    /// Values for a missing fact and its parts, together; nil for a fact that stays missing.
    private typealias Way = [FactPath: Fact?]

    /// One completion: the way of each piece, by number, and what it leads to.
    private struct Completion {
        let chosen: [Int]
        let dossier: Dossier
        let verdict: Verdict
    }

    /// Loads a policy.
    init(
        _ policy: Policy, regime: String, most: Int, isTight: Bool = true
    ) throws {
        self.policy = policy
        self.regime = regime
        self.most = most
        self.isTight = isTight
        judge = try Evaluator(policy)
        guard let declaration = policy.regime(id: regime)?.declaration else { return }
        var drawn = DossierGenerator(seed: 8, schema: policy.schema, regime: declaration)
        for number in 1...12 {
            let text = SourceText(
                path: "s.json", text: drawn.dossier(numero: "S-\(number)").json.encoded())
            if let dossier = try? Dossier.read(text, schema: policy.schema) {
                sources.append(dossier)
            }
        }
    }

    /// The dossier without some of the facts that rules read of it.
    mutating func lacking(
        _ count: Int, of dossier: Dossier, le day: Day, _ generator: inout SplitMix64
    ) throws -> Dossier {
        let verdict = try judge.evaluate(dossier, le: day, regime: regime)
        let read = Set(verdict.allRules.flatMap(\.lus).map(\.name)).sorted()
            .compactMap { FactPath($0) }
            .filter { path in
                dossier[path] != nil && path.field(in: policy.schema)?.isRequired == false
            }
        return read.shuffled(using: &generator).prefix(count)
            .reduce(dossier) { $0.setting($1, to: nil) }
    }

    /// Compares what an outlook says with every completion.
    mutating func compare(
        _ dossier: Dossier, le day: Day, _ name: String, _ generator: inout SplitMix64,
        _ tally: inout CompletionTally
    ) throws {
        let verdict = try judge.evaluate(dossier, le: day, regime: regime)
        guard !verdict.manquants.isEmpty else { return }
        tally.dossiers += 1
        var finder = OutlookFinder(policy, le: day, budget: 3_000)
        guard let outlook = try finder.outlook(on: dossier, verdict), !outlook.pieces.isEmpty,
            !outlook.pieces.contains(where: \.isPartial)
        else { return }
        let ways = outlook.pieces.map { self.ways(of: $0, &generator) }
        let total = ways.reduce(1) { min($0 * $1.count, most + 1) }
        guard total <= most, total > 0 else { return }
        given = [:]
        var completions: [Completion] = []
        for chosen in ways.map(\.count).everyChoice {
            let taken = zip(ways, chosen).map { $0[$1] }
            if let (whole, verdict) = try completed(dossier, taking: taken, le: day, &generator) {
                completions.append(Completion(chosen: chosen, dossier: whole, verdict: verdict))
            }
        }
        guard !completions.isEmpty else { return }
        tally.feasible += 1
        tally.completions += completions.count
        checkSettled(outlook, completions, name, &tally)
        for (place, piece) in outlook.pieces.enumerated() {
            checkChoices(of: piece, completions, name, &tally)
            checkEffects(of: piece, at: place, completions, name, &tally)
        }
    }

    // MARK: - Completions

    /// The ways in which a fact may lie: a value of each cell, others of it, two of other dossiers.
    private func ways(
        of piece: DecisivePiece, _ generator: inout SplitMix64
    ) -> [Way] {
        let placed = Set(
            piece.opinions.flatMap(\.choices).flatMap(\.ways) + piece.points.flatMap(\.ways))
        let known = placed.flatMap { way in
            let least = Dictionary(
                way.map { ($0.path, $0.cell.representative) }, uniquingKeysWith: { $1 })
            let others = way.flatMap { placement in
                placement.cell.others.map { other in
                    least.merging([placement.path: other]) { $1 }
                }
            }
            return [least] + others.prefix(3)
        }
        let drawn = sources.compactMap { $0[piece.path] }.shuffled(using: &generator).prefix(2)
            .map { [piece.path: Optional($0)] }
        return Set(known).union(drawn).map { (way: $0, text: $0.text) }
            .sorted { $0.text < $1.text }.map(\.way)
    }

    /// A dossier with the ways laid over it, and any value for what then is still missing.
    ///
    /// Nil where something stays missing.
    private mutating func completed(
        _ dossier: Dossier, taking ways: [Way], le day: Day, _ generator: inout SplitMix64
    ) throws -> (Dossier, Verdict)? {
        let taken = ways.flatMap { $0 }.sorted { $0.key.steps.count < $1.key.steps.count }
        let absent = Set(taken.filter { $0.value == nil }.map(\.key))
        var whole = taken.reduce(dossier) { $0.setting($1.key, to: $1.value) }
        for _ in 0..<8 {
            let verdict = try judge.evaluate(whole, le: day, regime: regime)
            let missing = verdict.manquants.compactMap { FactPath($0) }.filter { path in
                whole[path] == nil && path.field(in: policy.schema) != nil
                    && !absent.contains { $0.holds(path) }
            }
            if missing.isEmpty { return (whole, verdict) }
            for path in missing {
                let values = sources.compactMap { $0[path] }
                guard let value = given[path] ?? values.randomElement(using: &generator) else {
                    return nil
                }
                given[path] = value
                whole = whole.setting(path, to: value)
            }
        }
        return nil
    }

    // MARK: - Claims

    /// What is settled is so in every completion.
    private func checkSettled(
        _ outlook: Outlook, _ completions: [Completion], _ name: String,
        _ tally: inout CompletionTally
    ) {
        for (place, settled) in outlook.settled.enumerated() {
            guard let settled else { continue }
            tally.settled += 1
            let found = Set(
                completions.flatMap { completion -> [Avis] in
                    let each = completion.verdict.opinions
                    return outlook.settled.count == 1 ? each : [each[place]]
                })
            #expect(found == [settled], "\(name)")
        }
    }

    /// Each choice leads from the best to the worst that it is said to.
    private func checkChoices(
        of piece: DecisivePiece, _ completions: [Completion], _ name: String,
        _ tally: inout CompletionTally
    ) {
        for change in piece.opinions {
            for choice in change.choices where choice.isExact {
                let found = Set(
                    completions.filter { choice.takes($0.dossier) }.flatMap { completion in
                        let each = completion.verdict.opinions
                        return change.expertises.isEmpty
                            ? each : change.expertises.map { each[$0 - 1] }
                    }
                ).compactMap(Avis.order.firstIndex)
                guard let best = found.min(), let worst = found.max() else { continue }
                tally.choices += 1
                let said = choice.results
                #expect(
                    isTight
                        ? Avis.order[best] == said.best && Avis.order[worst] == said.worst
                        : said.best.rank <= best && worst <= said.worst.rank,
                    "\(name), \(piece.path): \(choice.ways)")
            }
        }
        for choice in piece.points where choice.isExact {
            let found = completions.filter { choice.takes($0.dossier) }
                .flatMap { [$0.verdict.priorite.points, $0.verdict.priorite.pointsMax] }
                .compactMap(\.self)
            guard let least = found.min(), let greatest = found.max() else { continue }
            tally.choices += 1
            #expect(
                least == choice.results.worst && greatest == choice.results.best,
                "\(name), \(piece.path): \(choice.ways)")
        }
    }

    /// Completions that differ in one fact alone differ where the fact is said to decide, and there
    /// alone.
    private func checkEffects(
        of piece: DecisivePiece, at place: Int, _ completions: [Completion], _ name: String,
        _ tally: inout CompletionTally
    ) {
        let groups = Dictionary(grouping: completions) { completion in
            var others = completion.chosen
            others[place] = -1
            return others
        }.values
        if piece.isWithoutEffect { tally.withoutEffect += 1 }
        let isList = piece.path.description == "expertises"
        let changesOpinion = groups.contains { group in
            Set(group.map { isList ? [$0.verdict.avis] : $0.verdict.opinions }).count > 1
        }
        let changesPoints = groups.contains { group in
            Set(group.map { [$0.verdict.priorite.points, $0.verdict.priorite.pointsMax] }).count > 1
        }
        let choices = piece.opinions.flatMap(\.choices)
        if piece.opinions.isEmpty { #expect(!changesOpinion, "\(name), \(piece.path)") }
        if piece.points.isEmpty { #expect(!changesPoints, "\(name), \(piece.path)") }
        guard isTight else { return }
        if !choices.isEmpty, choices.allSatisfy(\.isExact) {
            #expect(changesOpinion, "\(name), \(piece.path)")
        }
        if !piece.points.isEmpty, piece.points.allSatisfy(\.isExact) {
            #expect(changesPoints, "\(name), \(piece.path)")
        }
    }
}

extension [FactPath: Fact?] {
    /// The same for the same way, on each run.
    fileprivate var text: String { "\(map { "\($0.key) \($0.value as Any)" }.sorted())" }
}

extension Avis {
    /// From best to worst, as the design orders opinions.
    fileprivate static let order: [Avis] = [
        .favorable, .aExaminer, .incomplet, .defavorable, .enErreur,
    ]

    /// Its place in that order.
    fileprivate var rank: Int { Avis.order.firstIndex(of: self) ?? 0 }
}

extension Verdict {
    /// The opinion on each expertise, or on a dossier without any.
    fileprivate var opinions: [Avis] { expertises.isEmpty ? [avis] : expertises.map(\.avis) }
}

extension DecisivePiece.Choice {
    /// Whether a dossier lies in one of its ways.
    fileprivate func takes(_ dossier: Dossier) -> Bool {
        ways.contains { way in
            way.allSatisfy { placement in
                guard let fact = dossier[placement.path] else {
                    return placement.cell.extent == .absent
                }
                return placement.cell.takes(fact)
            }
        }
    }
}

extension Cell {
    /// Whether a fact lies in it.
    fileprivate func takes(_ fact: Fact) -> Bool {
        switch (extent, fact) {
        case (.values(let values), _): values.contains(fact)
        case (.others(let excluded), _): !excluded.contains(fact)
        case (.numbers(let low, let high), .integer(let number)):
            (low ?? .min) <= number && number <= (high ?? .max)
        case (.numbers(let low, let high), .day(let day)):
            (low ?? .min) <= Int64(day.ordinal) && Int64(day.ordinal) <= (high ?? .max)
        case (.counts(let low, let high), .list(let elements)):
            low <= elements.count && elements.count <= high ?? .max
        case (.holding(let facts, _), .list(let elements)): Set(facts) == Set(elements)
        case (.present, .record): true
        default: false
        }
    }

    /// Other facts of the cell: the ends of a span, other choices of a list, one more element.
    fileprivate var others: [Fact] {
        switch (extent, representative) {
        case (.values(let values), let fact): Array(values.filter { $0 != fact }.suffix(2))
        case (.numbers(let low, let high), .integer(let number)?):
            [low, high].compactMap(\.self).filter { $0 != number }.map { .integer($0) }
        case (.numbers(let low, let high), .day(let day)?):
            [low, high].compactMap { $0.flatMap { Day(ordinal: Int($0)) } }.filter { $0 != day }
                .map { .day($0) }
        default: []
        }
    }
}

extension [Int] {
    /// Every choice of a number below each of these.
    fileprivate var everyChoice: [[Int]] {
        reduce([[]]) { choices, count in
            choices.flatMap { choice in (0..<count).map { choice + [$0] } }
        }
    }
}
