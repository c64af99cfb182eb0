// Which mutants of a policy its tests notice.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyAnalysis
public import PolicyEngine

/// What became of a mutant.
public enum MutantFate: Sendable {
    /// A test fails on it: its name.
    case killed(by: String)
    /// The policy can no longer be loaded: `sceau check` notices it.
    case refused
    /// Every test still passes; whether any dossier could tell it from the policy.
    case survived(Equivalence)
}

/// A mutant that no test noticed, and that may give another verdict on some dossier.
public struct Survivor: Sendable {
    /// The mutant.
    public let mutant: Mutant
    /// A dossier on which it does, with both verdicts; nil when none was found.
    public let witness: WitnessPair?
    /// Why there may be such a dossier although none was found; empty with a witness.
    public let doubts: [Doubt.Reason]
}

/// A run of a suite on every mutant of a policy.
public struct MutationRun: Sendable {
    /// The mutants with what became of them, in order.
    public let results: [(mutant: Mutant, fate: MutantFate)]

    /// How many were noticed by a test.
    public var killed: Int { count { if case .killed = $0 { true } else { false } } }
    /// How many made the policy unusable.
    public var refused: Int { count { if case .refused = $0 { true } else { false } } }
    /// Those that give the verdicts of the policy on every dossier: there is nothing to notice.
    public var equivalents: [Mutant] {
        results.compactMap { mutant, fate in
            if case .survived(.proved) = fate { mutant } else { nil }
        }
    }
    /// Those that no test noticed although one could, or might.
    public var survivors: [Survivor] {
        results.compactMap { mutant, fate in
            switch fate {
            case .killed, .refused, .survived(.proved): nil
            case .survived(.refuted(let witness)):
                Survivor(mutant: mutant, witness: witness, doubts: [])
            case .survived(.unsettled(let doubts)):
                Survivor(mutant: mutant, witness: nil, doubts: doubts)
            }
        }
    }
    /// The share of the mutants that could be noticed which a test notices, from 0 to 1.
    ///
    /// Mutants that cannot be loaded, and those that mean the same as the policy, do not count; 0
    /// when no other is left.
    public var score: Double {
        let usable = killed + survivors.count
        return usable == 0 ? 0 : Double(killed) / Double(usable)
    }

    /// Takes what became of mutants.
    package init(results: [(mutant: Mutant, fate: MutantFate)]) { self.results = results }

    private func count(_ holds: (MutantFate) -> Bool) -> Int {
        results.filter { holds($0.fate) }.count
    }

    /// Runs every case, and every example with its expected verdict, on each mutant until one fails;
    /// compares each mutant that is left with the policy.
    ///
    /// - Parameters:
    ///   - suite: its cases must pass on the policy itself.
    ///   - examples: those with an expected verdict must pass too.
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    ///   - policy: the policy of `source`, every optional folder turned on.
    ///   - options: the optional folders, mutated like the rest.
    ///   - progress: called with the number of mutants done and their total.
    /// - Throws: `EvaluationError.machine` when the machine cannot hold a dossier.
    public init(
        _ suite: TestSuite, examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText], policy: Policy, options: Set<String>,
        progress: (Int, Int) -> Void
    ) throws {
        let mutants = MutantFinder(policy).mutants
        var order = suite.cases
        var results: [(Mutant, MutantFate)] = []
        for (number, mutant) in mutants.enumerated() {
            progress(number, mutants.count)
            let mutated = mutant.applied(to: source)
            let fate = try MutationRun.fate(
                &order, examples, on: mutated, dossiers: dossiers, options: options,
                of: policy)
            results.append((mutant, fate))
        }
        progress(mutants.count, mutants.count)
        self.results = results
    }

    /// The case that noticed one mutant is tried first on the next one: neighbours go together.
    private static func fate(
        _ cases: inout [TestCase], _ examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText], options: Set<String>, of original: Policy
    ) throws -> MutantFate {
        let policy: Policy
        let whole: Policy
        var evaluator: Evaluator
        do throws(DiagnosticsError) {
            whole = try Policy.load(source, options: options)
            _ = try Evaluator(whole)
            policy = try Policy.load(source)
            evaluator = try Evaluator(policy)
        } catch {
            return .refused
        }
        var runner = CaseRunner(source, dossiers: dossiers)
        for (index, test) in cases.enumerated() where !runner.run(test).passed {
            cases.remove(at: index)
            cases.insert(test, at: 0)
            return .killed(by: test.name)
        }
        for example in examples {
            let result = ExampleResult(example, on: policy, &evaluator, le: nil)
            if result.expected != nil && !result.passed { return .killed(by: example.path) }
        }
        return .survived(try Equivalence.of(original, whole))
    }
}
