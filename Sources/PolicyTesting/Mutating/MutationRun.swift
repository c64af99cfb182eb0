// Which mutants of a policy its tests notice.
// SPDX-License-Identifier: MIT

public import Diagnostics
import Labelling
public import PolicyEngine

/// What became of a mutant.
public enum MutantFate: Hashable, Sendable {
    /// A test fails on it: its name.
    case killed(by: String)
    /// The policy can no longer be loaded: `sceau check` notices it.
    case refused
    /// Every test still passes.
    case survived
}

/// A run of a suite on every mutant of a policy.
public struct MutationRun: Sendable {
    /// The mutants with what became of them, in order.
    public let results: [(mutant: Mutant, fate: MutantFate)]

    /// How many were noticed by a test.
    public var killed: Int { count { if case .killed = $0 { true } else { false } } }
    /// How many made the policy unusable.
    public var refused: Int { count { $0 == .refused } }
    /// Those that no test noticed.
    public var survivors: [Mutant] { results.filter { $0.fate == .survived }.map(\.mutant) }
    /// The share of the mutants that can be loaded which a test notices, from 0 to 1; 0 for none.
    public var score: Double {
        let usable = results.count - refused
        return usable == 0 ? 0 : Double(killed) / Double(usable)
    }

    /// Takes what became of mutants.
    package init(results: [(mutant: Mutant, fate: MutantFate)]) { self.results = results }

    private func count(_ holds: (MutantFate) -> Bool) -> Int {
        results.filter { holds($0.fate) }.count
    }

    /// Runs every case, and every example with its expected verdict, on each mutant until one fails.
    ///
    /// - Parameters:
    ///   - suite: its cases must pass on the policy itself.
    ///   - examples: those with an expected verdict must pass too.
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    ///   - policy: the policy of `source`, every optional folder turned on.
    ///   - options: the optional folders, mutated like the rest.
    ///   - progress: called with the number of mutants done and their total.
    public init(
        _ suite: TestSuite, examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText], policy: Policy, options: Set<String>,
        progress: (Int, Int) -> Void
    ) {
        let mutants = MutantFinder(policy).mutants
        var order = suite.cases
        var results: [(Mutant, MutantFate)] = []
        for (number, mutant) in mutants.enumerated() {
            progress(number, mutants.count)
            let mutated = mutant.applied(to: source)
            let fate = MutationRun.fate(
                &order, examples, on: mutated, dossiers: dossiers, options: options)
            results.append((mutant, fate))
        }
        progress(mutants.count, mutants.count)
        self.results = results
    }

    /// The case that noticed one mutant is tried first on the next one: neighbours go together.
    private static func fate(
        _ cases: inout [TestCase], _ examples: [Example], on source: PolicySource,
        dossiers: [String: SourceText], options: Set<String>
    ) -> MutantFate {
        let policy: Policy
        var evaluator: Evaluator
        do throws(DiagnosticsError) {
            _ = try Evaluator(Policy.load(source, options: options))
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
        return .survived
    }
}
