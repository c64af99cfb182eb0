// The short path: bytes in, bytes out.
// SPDX-License-Identifier: MIT

import Diagnostics
public import Labelling
import LuaRuntime

/// Evaluates dossiers of a batch straight from their bytes; one a worker.
///
/// It gives the verdict that `Dossier.read` and `Evaluator` give, byte for byte, or none: what is
/// wrong with a dossier, and rules that fail, are theirs to tell.
public struct LineEvaluator: ~Copyable {
    private let policy: Policy
    private let decisionDay: Day
    private let regime: String?
    private let isShort: Bool
    /// For each regime the texts that a short verdict does without; none for a full one.
    private let sureTexts: [SureTexts]
    private var dossier: FlatDossier
    /// The regimes loaded so far; nil for one that has no direct form.
    private var regimes: [Int: LoadedRegime?] = [:]
    /// For the first regime; nil once it is used, or when none was given.
    private var ready: ReadyMachine?
    private let threads: ThreadStarter?

    /// How many dossiers had a rule for which the direct form gave no result.
    package private(set) var mixedCount = 0

    /// A regime with what its verdicts need besides; made once, passed on for each dossier.
    private final class LoadedRegime {
        let instance: RegimeInstance
        let plan: ReadingPlan
        let bounds: TextBounds
        let outlines: [RuleOutline]
        /// Where full verdicts are written.
        var sheet: ResultSheet

        init(
            _ instance: RegimeInstance, schema: DossierSchema, flat: FlatSchema, isShort: Bool
        ) {
            let program = instance.program
            self.instance = instance
            plan = ReadingPlan(
                program, schema: schema, flat: flat, keys: instance.keys, isAsked: !isShort)
            bounds = TextBounds(program, keys: instance.keys)
            outlines = program.rules.map { RuleOutline($0) }
            sheet = ResultSheet(instance, outlines, plan)
        }
    }

    /// Makes an evaluator.
    ///
    /// - Parameters:
    ///   - policy: what the dossiers are judged by.
    ///   - decisionDay: the day of the decisions.
    ///   - regime: skips the choice of regime.
    ///   - isShort: whether short verdicts are written.
    ///   - ready: the machine of the first regime; nil to make one.
    ///   - threads: starts a thread that shares the work of loading; nil for none.
    public init(
        _ policy: Policy, le decisionDay: Day, regime: String? = nil, isShort: Bool,
        ready: consuming ReadyMachine? = nil, threads: ThreadStarter? = nil
    ) {
        self.ready = ready
        self.threads = threads
        self.policy = policy
        self.decisionDay = decisionDay
        self.regime = regime
        self.isShort = isShort
        let regimes = policy.programs.map(\.regime)
        let sureTexts = isShort ? regimes.map { SureTexts($0, schema: policy.schema) } : []
        self.sureTexts = sureTexts
        let names = ReadNames(regimes) { rule, regime in
            sureTexts.isEmpty || !sureTexts[regime].contains(rule)
        }
        dossier = FlatDossier(
            FlatSchema(policy.schema, isNamed: !isShort) { names.contains($0) })
    }

    /// Evaluates the dossier in a range of bytes and appends its verdict, without a line end.
    ///
    /// - Returns: the opinion; nil when nothing was appended and the dossier must be read in full.
    public mutating func evaluate(
        _ text: [UInt8], in range: Range<Int>, into output: inout [UInt8]
    ) -> Avis? {
        guard let passed = pass(text, in: range) else { return nil }
        guard isShort else { return write(passed, text, to: &output) }
        if let verdict = short(passed) { return append(verdict, to: &output) }
        return verdict(passed, text).flatMap { append($0.short, to: &output) }
    }

    /// The verdict on the dossier in a range of bytes, of an evaluator of full verdicts.
    ///
    /// - Returns: nil when the dossier must be read in full.
    public mutating func verdict(on text: [UInt8], in range: Range<Int>) -> Verdict? {
        precondition(!isShort, "short verdicts do not tell what led to them")
        return pass(text, in: range).flatMap { verdict($0, text) }
    }

    /// What the direct form gave on a dossier.
    private struct Pass {
        let regime: LoadedRegime
        let facts: FactNodes
        let counts: SubjectCounts
        /// The day on which parameters, rows and rules are in force.
        let day: Day
        let runs: DirectRuns
    }

    /// Reads a dossier and runs its rules; nil when it must be read in full.
    private mutating func pass(_ text: [UInt8], in range: Range<Int>) -> Pass? {
        guard dossier.read(text, in: range), dossier.deposeLe <= decisionDay,
            let choice = try? policy.programs.choose(
                filed: dossier.deposeLe, decided: decisionDay, named: regime),
            let regime = loaded(choice)
        else { return nil }
        let declaration = regime.instance.program.regime.declaration
        let day = declaration.day(filed: dossier.deposeLe, decided: decisionDay)
        let facts = FactNodes(dossier)
        let runs = try? regime.instance.pass(
            facts, regime.plan.keys, decision: decisionDay, day: day)
        return runs.map {
            Pass(regime: regime, facts: facts, counts: SubjectCounts(facts), day: day, runs: $0)
        }
    }

    private mutating func loaded(_ index: Int) -> LoadedRegime? {
        if let known = regimes[index] { return known }
        let made = load(index)
        regimes[index] = .some(made)
        return made
    }

    /// Loads a regime: a policy is at fault wherever its instrumented form fails as it loads.
    private mutating func load(_ index: Int) -> LoadedRegime? {
        let program = policy.programs[index]
        let unfilled = isShort ? sureTexts[index] : nil
        let form = Meanwhile(on: threads) { DirectRegime(program, unfilled: unfilled) }
        guard
            let instance = try? RegimeInstance(
                program, schema: policy.schema, tracing: .explanation, ready: ready.take()),
            program.regime.surelyLoads || (try? instance.instrument()) != nil,
            instance.loadDirectForm(form.value, isFull: !isShort)
        else { return nil }
        return LoadedRegime(
            instance, schema: policy.schema, flat: dossier.schema, isShort: isShort)
    }

    // MARK: - Full verdicts

    /// Appends the verdict, if no rule failed.
    private mutating func write(
        _ passed: Pass, _ text: [UInt8], to output: inout [UInt8]
    ) -> Avis? {
        let regime = passed.regime
        if isBounded(regime, passed.counts),
            regime.sheet.fill(
                passed.runs, on: passed.facts, passed.counts, inForce: regime.instance.inForce,
                day: passed.day),
            let verdict = regime.sheet.verdict(
                in: frame(passed, text), under: regime.instance.program.regime)
        {
            verdict.write(to: &output) { part, output in regime.sheet.write(part, to: &output) }
            return verdict.avis
        }
        guard let verdict = verdict(passed, text) else { return nil }
        verdict.write(to: &output)
        return verdict.avis
    }

    /// The verdict, if no rule failed; without what rules read when short ones are written.
    private mutating func verdict(_ passed: Pass, _ text: [UInt8]) -> Verdict? {
        let regime = passed.regime
        if isShort, !isBounded(regime, passed.counts) { return nil }
        let teller = RunTeller(passed.facts, regime.plan, day: passed.day)
        var runner = RuleRunner(
            instance: regime.instance,
            answers: DirectAnswers(passed.runs, teller: teller, decisionDay: decisionDay),
            day: passed.day)
        let results = runner.runAll()
        if runner.hasUsedBothForms { mixedCount += 1 }
        let verdict = frame(passed, text).verdict(
            under: regime.instance.program.regime, results)
        return verdict.hasFailure ? nil : verdict
    }

    /// What a verdict says whatever the rules give; without the fingerprint in a short one.
    private func frame(_ passed: Pass, _ text: [UInt8]) -> VerdictFrame {
        let fingerprint = isShort ? "" : Fingerprint.of(text[dossier.object])
        return VerdictFrame(
            policy: policy,
            dossier: DossierHeading(dossier, passed.facts, fingerprint: fingerprint),
            decisionDay: decisionDay)
    }

    // MARK: - Short verdicts

    private func append(_ verdict: ShortVerdict, to output: inout [UInt8]) -> Avis? {
        guard verdict.avis != .enErreur else { return nil }
        verdict.write(to: &output)
        return verdict.avis
    }

    /// The short verdict, if every rule gave a result.
    private func short(_ passed: Pass) -> ShortVerdict? {
        let (regime, counts) = (passed.regime, passed.counts)
        let inForce = regime.instance.inForce
        guard inForce.isComplete, isBounded(regime, counts) else { return nil }
        var runs = passed.runs
        var outcomes: [PlacedOutcome] = []
        outcomes.reserveCapacity(2 * inForce.order.count)
        let areTold = runs.forEach(of: inForce.order, regime.outlines, counts) {
            outcomes.append(PlacedOutcome(regime.outlines[$0], at: $0, $1, $2))
            return true
        }
        guard areTold else { return nil }
        return ShortVerdict(
            numero: String(decoding: dossier.bytes[dossier.numero], as: UTF8.self),
            outcomes: outcomes, expertises: counts.expertises ?? 0,
            rules: regime.instance.written)
    }

    /// Whether the texts of a verdict are surely fewer than it may hold.
    private func isBounded(_ regime: LoadedRegime, _ counts: SubjectCounts) -> Bool {
        regime.bounds.hold(allTexts: dossier.bytes.count, longestText: dossier.longestText) {
            counts.count($0) ?? 1
        }
    }
}

extension DossierHeading {
    /// The heading of a dossier that was read into nodes.
    fileprivate init(
        _ dossier: borrowing FlatDossier, _ facts: FactNodes, fingerprint: String
    ) {
        func text(_ name: String, ofRecordAt record: Int) -> String? {
            let fields = facts.schema.records[Int(facts.nodes[record].value)].fields
            return fields.firstIndex { $0.name == name }
                .flatMap { facts.fact(Int32($0), ofRecordAt: record) }
                .map { facts.text(of: facts.nodes[$0]) }
        }
        self.init(
            numero: String(decoding: dossier.bytes[dossier.numero], as: UTF8.self),
            fingerprint: fingerprint,
            nom: facts.fact(named: "collectivite").flatMap { text("nom", ofRecordAt: $0) } ?? "",
            deposeLe: dossier.deposeLe,
            expertises: facts.elements(of: "expertises").map { element in
                Expertise(
                    intitule: text("intitule", ofRecordAt: element),
                    domaine: text("domaine", ofRecordAt: element))
            },
            reasons: [:])
    }
}
