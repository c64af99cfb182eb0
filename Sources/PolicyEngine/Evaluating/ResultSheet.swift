// Results of rules written as JSON while the runs of the direct form are read.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling

/// The results on one dossier after the other, where the direct form alone gave them all.
///
/// Nothing is made of a result but what opinions rest on and the bytes that a verdict shows. Room
/// is kept from one dossier to the next, and nothing that a dossier wrote in it.
struct ResultSheet {
    private let outlines: [RuleOutline]
    private let rules: [WrittenRule]
    private let plan: ReadingPlan
    /// Every result, in the order in which the rules ran.
    private var outcomes: [PlacedOutcome] = []
    /// What each of them shows.
    private var shown: [Shown] = []
    private var details: [UInt8] = []
    /// The cells shown so far, which are the policy's.
    private var cells = CellMembers()
    /// The text of each criterion that is not satisfied, by the index of its result.
    private var failures: [(index: Int, text: String)] = []
    /// What each result lacks, one after the other.
    private var missing: [String] = []
    private var counter = PriorityCounter(of: [PlacedOutcome]())

    /// What a result shows beside its rule.
    private struct Shown {
        let subject: RunSubject
        /// A calcul's value.
        let value: ShownValue?
        /// Where the rest stands among the details; empty for a flag that is not raised.
        let details: Range<Int>
    }

    /// Prepares for the rules of a regime.
    init(_ instance: RegimeInstance, _ outlines: [RuleOutline], _ plan: ReadingPlan) {
        self.outlines = outlines
        self.plan = plan
        rules = instance.written
    }

    /// Takes the runs on a dossier.
    ///
    /// - Returns: false where the results must be made one by one; nothing here has a meaning then.
    mutating func fill(
        _ runs: DirectRuns, on facts: FactNodes, _ counts: SubjectCounts, inForce: RulesInForce,
        day: Day
    ) -> Bool {
        outcomes.removeAll(keepingCapacity: true)
        shown.removeAll(keepingCapacity: true)
        failures = []
        missing = []
        guard inForce.isComplete else { return false }
        var walk = ReadingWalk(facts, rows: plan.rows, keys: plan.keys, day: day)
        var writer = ReadMembers(plan, FactPaths(facts))
        details.removeAll(keepingCapacity: true)
        swap(&writer.bytes, &details)
        swap(&writer.cells, &cells)
        defer {
            swap(&writer.bytes, &details)
            swap(&writer.cells, &cells)
        }
        var runs = runs
        let areTold = runs.forEach(of: inForce.order, outlines, counts) { index, subject, run in
            add(run, of: index, on: subject, inForce.writtenReadings[index], &walk, &writer)
        }
        counter = PriorityCounter(of: outcomes)
        return areTold
    }

    /// Adds a result; false where it cannot be told here.
    private mutating func add(
        _ run: DirectRuns.Run, of index: Int, on subject: RunSubject, _ parametres: [UInt8],
        _ walk: inout ReadingWalk, _ writer: inout ReadMembers
    ) -> Bool {
        let rule = rules[index]
        // What a calcul finds absent is told of the rules that read it as well.
        guard let readings = plan.readings?[index], rule.kind != .calcul || run.absents.isEmpty
        else { return false }
        let lacking = lacking(run, &writer.paths)
        missing += lacking
        let start = writer.bytes.count
        if rule.kind != .signalement || run.outcome == .satisfaite {
            let text =
                rule.kind.showsText(of: run.outcome)
                ? rule.template?.filled(with: run.texts) : nil
            if run.outcome == .nonSatisfaite { failures.append((outcomes.count, text ?? "")) }
            writer.bytes.beginDetails(motif: text, isProvisional: !run.absents.isEmpty)
            writer.beginMembers()
            if subject.isThere {
                walk.follow(readings, run, of: rule.kind, on: subject, into: &writer)
            }
            writer.bytes.endDetails(parametres: parametres, manquants: lacking)
        }
        shown.append(
            Shown(
                subject: subject, value: rule.kind == .calcul ? run.first?.shown : nil,
                details: start..<writer.bytes.count))
        outcomes.append(PlacedOutcome(outlines[index], at: index, subject, run))
        return true
    }

    private func lacking(_ run: DirectRuns.Run, _ paths: inout FactPaths) -> [String] {
        if run.absents.isEmpty, run.blanks.isEmpty { return [] }
        return Set(plan.paths(run.absents, &paths) + plan.paths(run.blanks, &paths))
            .sortedByBytes
    }
}

// MARK: - The verdict

extension ResultSheet {
    /// The verdict that the results make, without them; nil where one of them fails after all.
    func verdict(in frame: VerdictFrame, under regime: Regime) -> Verdict? {
        let opinions = Opinions(of: outcomes, expertises: frame.dossier.expertises.count)
        guard !opinions.haveClash else { return nil }
        let periods = opinions.expertises.map { $0.label.flatMap { label(at: $0) } }
        let motifs = opinions.motifs { avis, expertise in
            failures.compactMap { failure in
                let outcome = outcomes[failure.index]
                let isAsked = outcome.expertise == expertise && outcome.leadsTo == avis
                return isAsked ? failure.text : nil
            }
        }
        return frame.verdict(
            under: regime, opinions, counter, periods, motifs,
            SortedResults(expertises: opinions.expertises.count, missing: missing))
    }

    private func label(at index: Int) -> LabelPeriod? {
        outcomes[index].period.map {
            LabelPeriod(debut: $0.debut, fin: $0.fin, regle: rules[outcomes[index].rule].id)
        }
    }

    /// Appends the results of a part of the verdict.
    func write(_ part: Verdict.Part, to output: inout [UInt8]) {
        var isFirst = true
        for index in indices(of: part) {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            write(index, to: &output)
        }
    }

    /// The results of a part, in policy order.
    private func indices(of part: Verdict.Part) -> [Int] {
        switch part {
        case .shared: indices { $0.countsForOpinions && $0.expertise == nil }
        case .expertise(let index):
            indices { $0.countsForOpinions && $0.expertise == index + 1 }
        case .priorities: indices { $0.kind == .priorite }
        case .flags: indices { $0.kind == .signalement && $0.outcome == .satisfaite }
        case .calculs:
            // They run in the order in which they need one another.
            indices { $0.kind == .calcul }.sorted {
                (outcomes[$0].rule, $0) < (outcomes[$1].rule, $1)
            }
        }
    }

    private func indices(where isAsked: (PlacedOutcome) -> Bool) -> [Int] {
        outcomes.indices.filter { isAsked(outcomes[$0]) }
    }

    private func write(_ index: Int, to output: inout [UInt8]) {
        let (outcome, shown) = (outcomes[index], shown[index])
        let rule = rules[outcome.rule]
        output += rule.head
        shown.subject.write(to: &output)
        output += outcome.outcome.member
        switch rule.kind {
        case .critere, .validite: output.append(effect: rule.effect)
        case .priorite:
            output.append(points: outcome.points, isCounted: !counter.uncounted.contains(index))
        case .signalement: break
        case .calcul: output.append(nom: rule.nom, shown.value)
        }
        output += details[shown.details]
    }
}

extension PlacedOutcome {
    /// Whether it stands among the results that make opinions.
    fileprivate var countsForOpinions: Bool { kind == .critere || kind == .validite }

    /// The opinion that it leads to.
    fileprivate var leadsTo: Avis { Avis(ledToBy: kind, effect, outcome) }
}
