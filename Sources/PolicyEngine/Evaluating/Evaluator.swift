// Dossier in, verdict out.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import Labelling
import LuaRuntime

/// Why a dossier could not be evaluated at all.
public enum EvaluationError: Error, Hashable, Sendable {
    /// The decision day stands before the filing day.
    case decisionBeforeFiling(filed: Day, decided: Day)
    /// `--regime` names nothing; the nearest name, if one is near.
    case unknownRegime(String, nearest: String?)
    /// The regime that the dossier needs fails as it loads.
    case loading([Diagnostic])
    /// The engine failed in a way that is not the policy's fault.
    case machine(String)
}

/// Evaluates dossiers, one after the other; one a worker.
public struct Evaluator: ~Copyable {
    private var policy: Policy
    private var programs: [RegimeProgram]
    private let tracing: Tracing
    /// The regimes loaded so far, by their places among the programs.
    private var instances: [Int: RegimeInstance] = [:]
    /// For the first regime; nil once it is used, or when none was given.
    private var ready: ReadyMachine?
    private let threads: ThreadStarter?

    /// Loads every regime of a policy.
    ///
    /// - Throws: a diagnostic at the line of a file that fails as it loads.
    public init(_ policy: Policy) throws(DiagnosticsError) {
        try self.init(policy, running: policy.programs)
    }

    /// Hands a regime to Lua when a dossier first needs it; what then fails is an
    /// `EvaluationError.loading`.
    ///
    /// - Parameters:
    ///   - policy: what the dossiers are judged by.
    ///   - ready: the machine of the first regime; nil to make one.
    ///   - threads: starts a thread that shares the work; nil for none.
    public init(
        asNeeded policy: Policy, ready: consuming ReadyMachine? = nil,
        threads: ThreadStarter? = nil
    ) {
        self.policy = policy
        self.ready = ready
        self.threads = threads
        programs = policy.programs
        tracing = .explanation
    }

    /// Loads every regime of a policy, and traces more than what is shown.
    package init(_ policy: Policy, tracing: Tracing) throws(DiagnosticsError) {
        try self.init(policy, running: policy.programs, tracing: tracing)
    }

    /// Loads other forms of a policy's regimes besides, to see them fail.
    init(
        _ policy: Policy, running programs: [RegimeProgram], tracing: Tracing = .explanation
    ) throws(DiagnosticsError) {
        self.policy = policy
        self.programs = programs
        self.tracing = tracing
        threads = nil
        var findings: [Diagnostic] = []
        for index in programs.indices {
            do throws(DiagnosticsError) {
                _ = try instance(index)
            } catch {
                findings += error.diagnostics
            }
        }
        guard findings.isEmpty else { throw DiagnosticsError(findings) }
    }

    /// The regime at a place, loaded if it is not yet.
    private mutating func instance(_ index: Int) throws(DiagnosticsError) -> RegimeInstance {
        if let known = instances[index] { return known }
        let (program, tracing) = (programs[index], tracing)
        let form = Meanwhile(on: threads) { InstrumentedRegime(program, tracing: tracing) }
        let made = try RegimeInstance(
            program, schema: policy.schema, tracing: tracing, ready: ready.take())
        try made.instrument { form.value }
        instances[index] = made
        return made
    }

    /// Takes the same policy with other parameters and rows, without loading its rules again.
    ///
    /// - Throws: `EvaluationError.machine` when the machine cannot hold the rows.
    package mutating func adopt(_ variant: Policy) throws(EvaluationError) {
        policy = variant
        programs = variant.programs
        for (index, instance) in instances {
            do throws(LuaError) {
                try instance.adopt(programs[index])
            } catch {
                throw .machine(FailureText(error, budget: 0).text)
            }
        }
    }

    /// The opinion on a dossier on a decision day.
    ///
    /// - Parameters:
    ///   - dossier: the dossier.
    ///   - decisionDay: the day of the decision, not before the filing day.
    ///   - regime: skips the choice of regime and keeps the day that it would count.
    /// - Returns: the verdict; without a regime when none covers the dossier.
    /// - Throws: `EvaluationError` when nothing can be said; a rule that fails is a result.
    public mutating func evaluate(
        _ dossier: Dossier, le decisionDay: Day, regime: String? = nil
    ) throws(EvaluationError) -> Verdict {
        guard dossier.deposeLe <= decisionDay else {
            throw .decisionBeforeFiling(filed: dossier.deposeLe, decided: decisionDay)
        }
        let frame = VerdictFrame(policy: policy, dossier: dossier, decisionDay: decisionDay)
        guard
            let index = try programs.choose(
                filed: dossier.deposeLe, decided: decisionDay, named: regime)
        else {
            return frame.withoutRegime()
        }
        let instance = try loaded(index)
        let declaration = instance.program.regime.declaration
        let day = declaration.day(filed: dossier.deposeLe, decided: decisionDay)
        do throws(LuaError) {
            try instance.begin(dossier, decision: decisionDay, day: day)
        } catch {
            throw .machine(FailureText(error, budget: 0).text)
        }
        var runner = RuleRunner(instance: instance, dossier: dossier, day: day)
        let results = runner.runAll()
        return frame.verdict(under: instance.program.regime, results)
    }

    private mutating func loaded(_ index: Int) throws(EvaluationError) -> RegimeInstance {
        do throws(DiagnosticsError) { return try instance(index) } catch {
            throw .loading(error.diagnostics)
        }
    }
}
