// A whole suite run on a policy.
// SPDX-License-Identifier: MIT

public import Diagnostics
public import PolicyEngine

/// What running a suite gave.
public struct SuiteRun: Sendable {
    /// The cases' results, in suite order.
    public let cases: [CaseResult]
    /// The properties' results, in suite order.
    public let properties: [PropertyResult]

    /// Runs every case and property whose name holds a text; all of them when there is none.
    ///
    /// - Parameters:
    ///   - suite: what the test files say.
    ///   - source: the files of the policy.
    ///   - dossiers: those of the tests, by path from `tests`.
    ///   - policy: the policy of `source`, every optional folder turned on.
    ///   - policies: that of `source` with some choices of optional folders, where it is known.
    ///   - filter: a part of the names to run, capitals apart.
    public init(
        _ suite: TestSuite, on source: PolicySource, dossiers: [String: SourceText],
        policy: Policy, policies: [Set<String>: Policy] = [:], filter: String? = nil
    ) {
        func isWanted(_ name: String) -> Bool {
            filter.map { name.lowercased().contains($0.lowercased()) } ?? true
        }
        var runner = CaseRunner(source, dossiers: dossiers, policies: policies)
        var cases: [CaseResult] = []
        for test in suite.cases where isWanted(test.name) { cases.append(runner.run(test)) }
        var properties: [PropertyResult] = []
        for property in suite.properties where isWanted(property.name) {
            properties.append(runner.run(property, in: policy))
        }
        self.cases = cases
        self.properties = properties
    }

    /// How many cases and properties passed.
    public var passed: Int {
        cases.filter(\.passed).count + properties.filter(\.passed).count
    }

    /// How many did not.
    public var failed: Int { cases.count + properties.count - passed }
}
