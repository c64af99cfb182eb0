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
    /// The engine failed in a way that is not the policy's fault.
    case machine(String)
}

/// Evaluates dossiers, one after the other; one a worker.
public struct Evaluator: ~Copyable {
    private var policy: Policy
    private var machine: LuaMachine
    private var instances: [RegimeInstance]

    /// Loads every regime of a policy.
    ///
    /// - Throws: a diagnostic at the line of a file that fails as it loads.
    public init(_ policy: Policy) throws(DiagnosticsError) {
        try self.init(policy, running: policy.programs)
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
        var machine = try Evaluator.machine()
        let prelude = try Evaluator.prelude(in: &machine)
        let host = try Evaluator.host(in: &machine)
        var instances: [RegimeInstance] = []
        var findings: [Diagnostic] = []
        for program in programs {
            do throws(DiagnosticsError) {
                instances.append(
                    try RegimeInstance(
                        program, in: &machine, prelude: prelude, host: host, tracing: tracing))
            } catch {
                findings += error.diagnostics
            }
        }
        guard findings.isEmpty else { throw DiagnosticsError(findings) }
        self.machine = machine
        self.instances = instances
    }

    /// Takes the same policy with other parameters and rows, without loading its rules again.
    ///
    /// - Throws: `EvaluationError.machine` when the machine cannot hold the rows.
    package mutating func adopt(_ variant: Policy) throws(EvaluationError) {
        policy = variant
        for (index, program) in variant.programs.enumerated() {
            do throws(LuaError) {
                try instances[index].adopt(program, in: &machine)
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
        guard let instance = try choose(for: dossier, decisionDay, named: regime) else {
            return frame.withoutRegime()
        }
        let declaration = instance.program.regime.declaration
        let day = declaration.day(filed: dossier.deposeLe, decided: decisionDay)
        do throws(LuaError) {
            try instance.begin(dossier, decision: decisionDay, day: day, in: &machine)
        } catch {
            throw .machine(FailureText(error, budget: 0).text)
        }
        var runner = RuleRunner(instance: instance, dossier: dossier, day: day)
        let results = runner.runAll(in: &machine)
        return frame.verdict(under: instance.program.regime, results)
    }

    private static func machine() throws(DiagnosticsError) -> LuaMachine {
        do throws(LuaError) { return try LuaMachine() } catch { throw failing(error) }
    }

    private static func prelude(
        in machine: inout LuaMachine
    ) throws(DiagnosticsError) -> LuaReference {
        do throws(LuaError) {
            return try machine.load(InstrumentedPrelude.text, chunkName: "=sceau")
        } catch {
            throw failing(error)
        }
    }

    private static func host(in machine: inout LuaMachine) throws(DiagnosticsError) -> LuaValue {
        do throws(LuaError) {
            return try HostFunctions.table(in: &machine)
        } catch {
            throw failing(error)
        }
    }

    private static func failing(_ error: LuaError) -> DiagnosticsError {
        DiagnosticsError([.machineFails(FailureText(error, budget: 0).text)])
    }

    private func choose(
        for dossier: Dossier, _ decisionDay: Day, named name: String?
    ) throws(EvaluationError) -> RegimeInstance? {
        if let name {
            if let found = instances.first(where: { $0.program.regime.id == name }) { return found }
            let names = policy.regimes.map(\.id)
            throw .unknownRegime(name, nearest: Spelling.nearest(to: name, among: names))
        }
        // INVARIANT: two regimes that cover one dossier are a fault of the policy (`coverage`).
        return instances.first { instance in
            let declaration = instance.program.regime.declaration
            return declaration.period.contains(
                declaration.day(filed: dossier.deposeLe, decided: decisionDay))
        }
    }
}
