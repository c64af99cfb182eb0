// Finds dossiers that show what tests miss, and chooses the fewest.
// SPDX-License-Identifier: MIT

import Diagnostics
import Labelling
import PolicyAnalysis
import PolicyEngine

/// The search for cases on one policy.
struct SuggestionSearch: ~Copyable {
    private let policy: Policy
    private let setting: PolicySetting
    /// What the suite covers, then what the chosen dossiers cover too.
    private var collector: CoverageCollector
    private var traced: Evaluator
    private let mutants: [LivingMutant]
    private var candidates: [Candidate] = []
    private var chosen: [Int] = []

    /// The most dossiers that are made for one rule.
    private static let mostForRule = 300

    /// A mutant that no test noticed, ready to judge.
    private final class LivingMutant {
        let goal: SuggestionGoal
        let witness: WitnessPair
        var evaluator: Evaluator

        init(_ goal: SuggestionGoal, _ witness: WitnessPair, _ policy: Policy)
            throws(DiagnosticsError)
        {
            self.goal = goal
            self.witness = witness
            evaluator = try Evaluator(policy)
        }
    }

    /// A dossier with what it shows.
    private struct Candidate {
        let json: JSONValue
        let verdict: Verdict
        /// The mutants that it tells from the policy, each with where.
        let told: [SuggestionGoal: Facet]
        /// What else it covers that nothing did.
        var covered: Set<SuggestionGoal>

        var goals: Set<SuggestionGoal> { covered.union(told.keys) }
    }

    /// Prepares to look for what a suite misses.
    ///
    /// - Throws: a diagnostic where a policy cannot be loaded.
    init(
        _ policy: Policy, options: Set<String>, covered: CoverageCollector,
        source: PolicySource, survivors: [Survivor]
    ) throws(DiagnosticsError) {
        var setting = PolicySetting()
        setting.options = options
        let evaluator = try Evaluator(policy, tracing: covered.tracing)
        var mutants: [LivingMutant] = []
        for survivor in survivors {
            guard let witness = survivor.witness else { continue }
            let goal = SuggestionGoal(
                owner: survivor.mutant.owner, name: survivor.mutant.name, section: nil)
            let mutated = try Policy.load(
                survivor.mutant.applied(to: source), options: options)
            mutants.append(try LivingMutant(goal, witness, mutated))
        }
        self.policy = policy
        self.setting = setting
        self.mutants = mutants
        traced = evaluator
        collector = covered
    }

    // MARK: - Candidates

    /// Makes dossiers for all that is missed.
    mutating func collect() throws {
        for mutant in mutants {
            try add(mutant.witness.before.json, le: mutant.witness.before.decisionDay)
        }
        let owners = Set(collector.report.goals.map(\.owner))
        guard !owners.isEmpty else { return }
        for regime in policy.regimes {
            var sampler = try DossierSampler(policy, regime: regime)
            var rules: [String] = []
            for program in policy.rules(of: regime) {
                let folder = regime.files[program.rule.file].source.path.prefix { $0 != "/" }
                if owners.contains("\(folder)/\(program.rule.id.value)") {
                    rules.append(program.rule.id.value)
                }
            }
            for parameter in regime.declarations.parameters
            where owners.contains("\(regime.id)/\(parameter.name.value)") {
                rules += sampler.rules(reading: parameter.name.value)
            }
            for table in regime.declarations.tables where owners.contains(table.path) {
                rules += sampler.rules(reading: table.name.value)
            }
            for rule in rules.onlyFirst {
                let witnesses = try sampler.dossiers(
                    for: rule, atMost: SuggestionSearch.mostForRule)
                for witness in witnesses { try add(witness.json, le: witness.decisionDay) }
            }
        }
    }

    /// Keeps a dossier that shows something.
    private mutating func add(_ json: JSONValue, le day: Day) throws {
        let text = SourceText(path: "dossier", text: json.encoded())
        guard let dossier = try? Dossier.read(text, schema: policy.schema) else { return }
        let verdict = try traced.evaluate(dossier, le: day)
        guard !verdict.hasFailure else { return }
        var told: [SuggestionGoal: Facet] = [:]
        for mutant in mutants {
            let other = try mutant.evaluator.evaluate(dossier, le: day)
            if let facet = facet(between: verdict, other) { told[mutant.goal] = facet }
        }
        let candidate = Candidate(
            json: json, verdict: verdict, told: told, covered: gain(of: verdict))
        if !candidate.goals.isEmpty { candidates.append(candidate) }
    }

    /// What a verdict covers that nothing has so far.
    private func gain(of verdict: Verdict) -> Set<SuggestionGoal> {
        let before = Set(collector.report.goals)
        guard !before.isEmpty else { return [] }
        var trial = collector
        trial.note(verdict, under: setting)
        return before.subtracting(trial.report.goals)
    }

    /// The first thing that a case can say and that two verdicts say differently.
    private func facet(between one: Verdict, _ other: Verdict) -> Facet? {
        let rules = (one.allRules + one.quietFlags).map(\.id).onlyFirst.map { Facet.rule($0) }
        let calculs = one.calculs.compactMap(\.nom).onlyFirst.map { Facet.calcul($0) }
        let order: [Facet] =
            [.regime, .avis, .points, .pointsMax, .niveau, .niveauMax] + rules
            + [.debut, .fin] + calculs + [.expertises, .manquants, .signalements, .motifs]
        let (first, second) = (Observation.verdict(one), Observation.verdict(other))
        return order.first { first.value(of: $0) != second.value(of: $0) }
    }

    // MARK: - Choice

    /// Takes the fewest dossiers that cover all that can be.
    ///
    /// - Returns: whether fewer surely would not do.
    mutating func choose() -> Bool {
        var isSmallest = true
        var left = candidates.map(\.goals)
        // A pair of runs shows a condition's effect: the second may only count once the first is in.
        while left.contains(where: { !$0.isEmpty }) {
            let numbers = Dictionary(
                uniqueKeysWithValues: left.reduce(into: Set()) { $0.formUnion($1) }
                    .sorted { $0.french < $1.french }.enumerated().map { ($1, $0) })
            let cover = SetCover(left.map { Set($0.compactMap { numbers[$0] }) })
            isSmallest = isSmallest && cover.isSmallest && chosen.isEmpty
            for index in cover.chosen {
                chosen.append(index)
                collector.note(candidates[index].verdict, under: setting)
            }
            let told = Set(chosen.flatMap { candidates[$0].told.keys })
            for index in candidates.indices {
                guard !chosen.contains(index) else {
                    left[index] = []
                    continue
                }
                let gain = gain(of: candidates[index].verdict)
                candidates[index].covered.formUnion(gain)
                left[index] = gain.union(Set(candidates[index].told.keys).subtracting(told))
            }
        }
        return isSmallest
    }

    /// What no chosen dossier shows.
    var missed: [SuggestionGoal] {
        let told = Set(chosen.flatMap { candidates[$0].told.keys })
        return collector.report.goals + mutants.map(\.goal).filter { !told.contains($0) }
    }

    // MARK: - Cases

    /// The chosen dossiers as cases, none named as one that is there.
    func cases(besides names: Set<String>) -> [SuggestedCase] {
        var number = 0
        var shown: Set<SuggestionGoal> = []
        return chosen.map { index in
            let candidate = candidates[index]
            repeat { number += 1 } while names.contains("Proposition \(number)")
            // What a case before it shows needs no word here.
            let goals = candidate.goals.subtracting(shown)
            shown.formUnion(goals)
            return SuggestedCase(
                name: "Proposition \(number)", dossier: candidate.json,
                decisionDay: candidate.verdict.dateDecision,
                purposes: goals.map(\.french).sorted(), options: setting.options.sorted(),
                expectations: expectations(of: candidate, for: goals))
        }
    }

    private func expectations(
        of candidate: Candidate, for goals: Set<SuggestionGoal>
    ) -> [(facet: Facet, value: FacetValue)] {
        let ids = Set((candidate.verdict.allRules + candidate.verdict.quietFlags).map(\.id))
        let rules = candidate.covered.intersection(goals).map {
            $0.owner.drop { $0 != "/" }.dropFirst()
        }
        .map(String.init).filter(ids.contains)
        let facets =
            [.regime, .avis] + rules.sorted().onlyFirst.map { Facet.rule($0) }
            + candidate.told.filter { goals.contains($0.key) }
            .sorted { $0.key.french < $1.key.french }.map(\.value)
        let observation = Observation.verdict(candidate.verdict)
        return facets.onlyFirst.compactMap { facet in
            observation.value(of: facet).map { (facet, $0) }
        }
    }
}

extension Array where Element: Hashable {
    /// The elements in order, each where it stands first.
    fileprivate var onlyFirst: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
